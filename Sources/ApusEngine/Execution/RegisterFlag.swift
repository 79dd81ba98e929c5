/// Who owns the bytes of a register's cell: `Cell.flags` as the virtual machine uses them.
///
/// No flag: the bytes lie in the register's own buffer. The two low bits are about bytes; the high bits mark
/// cells that stand for an object, which SQL never sees.
enum RegisterFlag {
  /// The bytes belong to a page or to another register: valid until that changes.
  static let borrowed: UInt8 = 0x01
  /// The bytes outlive the statement's run: program constants and bound parameters.
  static let fixed: UInt8 = 0x02
  /// A NULL that equals no other NULL (`null` with p1 ≠ 0).
  static let cleared: UInt8 = 0x04
  /// The state of an aggregate, in the register's buffer. `subtype` is the function's index.
  static let aggregate: UInt8 = 0x20
  /// `bits` is the address of a `RowSet`.
  static let rowSet: UInt8 = 0x40
  /// `bits` is the address of a trigger program's `ProgramFrame`.
  static let frame: UInt8 = 0x80
  /// Any object.
  static let object: UInt8 = aggregate | rowSet | frame
  /// Bytes that are not in the register's own buffer.
  static let foreign: UInt8 = borrowed | fixed
}
