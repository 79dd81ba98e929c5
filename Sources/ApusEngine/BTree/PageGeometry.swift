/// The sizes that follow from page size and reserved bytes, with the file format's own formulas
/// (https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages). Plain data, copied freely.
struct PageGeometry: BitwiseCopyable {
  let pageSize: Int
  /// Page size less the reserved bytes at the end of each page.
  let usableSize: Int
  /// The longest payload that a table leaf cell keeps whole.
  let maxTableLocal: Int
  /// The longest payload that an index cell keeps whole, leaf or interior.
  let maxIndexLocal: Int
  /// What stays local at least when a payload spills.
  let minLocal: Int
  /// Bytes that cells gave up are overwritten.
  var erases = false

  init(pageSize: Int, usableSize: Int) {
    self.pageSize = pageSize
    self.usableSize = usableSize
    maxTableLocal = usableSize - 35
    maxIndexLocal = (usableSize - 12) * 64 / 255 - 23
    minLocal = (usableSize - 12) * 32 / 255 - 23
  }

  /// Payload bytes that one overflow page holds.
  @inline(__always) var overflowCapacity: Int { usableSize - 4 }

  @inline(__always)
  func maxLocal(_ kind: PageKind) -> Int { kind.isTable ? maxTableLocal : maxIndexLocal }

  /// How many bytes of a payload stay in its cell.
  @inline(__always)
  func localSize(payload: Int, maxLocal: Int) -> Int {
    payload <= maxLocal ? payload : spilledLocalSize(payload: payload, maxLocal: maxLocal)
  }

  @inline(never)
  private func spilledLocalSize(payload: Int, maxLocal: Int) -> Int {
    let surplus = minLocal + (payload - minLocal) % (usableSize - 4)
    return surplus <= maxLocal ? surplus : minLocal
  }

  /// Overflow pages of a payload of which `local` bytes stay in the cell.
  @inline(__always)
  func overflowPageCount(payload: Int, local: Int) -> Int {
    (payload - local + overflowCapacity - 1) / overflowCapacity
  }

  /// The page that holds byte 0x40000000, where SQLite takes its locks: never used for data.
  @inline(__always) var lockBytePage: PageNumber { PageNumber(0x4000_0000 / pageSize + 1) }

  /// More cells than this do not fit on a page (a cell takes 4 bytes and its pointer 2).
  @inline(__always) var maxCells: Int { (usableSize - 8) / 6 }

  /// Entries that a freelist trunk may hold by the format.
  @inline(__always) var maxTrunkLeaves: Int { usableSize / 4 - 2 }
  /// Entries that writers put into a trunk: the last six stay unused for old readers.
  @inline(__always) var writableTrunkLeaves: Int { usableSize / 4 - 8 }

  // MARK: Pointer map

  /// Pages that one pointer-map page describes.
  @inline(__always) var pointerMapEntries: Int { usableSize / 5 }

  /// The pointer-map page that describes `page` (itself when it is one). Page 1 has none: 0.
  func pointerMapPage(for page: PageNumber) -> PageNumber {
    guard page >= 2 else { return 0 }
    let group = PageNumber(pointerMapEntries + 1)
    let map = (page - 2) / group * group + 2
    return map == lockBytePage ? map + 1 : map
  }

  func isPointerMapPage(_ page: PageNumber) -> Bool { page >= 2 && pointerMapPage(for: page) == page }
}
