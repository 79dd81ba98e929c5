/// A compiled statement of a transaction, to be run any number of times.
///
///     let insert = try tx.prepare("INSERT INTO point(x, y) VALUES (?, ?)")
///     for point in points { try insert.execute([point.x, point.y]) }
///
/// Or step by step: `bind`, `step` until it answers false, reading ``row`` in between.
public final class Statement {
  /// The text as it was given.
  public let sql: String
  private var prepared: PreparedStatement?
  private let transaction: Transaction
  /// Grows whenever the present row becomes invalid.
  @usableFromInline var generation: UInt64 = 0
  /// The run has ended, and rows that are asked for are not to begin another one.
  var isAtEnd = false
  private var names: [String]?

  init(_ prepared: PreparedStatement, _ sql: String, in transaction: Transaction) {
    self.prepared = prepared
    self.sql = sql
    self.transaction = transaction
  }

  deinit {
    finish()
  }

  /// Ends the statement and gives its program back to the connection's cache; after that it throws `.misuse`. The end of
  /// the transaction does the same.
  public func finish() {
    guard let statement = prepared else { return }
    generation &+= 1
    prepared = nil
    transaction.forget(self)
    statement.connection.finish(statement)
  }

  private func active() throws(DatabaseError) -> PreparedStatement {
    guard let prepared else { throw DatabaseError(.misuse, "the statement is finished") }
    return prepared
  }

  // MARK: Facts

  /// Names of the result's columns; empty for a statement without a result.
  public var columnNames: [String] {
    if let names { return names }
    let result = prepared?.columns.map { $0.name } ?? []
    names = result
    return result
  }

  public var columnCount: Int { prepared?.columnCount ?? 0 }
  /// The highest number of a parameter.
  public var parameterCount: Int { prepared?.parameterCount ?? 0 }

  // MARK: Binding

  /// Sets the parameter with that number, from 1. Bindings stay until they are set again.
  /// - Throws: `.range` for a number that the statement does not have, `.misuse` between two rows.
  public func bind(_ value: (any ColumnValue)?, at index: Int) throws(DatabaseError) {
    try active().bind(index, value: value?.databaseValue ?? .null)
  }

  /// Sets the parameter with that name, which may be given with or without its `:`, `@` or `$`.
  /// - Throws: `.range` for a name that the statement does not have, `.misuse` between two rows.
  public func bind(_ value: (any ColumnValue)?, named name: String) throws(DatabaseError) {
    let statement = try active()
    try statement.bind(named: name, value: value?.databaseValue ?? .null)
  }

  // MARK: Running

  /// Runs to the next row (true) or to the end (false). After the end the next step begins a new run.
  public func step() throws(DatabaseError) -> Bool {
    generation &+= 1
    let hasRow = try stepNamingErrors(active())
    if !hasRow { isAtEnd = true }
    return hasRow
  }

  private func stepNamingErrors(_ statement: PreparedStatement) throws(DatabaseError) -> Bool {
    do throws(DatabaseError) {
      return try statement.step()
    } catch {
      throw error.inStatement(sql)
    }
  }

  /// The row that `step` answered true for; valid until the next call of `step`, `reset`, `query` or `execute`.
  /// - Throws: `.misuse` when the statement is finished.
  public func row() throws(DatabaseError) -> Row {
    let statement = try active()
    return Row(statement: self, cells: statement.row, count: statement.columnCount)
  }

  /// Ends the run. Bindings stay.
  public func reset() {
    generation &+= 1
    isAtEnd = false
    names = nil
    prepared?.reset()
  }

  /// Runs the statement from its beginning and hands out its rows. Without arguments the bindings stay.
  public func query(_ arguments: Arguments = []) throws(DatabaseError) -> Rows {
    reset()
    let statement = try active()
    if !arguments.isEmpty { try arguments.bind(to: statement) }
    return Rows(self)
  }

  /// Runs the statement from its beginning to its end; rows are dropped. Without arguments the bindings stay.
  public func execute(_ arguments: Arguments = []) throws(DatabaseError) {
    reset()
    let statement = try active()
    if !arguments.isEmpty { try arguments.bind(to: statement) }
    while try stepNamingErrors(statement) {}
  }
}
