/// The form in which registers hold the text of a UTF-16 database: WTF-8 (https://simonsapin.github.io/wtf-8/), which is UTF-8 in which
/// a surrogate without its other half takes three bytes like any other unit. It carries whatever a file may hold, and each text has
/// one spelling: equal bytes are equal texts. A text with an odd number of bytes, which only damaged files have, ends with 0xFF and its
/// last byte in two continuation bytes.
///
/// In a database of UTF-8 text is whatever bytes it is, and nothing here is used.
enum WTF8 {
  /// Bytes of the mark and the odd byte at the end of a text.
  static let oddByteLength = 3

  /// The last byte of a text with an odd number of bytes.
  @inline(__always)
  static func oddByte(_ text: UnsafeRawBufferPointer) -> UInt8? {
    let start = text.count &- oddByteLength
    guard start >= 0, text[start] == 0xff else { return nil }
    return text[start &+ 1] &<< 6 | text[start &+ 2] & 0x3f
  }

  /// Writes the mark and the byte; the target has room for them.
  @inline(__always)
  static func writeOddByte(_ byte: UInt8, to target: UnsafeMutableRawPointer) {
    target.storeBytes(of: 0xff, as: UInt8.self)
    target.storeBytes(of: 0x80 | byte &>> 6, toByteOffset: 1, as: UInt8.self)
    target.storeBytes(of: 0x80 | byte & 0x3f, toByteOffset: 2, as: UInt8.self)
  }

  /// The text without an odd byte.
  @inline(__always)
  static func whole(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    oddByte(text) == nil ? text : text.part(0, text.count &- oddByteLength)
  }

  /// The text ends with a surrogate without its other half, or with an odd byte: what is appended may join it.
  @inline(__always)
  static func isOpen(_ text: UnsafeRawBufferPointer) -> Bool {
    let start = text.count &- oddByteLength
    guard start >= 0 else { return false }
    return text[start] == 0xff || (text[start] == 0xed && text[start &+ 1] >= 0xa0)
  }

  /// The text is the same in UTF-8: all surrogates have their other half, and there is no odd byte.
  static func isUTF8(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let base = text.baseAddress else { return true }
    if oddByte(text) != nil { return false }
    var index = 0
    while index < text.count {
      // ASCII by eights.
      if index &+ 8 <= text.count,
        base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index &+= 8
        continue
      }
      if text[index] == 0xed, index &+ 1 < text.count, text[index &+ 1] >= 0xa0 { return false }
      index &+= 1
    }
    return true
  }

  /// UTF-8 from outside is the same in WTF-8: no byte of it is changed by the way through UTF-16, which knows neither surrogates nor
  /// U+FFFE and U+FFFF.
  static func accepts(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let base = text.baseAddress else { return true }
    @inline(__always)
    func continues(_ index: Int, from low: UInt8 = 0x80, through high: UInt8 = 0xbf) -> Bool {
      index < text.count && text[index] >= low && text[index] <= high
    }
    var index = 0
    while index < text.count {
      if index &+ 8 <= text.count,
        base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index &+= 8
        continue
      }
      let first = text[index]
      switch first {
      case ..<0x80: index &+= 1
      case 0xc2...0xdf:
        guard continues(index &+ 1) else { return false }
        index &+= 2
      case 0xe0...0xef:
        guard
          continues(index &+ 1, from: first == 0xe0 ? 0xa0 : 0x80, through: first == 0xed ? 0x9f : 0xbf),
          continues(index &+ 2)
        else { return false }
        if first == 0xef, text[index &+ 1] == 0xbf, text[index &+ 2] >= 0xbe { return false }
        index &+= 3
      case 0xf0...0xf4:
        guard
          continues(index &+ 1, from: first == 0xf0 ? 0x90 : 0x80, through: first == 0xf4 ? 0x8f : 0xbf),
          continues(index &+ 2), continues(index &+ 3)
        else { return false }
        index &+= 4
      default: return false
      }
    }
    return true
  }

  /// A text from a record as a register of a database of that encoding holds it.
  static func text(stored bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> [UInt8] {
    guard encoding != .utf8 else { return [UInt8](bytes) }
    var buffer = ByteBuffer()
    defer { buffer.deallocate() }
    TextTranscoder.appendWTF8(bytes, encoding: encoding, to: &buffer)
    return [UInt8](buffer.bytes)
  }

  /// A literal as a register of a database of that encoding holds it.
  static func literal(_ text: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    guard encoding != .utf8 else { return text }
    return text.withUnsafeBytes { bytes in
      if accepts(bytes) { return text }
      var buffer = ByteBuffer()
      defer { buffer.deallocate() }
      TextTranscoder.appendWTF8(ofUTF8: bytes, to: &buffer)
      return [UInt8](buffer.bytes)
    }
  }
}
