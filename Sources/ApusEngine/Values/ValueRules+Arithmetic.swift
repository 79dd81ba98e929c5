// Arithmetic of SQL: integers while they fit, else reals; NULL in, NULL out; no error ever.

extension ValueRules {
  /// `a op b` for + - * / % & | << >>.
  /// - Parameter encoding: of the database, which decides what number some texts are.
  static func arithmetic(_ opcode: Opcode, _ a: Cell, _ b: Cell, _ encoding: TextEncoding = .utf8) -> Cell {
    if a.tag == .null || b.tag == .null { return .null }
    switch opcode {
    case .bitAnd: return .integer(integer(of: a) & integer(of: b))
    case .bitOr: return .integer(integer(of: a) | integer(of: b))
    case .shiftLeft: return .integer(shift(integer(of: a), by: integer(of: b), left: true))
    case .shiftRight: return .integer(shift(integer(of: a), by: integer(of: b), left: false))
    case .remainder: return remainder(a, b, encoding)
    default: break
    }
    let left = numeric(a, encoding)
    let right = numeric(b, encoding)
    if left.tag == .integer, right.tag == .integer {
      let x = left.integer
      let y = right.integer
      let outcome: (partialValue: Int64, overflow: Bool)
      switch opcode {
      case .add: outcome = x.addingReportingOverflow(y)
      case .subtract: outcome = x.subtractingReportingOverflow(y)
      case .multiply: outcome = x.multipliedReportingOverflow(by: y)
      case .divide:
        if y == 0 { return .null }
        outcome = x.dividedReportingOverflow(by: y)
      default: return .null
      }
      if !outcome.overflow { return .integer(outcome.partialValue) }
    }
    // Of the operands themselves: text such as "-" is a negative zero.
    let x = real(of: a)
    let y = real(of: b)
    switch opcode {
    case .add: return .real(x + y)
    case .subtract: return .real(x - y)
    case .multiply: return .real(x * y)
    case .divide: return y == 0 ? .null : .real(x / y)
    default: return .null
    }
  }

  /// The remainder of the operands' integer parts; a real when either operand is one. Text takes part with its integer
  /// prefix, whatever number it begins with.
  private static func remainder(_ a: Cell, _ b: Cell, _ encoding: TextEncoding) -> Cell {
    let divisor = integer(of: b)
    if divisor == 0 { return .null }
    // x % -1 is 0, also for the smallest integer, whose quotient would overflow.
    let value = divisor == -1 ? 0 : integer(of: a) % divisor
    if numeric(a, encoding).tag == .integer, numeric(b, encoding).tag == .integer { return .integer(value) }
    return .real(Double(value))
  }

  /// Shifts; a negative count shifts the other way, and the sign fills from the left.
  static func shift(_ value: Int64, by count: Int64, left: Bool) -> Int64 {
    var toLeft = left
    var amount = count
    if amount < 0 {
      toLeft = !toLeft
      amount = amount > -64 ? 0 &- amount : 64
    }
    if amount >= 64 { return value >= 0 || toLeft ? 0 : -1 }
    return toLeft ? value &<< amount : value &>> amount
  }
}
