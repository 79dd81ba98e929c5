// Keeping pages between too full and too empty.
//
// A balance begins on the current level: with cells pending there (`workspace.pending`: they do not fit), or
// after a removal. It goes up while a level overflows or is more than two thirds empty, and ends on the level
// where nothing was to be done. Three moves:
// - `deepenRoot`: the root's content goes down into a new child, so that a root never has siblings;
// - `appendSibling`: an overflow at the very end of a tree opens a new page for the one pending cell, so that
//   ascending inserts leave full pages behind;
// - `redistribute` (BTreeCursor+Redistribute.swift): up to three siblings are spread over up to five.

extension BTreeCursor {
  /// A page with that much free space wants to share cells with its siblings.
  @inline(__always)
  func isUnderfull(_ freeSpace: Int) -> Bool { freeSpace * 3 > geometry.usableSize * 2 }

  /// Balances from the current level upwards. Its pages are writable.
  /// - Returns: true when the cursor kept its place: on the pending cell, which has become an entry.
  ///   Else only the levels above the balanced ones are left.
  mutating func balance() throws(DatabaseError) -> Bool {
    let workspace = tree.workspace
    var keepsPlace = true
    leafCount = 0
    while true {
      if depth == 0 {
        if workspace.pending.isEmpty { return keepsPlace }
        try deepenRoot()
        continue
      }
      let page = self.page
      if workspace.pending.isEmpty, !isUnderfull(page.freeSpace) { return keepsPlace }
      try makeWritable(level: depth - 1)
      let parent = BTreePage(levels[depth - 1].frame.unsafelyUnwrapped)
      let childIndex = levels[depth - 1].index
      guard childIndex <= parent.cellCount, parent.child(childIndex) == page.number else {
        throw .corrupt("child moved under a cursor", page: parent.number)
      }
      let isAppend =
        workspace.pending.count == 1 && workspace.pending.first == page.cellCount
        && childIndex == parent.cellCount
      if isAppend, isLeaf, parent.number != 1, page.cellCount > 1, try !leftTakesDivider(parent, childIndex) {
        if try appendSibling(parent) { return keepsPlace }
        keepsPlace = false
        continue
      }
      keepsPlace = false
      try redistribute(parent, around: childIndex, fillsLeft: isAppend)
    }
  }

  /// Moves the root's content to a new child; the root becomes an interior page with nothing but that child.
  private mutating func deepenRoot() throws(DatabaseError) {
    guard depth + 1 < BTreeCursor.maxDepth else { throw .corrupt("tree is too deep", page: root) }
    let root = page
    let kind = root.kind
    let frame = try tree.allocatePage(near: root.number)
    let child = BTreePage(frame)
    levels[1].frame = frame
    levels[1].index = 0
    depth = 1
    // Cells keep their places; header and pointers move to the front, for page 1 by 100 bytes.
    let content = root.contentStart
    let head = kind.headerSize + 2 * root.cellCount
    child.data.copyMemory(from: root.data + root.headerOffset, byteCount: head)
    (child.data + content).copyMemory(from: root.data + content, byteCount: geometry.usableSize - content)
    child.publish(kind, cellCount: root.cellCount)
    child.freeSpace = root.freeSpace + root.headerOffset
    frame.pointee.spaceChecked = true
    root.format(kind.interior, geometry)
    root.rightChild = child.number
    levels[0].index = 0
    if try tree.hasPointerMap {
      try tree.setPointerMapEntry(child.number, .btree, parent: root.number)
      try tree.setPointerMapEntries(ofChildrenOn: child)
    }
    adoptPage()
  }

  /// In index trees `appendSibling` leaves the room of one entry on every leaf, because the last one goes up. Large entries are worth
  /// coming down again, once, to the left leaf; that makes room on this one, too.
  private func leftTakesDivider(_ parent: BTreePage, _ childIndex: Int) throws(DatabaseError) -> Bool {
    guard !isTable, childIndex > 0 else { return false }
    let size = geometry.cellSize(parent.cell(childIndex - 1), parent.kind) - 4
    guard size * 50 > geometry.usableSize else { return false }
    let left = try tree.writablePage(parent.child(childIndex - 1))
    defer { pager.unpin(left.frame) }
    return left.kind == page.kind && left.freeSpace >= size + 2
  }

  /// Opens a new rightmost leaf for the one pending cell at the end of the present one.
  /// - Returns: true when the parent took the new divider; the cursor is then on the cell in the new leaf. Else the
  ///   divider is pending on the parent, which is the current level now.
  private mutating func appendSibling(_ parent: BTreePage) throws(DatabaseError) -> Bool {
    let workspace = tree.workspace
    let full = page
    let kind = full.kind
    let last = full.cellCount - 1
    let divider = workspace.newDividers + workspace.nextDividerSet()
    var dividerSize = 4
    divider.setBE32(0, full.number)
    let fresh = BTreePage(try tree.allocatePage(near: full.number))
    var isAdopted = false
    defer { if !isAdopted { pager.unpin(fresh.frame) } }
    fresh.format(kind, geometry)
    if isTable {
      dividerSize += CellVarint.write(
        UInt64(bitPattern: full.rowID(last, isLeaf: true)), to: divider + dividerSize)
    } else {
      let view = geometry.parse(full.cell(last), kind)
      (divider + 4).copyMemory(from: full.cell(last), byteCount: view.contentSize)
      dividerSize += view.contentSize
      full.removeCell(last, size: view.size, geometry)
    }
    let (cell, size) = workspace.pending[0]
    try fresh.insertCell(cell, size: size, at: 0, geometry, scratch: workspace.page)
    workspace.pending.removeAll()
    let isMapped = try tree.hasPointerMap
    if isMapped {
      try tree.setPointerMapEntry(fresh.number, .btree, parent: parent.number)
      try tree.setPointerMapEntries(ofChildrenOn: fresh)
    }
    let slot = parent.cellCount
    parent.rightChild = fresh.number
    if dividerSize + 2 <= parent.freeSpace {
      try parent.insertCell(divider, size: dividerSize, at: slot, geometry, scratch: workspace.page)
      if isMapped {
        try tree.setPointerMapEntries(
          ofCell: parent.cell(slot), parent.kind, parent: parent.number, geometry)
      }
      // Step over to the new leaf.
      pager.unpin(full.frame)
      levels[depth].frame = fresh.frame
      isAdopted = true
      levels[depth - 1].index = slot + 1
      index = 0
      adoptPage()
      return true
    }
    ascend()
    workspace.pending.append(divider, size: dividerSize, at: slot)
    return false
  }
}
