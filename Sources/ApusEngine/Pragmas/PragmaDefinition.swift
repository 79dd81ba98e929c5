/// One pragma: its name, the columns of its rows, what it needs before it runs, and what it does.
///
/// The body runs at `step`, not at `prepare`, so that a prepared pragma shows and changes the state of the moment.
struct PragmaDefinition: Sendable {
  typealias Body =
    @Sendable (_ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows) throws(DatabaseError)
    -> Void

  /// What has to be in place when the body runs.
  enum Needs: Sendable {
    /// Nothing: the body works on the connection's settings or manages transactions itself.
    case nothing
    /// The catalogs of the databases named (all of them without a schema name), read and current.
    case schema
    /// A read transaction on the database named (main without a schema name).
    case readTransaction
    /// A write transaction on it when there is an argument, else a read transaction.
    case writeTransactionForArgument
    /// A write transaction on it.
    case writeTransaction
  }

  let name: String
  let columns: [String]
  /// False: `PRAGMA name = value` gives no rows and has no columns.
  let answersAssignment: Bool
  let needs: Needs
  let body: Body
  /// For a pragma that works piece by piece: does one, and answers whether there was one. Each is a row without columns; the argument says how
  /// many are wanted at most.
  let piece: Piece?

  typealias Piece =
    @Sendable (_ call: PragmaCall, _ connection: Connection) throws(DatabaseError) -> Bool

  init(
    _ name: String, columns: [String]? = nil, answersAssignment: Bool = true, needs: Needs = .nothing,
    _ body: @escaping Body
  ) {
    self.name = name
    self.columns = columns ?? [name]
    self.answersAssignment = answersAssignment
    self.needs = needs
    self.body = body
    piece = nil
  }

  init(_ name: String, needs: Needs, piece: @escaping Piece) {
    self.name = name
    columns = []
    answersAssignment = false
    self.needs = needs
    body = { _, _, _ throws(DatabaseError) in }
    self.piece = piece
  }
}

/// One PRAGMA statement after its schema name is resolved.
struct PragmaCall: Sendable {
  /// As written.
  let schemaName: String?
  /// The database it is about: that of `schemaName`, else main.
  let database: Int
  /// The value as text: `name = value` and `name(value)` mean the same.
  let argument: String?
  /// The value was written as a number, not as a name or string.
  var isArgumentNumber = false

  /// The databases that a pragma without a schema name is about.
  func databases(of connection: Connection) -> [Int] {
    schemaName == nil ? Array(connection.databases.indices) : [database]
  }
}
