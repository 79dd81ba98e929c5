import ApusSQL

/// A table of a schema as its CREATE statement describes it. Immutable and shared: programs, cursors and
/// connections on other threads may hold it while the catalog moves on.
public final class TableDefinition: Sendable {
  public let name: String
  /// Index into the connection's databases: 0 main, 1 temp, 2… attached.
  public let database: Int
  public let rootPage: PageNumber
  public let columns: [ColumnDefinition]
  /// The columns as name resolution sees them, made once: statements share them.
  let sourceColumns: [SourceColumn]
  /// What the planner thinks of the columns' widths, in units of four bytes.
  let columnWidths: [Int]
  /// The columns as results show them, made once likewise.
  let resultColumns: [ResultColumn]
  /// The column that is an alias of the rowid (INTEGER PRIMARY KEY), or -1.
  public let rowIDAlias: Int
  public let isWithoutRowID: Bool
  public let isStrict: Bool
  public let isAutoIncrement: Bool
  /// For WITHOUT ROWID tables: the index that is the table (its root is `rootPage`).
  public let primaryKeyIndex: IndexDefinition?
  /// Columns of the PRIMARY KEY in its order, empty without one.
  public let primaryKeyColumns: [Int]
  /// ON CONFLICT of an INTEGER PRIMARY KEY.
  public let rowIDConflict: ConflictAction
  public let checks: [CheckConstraint]
  public let foreignKeys: [ForeignKeyDefinition]
  /// The text in the schema table; empty for the schema tables themselves.
  public let sql: String
  /// Expressions of defaults, checks and generated columns live here.
  public let ast: AST
  /// nil when no column is generated.
  let generated: GeneratedColumns?
  /// Ephemeral: sqlite_schema and the like may not be written by SQL.
  public let isSystem: Bool
  /// A module makes its rows; nil for tables of the file.
  public let virtual: VirtualTableIdentity?

  public init(
    name: String, database: Int, rootPage: PageNumber, columns: [ColumnDefinition], rowIDAlias: Int,
    isWithoutRowID: Bool, isStrict: Bool, isAutoIncrement: Bool, primaryKeyIndex: IndexDefinition?,
    primaryKeyColumns: [Int], rowIDConflict: ConflictAction, checks: [CheckConstraint],
    foreignKeys: [ForeignKeyDefinition], sql: String, ast: AST, isSystem: Bool,
    virtual: VirtualTableIdentity? = nil
  ) {
    self.name = name
    self.database = database
    self.rootPage = rootPage
    self.columns = columns
    sourceColumns = columns.map {
      SourceColumn(
        name: $0.name, affinity: $0.affinity, collation: $0.collation, declaredType: $0.declaredType,
        isHidden: $0.isHidden)
    }
    columnWidths = columns.map { CostModel.width($0) }
    resultColumns = columns.map {
      ResultColumn(
        name: $0.name, declaredType: $0.declaredType.isEmpty ? nil : $0.declaredType, table: name,
        originColumn: $0.name)
    }
    self.rowIDAlias = rowIDAlias
    self.isWithoutRowID = isWithoutRowID
    self.isStrict = isStrict
    self.isAutoIncrement = isAutoIncrement
    self.primaryKeyIndex = primaryKeyIndex
    self.primaryKeyColumns = primaryKeyColumns
    self.rowIDConflict = rowIDConflict
    self.checks = checks
    self.foreignKeys = foreignKeys
    self.sql = sql
    self.ast = ast
    self.isSystem = isSystem
    self.virtual = virtual
    generated = GeneratedColumns(columns, ast: ast)
  }
}

/// A column of a table.
public struct ColumnDefinition: Sendable {
  public enum Generated: Sendable { case virtual, stored }

  public var name: String
  /// As declared, tokens joined by single spaces; empty when there is none.
  public var declaredType: String
  public var affinity: Affinity
  public var isNotNull: Bool
  public var notNullConflict: ConflictAction
  public var collation: Collation
  /// As written, for PRAGMAs and errors; nil when it is BINARY by default.
  public var collationName: String?
  /// In the table's `ast`.
  public var defaultExpression: ExprID?
  /// Its source text, for PRAGMA table_info.
  public var defaultText: String?
  public var generated: Generated?
  public var generatedExpression: ExprID?
  public var isHidden: Bool

  public init(
    name: String, declaredType: String, affinity: Affinity, isNotNull: Bool,
    notNullConflict: ConflictAction, collation: Collation, collationName: String?,
    defaultExpression: ExprID?, defaultText: String?, generated: Generated?,
    generatedExpression: ExprID?, isHidden: Bool
  ) {
    self.name = name
    self.declaredType = declaredType
    self.affinity = affinity
    self.isNotNull = isNotNull
    self.notNullConflict = notNullConflict
    self.collation = collation
    self.collationName = collationName
    self.defaultExpression = defaultExpression
    self.defaultText = defaultText
    self.generated = generated
    self.generatedExpression = generatedExpression
    self.isHidden = isHidden
  }
}

/// What a statement does when a row violates a constraint; the raw values order nothing.
public enum ConflictAction: UInt8, Sendable, BitwiseCopyable {
  /// Not said: the constraint's own clause, else ABORT.
  case unspecified = 0
  case rollback = 1
  case abort = 2
  case fail = 3
  case ignore = 4
  case replace = 5
}

public struct CheckConstraint: Sendable {
  public var name: String?
  /// In the table's `ast`.
  public var expression: ExprID
  public var text: String

  public init(name: String?, expression: ExprID, text: String) {
    self.name = name
    self.expression = expression
    self.text = text
  }
}

public struct ForeignKeyDefinition: Sendable {
  public enum Action: String, Sendable {
    case noAction = "NO ACTION"
    case restrict = "RESTRICT"
    case setNull = "SET NULL"
    case setDefault = "SET DEFAULT"
    case cascade = "CASCADE"
  }

  public var name: String?
  public var columns: [Int]
  public var parentTable: String
  /// Empty: the parent's primary key.
  public var parentColumns: [String]
  public var onDelete: Action
  public var onUpdate: Action
  public var isDeferred: Bool

  public init(
    name: String?, columns: [Int], parentTable: String, parentColumns: [String], onDelete: Action,
    onUpdate: Action, isDeferred: Bool
  ) {
    self.name = name
    self.columns = columns
    self.parentTable = parentTable
    self.parentColumns = parentColumns
    self.onDelete = onDelete
    self.onUpdate = onUpdate
    self.isDeferred = isDeferred
  }
}
