import ApusSQL

extension ColumnDefinition {
  /// The value that a record too short to hold this column stands for (ALTER TABLE ADD COLUMN), with the column's
  /// affinity. nil when the default is no literal: such a column cannot have been added.
  func defaultConstant(in ast: AST) -> ProgramBuilder.Constant? {
    guard let defaultExpression, let value = Self.literal(defaultExpression, ast) else { return nil }
    return converted(value)
  }

  private static func literal(_ expression: ExprID, _ ast: AST) -> ProgramBuilder.Constant? {
    switch ast[expression] {
    case .null: return .null
    case .integer(let value): return .integer(value)
    case .real(let text): return Double(ast.string(text)).map { .real($0) }
    case .string(let text): return .text(ast.bytes(text))
    case .blob(let bytes): return .blob(ast.bytes(bytes))
    case .column(let name):
      if ast.isTruthName(name) { return .integer(ast.equals(name, "true") ? 1 : 0) }
      return .text(ast.bytes(name.text))
    case .unary(.plus, let operand): return literal(operand, ast)
    case .unary(.negate, let operand):
      switch literal(operand, ast) {
      case .integer(let value)?: return value == .min ? .real(-Double(value)) : .integer(-value)
      case .real(let value)?: return value == 9_223_372_036_854_775_808 ? .integer(.min) : .real(-value)
      default: return nil
      }
    default: return nil
    }
  }

  private func converted(_ value: ProgramBuilder.Constant) -> ProgramBuilder.Constant {
    switch (affinity, value) {
    case (.text, .integer(let number)): return .text(Array(String(number).utf8))
    case (.integer, .text(let bytes)), (.numeric, .text(let bytes)), (.real, .text(let bytes)):
      let text = String(decoding: bytes, as: UTF8.self).trimmedSQLSpace
      if let number = Int64(text) { return affinity == .real ? .real(Double(number)) : .integer(number) }
      guard let number = Double(text), number.isFinite else { return value }
      if affinity != .real, let whole = Int64(exactly: number) { return .integer(whole) }
      return .real(number)
    case (.integer, .real(let number)), (.numeric, .real(let number)):
      return Int64(exactly: number).map { .integer($0) } ?? value
    case (.real, .integer(let number)): return .real(Double(number))
    default: return value
    }
  }
}
