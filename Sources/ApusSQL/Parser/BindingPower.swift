// Operator precedence, weakest first, as in SQLite's grammar.

/// How tightly an infix operator binds.
enum BindingPower: UInt8, Comparable {
  case lowest, or, and, not, equality, comparison, escape, bitwise, additive, multiplicative, concatenation
  case collate, tightest

  static func < (left: BindingPower, right: BindingPower) -> Bool { left.rawValue < right.rawValue }
}

/// What a token does between two operands.
enum InfixAction {
  case binary(BinaryOperator, BindingPower, right: BindingPower)
  /// IS, LIKE, IN, BETWEEN and the null tests: they look further.
  case special
  case none
}

extension TokenKind {
  /// The infix operator that the token is.
  @inline(__always)
  var infixAction: InfixAction {
    switch self {
    case .equal: return .binary(.equal, .equality, right: .comparison)
    case .and: return .binary(.and, .and, right: .not)
    case .or: return .binary(.or, .or, right: .and)
    case .notEqual: return .binary(.notEqual, .equality, right: .comparison)
    case .less: return .binary(.less, .comparison, right: .escape)
    case .lessOrEqual: return .binary(.lessOrEqual, .comparison, right: .escape)
    case .greater: return .binary(.greater, .comparison, right: .escape)
    case .greaterOrEqual: return .binary(.greaterOrEqual, .comparison, right: .escape)
    case .ampersand: return .binary(.bitAnd, .bitwise, right: .additive)
    case .bar: return .binary(.bitOr, .bitwise, right: .additive)
    case .shiftLeft: return .binary(.shiftLeft, .bitwise, right: .additive)
    case .shiftRight: return .binary(.shiftRight, .bitwise, right: .additive)
    case .plus: return .binary(.add, .additive, right: .multiplicative)
    case .minus: return .binary(.subtract, .additive, right: .multiplicative)
    case .star: return .binary(.multiply, .multiplicative, right: .concatenation)
    case .slash: return .binary(.divide, .multiplicative, right: .concatenation)
    case .percent: return .binary(.remainder, .multiplicative, right: .concatenation)
    case .concat: return .binary(.concatenate, .concatenation, right: .collate)
    case .arrow: return .binary(.jsonExtract, .concatenation, right: .collate)
    case .longArrow: return .binary(.jsonExtractText, .concatenation, right: .collate)
    case .is, .not, .like, .glob, .regexp, .match, .between, .in, .isnull, .notnull, .collate: return .special
    default: return .none
    }
  }
}
