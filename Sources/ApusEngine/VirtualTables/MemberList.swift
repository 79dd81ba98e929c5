/// The members of an IN list or of an IN query, each once and none NULL, as a cursor gets them whose plan asked for all at once
/// (`IndexPlan.useList`). The bytes of its members are gone when the call returns.
public struct MemberList: Sequence {
  private let bytes: UnsafeRawBufferPointer

  /// Marks the register that holds one.
  static let subtype: UInt16 = 0xfffd
  /// Tag, then length, then bits; then the bytes, up to a multiple of 8.
  private static let headerSize = 16

  /// - Returns: nil when the cell is an ordinary value.
  init?(_ cell: Cell) {
    guard cell.tag == .blob, cell.subtype == Self.subtype else { return nil }
    bytes = cell.bytes
  }

  /// Appends a member to what an initializer reads.
  static func append(_ cell: Cell, to buffer: inout ByteBuffer) {
    var header = (UInt32(cell.tag.rawValue), cell.count, cell.bits)
    withUnsafeBytes(of: &header) { buffer.append($0) }
    guard cell.hasBytes else { return }
    buffer.append(cell.bytes)
    while buffer.count % 8 != 0 { buffer.append(0) }
  }

  public func makeIterator() -> Iterator { Iterator(bytes: bytes) }

  public struct Iterator: IteratorProtocol {
    fileprivate let bytes: UnsafeRawBufferPointer
    private var offset = 0

    fileprivate init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    public mutating func next() -> Cell? {
      guard offset + MemberList.headerSize <= bytes.count, let base = bytes.baseAddress,
        let tag = Cell.Tag(
          rawValue: UInt8(truncatingIfNeeded: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      else { return nil }
      let count = base.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
      let bits = base.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
      offset += MemberList.headerSize
      guard tag.rawValue >= Cell.Tag.text.rawValue else { return Cell(bits: bits, count: 0, tag: tag) }
      // (A program's function may give any blob this subtype.)
      guard Int(count) <= bytes.count - offset else { return nil }
      let start = base + offset
      offset += (Int(count) + 7) & ~7
      return Cell(bits: UInt64(UInt(bitPattern: start)), count: count, tag: tag)
    }
  }
}

extension Arguments {
  /// The members that argument `index` stands for, when the plan asked for them by `IndexPlan.useList`; else nil.
  public func members(_ index: Int) -> MemberList? { MemberList(self[index]) }
}
