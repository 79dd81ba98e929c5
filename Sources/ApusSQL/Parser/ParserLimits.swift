// How much a statement may hold. The defaults are those of SQLite 3.51.
//
// Invariant: `nestingDepth` bounds the parser's own recursion, and with it the use of the stack.

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
  public var nestingDepth = 1000

  /// SQLite's limits.
  public init() {}
}
