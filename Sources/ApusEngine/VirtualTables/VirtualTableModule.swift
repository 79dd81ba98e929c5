/// Makes virtual tables: what `CREATE VIRTUAL TABLE … USING name(…)` and table-valued functions name
/// (https://www.sqlite.org/vtab.html).
///
/// A module is registered with a connection under a name. It may be shared between connections; the tables that it makes belong
/// to one connection, and to one thread at a time.
public protocol VirtualTableModule: Sendable {
  /// Whether the module's name is a table by itself.
  var eponymy: VirtualTableEponymy { get }

  /// Views and triggers of files may not name the tables, because reading one does or shows something that the author of a file has no right to.
  /// Temporary views and triggers may.
  var isDirectOnly: Bool { get }

  /// Views and triggers of files may name the tables even where such files are not trusted (`PRAGMA trusted_schema`): reading one shows nothing
  /// but what its arguments say.
  var isInnocuous: Bool { get }

  /// CREATE VIRTUAL TABLE: makes the table and what it keeps (shadow tables). `connect` unless the module says otherwise.
  func create(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection

  /// The table exists already: reaches it from one more connection.
  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection

  /// Whether `name_suffix` is a table that a virtual table `name` of this module keeps its content in.
  func isShadowSuffix(_ suffix: String) -> Bool
}

extension VirtualTableModule {
  public var eponymy: VirtualTableEponymy { .none }
  public var isDirectOnly: Bool { false }
  public var isInnocuous: Bool { false }

  public func create(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    try connect(request)
  }

  public func isShadowSuffix(_ suffix: String) -> Bool { false }
}

/// Whether a module's name stands for a table that need not be created.
public enum VirtualTableEponymy: Sendable {
  /// Tables come from CREATE VIRTUAL TABLE alone.
  case none
  /// The name is a table, and CREATE VIRTUAL TABLE makes others.
  case also
  /// The name is the only table: CREATE VIRTUAL TABLE answers "no such module".
  case only
}

/// What a module is told of the table that it shall make.
public struct VirtualTableRequest {
  public unowned let connection: Connection
  public let moduleName: String
  /// "main", "temp" or the name of an attached database.
  public let schemaName: String
  public let tableName: String
  /// The texts between the parentheses of USING, without white space around them.
  public let arguments: [String]
}

/// What a module answers: the table and its declaration.
public struct VirtualTableConnection {
  /// A CREATE TABLE statement. Its table name does not matter; the word HIDDEN in a column's type hides the column, and hidden columns are
  /// the parameters of the table as a function, in their order.
  public let declaration: String
  public let table: any VirtualTable

  public init(declaration: String, table: any VirtualTable) {
    self.declaration = declaration
    self.table = table
  }
}
