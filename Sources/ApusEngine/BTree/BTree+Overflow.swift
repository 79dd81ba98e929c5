// Overflow chains (https://www.sqlite.org/fileformat2.html#cell_payload_overflow_pages).

extension BTree {
  /// Writes the part of a payload that does not fit into its cell to a new chain and returns its first page.
  /// `payload` is followed by `zeroTail` zero bytes. The first page's pointer-map entry is set when the
  /// cell has its place; the others are set here.
  func writeOverflow(
    _ payload: UnsafeRawBufferPointer, zeroTail: Int, from local: Int, near: PageNumber
  ) throws(DatabaseError) -> PageNumber {
    let capacity = geometry.overflowCapacity
    let total = payload.count + zeroTail
    let isMapped = try hasPointerMap
    var position = local
    var first: PageNumber = 0
    var previous: FrameRef?
    defer { if let previous { pager.unpin(previous) } }
    while position < total {
      let frame = try allocatePage(near: previous?.pointee.number ?? near)
      let number = frame.pointee.number
      let before = previous
      previous = frame
      if let before {
        before.pointee.data.setBE32(0, number)
        let parent = before.pointee.number
        pager.unpin(before)
        if isMapped { try setPointerMapEntry(number, .laterOverflow, parent: parent) }
      } else {
        first = number
      }
      let take = min(capacity, total - position)
      let bytes = min(take, max(payload.count - position, 0))
      if bytes > 0, let base = payload.baseAddress {
        (frame.pointee.data + 4).copyMemory(from: base + position, byteCount: bytes)
      }
      position += take
    }
    return first
  }

  /// Frees the overflow chain of a cell that goes away.
  func freeOverflow(of cell: CellView, on page: BTreePage) throws(DatabaseError) {
    guard cell.hasOverflow else { return }
    var remaining = geometry.overflowPageCount(payload: cell.payloadSize, local: cell.localSize)
    guard remaining < Int(pager.pageCount) else {
      throw .corrupt(
        "payload is longer than the file", page: page.number, offset: page.data.distance(to: cell.payload))
    }
    var number = cell.overflowPage
    var holder = page.number
    var place = page.data.distance(to: cell.payload) + cell.localSize
    while remaining > 0 {
      remaining -= 1
      guard number >= 2, number <= pager.pageCount else {
        throw .corrupt("overflow chain names page \(number)", page: holder, offset: place)
      }
      var next: PageNumber = 0
      if remaining > 0 { next = try read(number) { (data) throws(DatabaseError) in data.be32(0) } }
      try freePage(number)
      holder = number
      place = 0
      number = next
    }
  }

  /// Overwrites a payload in its chain; the new one has the same length.
  func overwriteOverflow(
    of cell: CellView, on page: BTreePage, with payload: UnsafeRawBufferPointer
  ) throws(DatabaseError) {
    let capacity = geometry.overflowCapacity
    var number = cell.overflowPage
    var holder = page.number
    var place = page.data.distance(to: cell.payload) + cell.localSize
    var position = cell.localSize
    while position < cell.payloadSize {
      guard number >= 2, number <= pager.pageCount else {
        throw .corrupt("overflow chain names page \(number)", page: holder, offset: place)
      }
      let take = min(capacity, cell.payloadSize - position)
      let next = try edit(number) { (data) throws(DatabaseError) in
        let bytes = min(take, max(payload.count - position, 0))
        if bytes > 0, let base = payload.baseAddress {
          (data + 4).copyMemory(from: base + position, byteCount: bytes)
        }
        if bytes < take {
          (data + 4 + bytes).initializeMemory(as: UInt8.self, repeating: 0, count: take - bytes)
        }
        return data.be32(0)
      }
      holder = number
      place = 0
      number = next
      position += take
    }
  }
}
