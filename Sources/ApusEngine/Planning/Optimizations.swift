/// Ways of reaching rows that a connection can do without: tests compare answers with and without each.
public struct Optimizations: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Indexes with a WHERE, when the query's filter implies it.
  public static let partialIndexes = Optimizations(rawValue: 1)
  /// Indexes on expressions.
  public static let expressionIndexes = Optimizations(rawValue: 2)
  /// LIKE and GLOB with a fixed beginning as a range.
  public static let patternRanges = Optimizations(rawValue: 4)
  /// One index for each operand of an OR.
  public static let orByIndexes = Optimizations(rawValue: 8)
  /// Indexes whose first columns are not restricted.
  public static let skipScan = Optimizations(rawValue: 16)
  /// min() and max() from the end of an index.
  public static let minMax = Optimizations(rawValue: 32)
  /// Filters of bits that spare searches for keys that are not there.
  public static let bloomFilters = Optimizations(rawValue: 64)
  /// Sorting of rows that come in the order of the first terms: group by group.
  public static let partialSorting = Optimizations(rawValue: 128)
  /// Arms of a compound with ORDER BY that run side by side, each in that order.
  public static let orderedMerge = Optimizations(rawValue: 256)
  /// EXISTS of a SELECT from one table as a loop that ends with the first row.
  public static let existsAsJoin = Optimizations(rawValue: 512)
  /// Common tables that several places read, merged into each of them.
  public static let commonTableMerging = Optimizations(rawValue: 1024)
  /// Derived tables on the right of a LEFT JOIN, merged into the query around them.
  public static let leftJoinMerging = Optimizations(rawValue: 2048)
  /// What WHERE says of a column, said of those that equal it.
  public static let equalityTransfer = Optimizations(rawValue: 4096)
  /// An OR of equalities that have a column in common as IN.
  public static let orAsMembership = Optimizations(rawValue: 8192)
  /// DISTINCT of rows that a key tells apart, or that come in an order that brings equal ones together.
  public static let needlessDistinct = Optimizations(rawValue: 16_384)
  /// ORDER BY of derived tables that nothing sees.
  public static let needlessOrder = Optimizations(rawValue: 32_768)
  /// Queries around a UNION ALL as a UNION ALL of queries.
  public static let unionAllMerging = Optimizations(rawValue: 65_536)
  /// Rows in IN by an index.
  public static let rowMembership = Optimizations(rawValue: 131_072)
  /// The members of IN (SELECT column FROM table) in the table's own tree or an index.
  public static let membersByIndex = Optimizations(rawValue: 262_144)
  /// LEFT JOINs without a right side that nothing reads.
  public static let needlessJoins = Optimizations(rawValue: 524_288)
  /// What an OR says of the outer loops, tested there.
  public static let earlyDisjunctions = Optimizations(rawValue: 1_048_576)
  /// The rows of a UNION ALL, counted arm by arm.
  public static let countOfUnionAll = Optimizations(rawValue: 2_097_152)

  public static let all = Optimizations(rawValue: .max)
}
