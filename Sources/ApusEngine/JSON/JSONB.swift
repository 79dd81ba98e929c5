/// SQLite's binary JSON (https://sqlite.org/jsonb.html): element types, and a view of bytes that may be anything.
///
/// An element is a header and a payload. The header's first byte has the type in its low half and, in its high half,
/// the payload's size or the number of bytes that hold the size.
enum JSONType {
  static let null: UInt8 = 0
  static let `true`: UInt8 = 1
  static let `false`: UInt8 = 2
  /// Decimal integer.
  static let integer: UInt8 = 3
  /// Hexadecimal integer.
  static let integer5: UInt8 = 4
  static let real: UInt8 = 5
  /// A real with nothing before or after the point.
  static let real5: UInt8 = 6
  /// Text that is both JSON and SQL as it stands.
  static let text: UInt8 = 7
  /// Text with the escapes of JSON.
  static let textEscaped: UInt8 = 8
  /// Text with the escapes of JSON5.
  static let text5: UInt8 = 9
  /// Text that must be escaped to become JSON.
  static let textRaw: UInt8 = 10
  static let array: UInt8 = 11
  static let object: UInt8 = 12

  @inline(__always)
  static func isText(_ type: UInt8) -> Bool { type >= text && type <= textRaw }

  @inline(__always)
  static func isContainer(_ type: UInt8) -> Bool { type == array || type == object }

  /// A text whose bytes are its characters.
  @inline(__always)
  static func isPlainText(_ type: UInt8) -> Bool { type == text || type == textRaw }

  /// What json_type() answers; empty for types that do not exist.
  static func name(_ type: UInt8) -> StaticString {
    switch type {
    case null: "null"
    case `true`: "true"
    case `false`: "false"
    case integer, integer5: "integer"
    case real, real5: "real"
    case text, textEscaped, text5, textRaw: "text"
    case array: "array"
    case object: "object"
    default: ""
    }
  }
}

/// One element of a JSONB value: offsets into the bytes.
struct JSONElement: BitwiseCopyable {
  let start: Int
  let payload: Int
  let end: Int
  /// 0...15; 13 and above do not exist.
  let type: UInt8

  @inline(__always)
  var payloadCount: Int { end &- payload }
  @inline(__always)
  var count: Int { end &- start }
}

/// Bytes that are read as JSONB. Nothing about them is trusted: every element is checked to lie within.
struct JSONBView: BitwiseCopyable {
  let base: UnsafeRawPointer
  let count: Int

  @inline(__always)
  init(_ base: UnsafeRawPointer, _ count: Int) {
    self.base = base
    self.count = count
  }

  @inline(__always)
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return nil }
    base = start
    count = bytes.count
  }

  /// The byte at `index`, which must lie within.
  @inline(__always)
  subscript(index: Int) -> UInt8 { base.load(fromByteOffset: index, as: UInt8.self) }

  @inline(__always)
  func bytes(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + start, count: count)
  }

  @inline(__always)
  func payload(_ element: JSONElement) -> UnsafeRawBufferPointer {
    bytes(element.payload, element.payloadCount)
  }

  /// The element at `start`; nil when it does not lie wholly within the bytes.
  @inline(__always)
  func element(at start: Int) -> JSONElement? {
    guard start >= 0, start < count else { return nil }
    let first = self[start]
    let size = Int(first >> 4)
    if size <= 11 {
      let end = start &+ 1 &+ size
      guard end <= count else { return nil }
      return JSONElement(start: start, payload: start &+ 1, end: end, type: first & 0x0f)
    }
    return longElement(at: start, first)
  }

  @inline(never)
  private func longElement(at start: Int, _ first: UInt8) -> JSONElement? {
    let width = 1 &<< (Int(first >> 4) &- 12)
    guard start &+ 1 &+ width <= count else { return nil }
    var size = 0
    for index in 0..<width {
      // No size of more than 32 bits is legal.
      if width == 8, index < 4, self[start &+ 1 &+ index] != 0 { return nil }
      size = size &<< 8 | Int(self[start &+ 1 &+ index])
    }
    let payload = start &+ 1 &+ width
    guard size <= count &- payload else { return nil }
    return JSONElement(start: start, payload: payload, end: payload &+ size, type: first & 0x0f)
  }

  /// The element that is all there is; nil when the bytes do not look like JSONB. What is inside is not looked at,
  /// except in short values that would be JSON text as well.
  @inline(__always)
  var root: JSONElement? {
    guard let root = element(at: 0), root.end == count, root.type <= JSONType.object else { return nil }
    if root.type <= JSONType.false, root.payloadCount != 0 { return nil }
    if root.payloadCount <= 7 {
      let first = self[0]
      let isLikeText = first == 0x7b || first == 0x5b || NumericText.isDigit(first)
      if isLikeText, JSONValidity.firstError(in: self) != nil { return nil }
    }
    return root
  }

  /// Elements of an array: those that begin before its end. The first that is none is counted, and the last.
  func elementCount(of array: JSONElement) -> Int {
    var position = array.payload
    var number = 0
    while position < array.end {
      number &+= 1
      guard let item = element(at: position) else { break }
      position = item.end
    }
    return number
  }
}

/// Writing headers.
enum JSONHeader {
  /// Bytes of the shortest header for a payload of `size` bytes.
  @inline(__always)
  static func length(_ size: Int) -> Int {
    size <= 11 ? 1 : size <= 0xff ? 2 : size <= 0xffff ? 3 : 5
  }

  /// Writes a header of `length` bytes: 1, 2, 3, 5 or 9.
  @inline(__always)
  static func write(_ type: UInt8, size: Int, length: Int, to target: UnsafeMutableRawPointer) {
    switch length {
    case 1: target.storeBytes(of: UInt8(truncatingIfNeeded: size &<< 4) | type, as: UInt8.self)
    case 2:
      target.storeBytes(of: 0xc0 | type, as: UInt8.self)
      target.storeBytes(of: UInt8(truncatingIfNeeded: size), toByteOffset: 1, as: UInt8.self)
    case 3:
      target.storeBytes(of: 0xd0 | type, as: UInt8.self)
      target.storeBytes(of: UInt16(truncatingIfNeeded: size).bigEndian, toByteOffset: 1, as: UInt16.self)
    case 5:
      target.storeBytes(of: 0xe0 | type, as: UInt8.self)
      target.storeBytes(of: UInt32(truncatingIfNeeded: size).bigEndian, toByteOffset: 1, as: UInt32.self)
    default:
      target.storeBytes(of: 0xf0 | type, as: UInt8.self)
      target.storeBytes(of: UInt64(size).bigEndian, toByteOffset: 1, as: UInt64.self)
    }
  }

  /// Appends a header for a payload that follows.
  static func append(_ type: UInt8, size: Int, to buffer: inout ByteBuffer) {
    let length = length(size)
    buffer.reserve(buffer.count &+ length)
    guard let base = buffer.base else { return }
    write(type, size: size, length: length, to: base + buffer.count)
    buffer.count &+= length
  }

  /// Gives the container at `start` the payload size `size`, in the shortest header. The payload moves when the
  /// header's length changes; returns by how much.
  static func resize(at start: Int, oldLength: Int, size: Int, in buffer: inout ByteBuffer) -> Int {
    let length = length(size)
    let delta = length &- oldLength
    if delta > 0 { buffer.reserve(buffer.count &+ delta) }
    guard let base = buffer.base, start < buffer.count else { return 0 }
    let type = base.load(fromByteOffset: start, as: UInt8.self) & 0x0f
    if delta != 0 {
      let rest = start &+ oldLength
      (base + start + length).copyMemory(from: base + rest, byteCount: buffer.count &- rest)
      buffer.count &+= delta
    }
    write(type, size: size, length: length, to: base + start)
    return delta
  }
}

/// Characters by class, as JSON5 and its paths want them.
enum JSONCharacter {
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    NumericText.isDigit(byte) || (byte | 0x20) &- 0x61 < 26
  }

  /// Begins an identifier: letters, `_`, `$`, and whatever is not ASCII.
  @inline(__always)
  static func beginsIdentifier(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == 0x5f || byte == 0x24 || byte >= 0x80
  }

  @inline(__always)
  static func continuesIdentifier(_ byte: UInt8) -> Bool {
    beginsIdentifier(byte) || NumericText.isDigit(byte)
  }

  /// Stands for itself in a JSON text between quotes.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5c && byte != 0x27
  }
}
