/// A B-tree page seen through its pinned frame: header fields, cell pointers, cells.
///
/// Plain data, made where it is needed, never stored. What is often asked (kind, cell count, where the cell
/// pointers begin, free bytes) is cached in the frame and kept in step by every verb that edits a page.
///
/// Invariants once `isChecked`:
/// - the kind is one of the four, and `cellCount` pointers fit between header and usable end;
/// - every cell starts behind the pointer array and ends, with its overflow pointer, inside the usable bytes.
///
/// Invariants once `isSpaceChecked`, which every edit requires: cells, freeblocks and fragments do not overlap,
/// cover the content area exactly, and `freeSpace` is the number of bytes that belong to nobody.
struct BTreePage: BitwiseCopyable {
  let frame: FrameRef
  let data: UnsafeMutableRawPointer

  @inline(__always)
  init(_ frame: FrameRef) {
    self.frame = frame
    data = frame.pointee.data
  }

  @inline(__always) var number: PageNumber { frame.pointee.number }
  /// Where the B-tree header begins: 100 on page 1, behind the database header, else 0.
  @inline(__always) var headerOffset: Int { frame.pointee.number == 1 ? 100 : 0 }

  // MARK: Facts cached in the frame

  @inline(__always) var isChecked: Bool { frame.pointee.checked }
  @inline(__always) var isSpaceChecked: Bool { frame.pointee.spaceChecked }
  @inline(__always) var kind: PageKind { PageKind(rawValue: frame.pointee.kind).unsafelyUnwrapped }
  @inline(__always) var cellCount: Int { Int(frame.pointee.cellCount) }
  /// Where the cell pointer array begins.
  @inline(__always) var cellOffset: Int { Int(frame.pointee.cellOffset) }
  /// Free bytes in gap, freeblocks and fragments; valid when `isSpaceChecked`.
  @inline(__always) var freeSpace: Int {
    get { Int(frame.pointee.freeSpace) }
    nonmutating set { frame.pointee.freeSpace = Int32(truncatingIfNeeded: newValue) }
  }

  // MARK: Header fields

  @inline(__always) var firstFreeblock: Int {
    get { data.be16(headerOffset + 1) }
    nonmutating set { data.setBE16(headerOffset + 1, newValue) }
  }

  /// Sets the number of cells in the header and in the frame.
  @inline(__always)
  func setCellCount(_ count: Int) {
    data.setBE16(headerOffset + 3, count)
    frame.pointee.cellCount = Int32(truncatingIfNeeded: count)
  }

  /// Where the cell content area begins; 65,536 is stored as 0.
  @inline(__always) var contentStart: Int {
    get {
      let stored = data.be16(headerOffset + 5)
      return stored == 0 ? 65536 : stored
    }
    nonmutating set { data.setBE16(headerOffset + 5, newValue) }
  }

  @inline(__always) var fragmentedBytes: Int {
    get { Int(data.load(fromByteOffset: headerOffset + 7, as: UInt8.self)) }
    nonmutating set {
      data.storeBytes(
        of: UInt8(truncatingIfNeeded: newValue), toByteOffset: headerOffset + 7, as: UInt8.self)
    }
  }

  /// The rightmost child of an interior page.
  @inline(__always) var rightChild: PageNumber {
    get { data.be32(headerOffset + 8) }
    nonmutating set { data.setBE32(headerOffset + 8, newValue) }
  }

  // MARK: Cells

  @inline(__always)
  func cell(_ index: Int) -> UnsafeMutableRawPointer { data + data.be16(cellOffset &+ 2 &* index) }

  /// The child left of cell `index`, or the rightmost child for `index == cellCount`.
  @inline(__always)
  func child(_ index: Int) -> PageNumber { index < cellCount ? cell(index).be32(0) : rightChild }

  /// Where `child(index)` stands on the page.
  func childOffset(_ index: Int) -> Int {
    index < cellCount ? data.be16(cellOffset &+ 2 &* index) : cellOffset - 4
  }

  func setChild(_ index: Int, _ child: PageNumber) {
    if index < cellCount { cell(index).setBE32(0, child) } else { rightChild = child }
  }

  /// The key of cell `index` in a table tree.
  @inline(__always)
  func rowID(_ index: Int, isLeaf: Bool) -> Int64 {
    var position = UnsafeRawPointer(cell(index))
    if isLeaf { CellVarint.skip(&position) } else { position += 4 }
    return Int64(bitPattern: CellVarint.read(&position))
  }
}
