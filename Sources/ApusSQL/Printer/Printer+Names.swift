// Names and string literals.
//
// A bare word is printed bare where it is an identifier or a keyword that falls back to one; any other word gets
// brackets, which unlike double quotes never turn into a string.

extension Printer {
  mutating func print(_ name: Name) {
    let bytes = ast.bytes(name.text)
    switch name.quoting {
    case .double: write(bytes, quotedBy: 0x22)
    case .single: write(bytes, quotedBy: 0x27)
    case .backtick: write(bytes, quotedBy: 0x60)
    case .bracket: printBracketed(bytes)
    case .none:
      switch Self.wordKind(bytes) {
      case .identifier?: output.append(contentsOf: bytes)
      case .with?: printBracketed(bytes)
      case let kind?: if kind.isID { output.append(contentsOf: bytes) } else { printBracketed(bytes) }
      case nil: write(bytes, quotedBy: 0x22)
      }
    }
  }

  /// The token that bytes are when written bare, or `nil` if they are not one word.
  static func wordKind(_ bytes: [UInt8]) -> TokenKind? {
    bytes.withUnsafeBufferPointer { buffer in
      guard let first = buffer.first, CharacterClass.isKeyword(first) || first >= 0x80 else { return nil }
      var lexer = Lexer(buffer, position: 0)
      let token = lexer.scan()
      return token.start == 0 && token.end == buffer.count ? token.kind : nil
    }
  }

  private mutating func printBracketed(_ bytes: [UInt8]) {
    if bytes.contains(0x5D) {
      write(bytes, quotedBy: 0x60)
    } else {
      write(0x5B)
      output.append(contentsOf: bytes)
      write(0x5D)
    }
  }

  /// `name` or `schema.name`.
  mutating func print(_ schema: Name?, _ name: Name) {
    if let schema {
      print(schema)
      write(".")
    }
    print(name)
  }

  /// ` AS name`.
  mutating func printAlias(_ alias: Name?) {
    guard let alias else { return }
    write(" AS ")
    print(alias)
  }

  /// `(a, b, …)`, or nothing for an empty list.
  mutating func printNames(_ names: NodeList<Name>) {
    if names.isEmpty { return }
    write("(")
    printList(ast[names]) { $0.print($1) }
    write(")")
  }

  /// A string literal. A zero byte would end the text, so such a string is printed as a converted blob.
  mutating func printString(_ text: Text) {
    let bytes = ast.bytes(text)
    if bytes.contains(0) {
      write("CAST(")
      printBlob(text)
      write(" AS TEXT)")
    } else {
      write(bytes, quotedBy: 0x27)
    }
  }

  mutating func printBlob(_ text: Text) {
    write("x'")
    for byte in ast.bytes(text) {
      write(Self.hexDigit(byte >> 4))
      write(Self.hexDigit(byte & 15))
    }
    write("'")
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x37 &+ value }
}
