/// JSONB to JSON text, without recursion: compact, or with line breaks.
struct JSONTextWriter {
  enum Outcome { case done, malformed, tooBig }

  /// The longest text that any connection allows.
  static let longest = 1_000_000_000

  var output: ByteBuffer
  /// Open containers; kept for its memory.
  var levels: ByteBuffer
  /// The output may not become longer than this.
  let limit: Int

  private struct Level: BitwiseCopyable {
    var end: Int
    var isObject: Bool
    /// A label was written, its value comes next.
    var isValueNext: Bool
  }

  init(output: ByteBuffer, levels: ByteBuffer, limit: Int) {
    self.output = output
    self.levels = levels
    self.limit = limit
  }

  /// Appends the text of the element at `start`.
  mutating func write(_ blob: JSONBView, at start: Int) -> Outcome {
    guard let root = blob.element(at: start) else { return .malformed }
    guard JSONType.isContainer(root.type) else { return scalar(blob, root) }
    levels.count = 0
    push(root)
    output.append(root.type == JSONType.object ? 0x7b : 0x5b)
    var position = root.payload
    while var level = levels.top(as: Level.self) {
      // The elements of one container, up to one that is a container itself.
      var isValueNext = level.isValueNext
      var isInner = false
      while position < level.end {
        guard let item = blob.element(at: position), item.end <= level.end else { return .malformed }
        if JSONType.isContainer(item.type) {
          level.isValueNext = level.isObject && !isValueNext
          levels.setTop(level)
          push(item)
          output.append(item.type == JSONType.object ? 0x7b : 0x5b)
          position = item.payload
          isInner = true
          break
        }
        let outcome = scalar(blob, item)
        if outcome != .done { return outcome }
        output.append(level.isObject && !isValueNext ? 0x3a : 0x2c)
        isValueNext = level.isObject && !isValueNext
        // SQLite goes on behind the header of a null, true or false, which should have no payload.
        position = item.type <= JSONType.false ? item.start &+ 1 : item.end
      }
      if output.count > limit { return .tooBig }
      if isInner { continue }
      if isValueNext { return .malformed }
      // The separator behind the last element gives way to the bracket.
      closeBracket(level.isObject ? 0x7d : 0x5d)
      position = level.end
      levels.pop(Level.self)
      if let outer = levels.top(as: Level.self) {
        output.append(outer.isObject && outer.isValueNext ? 0x3a : 0x2c)
      }
    }
    return .done
  }

  @inline(__always)
  private mutating func closeBracket(_ bracket: UInt8) {
    if let base = output.base, output.count > 0 {
      let last = base.load(fromByteOffset: output.count &- 1, as: UInt8.self)
      if last == 0x2c { output.count &-= 1 }
    }
    output.append(bracket)
  }

  private mutating func push(_ element: JSONElement) {
    levels.push(Level(end: element.end, isObject: element.type == JSONType.object, isValueNext: false))
  }

  // MARK: Scalars

  @inline(__always)
  private mutating func scalar(_ blob: JSONBView, _ item: JSONElement) -> Outcome {
    let payload = blob.payload(item)
    switch item.type {
    case JSONType.text, JSONType.textEscaped:
      quote(payload)
      return .done
    case JSONType.integer, JSONType.real:
      if payload.count == 0 { return .malformed }
      output.append(payload)
      return .done
    default: return rareScalar(item.type, payload)
    }
  }

  @inline(__always)
  private mutating func quote(_ bytes: UnsafeRawBufferPointer) {
    output.reserve(output.count &+ bytes.count &+ 2)
    guard let base = output.base else { return }
    let target = base + output.count
    target.storeBytes(of: 0x22, as: UInt8.self)
    if let start = bytes.baseAddress, bytes.count > 0 {
      (target + 1).copyMemory(from: start, byteCount: bytes.count)
    }
    target.storeBytes(of: 0x22, toByteOffset: bytes.count &+ 1, as: UInt8.self)
    output.count &+= bytes.count &+ 2
  }

  @inline(never)
  private mutating func rareScalar(_ type: UInt8, _ payload: UnsafeRawBufferPointer) -> Outcome {
    switch type {
    case JSONType.null: output.append("null")
    case JSONType.true: output.append("true")
    case JSONType.false: output.append("false")
    case JSONType.integer5: return hexadecimal(payload)
    case JSONType.real5: return openReal(payload)
    case JSONType.text5: return text5(payload)
    case JSONType.textRaw: JSONText.append(payload, to: &output)
    default: return .malformed
    }
    return .done
  }

  private mutating func hexadecimal(_ payload: UnsafeRawBufferPointer) -> Outcome {
    guard let first = payload.first else { return .malformed }
    var index = 2
    if first == 0x2d {
      output.append(0x2d)
      index = 3
    } else if first == 0x2b {
      index = 3
    }
    var value: UInt64 = 0
    var isTooBig = false
    while index < payload.count {
      guard let digit = HexDigits.value(payload[index]) else { return .malformed }
      if value &>> 60 != 0 { isTooBig = true } else { value = value &<< 4 | UInt64(digit) }
      index &+= 1
    }
    if isTooBig {
      output.append("9.0e999")
      return .done
    }
    output.reserve(output.count &+ NumericText.longest)
    guard let base = output.base else { return .malformed }
    output.count &+= NumericText.write(magnitude: value, to: base + output.count)
    return .done
  }

  /// A real with nothing before or behind its point gets a zero there.
  private mutating func openReal(_ payload: UnsafeRawBufferPointer) -> Outcome {
    guard let first = payload.first else { return .malformed }
    var index = 0
    if first == 0x2d {
      output.append(0x2d)
      index = 1
    }
    if index < payload.count, payload[index] == 0x2e { output.append(0x30) }
    while index < payload.count {
      output.append(payload[index])
      if payload[index] == 0x2e, index &+ 1 >= payload.count || !NumericText.isDigit(payload[index &+ 1]) {
        output.append(0x30)
      }
      index &+= 1
    }
    return .done
  }

  /// The escapes of JSON5 as those of JSON.
  private mutating func text5(_ payload: UnsafeRawBufferPointer) -> Outcome {
    output.append(0x22)
    var index = 0
    while index < payload.count {
      let byte = payload[index]
      if JSONCharacter.isPlain(byte) || byte == 0x27 {
        output.append(byte)
        index &+= 1
        continue
      }
      if byte == 0x22 || byte <= 0x1f {
        JSONText.appendEscaped(byte, to: &output)
        index &+= 1
        continue
      }
      let left = payload.count &- index
      guard left >= 2 else { return .malformed }
      switch payload[index &+ 1] {
      case 0x27: output.append(0x27)
      case 0x76: output.append("\\u000b")
      case 0x30: output.append("\\u0000")
      case 0x78:
        guard left >= 4 else { return .malformed }
        output.append("\\u00")
        output.append(payload[index &+ 2])
        output.append(payload[index &+ 3])
        index &+= 2
      case 0x0a: break
      case 0x0d: if left > 2, payload[index &+ 2] == 0x0a { index &+= 1 }
      case 0xe2:
        guard left >= 4, payload[index &+ 2] == 0x80, payload[index &+ 3] & 0xfe == 0xa8 else {
          return .malformed
        }
        index &+= 2
      default:
        output.append(0x5c)
        output.append(payload[index &+ 1])
      }
      index &+= 2
    }
    output.append(0x22)
    return .done
  }
}

/// SQL text to JSON text.
enum JSONText {
  /// Appends a text between quotes, escaped as JSON wants it.
  static func append(_ text: UnsafeRawBufferPointer, to output: inout ByteBuffer) {
    // Most text has nothing to escape: it is copied first and looked at on the way.
    output.reserve(output.count &+ text.count &+ 2)
    output.append(0x22)
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, JSONCharacter.isPlain(text[index]) || text[index] == 0x27 { index &+= 1 }
      if index > start { output.append(text.part(start, index &- start)) }
      if index < text.count {
        appendEscaped(text[index], to: &output)
        index &+= 1
      }
    }
    output.append(0x22)
  }

  /// Appends the escape of a quote, a backslash or a control character.
  static func appendEscaped(_ byte: UInt8, to output: inout ByteBuffer) {
    output.append(0x5c)
    switch byte {
    case 0x22, 0x5c: output.append(byte)
    case 0x08: output.append(0x62)
    case 0x09: output.append(0x74)
    case 0x0a: output.append(0x6e)
    case 0x0c: output.append(0x66)
    case 0x0d: output.append(0x72)
    default:
      output.append("u00")
      output.append(HexDigits.lower(byte >> 4))
      output.append(HexDigits.lower(byte & 0x0f))
    }
  }
}
