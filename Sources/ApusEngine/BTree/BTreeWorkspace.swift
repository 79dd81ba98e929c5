/// Working memory for changes to the trees of one file: scratch pages, the tables of a balance, built cells.
/// Sized by the page size once, so that no change allocates.
final class BTreeWorkspace {
  /// One scratch page for defragmentation.
  let page: UnsafeMutableRawPointer
  /// Copies of up to three sibling pages during a balance, `pageStride` apart.
  let siblings: UnsafeMutableRawPointer
  let pageStride: Int
  /// Copies of the two dividers between them.
  let oldDividers: UnsafeMutableRawPointer
  /// New dividers, up to four, in two sets: those of one level must outlive the balance of the next.
  let newDividers: UnsafeMutableRawPointer
  /// Extents of one page's space check, or any other list of words.
  let extents: UnsafeMutablePointer<UInt32>
  /// All cells of a balance in order.
  let cells: UnsafeMutablePointer<UnsafeMutableRawPointer>
  let cellSizes: UnsafeMutablePointer<Int32>
  /// Cells that did not fit on the page at hand.
  var pending = PendingCells()
  /// Which set of `newDividers` is written next.
  var dividerSet = 0
  /// The cell being inserted.
  var cell: UnsafeMutableRawPointer

  init(_ geometry: PageGeometry) {
    pageStride = geometry.pageSize + 64
    page = BTreeWorkspace.zeroed(pageStride)
    siblings = BTreeWorkspace.zeroed(3 * pageStride)
    oldDividers = BTreeWorkspace.zeroed(2 * pageStride)
    newDividers = BTreeWorkspace.zeroed(8 * pageStride)
    cell = BTreeWorkspace.zeroed(pageStride)
    extents = .allocate(capacity: geometry.maxCells + geometry.pageSize / 4 + 16)
    let capacity = 3 * geometry.maxCells + 16
    cells = .allocate(capacity: capacity)
    cellSizes = .allocate(capacity: capacity)
  }

  deinit {
    for memory in [page, siblings, oldDividers, newDividers, cell] { memory.deallocate() }
    extents.deallocate()
    cells.deallocate()
    cellSizes.deallocate()
  }

  private static func zeroed(_ count: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: count)
    return memory
  }
}

extension BTreeWorkspace {
  /// The offset in `newDividers` of the set that is written next; the other set stays as it is.
  func nextDividerSet() -> Int {
    dividerSet = 1 - dividerSet
    return dividerSet * 4 * pageStride
  }
}
