// Big-endian integers and varints in raw memory, for bytes that a page check has already bounded.

extension UnsafeRawPointer {
  @inline(__always)
  func be16(_ offset: Int) -> Int {
    Int(UInt16(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  @inline(__always)
  func be32(_ offset: Int) -> UInt32 {
    UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}

extension UnsafeMutableRawPointer {
  @inline(__always)
  func be16(_ offset: Int) -> Int { UnsafeRawPointer(self).be16(offset) }

  @inline(__always)
  func be32(_ offset: Int) -> UInt32 { UnsafeRawPointer(self).be32(offset) }

  @inline(__always)
  func setBE16(_ offset: Int, _ value: Int) {
    storeBytes(of: UInt16(truncatingIfNeeded: value).bigEndian, toByteOffset: offset, as: UInt16.self)
  }

  @inline(__always)
  func setBE32(_ offset: Int, _ value: UInt32) {
    storeBytes(of: value.bigEndian, toByteOffset: offset, as: UInt32.self)
  }
}

/// Varints as cells hold them: 7 bits a byte, big end first, the ninth byte whole.
enum CellVarint {
  /// Reads one varint and moves `cursor` past it. Up to 9 bytes are read.
  @inline(__always)
  static func read(_ cursor: inout UnsafeRawPointer) -> UInt64 {
    let first = cursor.load(as: UInt8.self)
    if first < 0x80 {
      cursor += 1
      return UInt64(first)
    }
    let second = cursor.load(fromByteOffset: 1, as: UInt8.self)
    if second < 0x80 {
      cursor += 2
      return UInt64(first & 0x7f) &<< 7 | UInt64(second)
    }
    let third = cursor.load(fromByteOffset: 2, as: UInt8.self)
    if third < 0x80 {
      cursor += 3
      return UInt64(first & 0x7f) &<< 14 | UInt64(second & 0x7f) &<< 7 | UInt64(third)
    }
    return readLong(&cursor)
  }

  /// Four bytes and more, without a loop: up to 8 bytes past the start are loaded, which a frame's slack allows.
  @inline(__always)
  private static func readLong(_ cursor: inout UnsafeRawPointer) -> UInt64 {
    let word = UInt64(bigEndian: cursor.loadUnaligned(as: UInt64.self))
    let ends = ~word & 0x8080_8080_8080_8080
    if ends == 0 {
      let value =
        compact(word & 0x7f7f_7f7f_7f7f_7f7f) &<< 8 | UInt64(cursor.load(fromByteOffset: 8, as: UInt8.self))
      cursor += 9
      return value
    }
    let length = ends.leadingZeroBitCount &>> 3 &+ 1
    cursor += length
    return compact(word &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length) & 0x7f7f_7f7f_7f7f_7f7f)
  }

  /// Joins the low 7 bits of each byte.
  @inline(__always)
  private static func compact(_ bytes: UInt64) -> UInt64 {
    let pairs = bytes & 0x007f_007f_007f_007f | (bytes & 0x7f00_7f00_7f00_7f00) &>> 1
    let quads = pairs & 0x0000_3fff_0000_3fff | (pairs & 0x3fff_0000_3fff_0000) &>> 2
    return quads & 0x0fff_ffff | (quads & 0x0fff_ffff_0000_0000) &>> 4
  }

  /// Moves `cursor` past one varint.
  @inline(__always)
  static func skip(_ cursor: inout UnsafeRawPointer) {
    var length = 1
    while length < 9, cursor.load(fromByteOffset: length - 1, as: UInt8.self) >= 0x80 { length &+= 1 }
    cursor += length
  }

  /// Bytes that `value` takes: 1 to 9.
  @inline(__always)
  static func size(_ value: UInt64) -> Int {
    if value < 0x80 { return 1 }
    let bits = 64 - value.leadingZeroBitCount
    return bits > 56 ? 9 : (bits + 6) / 7
  }

  /// Writes `value` and returns the number of bytes written.
  @inline(__always)
  @discardableResult
  static func write(_ value: UInt64, to target: UnsafeMutableRawPointer) -> Int {
    if value < 0x80 {
      target.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
      return 1
    }
    if value < 0x4000 {
      target.storeBytes(of: UInt8(truncatingIfNeeded: value &>> 7) | 0x80, as: UInt8.self)
      target.storeBytes(of: UInt8(truncatingIfNeeded: value) & 0x7f, toByteOffset: 1, as: UInt8.self)
      return 2
    }
    return writeLong(value, to: target)
  }

  @inline(never)
  private static func writeLong(_ value: UInt64, to target: UnsafeMutableRawPointer) -> Int {
    let length = size(value)
    var rest = value
    var position = length - 1
    if length == 9 {
      target.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: 8, as: UInt8.self)
      rest &>>= 8
      position = 7
      while position >= 0 {
        target.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: position, as: UInt8.self)
        rest &>>= 7
        position -= 1
      }
      return 9
    }
    target.storeBytes(of: UInt8(truncatingIfNeeded: rest) & 0x7f, toByteOffset: position, as: UInt8.self)
    rest &>>= 7
    position -= 1
    while position >= 0 {
      target.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: position, as: UInt8.self)
      rest &>>= 7
      position -= 1
    }
    return length
  }
}
