// Whole trees: making, emptying, dropping, counting.

extension BTree {
  /// Makes an empty tree and returns its root page. In an auto-vacuum database the page that stands where the
  /// next root belongs moves away.
  func createTree(_ kind: TreeKind) throws(DatabaseError) -> PageNumber {
    let frame: FrameRef
    if try hasPointerMap {
      frame = try allocateRoot()
    } else {
      frame = try allocatePage()
    }
    BTreePage(frame).format(kind.leaf, geometry)
    let root = frame.pointee.number
    pager.unpin(frame)
    return root
  }

  /// Removes all entries; the root stays, as an empty leaf.
  /// - Returns: how many entries were removed.
  @discardableResult
  func clearTree(_ root: PageNumber, _ kind: TreeKind) throws(DatabaseError) -> Int64 {
    try saveAllCursors(root: root)
    var budget = pager.pageCount
    var entries: Int64 = 0
    let page = try loadPage(root)
    do {
      defer { pager.unpin(page.frame) }
      guard page.kind.isTable == (kind == .table) else {
        throw .corrupt("not a root of this kind of tree", page: root)
      }
      entries = try clearPage(page, depth: 0, &budget)
    }
    let empty = try writableFrame(root)
    defer { pager.unpin(empty) }
    BTreePage(empty).format(kind.leaf, geometry)
    return entries
  }

  /// Frees everything that the page's cells point to, not the page itself. Returns the entries below.
  private func clearPage(
    _ page: BTreePage, depth: Int, _ budget: inout PageNumber
  ) throws(DatabaseError) -> Int64 {
    guard depth < BTreeCursor.maxDepth, budget > 0 else {
      throw .corrupt("tree is too deep or has a loop", page: page.number)
    }
    budget -= 1
    let geometry = self.geometry
    let kind = page.kind
    var entries = Int64(kind == .tableInterior ? 0 : page.cellCount)
    for index in 0..<page.cellCount {
      if !kind.isLeaf { entries += try clearChild(index, of: page, depth: depth, &budget) }
      if kind != .tableInterior {
        try freeOverflow(of: geometry.parse(page.cell(index), kind), on: page)
      }
    }
    if !kind.isLeaf { entries += try clearChild(page.cellCount, of: page, depth: depth, &budget) }
    return entries
  }

  private func clearChild(
    _ index: Int, of parent: BTreePage, depth: Int, _ budget: inout PageNumber
  ) throws(DatabaseError) -> Int64 {
    let number = parent.child(index)
    guard number >= 2, number <= pager.pageCount else {
      throw .corrupt("child pointer", page: parent.number, offset: parent.childOffset(index))
    }
    var entries: Int64 = 0
    let child = try loadPage(number)
    do {
      defer { pager.unpin(child.frame) }
      guard child.kind.isTable == parent.kind.isTable else {
        throw .corrupt("child of another kind of tree", page: number)
      }
      entries = try clearPage(child, depth: depth + 1, &budget)
    }
    try freePage(number)
    return entries
  }

  /// Removes a tree with its root page.
  /// - Returns: in an auto-vacuum database the root page that moved into the place of `root` (its tree has the
  ///   number `root` now, and the catalog must say so), else 0.
  func dropTree(_ root: PageNumber) throws(DatabaseError) -> PageNumber {
    guard root >= 2 else { throw .corrupt("drop of page \(root)", page: root) }
    try saveAllCursors(root: 0)
    let page = try loadPage(root)
    let kind: TreeKind = page.kind.isTable ? .table : .index
    pager.unpin(page.frame)
    try clearTree(root, kind)
    let largest = try meta(.largestRoot)
    guard largest != 0 else {
      try freePage(root)
      return 0
    }
    var moved: PageNumber = 0
    if root == largest {
      try freePage(root)
    } else {
      guard largest > root, largest <= pager.pageCount else {
        throw .corrupt("largest root page", page: 1, offset: HeaderField.largestRoot.rawValue)
      }
      let entry = try pointerMapEntry(largest)
      guard entry.kind == .root else { throw .corrupt("largest root page is not a root", page: largest) }
      try movePage(largest, entry, to: root)
      try freePage(largest)
      moved = largest
    }
    var newLargest = largest - 1
    while newLargest == geometry.lockBytePage || geometry.isPointerMapPage(newLargest) { newLargest -= 1 }
    try setMeta(.largestRoot, newLargest)
    return moved
  }

  /// The number of entries of a tree, from the cell counts of its pages. Complexity: O(pages).
  func entryCount(_ root: PageNumber) throws(DatabaseError) -> Int64 {
    var budget = pager.pageCount
    // A database without pages has an empty schema table.
    if budget == 0 { return 0 }
    return try countEntries(root, depth: 0, &budget)
  }

  private func countEntries(
    _ number: PageNumber, depth: Int, _ budget: inout PageNumber
  ) throws(DatabaseError) -> Int64 {
    guard depth < BTreeCursor.maxDepth, budget > 0 else {
      throw .corrupt("tree is too deep or has a loop", page: number)
    }
    budget -= 1
    let page = try loadPage(number)
    defer { pager.unpin(page.frame) }
    let kind = page.kind
    if kind.isLeaf { return Int64(page.cellCount) }
    var entries = kind == .tableInterior ? 0 : Int64(page.cellCount)
    for index in 0...page.cellCount {
      entries += try countEntries(page.child(index), depth: depth + 1, &budget)
    }
    return entries
  }
}
