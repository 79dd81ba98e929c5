// Functions on text: length, case, parts, search, replacement.

enum StringFunctions {
  /// length(X): characters of text up to a NUL, bytes of a blob or of a number's text.
  static func length(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    switch value.tag {
    case .null: return
    case .text: context.result(UTF8Text.length(value.bytes.untilNUL))
    case .blob: context.result(Int(value.count))
    case .integer, .real: context.result(ValueRules.withText(of: value) { $0.count })
    }
  }

  /// octet_length(X): bytes in the database's encoding.
  static func octetLength(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    let isWide = context.environment.encoding != .utf8
    switch value.tag {
    case .null: return
    case .blob: context.result(Int(value.count))
    case .integer, .real: context.result(ValueRules.withText(of: value) { $0.count } &* (isWide ? 2 : 1))
    case .text:
      context.result(isWide ? UTF16Units.byteCount(value.bytes) : Int(value.count))
    }
  }

  /// upper(X), lower(X): ASCII letters only.
  static func changeCase(_ context: CallContext, _ arguments: Arguments, toUpper: Bool) {
    let value = arguments[0]
    guard value.tag != .null, context.append(textOf: value) else { return }
    if let base = context.pointee.output.base {
      let bytes = base.assumingMemoryBound(to: UInt8.self)
      for index in 0..<context.pointee.output.count {
        bytes[index] = toUpper ? ValueRules.uppercased(bytes[index]) : ValueRules.lowercased(bytes[index])
      }
    }
    context.pointee.returnOutput(as: .text)
  }

  /// substr(X, START [, LENGTH]): counts characters of text, bytes of a blob; from 1, or from the end when negative.
  static func substring(_ context: CallContext, _ arguments: Arguments) {
    guard !arguments.containsNull else { return }
    let value = arguments[0]
    var start = context.integer(of: arguments[1])
    var length = Int64(context.environment.lengthLimit)
    if arguments.count == 3 {
      length = context.integer(of: arguments[2])
    }
    // A blob counts as bytes, not as the text that it might be.
    ValueRules.withText(of: value) { bytes in
      let isBlob = value.tag == .blob
      let text = isBlob ? bytes : bytes.untilNUL
      var total = Int64(text.count)
      if !isBlob, start < 0 { total = Int64(UTF8Text.length(text)) }
      resolve(&start, &length, total)
      if isBlob {
        if text.count == 0 { return }
        let from = min(start, total)
        context.pointee.result = .blob(
          text.baseAddress.map { $0 + Int(from) }, count: Int(min(length, total &- from)))
        return
      }
      var first = 0
      while start > 0, first < text.count {
        UTF8Text.skip(text, &first)
        start &-= 1
      }
      var end = first
      while length > 0, end < text.count {
        UTF8Text.skip(text, &end)
        length &-= 1
      }
      context.result(text.part(first, end &- first), partOf: value)
    }
  }

  /// Makes of START and LENGTH an offset and a count, neither negative. `total` matters only for a negative start.
  private static func resolve(_ start: inout Int64, _ length: inout Int64, _ total: Int64) {
    let takesBefore = length < 0
    if takesBefore { length = length == .min ? .max : 0 &- length }
    if start < 0 {
      start &+= total
      if start < 0 {
        length = max(length &+ start, 0)
        start = 0
      }
    } else if start > 0 {
      start &-= 1
    } else if length > 0 {
      length &-= 1
    }
    if takesBefore {
      start &-= length
      if start < 0 {
        length = max(length &+ start, 0)
        start = 0
      }
    }
  }

  /// instr(X, Y): where Y first occurs in X, from 1; 0 if it does not. Bytes when both are blobs, else characters.
  static func instr(_ context: CallContext, _ arguments: Arguments) {
    guard !arguments.containsNull else { return }
    let countsBytes = arguments[0].tag == .blob && arguments[1].tag == .blob
    search(context, arguments[0], asBytes: countsBytes) { haystack in
      search(context, arguments[1], asBytes: countsBytes) { needle in
        guard needle.count > 0 else {
          // One byte of a blob is no text in UTF-16. As in SQLite it is then looked for as the zero that ends the other text.
          let isBlob = arguments[1].tag == .blob && arguments[1].count > 0
          let end = isBlob ? haystack.firstIndex(of: 0) ?? haystack.count : 0
          context.result(countSteps(haystack.part(0, end)) &+ 1)
          return
        }
        guard let offset = characterStart(of: needle, in: haystack, countsBytes: countsBytes) else {
          context.result(0)
          return
        }
        context.result(countsBytes ? offset &+ 1 : countSteps(haystack.part(0, offset)) &+ 1)
      }
    }
  }

  /// What instr() looks into or for.
  @inline(__always)
  private static func search(
    _ context: CallContext, _ value: Cell, asBytes: Bool, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    if asBytes { body(value.bytes) } else { context.withText(of: value, body) }
  }

  /// Steps that a search takes over these bytes: each moves past a byte and the continuation bytes behind it.
  private static func countSteps(_ bytes: UnsafeRawBufferPointer) -> Int {
    var steps = 0
    for index in 0..<bytes.count where index == 0 || bytes[index] & 0xc0 != 0x80 { steps &+= 1 }
    return steps
  }

  /// The first place of `needle` where a search by characters can stand.
  private static func characterStart(
    of needle: UnsafeRawBufferPointer, in haystack: UnsafeRawBufferPointer, countsBytes: Bool
  ) -> Int? {
    var from = 0
    while let offset = ByteSearch.first(needle, in: haystack, from: from) {
      if countsBytes || offset == 0 || haystack[offset] & 0xc0 != 0x80 { return offset }
      from = offset &+ 1
    }
    return nil
  }

  /// replace(X, Y, Z): every Y in X becomes Z; X itself when Y is empty.
  static func replace(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    guard value.tag != .null, arguments[1].tag != .null else { return }
    context.withText(of: value) { text in
      context.withText(of: arguments[1]) { pattern in
        // The test for an empty pattern takes it for a C string; NULL as replacement counts only after it.
        guard pattern.count > 0, pattern[0] != 0 else {
          context.result(text, partOf: value)
          return
        }
        guard arguments[2].tag != .null else { return }
        guard var offset = ByteSearch.first(pattern, in: text, from: 0) else {
          context.result(text, partOf: value)
          return
        }
        context.withText(of: arguments[2]) { replacement in
          var done = 0
          while true {
            guard context.append(text.part(done, offset &- done)), context.append(replacement) else { return }
            done = offset &+ pattern.count
            guard let next = ByteSearch.first(pattern, in: text, from: done) else { break }
            offset = next
          }
          guard context.append(text.part(done, text.count &- done)) else { return }
          context.pointee.returnOutput(as: .text)
        }
      }
    }
  }

  enum TrimSide { case left, right, both }

  /// trim, ltrim, rtrim: takes spaces, or the characters of the second argument, off the ends.
  static func trim(_ context: CallContext, _ arguments: Arguments, _ side: TrimSide) {
    guard !arguments.containsNull else { return }
    let value = arguments[0]
    context.withText(of: value) { text in
      if arguments.count == 1 {
        var start = 0
        var end = text.count
        if side != .right { while start < end, text[start] == 0x20 { start &+= 1 } }
        if side != .left { while end > start, text[end &- 1] == 0x20 { end &-= 1 } }
        context.result(text.part(start, end &- start), partOf: value)
        return
      }
      context.withText(of: arguments[1]) { set in
        let characters = set.untilNUL
        var start = 0
        var end = text.count
        if side != .right {
          while start < end, let length = match(characters, text.part(start, end &- start), atEnd: false) {
            start &+= length
          }
        }
        if side != .left {
          while end > start, let length = match(characters, text.part(start, end &- start), atEnd: true) {
            end &-= length
          }
        }
        context.result(text.part(start, end &- start), partOf: value)
      }
    }
  }

  /// The length of the first character of `set` that the text begins or ends with.
  private static func match(
    _ set: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer, atEnd: Bool
  ) -> Int? {
    var index = 0
    while index < set.count {
      let first = index
      UTF8Text.skip(set, &index)
      let length = index &- first
      guard length <= text.count else { continue }
      let part = text.part(atEnd ? text.count &- length : 0, length)
      if ValueRules.compareBytes(part, set.part(first, length)) == 0 { return length }
    }
    return nil
  }

  /// concat(X, …): the text of all arguments but NULLs.
  static func concat(_ context: CallContext, _ arguments: Arguments) {
    for index in 0..<arguments.count {
      guard context.append(textOf: arguments[index]) else { return }
    }
    context.pointee.returnOutput(as: .text)
  }

  /// concat_ws(SEPARATOR, X, …): NULLs are left out together with their separator.
  static func concatWithSeparator(_ context: CallContext, _ arguments: Arguments) {
    guard arguments[0].tag != .null else { return }
    context.withText(of: arguments[0]) { separator in
      var isFirst = true
      for index in 1..<max(arguments.count, 1) where arguments[index].tag != .null {
        if !isFirst { guard context.append(separator) else { return } }
        isFirst = false
        guard context.append(textOf: arguments[index]) else { return }
      }
      context.pointee.returnOutput(as: .text)
    }
  }

  /// char(N, …): the characters with these code points; U+FFFD for numbers that are none.
  static func char(_ context: CallContext, _ arguments: Arguments) {
    guard context.reserve(arguments.count &* 4) else { return }
    for index in 0..<arguments.count {
      let number = context.integer(of: arguments[index])
      let scalar = number < 0 || number > 0x10ffff ? 0xfffd : UInt32(truncatingIfNeeded: number)
      guard let base = context.pointee.output.base else { return }
      context.pointee.output.count &+= TextTranscoder.write(
        scalar: scalar, to: base + context.pointee.output.count)
    }
    context.pointee.returnOutput(as: .text)
  }

  /// unicode(X): the code point of the first character.
  static func unicode(_ context: CallContext, _ arguments: Arguments) {
    guard arguments[0].tag != .null else { return }
    context.withText(of: arguments[0]) { text in
      guard let first = text.first, first != 0 else { return }
      var index = 0
      context.result(Int64(TextTranscoder.nextScalar(text, &index)))
    }
  }
}
