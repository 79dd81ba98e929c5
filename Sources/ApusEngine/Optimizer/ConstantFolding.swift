import ApusSQL

/// Values of constant expressions in a table definition: what DEFAULT gives to rows that were stored before the column existed.
enum ConstantFolding {
  /// The value of a literal, perhaps signed or under CAST, under an affinity; nil for anything else, and for NULL.
  /// - Parameter encoding: of the database.
  static func value(
    of id: ExprID, in ast: AST, affinity: Affinity, encoding: TextEncoding
  ) -> ProgramBuilder.Constant? {
    switch ast[id] {
    case .null: return nil
    case .integer(let value): return adapt(.integer(value), affinity)
    case .real(let text):
      // TEXT keeps the digits as they are written.
      if affinity == .text { return .text(digits(text, in: ast)) }
      return adapt(.real(ast.withBytes(text) { NumericText.real($0) }), affinity)
    case .string(let text): return adapt(.text(WTF8.literal(ast.bytes(text), encoding)), affinity)
    case .blob(let text): return .blob(ast.bytes(text))
    case .column(let name):
      if name.quoting == .none {
        if ast.equals(name, "true") { return adapt(.integer(1), affinity) }
        if ast.equals(name, "false") { return adapt(.integer(0), affinity) }
      }
      return adapt(.text(WTF8.literal(ast.bytes(name.text), encoding)), affinity)
    case .unary(.plus, let operand):
      return value(of: operand, in: ast, affinity: affinity, encoding: encoding)
    case .unary(.negate, let operand):
      if case .real(let text) = ast[operand],
        ast.withBytes(text, { $0.elementsEqual("9223372036854775808".utf8) })
      {
        return adapt(.integer(.min), affinity)
      }
      if affinity == .text, case .real(let text) = ast[operand] {
        return .text([UInt8(ascii: "-")] + digits(text, in: ast))
      }
      guard let literal = value(of: operand, in: ast, affinity: .none, encoding: encoding) else { return nil }
      switch literal {
      case .integer(let number):
        let (negated, overflow) = (0 as Int64).subtractingReportingOverflow(number)
        return adapt(overflow ? .real(-Double(number)) : .integer(negated), affinity)
      case .real(let number): return adapt(.real(-number), affinity)
      case .text, .blob:
        let number = withCell(of: literal, blobs(operand, in: ast, encoding)) {
          ValueRules.castNumeric($0, encoding)
        }
        if number.tag == .real { return adapt(.real(-number.real), affinity) }
        let (negated, overflow) = (0 as Int64).subtractingReportingOverflow(number.integer)
        return adapt(overflow ? .real(-Double(number.integer)) : .integer(negated), affinity)
      case .null: return nil
      }
    case .cast(let operand, let type):
      let target = DeclaredType.affinity(ofName: ast.string(ast[type]))
      guard let value = value(of: operand, in: ast, affinity: target, encoding: encoding) else { return nil }
      let cast = cast(value, to: target, encoding, blobs: blobs(operand, in: ast, encoding))
      return adapt(cast, affinity)
    default: return nil
    }
  }

  /// A numeric literal without separators.
  private static func digits(_ text: Text, in ast: AST) -> [UInt8] {
    ast.bytes(text).filter { $0 != UInt8(ascii: "_") }
  }

  /// The encoding of the text that a blob is. SQLite takes a literal's bytes for UTF-8 here, whatever the database's encoding; those of
  /// a text under CAST are the text's.
  private static func blobs(_ id: ExprID, in ast: AST, _ encoding: TextEncoding) -> TextEncoding {
    switch ast[id] {
    case .blob: .utf8
    case .unary(.plus, let operand): blobs(operand, in: ast, encoding)
    case .cast(let operand, let type):
      DeclaredType.affinity(ofName: ast.string(ast[type])) == .blob
        ? blobs(operand, in: ast, encoding) : encoding
    default: encoding
    }
  }

  private static func cast(
    _ constant: ProgramBuilder.Constant, to affinity: Affinity, _ encoding: TextEncoding, blobs: TextEncoding
  ) -> ProgramBuilder.Constant {
    if case .blob(var bytes) = constant {
      if affinity == .blob || affinity == .none { return constant }
      if affinity == .text, encoding != .utf8, blobs == .utf8 {
        // Whole units are wanted before the bytes are looked at.
        if bytes.count & 1 == 1 { bytes.removeLast() }
        return .text(WTF8.literal(bytes, encoding))
      }
    }
    return withCell(of: constant, blobs) { cell in
      switch affinity {
      case .integer: return .integer(ValueRules.integer(of: cell))
      case .real: return .real(ValueRules.real(of: cell))
      case .numeric:
        let number = ValueRules.castNumeric(cell, encoding)
        return number.tag == .real ? .real(number.real) : .integer(number.integer)
      case .text, .blob, .none:
        var buffer = ByteBuffer()
        defer { buffer.deallocate() }
        ValueRules.appendText(of: cell, to: &buffer)
        let bytes = [UInt8](buffer.bytes)
        if affinity == .text { return .text(bytes) }
        guard encoding != .utf8 else { return .blob(bytes) }
        buffer.count = 0
        bytes.withUnsafeBytes { TextTranscoder.appendUTF16($0, encoding: encoding, to: &buffer) }
        return .blob([UInt8](buffer.bytes))
      }
    }
  }

  /// The constant as a cell; a blob as the text that it is.
  private static func withCell<Result>(
    of constant: ProgramBuilder.Constant, _ encoding: TextEncoding, _ body: (Cell) -> Result
  ) -> Result {
    switch constant {
    case .null: return body(.null)
    case .integer(let value): return body(.integer(value))
    case .real(let value): return body(.real(value))
    case .text(let bytes):
      return bytes.withUnsafeBytes { body(.text($0.baseAddress, count: $0.count)) }
    case .blob(let bytes):
      return bytes.withUnsafeBytes { bytes in
        guard encoding != .utf8 else { return body(.text(bytes.baseAddress, count: bytes.count)) }
        var text = ByteBuffer()
        defer { text.deallocate() }
        TextTranscoder.appendWTF8(bytes.part(0, bytes.count & ~1), encoding: encoding, to: &text)
        return body(.text(text.bytes.baseAddress, count: text.count))
      }
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
