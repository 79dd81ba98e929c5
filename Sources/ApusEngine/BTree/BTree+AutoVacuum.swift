// Auto-vacuum databases: pages can be moved, because the pointer map knows who points to them. Root pages stay
// together at the front of the file; free pages are squeezed out at commit (full) or on request (incremental).

extension BTree {
  /// Takes the page behind the largest root for a new root, moving away what is there.
  func allocateRoot() throws(DatabaseError) -> FrameRef {
    try saveAllCursors(root: 0)
    let geometry = self.geometry
    let largest = try meta(.largestRoot)
    guard largest <= pager.pageCount else {
      throw .corrupt("largest root page", page: 1, offset: HeaderField.largestRoot.rawValue)
    }
    var root = largest + 1
    while root == geometry.lockBytePage || geometry.isPointerMapPage(root) { root += 1 }
    var frame = try allocatePage(.exactly(root))
    let got = frame.pointee.number
    if got != root {
      pager.unpin(frame)
      guard root <= pager.pageCount else {
        throw .corrupt("largest root page", page: 1, offset: HeaderField.largestRoot.rawValue)
      }
      let entry = try pointerMapEntry(root)
      guard entry.kind != .root, entry.kind != .free else {
        throw .corrupt("pointer map entry of page \(root)", page: root)
      }
      try movePage(root, entry, to: got)
      frame = try freshFrame(root)
    }
    do throws(DatabaseError) {
      try setPointerMapEntry(root, .root, parent: 0)
      try setMeta(.largestRoot, root)
    } catch {
      pager.unpin(frame)
      throw error
    }
    return frame
  }

  /// Moves a page's content to another page, which is free or about to be overwritten, and makes everything that
  /// pointed to or from it right.
  func movePage(
    _ from: PageNumber, _ entry: PointerMapEntry, to target: PageNumber
  ) throws(DatabaseError) {
    let geometry = self.geometry
    guard target >= 2 else { throw .corrupt("page moves to \(target)", page: from) }
    let frame = try freshFrame(target)
    do {
      defer { pager.unpin(frame) }
      try read(from) { (data) throws(DatabaseError) in
        frame.pointee.data.copyMemory(from: data, byteCount: geometry.pageSize)
      }
      switch entry.kind {
      case .root, .btree:
        let page = BTreePage(frame)
        try page.check(geometry)
        try setPointerMapEntries(ofChildrenOn: page)
      case .firstOverflow, .laterOverflow:
        let next = frame.pointee.data.be32(0)
        if next != 0 { try setPointerMapEntry(next, .laterOverflow, parent: target) }
      case .free: throw .corrupt("free page moves", page: from)
      }
    }
    if entry.kind != .root { try redirect(entry, from: from, to: target) }
    try setPointerMapEntry(target, entry.kind, parent: entry.parent)
  }

  /// Makes the parent of a moved page point to its new place.
  private func redirect(
    _ entry: PointerMapEntry, from: PageNumber, to target: PageNumber
  ) throws(DatabaseError) {
    let geometry = self.geometry
    let lost = DatabaseError.corrupt("page \(from) is not what its parent points to", page: entry.parent)
    if entry.kind == .laterOverflow {
      return try edit(entry.parent) { (data) throws(DatabaseError) in
        guard data.be32(0) == from else { throw lost }
        data.setBE32(0, target)
      }
    }
    let parent = try writablePage(entry.parent)
    defer { pager.unpin(parent.frame) }
    let kind = parent.kind
    if entry.kind == .btree {
      guard !kind.isLeaf else { throw lost }
      for index in 0...parent.cellCount where parent.child(index) == from {
        return parent.setChild(index, target)
      }
      throw lost
    }
    guard kind != .tableInterior else { throw lost }
    for index in 0..<parent.cellCount {
      let view = geometry.parse(parent.cell(index), kind)
      if view.hasOverflow, view.overflowPage == from {
        return view.payload.setBE32(view.localSize, target)
      }
    }
    throw lost
  }

  /// Gives the last page of the file back, a step of `PRAGMA incremental_vacuum`.
  /// - Returns: false when there is none to be given.
  func vacuumLastPage() throws(DatabaseError) -> Bool {
    guard try hasPointerMap else { return false }
    let count = pager.pageCount
    let freeCount = try meta(.freelistCount)
    guard freeCount > 0 else { return false }
    let goal = try sizeAfterVacuum(pages: count, free: freeCount)
    guard goal < count else { return false }
    try saveAllCursors(root: 0)
    var last = count
    try vacateLastPage(last, goal: goal, atCommit: false)
    repeat { last -= 1 } while last == geometry.lockBytePage || geometry.isPointerMapPage(last)
    try shrink(to: last)
    return true
  }

  /// Before a commit: a full auto-vacuum database moves its last pages into its free ones and shrinks.
  func prepareCommit() throws(DatabaseError) {
    guard pager.pageCount > 0 else { return }
    guard try hasPointerMap, try meta(.incrementalVacuum) == 0 else { return }
    let freeCount = try meta(.freelistCount)
    guard freeCount > 0 else { return }
    let count = pager.pageCount
    guard count != geometry.lockBytePage, !geometry.isPointerMapPage(count) else {
      throw .corrupt("file ends with a page that holds no data", page: count)
    }
    let goal = try sizeAfterVacuum(pages: count, free: freeCount)
    guard goal < count else { return }
    try saveAllCursors(root: 0)
    var last = count
    while last > goal {
      try vacateLastPage(last, goal: goal, atCommit: true)
      last -= 1
    }
    try setMeta(.firstFreelistTrunk, 0)
    try setMeta(.freelistCount, 0)
    try shrink(to: goal)
  }

  private func shrink(to count: PageNumber) throws(DatabaseError) {
    try setMeta(.pageCount, count)
    try pager.truncate(toPageCount: count)
  }

  /// Pages of the file when `free` of its pages, and the pointer-map pages that are not needed then, are gone.
  private func sizeAfterVacuum(pages: PageNumber, free: UInt32) throws(DatabaseError) -> PageNumber {
    let geometry = self.geometry
    let entries = Int(geometry.pointerMapEntries)
    let maps = (Int(free) - Int(pages) + Int(geometry.pointerMapPage(for: pages)) + entries) / entries
    var goal = Int(pages) - Int(free) - maps
    let lock = Int(geometry.lockBytePage)
    if Int(pages) > lock, goal < lock { goal -= 1 }
    guard goal >= 1 else { throw .corrupt("freelist is longer than the file", page: 1) }
    while goal > 1, goal == lock || geometry.isPointerMapPage(PageNumber(goal)) { goal -= 1 }
    return PageNumber(goal)
  }

  /// Empties the last page of the file. At commit the freelist is given up as a whole afterwards, so a free page
  /// needs nothing, and pages are taken off the list until one lies within the goal.
  private func vacateLastPage(
    _ last: PageNumber, goal: PageNumber, atCommit: Bool
  ) throws(DatabaseError) {
    if last == geometry.lockBytePage || geometry.isPointerMapPage(last) { return }
    let entry = try pointerMapEntry(last)
    switch entry.kind {
    case .root: throw .corrupt("root page at the end of the file", page: last)
    case .free:
      if !atCommit { pager.unpin(try allocatePage(.exactly(last))) }
    case .btree, .firstOverflow, .laterOverflow:
      var target: PageNumber
      repeat {
        let frame = try allocatePage(near: 0, atCommit ? .any : .atMost(goal))
        target = frame.pointee.number
        pager.unpin(frame)
      } while target > goal
      try movePage(last, entry, to: target)
    }
  }
}
