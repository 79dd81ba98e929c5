import ApusSQL

/// An index as its CREATE statement, or the constraint behind it, describes it.
///
/// An entry's record is the indexed columns, then what finds the row: the rowid, or for WITHOUT ROWID tables the
/// primary-key columns that are not indexed already. Immutable and shared.
public final class IndexDefinition: Sendable {
  public enum Origin: Sendable { case createIndex, unique, primaryKey }

  public struct Column: Sendable {
    /// Table column, -1 the rowid, -2 an expression.
    public var tableColumn: Int
    /// In the index's `ast`.
    public var expression: ExprID?
    public var collation: Collation
    public var collationName: String
    public var isDescending: Bool

    public init(
      tableColumn: Int, expression: ExprID?, collation: Collation, collationName: String, isDescending: Bool
    ) {
      self.tableColumn = tableColumn
      self.expression = expression
      self.collation = collation
      self.collationName = collationName
      self.isDescending = isDescending
    }
  }

  public let name: String
  public let tableName: String
  public let database: Int
  public let rootPage: PageNumber
  /// The key columns as declared.
  public let columns: [Column]
  /// All fields of an entry: `columns` and what finds the row (for a WITHOUT ROWID table's own tree: all of its columns, primary key
  /// first).
  public let storedColumns: [Column]
  public let isUnique: Bool
  public let conflict: ConflictAction
  public let origin: Origin
  /// The WHERE of a partial index, in `ast`.
  public let partialCondition: ExprID?
  public let sql: String?
  public let ast: AST?
  /// `sqlite_stat1`: rows in the index, then per leading column count the average number of equal rows. Empty without
  /// statistics.
  public let statistics: [Double]
  /// `sqlite_stat1` says that entries of one value are not near each other: good for single values only.
  public let isUnordered: Bool
  /// `sqlite_stat1` forbids to leave out its first columns.
  let forbidsSkips: Bool
  /// `sz=` of `sqlite_stat1`.
  let estimatedWidth: Estimate?
  /// `sqlite_stat4`.
  public let samples: IndexSamples?
  /// Some key is an expression, not a column.
  let hasExpressions: Bool
  var isPartial: Bool { partialCondition != nil }

  public init(
    name: String, tableName: String, database: Int, rootPage: PageNumber, columns: [Column],
    storedColumns: [Column], isUnique: Bool, conflict: ConflictAction, origin: Origin,
    partialCondition: ExprID?, sql: String?, ast: AST?, statistics: [Double],
    isUnordered: Bool = false, forbidsSkips: Bool = false, width: Double? = nil, samples: IndexSamples? = nil
  ) {
    self.name = name
    self.tableName = tableName
    self.database = database
    self.rootPage = rootPage
    self.columns = columns
    self.storedColumns = storedColumns
    self.isUnique = isUnique
    self.conflict = conflict
    self.origin = origin
    self.partialCondition = partialCondition
    self.sql = sql
    self.ast = ast
    self.statistics = statistics
    self.isUnordered = isUnordered
    self.forbidsSkips = forbidsSkips
    estimatedWidth = width.map { Estimates.of($0) }
    self.samples = samples
    hasExpressions = columns.contains { $0.expression != nil }
  }
}
