// The checks that make raw access to a page safe: one when it is loaded, one before its first change.

extension BTreePage {
  /// Checks header, cell pointers, and every cell's start and extent, and caches the page's facts in its frame.
  /// Complexity: O(cells).
  @inline(never)
  func check(_ geometry: PageGeometry) throws(DatabaseError) {
    let header = headerOffset
    guard let kind = PageKind(rawValue: data.load(fromByteOffset: header, as: UInt8.self)) else {
      throw .corrupt("not a B-tree page", page: number, offset: header)
    }
    let count = data.be16(header + 3)
    let pointers = header + kind.headerSize
    let firstCell = pointers + 2 * count
    guard count <= geometry.maxCells, firstCell <= geometry.usableSize else {
      throw .corrupt("too many cells", page: number, offset: header + 3)
    }
    let lastStart = geometry.usableSize - 4
    for index in 0..<count {
      let start = data.be16(pointers + 2 * index)
      guard start >= firstCell, start <= lastStart else {
        throw .corrupt("cell pointer out of range", page: number, offset: pointers + 2 * index)
      }
      guard BTreePage.cellFits(data + start, kind, geometry, room: geometry.usableSize - start) else {
        throw .corrupt("cell extends past the page", page: number, offset: start)
      }
    }
    publish(kind, cellCount: count)
  }

  /// True when the cell's lengths are sane and it ends within `room` bytes, at least 4. Up to 22 bytes are read
  /// from its start, so a frame needs its slack.
  private static func cellFits(
    _ cell: UnsafeMutableRawPointer, _ kind: PageKind, _ geometry: PageGeometry, room: Int
  ) -> Bool {
    var position = UnsafeRawPointer(cell)
    if kind == .tableInterior {
      position += 4
      CellVarint.skip(&position)
      return UnsafeRawPointer(cell).distance(to: position) <= room
    }
    if kind == .indexInterior { position += 4 }
    let payload = CellVarint.read(&position)
    guard payload <= UInt64(Int32.max) else { return false }
    if kind == .tableLeaf { CellVarint.skip(&position) }
    let size = Int(payload)
    let local = geometry.localSize(payload: size, maxLocal: geometry.maxLocal(kind))
    let header = UnsafeRawPointer(cell).distance(to: position)
    return header + local + (local < size ? 4 : 0) <= room
  }

  /// The check before a page's first change: cells, freeblocks and fragments must tile the content area, as
  /// `PRAGMA integrity_check` demands. Sets `freeSpace`. `scratch` holds `maxCells` + usable / 4 words.
  /// Complexity: O(n log n), O(n) for pages whose cells lie in order.
  @inline(never)
  func checkSpace(
    _ geometry: PageGeometry, scratch: UnsafeMutablePointer<UInt32>
  ) throws(DatabaseError) {
    let header = headerOffset
    let usable = geometry.usableSize
    let firstCell = cellOffset + 2 * cellCount
    let content = contentStart
    guard content >= firstCell, content <= usable else {
      throw .corrupt("content area out of range", page: number, offset: header + 5)
    }
    // Extents as start << 16 | size, gathered from the last cell to the first: ascending on tidy pages.
    var extents = 0
    var ascending = true
    var index = cellCount
    while index > 0 {
      index -= 1
      let start = data.be16(cellOffset + 2 * index)
      let extent = UInt32(start) << 16 | UInt32(geometry.cellSize(data + start, kind))
      if extents > 0, scratch[extents - 1] > extent { ascending = false }
      scratch[extents] = extent
      extents += 1
    }
    var free = content - firstCell
    var block = firstFreeblock
    var previousEnd = 0
    while block != 0 {
      guard block >= content, block <= usable - 4, block > previousEnd else {
        throw .corrupt("freeblock out of order", page: number, offset: block)
      }
      let size = data.be16(block + 2)
      guard size >= 4, block + size <= usable else {
        throw .corrupt("freeblock size", page: number, offset: block + 2)
      }
      free += size
      scratch[extents] = UInt32(block) << 16 | UInt32(size)
      extents += 1
      ascending = false
      previousEnd = block + size
      block = data.be16(block)
    }
    if !ascending {
      var list = UnsafeMutableBufferPointer(start: scratch, count: extents)
      list.sort()
    }
    var position = content
    var fragments = 0
    for index in 0..<extents {
      let start = Int(scratch[index] >> 16)
      guard start >= position else {
        throw .corrupt("multiple uses of one byte", page: number, offset: start)
      }
      fragments += start - position
      position = start + Int(scratch[index] & 0xffff)
    }
    guard position <= usable else { throw .corrupt("cell extends past the page", page: number) }
    fragments += usable - position
    guard fragments == fragmentedBytes else {
      throw .corrupt("fragmented bytes", page: number, offset: header + 7)
    }
    freeSpace = free + fragments
    frame.pointee.spaceChecked = true
  }

  /// Caches the page's facts in its frame.
  func publish(_ kind: PageKind, cellCount: Int) {
    frame.pointee.kind = kind.rawValue
    frame.pointee.cellCount = Int32(truncatingIfNeeded: cellCount)
    frame.pointee.cellOffset = Int32(truncatingIfNeeded: headerOffset + kind.headerSize)
    frame.pointee.checked = true
  }
}
