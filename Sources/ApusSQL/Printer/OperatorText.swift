// How operators are written, and how tightly they bind.

extension BinaryOperator {
  /// The operator with blanks around it.
  var text: StaticString {
    switch self {
    case .or: return " OR "
    case .and: return " AND "
    case .equal: return " = "
    case .notEqual: return " <> "
    case .less: return " < "
    case .lessOrEqual: return " <= "
    case .greater: return " > "
    case .greaterOrEqual: return " >= "
    case .is: return " IS "
    case .isNot: return " IS NOT "
    case .bitAnd: return " & "
    case .bitOr: return " | "
    case .shiftLeft: return " << "
    case .shiftRight: return " >> "
    case .add: return " + "
    case .subtract: return " - "
    case .multiply: return " * "
    case .divide: return " / "
    case .remainder: return " % "
    case .concatenate: return " || "
    case .jsonExtract: return " -> "
    case .jsonExtractText: return " ->> "
    }
  }

  /// The power of the operator, which is also that of its left operand.
  var power: BindingPower {
    switch self {
    case .or: return .or
    case .and: return .and
    case .equal, .notEqual, .is, .isNot: return .equality
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return .comparison
    case .bitAnd, .bitOr, .shiftLeft, .shiftRight: return .bitwise
    case .add, .subtract: return .additive
    case .multiply, .divide, .remainder: return .multiplicative
    case .concatenate, .jsonExtract, .jsonExtractText: return .concatenation
    }
  }

  /// The power of the right operand: all binary operators associate to the left.
  var rightPower: BindingPower { BindingPower(rawValue: power.rawValue &+ 1) ?? .tightest }
}

extension PatternOperator {
  /// The operator with a blank behind it.
  var text: StaticString {
    switch self {
    case .like: return "LIKE "
    case .glob: return "GLOB "
    case .regexp: return "REGEXP "
    case .match: return "MATCH "
    }
  }
}
