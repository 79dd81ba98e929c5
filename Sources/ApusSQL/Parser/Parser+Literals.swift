// The values of literal tokens, and the numbering of bind parameters.

extension Parser {
  /// An integer token: decimal or hexadecimal.
  func integerLiteral(_ token: Token) -> ExprNode {
    let bytes = bytes(of: token)
    if bytes.count > 2, bytes[1] | 0x20 == 0x78 { return hexLiteral(token, bytes.dropFirst(2)) }
    guard let value = Self.decimal(bytes[...]) else { return .real(text(token.start, token.end)) }
    return .integer(value)
  }

  private func hexLiteral(_ token: Token, _ digits: Slice<UnsafeBufferPointer<UInt8>>) -> ExprNode {
    guard let value = Self.hexadecimal(digits) else { return .real(text(token.start, token.end)) }
    return .integer(value)
  }

  private static func decimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = product.addingReportingOverflow(Int64(digit &- 0x30))
      if overflows || carries { return nil }
      value = sum
    }
    return value
  }

  private static func hexadecimal(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
    var value: UInt64 = 0
    for digit in digits {
      if value >> 60 != 0 { return nil }
      value = value << 4 | UInt64(CharacterClass.hexValue(digit))
    }
    return Int64(bitPattern: value)
  }

  /// A number with `_` between digits. The separators must have a digit on both sides.
  mutating func separatedLiteral(_ token: Token) throws(ParseFailure) -> ExprNode {
    let source = bytes(of: token)
    let isHex = source.count > 2 && source[1] | 0x20 == 0x78
    var digits: [UInt8] = []
    digits.reserveCapacity(source.count)
    var isReal = false
    for (index, byte) in source.enumerated() {
      if byte != 0x5F {
        if !isHex && !CharacterClass.isDigit(byte) { isReal = true }
        digits.append(byte)
        continue
      }
      guard index > 0, index + 1 < source.count else { throw unrecognized(token) }
      let before = source[index - 1]
      let after = source[index + 1]
      let isBetween =
        isHex
        ? CharacterClass.isHexDigit(before) && CharacterClass.isHexDigit(after)
        : CharacterClass.isDigit(before) && CharacterClass.isDigit(after)
      if !isBetween { throw unrecognized(token) }
    }
    let value: Int64? = digits.withUnsafeBufferPointer { digits in
      if isReal { return nil }
      return isHex ? Self.hexadecimal(digits.dropFirst(2)) : Self.decimal(digits[...])
    }
    if let value { return .integer(value) }
    return .real(ast.addText(digits))
  }

  /// The decoded bytes of a blob token.
  mutating func blobText(_ token: Token) -> Text {
    let start = ast.ownBytes.count
    var index = token.start &+ 2
    while index &+ 1 < token.end &- 1 {
      let high = CharacterClass.hexValue(lexer.byte(index))
      ast.ownBytes.append(high &<< 4 | CharacterClass.hexValue(lexer.byte(index &+ 1)))
      index &+= 2
    }
    return Text(
      location: UInt32(truncatingIfNeeded: start) | Text.ownTableBit,
      count: UInt32(truncatingIfNeeded: ast.ownBytes.count &- start))
  }

  /// A bind parameter. `?` takes the next number, `?n` its own, a name the number of its first use.
  mutating func parseVariable() throws(ParseFailure) -> ExprID {
    let first = token
    let source = bytes(of: first)
    var use = ParameterUse(number: 0, name: text(first.start, first.end))
    if lexer.byte(first.start) == 0x3F {
      if source.count == 1 {
        use.number = ast.parameterCount &+ 1
      } else {
        let number = Self.decimal(source.dropFirst()) ?? 0
        guard number >= 1, number <= limits.variableNumber else {
          throw fail("variable number must be between ?1 and ?\(limits.variableNumber)")
        }
        use.number = Int32(truncatingIfNeeded: number)
      }
    } else {
      if lexer.byte(first.start) == 0x23, CharacterClass.isDigit(lexer.byte(first.start &+ 1)) {
        throw unexpected()
      }
      use.number = numberOfParameter(source, first)
    }
    if use.number > ast.parameterCount { ast.parameterCount = use.number }
    if Int(use.number) > limits.variableNumber { throw fail("too many SQL variables") }
    if source.count > 1 { namedParameters.append(use) }
    let parameter = ast.add(use)
    try advance()
    return try make(.parameter(parameter), range(from: first.start))
  }

  private func numberOfParameter(_ name: UnsafeBufferPointer<UInt8>, _ token: Token) -> Int32 {
    for other in namedParameters where Int(other.name.count) == name.count {
      let start = Int(other.name.location) &+ origin
      if bytes(of: Token(kind: .variable, start: start, end: start &+ name.count)).elementsEqual(name) {
        return other.number
      }
    }
    return ast.parameterCount &+ 1
  }
}
