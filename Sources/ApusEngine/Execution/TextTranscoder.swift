/// UTF-8 ⇄ UTF-16. Bytes that are not valid become U+FFFD, as in SQLite.
enum TextTranscoder {
  /// Appends UTF-16 bytes as UTF-8. An odd last byte is dropped.
  static func appendUTF8(
    _ source: UnsafeRawBufferPointer, encoding: TextEncoding, to target: inout ByteBuffer
  ) {
    let isBig = encoding == .utf16BigEndian
    var index = 0
    func unit(_ at: Int) -> UInt32 {
      let first = UInt32(source[at])
      let second = UInt32(source[at + 1])
      return isBig ? first << 8 | second : second << 8 | first
    }
    while index + 1 < source.count {
      var scalar = unit(index)
      index += 2
      if scalar >= 0xd800 && scalar < 0xdc00 {
        if index + 1 < source.count, case let low = unit(index), low >= 0xdc00 && low < 0xe000 {
          scalar = 0x10000 + (scalar - 0xd800) << 10 + (low - 0xdc00)
          index += 2
        } else {
          scalar = 0xfffd
        }
      } else if scalar >= 0xdc00 && scalar < 0xe000 {
        scalar = 0xfffd
      }
      appendScalar(scalar, to: &target)
    }
  }

  private static func appendScalar(_ scalar: UInt32, to target: inout ByteBuffer) {
    func byte(_ value: UInt32) { target.append(UInt8(truncatingIfNeeded: value)) }
    if scalar < 0x80 {
      byte(scalar)
    } else if scalar < 0x800 {
      byte(0xc0 | scalar >> 6)
      byte(0x80 | scalar & 0x3f)
    } else if scalar < 0x10000 {
      byte(0xe0 | scalar >> 12)
      byte(0x80 | scalar >> 6 & 0x3f)
      byte(0x80 | scalar & 0x3f)
    } else {
      byte(0xf0 | scalar >> 18)
      byte(0x80 | scalar >> 12 & 0x3f)
      byte(0x80 | scalar >> 6 & 0x3f)
      byte(0x80 | scalar & 0x3f)
    }
  }

  /// Appends UTF-8 bytes as UTF-16.
  static func appendUTF16(
    _ source: UnsafeRawBufferPointer, encoding: TextEncoding, to target: inout ByteBuffer
  ) {
    let isBig = encoding == .utf16BigEndian
    func put(_ unit: UInt16) {
      let high = UInt8(truncatingIfNeeded: unit >> 8)
      let low = UInt8(truncatingIfNeeded: unit)
      target.append(isBig ? high : low)
      target.append(isBig ? low : high)
    }
    var decoder = UTF8()
    var iterator = source.makeIterator()
    loop: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        for unit in UTF16.encode(scalar).unsafelyUnwrapped { put(unit) }
      case .error: put(0xfffd)
      case .emptyInput: break loop
      }
    }
  }
}
