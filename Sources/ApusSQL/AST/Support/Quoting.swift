// How an identifier was written. SQLite falls back from "x" to a string literal, so the quote must survive.

/// The quotation marks around a name in the source.
@frozen
public enum Quoting: UInt8, Sendable, Equatable {
  /// A bare word.
  case none
  /// `"x"`; a column that does not exist under that name may be a string literal.
  case double
  /// `[x]`
  case bracket
  /// `` `x` ``
  case backtick
  /// `'x'`, which SQLite accepts for a name in some places.
  case single
}
