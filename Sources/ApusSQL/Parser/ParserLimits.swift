// How much a statement may hold. The defaults are those of SQLite 3.51.
//
// Invariant: `nestingDepth` and `stackBytes` bound the parser's own recursion; whichever is reached first ends it.

/// Limits of the parser.
public struct ParserLimits: Sendable, Equatable {
  /// Bytes of one input.
  public var sqlLength = 1_000_000_000
  /// Height of an expression tree.
  public var expressionDepth = 1000
  /// Arms of a compound SELECT.
  public var compoundSelect = 500
  /// Columns of a table, a result, a SET list, an index, GROUP BY or ORDER BY.
  public var columns = 2000
  /// Arguments of a function.
  public var functionArguments = 1000
  /// The highest parameter number.
  public var variableNumber = 32766
  /// Levels of nested expressions, SELECTs and joins that are parsed by recursion.
  public var nestingDepth = 2500
  /// Bytes of stack that recursion may use. A thread other than the main one has 512 KiB on Darwin, 128 KiB with
  /// musl, 1 MiB on Windows and 8 MiB with glibc.
  public var stackBytes = ParserLimits.defaultStackBytes

  /// What the smallest usual thread of the platform can spare.
  public static var defaultStackBytes: Int {
    #if canImport(Glibc)
      return 4 << 20
    #elseif os(Windows)
      return 512 << 10
    #elseif canImport(Darwin)
      return 256 << 10
    #else
      return 64 << 10
    #endif
  }

  /// SQLite's limits.
  public init() {}
}
