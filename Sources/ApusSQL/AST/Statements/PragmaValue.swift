// What stands behind the name of a PRAGMA.

/// The argument of a PRAGMA.
@frozen
public enum PragmaValue: Sendable, Equatable {
  /// No argument.
  case none
  /// A word, quoted name or string; `ON`, `DELETE` and `DEFAULT` are words.
  case name(Name, isCall: Bool)
  /// A number with its sign.
  case number(Text, negative: Bool, isCall: Bool)
}
