import ApusSQL

/// Values of constant expressions in a table definition: what DEFAULT gives to rows that were stored before the column existed.
enum ConstantFolding {
  /// The value of a literal, perhaps signed, under an affinity; nil for anything else.
  static func value(
    of id: ExprID, in ast: AST, affinity: Affinity
  ) -> ProgramBuilder.Constant? {
    switch ast[id] {
    case .null: return nil
    case .integer(let value): return adapt(.integer(value), affinity)
    case .real(let text): return adapt(.real(ast.withBytes(text) { NumericText.real($0) }), affinity)
    case .string(let text): return adapt(.text(ast.bytes(text)), affinity)
    case .blob(let text): return .blob(ast.bytes(text))
    case .column(let name):
      if name.quoting == .none {
        if ast.equals(name, "true") { return adapt(.integer(1), affinity) }
        if ast.equals(name, "false") { return adapt(.integer(0), affinity) }
      }
      return adapt(.text(ast.bytes(name.text)), affinity)
    case .unary(.plus, let operand): return value(of: operand, in: ast, affinity: affinity)
    case .unary(.negate, let operand):
      switch value(of: operand, in: ast, affinity: .none) {
      case .integer(let number): return adapt(.integer(0 &- number), affinity)
      case .real(let number): return adapt(.real(-number), affinity)
      default: return nil
      }
    default: return nil
    }
  }

  private static func adapt(_ constant: ProgramBuilder.Constant, _ affinity: Affinity)
    -> ProgramBuilder.Constant
  {
    var buffer = ByteBuffer()
    defer { buffer.deallocate() }
    func applied(_ cell: Cell) -> ProgramBuilder.Constant {
      var copy = cell
      applyAffinity(&copy, affinity, &buffer)
      switch copy.tag {
      case .null: return .null
      case .integer: return .integer(copy.integer)
      case .real: return .real(copy.real)
      case .text: return .text([UInt8](copy.bytes))
      case .blob: return .blob([UInt8](copy.bytes))
      }
    }
    switch constant {
    case .null: return .null
    case .integer(let value): return applied(.integer(value))
    case .real(let value): return applied(.real(value))
    case .text(let bytes): return bytes.withUnsafeBytes { applied(.text($0.baseAddress, count: $0.count)) }
    case .blob: return constant
    }
  }
}
