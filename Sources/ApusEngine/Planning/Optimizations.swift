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

  public static let all = Optimizations(rawValue: .max)
}
