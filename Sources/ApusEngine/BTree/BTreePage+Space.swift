// Space inside one page: the gap, the list of freeblocks, fragments. The page is private and space-checked.

extension BTreePage {
  /// Makes the page an empty one of `kind`. The database header of page 1 stays.
  func format(_ kind: PageKind, _ geometry: PageGeometry) {
    let header = headerOffset
    if geometry.erases { erase(header, to: geometry.usableSize) }
    data.storeBytes(of: kind.rawValue, toByteOffset: header, as: UInt8.self)
    data.setBE16(header + 1, 0)
    data.setBE16(header + 3, 0)
    data.setBE16(header + 5, geometry.usableSize)
    data.storeBytes(of: 0, toByteOffset: header + 7, as: UInt8.self)
    publish(kind, cellCount: 0)
    freeSpace = geometry.usableSize - header - kind.headerSize
    frame.pointee.spaceChecked = true
  }

  /// Puts a cell at `index`. The caller knows that `freeSpace >= size + 2`.
  ///
  /// The cell's place comes from a freeblock that fits, else from the gap, else from the gap after the page was
  /// defragmented. Complexity: O(cells).
  @inline(__always)
  func insertCell(
    _ cell: UnsafeRawPointer, size: Int, at index: Int, _ geometry: PageGeometry,
    scratch: UnsafeMutableRawPointer
  ) throws(DatabaseError) {
    let place = try allocateCell(size: size, at: index, geometry, scratch: scratch)
    (data + place).copyMemory(from: cell, byteCount: size)
  }

  /// Makes room for a cell of `size` bytes at `index` and returns where its bytes belong.
  @inline(__always)
  func allocateCell(
    size: Int, at index: Int, _ geometry: PageGeometry, scratch: UnsafeMutableRawPointer
  ) throws(DatabaseError) -> Int {
    let count = cellCount
    let pointers = cellOffset
    let gap = pointers + 2 * count
    var place = 0
    if firstFreeblock != 0, gap + 2 <= contentStart { place = takeFreeblock(size) }
    if place == 0 {
      if gap + 2 + size > contentStart { try defragment(geometry, scratch: scratch) }
      place = contentStart - size
      contentStart = place
    }
    let slot = data + pointers + 2 * index
    if index < count { (slot + 2).copyMemory(from: slot, byteCount: 2 * (count - index)) }
    slot.setBE16(0, place)
    setCellCount(count + 1)
    freeSpace -= size + 2
    return place
  }

  /// The first freeblock of at least `size` bytes gives them from its end; 0 when none does. A rest of under 4
  /// bytes becomes a fragment, unless that could push the page's fragments past 60.
  private func takeFreeblock(_ size: Int) -> Int {
    var link = headerOffset + 1
    var block = data.be16(link)
    while block != 0 {
      let available = data.be16(block + 2)
      let rest = available - size
      if rest >= 4 {
        data.setBE16(block + 2, rest)
        return block + rest
      }
      if rest >= 0 {
        guard fragmentedBytes <= 57 else { return 0 }
        data.setBE16(link, data.be16(block))
        fragmentedBytes += rest
        return block
      }
      link = block
      block = data.be16(block)
    }
    return 0
  }

  /// Removes the cell at `index`, of `size` bytes; its overflow pages are the caller's business.
  func removeCell(_ index: Int, size: Int, _ geometry: PageGeometry) {
    let count = cellCount - 1
    if count == 0 {
      let right = kind.isLeaf ? 0 : rightChild
      format(kind, geometry)
      if !kind.isLeaf { rightChild = right }
      return
    }
    let slot = data + cellOffset + 2 * index
    if geometry.erases { erase(slot.be16(0), to: slot.be16(0) + size) }
    release(slot.be16(0), size: size)
    if index < count { slot.copyMemory(from: slot + 2, byteCount: 2 * (count - index)) }
    setCellCount(count)
    freeSpace += 2
  }

  /// Gives bytes back: joined with the freeblocks or fragments beside them, or with the gap.
  private func release(_ start: Int, size: Int) {
    freeSpace += size
    var start = start
    var end = start + size
    var previous = headerOffset + 1
    var isFirst = true
    var next = data.be16(previous)
    while next != 0, next < start {
      previous = next
      isFirst = false
      next = data.be16(next)
    }
    if next != 0, end + 3 >= next {
      fragmentedBytes -= next - end
      end = next + data.be16(next + 2)
      next = data.be16(next)
    }
    if !isFirst {
      let previousEnd = previous + data.be16(previous + 2)
      if previousEnd + 3 >= start {
        fragmentedBytes -= start - previousEnd
        start = previous
      }
    }
    if start <= contentStart {
      // The lowest content goes: it joins the gap. Only the first freeblock can lie there.
      firstFreeblock = next
      contentStart = end
      return
    }
    if start != previous { data.setBE16(previous, start) }
    data.setBE16(start, next)
    data.setBE16(start + 2, end - start)
  }

  /// Moves all cells to the page's end, so that all free bytes lie in the gap. Complexity: O(page size).
  @inline(never)
  func defragment(_ geometry: PageGeometry, scratch: UnsafeMutableRawPointer) throws(DatabaseError) {
    let usable = geometry.usableSize
    let content = contentStart
    let pointers = cellOffset
    let firstCell = pointers + 2 * cellCount
    (scratch + content).copyMemory(from: data + content, byteCount: usable - content)
    var top = usable
    for index in 0..<cellCount {
      let slot = data + pointers + 2 * index
      let source = scratch + slot.be16(0)
      let size = geometry.cellSize(source, kind)
      top -= size
      guard top >= firstCell else { throw .corrupt("cells do not fit", page: number) }
      (data + top).copyMemory(from: source, byteCount: size)
      slot.setBE16(0, top)
    }
    guard top - firstCell == freeSpace else { throw .corrupt("free space", page: number) }
    firstFreeblock = 0
    fragmentedBytes = 0
    contentStart = top
    if geometry.erases { erase(firstCell, to: top) }
  }

  /// `PRAGMA secure_delete`.
  private func erase(_ start: Int, to end: Int) {
    guard start < end else { return }
    (data + start).initializeMemory(as: UInt8.self, repeating: 0, count: end - start)
  }
}
