// Functions on bytes: hex, unhex, zeroblob, randomblob; and literals: quote, unistr, unistr_quote.

enum BlobFunctions {
  /// hex(X): the bytes of a value as capitals: of text as the database stores it, of numbers as UTF-8.
  static func hex(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    let encoding = context.environment.encoding
    if value.tag == .text, encoding != .utf8 {
      var stored = ByteBuffer()
      defer { stored.deallocate() }
      TextTranscoder.appendUTF16(value.bytes, encoding: encoding, to: &stored)
      guard appendHex(stored.bytes, context) else { return }
      context.pointee.returnOutput(as: .text)
      return
    }
    ValueRules.withText(of: value) { bytes in
      guard appendHex(bytes, context) else { return }
      context.pointee.returnOutput(as: .text)
    }
  }

  private static func appendHex(_ bytes: UnsafeRawBufferPointer, _ context: CallContext) -> Bool {
    guard context.reserve(bytes.count &* 2), let base = context.pointee.output.base else { return false }
    let target = base.assumingMemoryBound(to: UInt8.self) + context.pointee.output.count
    for index in 0..<bytes.count {
      target[2 &* index] = HexDigits.upper(bytes[index] >> 4)
      target[2 &* index &+ 1] = HexDigits.upper(bytes[index] & 0xf)
    }
    context.pointee.output.count &+= bytes.count &* 2
    return true
  }

  /// unhex(X [, IGNORED]): pairs of digits to bytes; characters of IGNORED may stand between pairs. NULL for other text.
  static func unhex(_ context: CallContext, _ arguments: Arguments) {
    guard !arguments.containsNull else { return }
    context.withText(of: arguments[0]) { text in
      context.withText(of: arguments[1]) { ignored in
        guard context.reserve(text.count / 2) else { return }
        var index = 0
        while index < text.count {
          if let high = HexDigits.value(text[index]) {
            guard index &+ 1 < text.count, let low = HexDigits.value(text[index &+ 1]) else { return }
            context.pointee.output.append(high << 4 | low)
            index &+= 2
            continue
          }
          let start = index
          // It ends like a C string.
          if text[index] == 0 { break }
          UTF8Text.skip(text, &index)
          guard contains(ignored, text.part(start, index &- start)) else { return }
        }
        context.pointee.returnOutput(as: .blob)
      }
    }
  }

  /// One of the characters of `set` is `character`.
  private static func contains(_ set: UnsafeRawBufferPointer, _ character: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < set.count {
      let start = index
      UTF8Text.skip(set, &index)
      if ValueRules.compareBytes(set.part(start, index &- start), character) == 0 { return true }
    }
    return false
  }

  /// zeroblob(N).
  static func zeroblob(_ context: CallContext, _ arguments: Arguments) {
    let count = max(context.integer(of: arguments[0]), 0)
    guard context.append(0, count: Int(count)) else { return }
    context.pointee.returnOutput(as: .blob)
    if context.environment.encoding != .utf8 { context.pointee.result.subtype = Cell.zeroBlob }
  }

  /// randomblob(N): at least one byte.
  static func randomblob(_ context: CallContext, _ arguments: Arguments) {
    let count = Int(max(context.integer(of: arguments[0]), 1))
    guard context.reserve(count), let base = context.pointee.output.base else { return }
    var index = 0
    while index < count {
      var word = context.environment.random()
      let length = min(8, count &- index)
      withUnsafeBytes(of: &word) {
        (base + index).copyMemory(from: $0.baseAddress.unsafelyUnwrapped, byteCount: length)
      }
      index &+= length
    }
    context.pointee.output.count = count
    context.pointee.returnOutput(as: .blob)
  }

  /// random(): an integer other than the smallest, so that abs() of it works.
  static func random(_ context: CallContext, _ arguments: Arguments) {
    let value = Int64(bitPattern: context.environment.random())
    context.result(value < 0 ? 0 &- (value & .max) : value)
  }

  /// quote(X): the value as an SQL literal. With `escapesControls`, unistr_quote(X).
  static func quote(_ context: CallContext, _ arguments: Arguments, escapesControls: Bool) {
    let value = arguments[0]
    switch value.tag {
    case .null:
      context.result("NULL")
      return
    case .integer:
      guard context.append(textOf: value) else { return }
    case .real:
      guard quote(value.real, context) else { return }
    case .text:
      guard QuotedText(value.bytes.untilNUL, 0x51, isAlternate: escapesControls).append(to: context) else {
        return
      }
    case .blob:
      guard context.reserve(Int(value.count) &* 2 &+ 3) else { return }
      context.pointee.output.append("X'")
      guard appendHex(value.bytes, context) else { return }
      context.pointee.output.append(0x27)
    }
    context.pointee.returnOutput(as: .text)
  }

  /// 15 digits when they read back as the same number, else as many as there are.
  private static func quote(_ value: Double, _ context: CallContext) -> Bool {
    if value.isInfinite {
      context.pointee.output.append(value < 0 ? "-9.0e+999" : "9.0e+999")
      return true
    }
    NumericText.append(value, to: &context.pointee.output)
    guard NumericText.real(context.pointee.output.bytes) != value else { return true }
    context.pointee.output.count = 0
    var directive = PrintfDirective()
    directive.isPrecise = true
    directive.precision = 20
    directive.letter = 0x65
    return PrintfFunction.real(value, directive, context)
  }

  /// unistr(X): replaces \XXXX, \uXXXX, \+XXXXXX, \UXXXXXXXX and \\.
  static func unistr(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    guard value.tag != .null else { return }
    context.withText(of: value) { bytes in
      let text = bytes.untilNUL
      guard context.reserve(text.count) else { return }
      var index = 0
      while index < text.count {
        let byte = text[index]
        index &+= 1
        guard byte == 0x5c else {
          context.pointee.output.append(byte)
          continue
        }
        if index < text.count, text[index] == 0x5c {
          context.pointee.output.append(0x5c)
          index &+= 1
          continue
        }
        guard let scalar = escape(text, &index), let base = context.pointee.output.base else {
          context.pointee.fail("invalid Unicode escape")
          return
        }
        // An escape is longer than the character it stands for.
        context.pointee.output.count &+= TextTranscoder.write(
          scalar: scalar, to: base + context.pointee.output.count)
      }
      // Behind a NUL nothing is looked at.
      guard context.append(bytes.part(text.count, bytes.count &- text.count)) else { return }
      context.pointee.returnOutput(as: .text)
    }
  }

  private static func escape(_ text: UnsafeRawBufferPointer, _ index: inout Int) -> UInt32? {
    guard index < text.count else { return nil }
    let digits: Int
    switch text[index] {
    case 0x75:
      digits = 4
      index &+= 1
    case 0x55:
      digits = 8
      index &+= 1
    case 0x2b:
      digits = 6
      index &+= 1
    default: digits = 4
    }
    guard digits <= text.count &- index else { return nil }
    var scalar: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = HexDigits.value(text[index]) else { return nil }
      scalar = scalar &<< 4 | UInt32(digit)
      index &+= 1
    }
    return scalar
  }
}
