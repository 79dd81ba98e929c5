// Infix operators. `==` and `=` are one case, `<>` and `!=` another; `IS NOT DISTINCT FROM` is `IS`.

/// An operator with two operands.
@frozen
public enum BinaryOperator: UInt8, Sendable, Equatable {
  /// `OR`
  case or
  /// `AND`
  case and
  /// `=`, `==`
  case equal
  /// `<>`, `!=`
  case notEqual
  /// `<`
  case less
  /// `<=`
  case lessOrEqual
  /// `>`
  case greater
  /// `>=`
  case greaterOrEqual
  /// `IS`, `IS NOT DISTINCT FROM`
  case `is`
  /// `IS NOT`, `IS DISTINCT FROM`
  case isNot
  /// `&`
  case bitAnd
  /// `|`
  case bitOr
  /// `<<`
  case shiftLeft
  /// `>>`
  case shiftRight
  /// `+`
  case add
  /// `-`
  case subtract
  /// `*`
  case multiply
  /// `/`
  case divide
  /// `%`
  case remainder
  /// `||`
  case concatenate
  /// `->`
  case jsonExtract
  /// `->>`
  case jsonExtractText
}
