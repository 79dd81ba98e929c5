/// What a statement is going to do, by SQLite's action codes (https://www.sqlite.org/c3ref/c_alter_table.html). Comments name what
/// `AuthorizerRequest.first` and `second` are.
public enum AuthorizerAction: Int32, CaseIterable, Sendable {
  /// Index, table.
  case createIndex = 1
  /// Table.
  case createTable = 2
  /// Index, table.
  case createTemporaryIndex = 3
  /// Table.
  case createTemporaryTable = 4
  /// Trigger, table.
  case createTemporaryTrigger = 5
  /// View.
  case createTemporaryView = 6
  /// Trigger, table.
  case createTrigger = 7
  /// View.
  case createView = 8
  /// Table.
  case delete = 9
  /// Index, table.
  case dropIndex = 10
  /// Table.
  case dropTable = 11
  /// Index, table.
  case dropTemporaryIndex = 12
  /// Table.
  case dropTemporaryTable = 13
  /// Trigger, table.
  case dropTemporaryTrigger = 14
  /// View.
  case dropTemporaryView = 15
  /// Trigger, table.
  case dropTrigger = 16
  /// View.
  case dropView = 17
  /// Table.
  case insert = 18
  /// Pragma, its argument.
  case pragma = 19
  /// Table, column; the column is empty when the statement reads rows of the table, but none of its columns.
  case read = 20
  case select = 21
  /// BEGIN, COMMIT or ROLLBACK.
  case transaction = 22
  /// Table, column.
  case update = 23
  /// File; nil when an expression says it.
  case attach = 24
  /// Database; nil when an expression says it.
  case detach = 25
  /// Database, table.
  case alterTable = 26
  /// Index.
  case reindex = 27
  /// Table.
  case analyze = 28
  /// Table, module.
  case createVirtualTable = 29
  /// Table, module.
  case dropVirtualTable = 30
  /// nil, function.
  case function = 31
  /// BEGIN, RELEASE or ROLLBACK; savepoint.
  case savepoint = 32
  /// A recursive common table.
  case recursive = 33
}

/// One question to an authorizer.
public struct AuthorizerRequest: Sendable, Hashable {
  public var action: AuthorizerAction
  public var first: String?
  public var second: String?
  /// main, temp or the name of an attached database, where the action is about one.
  public var databaseName: String?
  /// The innermost trigger, view or common table from whose text the action comes; nil: from the statement's own.
  public var innermost: String?

  public init(
    _ action: AuthorizerAction, _ first: String? = nil, _ second: String? = nil, database: String? = nil,
    innermost: String? = nil
  ) {
    self.action = action
    self.first = first
    self.second = second
    databaseName = database
    self.innermost = innermost
  }
}

/// What an authorizer says.
public enum AuthorizerAnswer: Sendable {
  case allow
  /// Preparing the statement fails with `.authorization`.
  case deny
  /// The action is left out: a column or function call is NULL, a column that is assigned keeps its value, a statement does nothing. DELETE goes on,
  /// row by row.
  case ignore
}

/// Asked for every action of a statement while it is prepared (https://www.sqlite.org/c3ref/set_authorizer.html). It must not use its connection.
public typealias Authorizer = (AuthorizerRequest) -> AuthorizerAnswer
