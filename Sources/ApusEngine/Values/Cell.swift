/// A value as the virtual machine holds it: 16 bytes of plain data, no reference counted.
///
/// Text and blobs are `(pointer, count)`: borrowed from a pinned page, from the program's constants,
/// or from the buffer of the register that the cell lives in (`Execution/RegisterFile.swift`). Who
/// stores a cell for longer than its source lives must copy the bytes. Text is UTF-8, bytes
/// that are not valid UTF-8 included; in a UTF-16 database it is WTF-8 (`WTF8`).
@frozen
public struct Cell: BitwiseCopyable {
  /// SQLite's storage classes, in their sort order except that integer and real compare as numbers.
  public enum Tag: UInt8, BitwiseCopyable, Sendable {
    case null = 0
    case integer = 1
    case real = 2
    case text = 3
    case blob = 4
  }

  /// Integer: two's complement. Real: bit pattern. Text, blob: address of the first byte.
  public var bits: UInt64
  /// Bytes of a text or blob.
  public var count: UInt32
  public var tag: Tag
  /// See `Cell.Flags`.
  public var flags: UInt8
  /// The subtype that JSON functions pass to each other; 0 is none. See also `storedAsInteger`.
  public var subtype: UInt16

  /// The subtype of a real that its record holds as an integer, where that is known: SQLite lets it be seen in RETURNING.
  static let storedAsInteger: UInt16 = 0x100
  /// The subtype of a blob that comes from zeroblob(): also in a UTF-16 database its bytes are UTF-8 where they are taken for text.
  static let zeroBlob: UInt16 = 0x200

  @inlinable @inline(__always)
  public init(bits: UInt64, count: UInt32, tag: Tag, flags: UInt8 = 0, subtype: UInt16 = 0) {
    self.bits = bits
    self.count = count
    self.tag = tag
    self.flags = flags
    self.subtype = subtype
  }

  @inlinable @inline(__always)
  public static var null: Cell { Cell(bits: 0, count: 0, tag: .null) }

  @inlinable @inline(__always)
  public static func integer(_ value: Int64) -> Cell {
    Cell(bits: UInt64(bitPattern: value), count: 0, tag: .integer)
  }

  /// NaN becomes NULL, as everywhere in SQLite.
  @inlinable @inline(__always)
  public static func real(_ value: Double) -> Cell {
    value.isNaN ? .null : Cell(bits: value.bitPattern, count: 0, tag: .real)
  }

  @inlinable @inline(__always)
  public static func text(_ start: UnsafeRawPointer?, count: Int) -> Cell {
    Cell(bits: UInt64(UInt(bitPattern: start)), count: UInt32(truncatingIfNeeded: count), tag: .text)
  }

  @inlinable @inline(__always)
  public static func blob(_ start: UnsafeRawPointer?, count: Int) -> Cell {
    Cell(bits: UInt64(UInt(bitPattern: start)), count: UInt32(truncatingIfNeeded: count), tag: .blob)
  }

  @inlinable @inline(__always)
  public var isNull: Bool { tag == .null }
  @inlinable @inline(__always)
  public var isNumeric: Bool { tag == .integer || tag == .real }
  @inlinable @inline(__always)
  public var hasBytes: Bool { tag.rawValue >= Tag.text.rawValue }
  @inlinable @inline(__always)
  public var integer: Int64 { Int64(bitPattern: bits) }
  @inlinable @inline(__always)
  public var real: Double { Double(bitPattern: bits) }
  /// The bytes of a text or blob; empty for an empty value, whose address may be 0.
  @inlinable @inline(__always)
  public var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: UInt(bits)), count: Int(count))
  }
}

/// SQLite's column affinities (https://www.sqlite.org/datatype3.html#type_affinity), with the letters
/// that SQLite's own affinity strings use as raw values.
public enum Affinity: UInt8, Sendable, BitwiseCopyable {
  case none = 0x40  // '@': an expression without affinity
  case blob = 0x41  // 'A'
  case text = 0x42  // 'B'
  case numeric = 0x43  // 'C'
  case integer = 0x44  // 'D'
  case real = 0x45  // 'E'

  @inlinable public var isNumeric: Bool { rawValue >= Affinity.numeric.rawValue }
}

/// The text encoding of a database file, as in its header at offset 56.
public enum TextEncoding: UInt8, Sendable, BitwiseCopyable {
  case utf8 = 1
  case utf16LittleEndian = 2
  case utf16BigEndian = 3
}
