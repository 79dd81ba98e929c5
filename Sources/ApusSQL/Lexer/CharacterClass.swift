// Byte classes of the lexer, computed so that no table is loaded.
//
// Invariant: bytes from 0x80 up are identifier characters, whatever they encode.

/// Tests on single bytes.
enum CharacterClass {
  /// Letters, digits, `_`, `$` and every byte from 0x80.
  @inline(__always)
  static func isIdentifier(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return true }
    let mask: UInt64 = byte < 64 ? 0x03FF_0010_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return mask &>> UInt64(byte & 63) & 1 != 0
  }

  /// Letters and `_`: what keywords are made of.
  @inline(__always)
  static func isKeyword(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 0x5F }

  /// ASCII letters.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Decimal digits.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Hexadecimal digits.
  @inline(__always)
  static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- 0x61 < 6 }

  /// Blank, tab, line feed, vertical tab, form feed, carriage return.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// The value of a hexadecimal digit.
  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt8 { isDigit(byte) ? byte &- 0x30 : (byte | 0x20) &- 0x57 }
}
