// Spreading the cells of neighbouring pages over as many pages as they need.

/// The pages that take part in one redistribution, each pinned, at most five.
private struct SiblingSet {
  private var frames: (FrameRef?, FrameRef?, FrameRef?, FrameRef?, FrameRef?) = (nil, nil, nil, nil, nil)
  private(set) var count = 0

  subscript(position: Int) -> FrameRef {
    withUnsafeBytes(of: frames) { $0.assumingMemoryBound(to: FrameRef?.self)[position].unsafelyUnwrapped }
  }

  mutating func append(_ frame: FrameRef) {
    let position = count
    withUnsafeMutableBytes(of: &frames) { $0.assumingMemoryBound(to: FrameRef?.self)[position] = frame }
    count += 1
  }

  mutating func removeLast() -> FrameRef {
    count -= 1
    return self[count]
  }

  /// Sorts the frames by page number, so that a scan in key order reads the file forwards.
  mutating func sortByNumber() {
    let count = self.count
    withUnsafeMutableBytes(of: &frames) { bytes in
      let list = bytes.assumingMemoryBound(to: FrameRef?.self)
      for end in stride(from: 1, to: count, by: 1) {
        var position = end
        while position > 0,
          list[position - 1].unsafelyUnwrapped.pointee.number
            > list[position].unsafelyUnwrapped.pointee.number
        {
          list.swapAt(position - 1, position)
          position -= 1
        }
      }
    }
  }
}

/// Where the cells of a redistribution go: page `i` ends before cell `ends[i]`. In trees whose interior
/// entries are real ones, cell `ends[i]` itself becomes the divider behind page `i`.
private struct Distribution {
  var pageCount = 0
  private var ends: (Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0)
  private var sizes: (Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0)

  private static func get(_ tuple: (Int, Int, Int, Int, Int), _ position: Int) -> Int {
    withUnsafeBytes(of: tuple) { $0.assumingMemoryBound(to: Int.self)[position] }
  }

  private static func set(_ tuple: inout (Int, Int, Int, Int, Int), _ position: Int, _ value: Int) {
    withUnsafeMutableBytes(of: &tuple) { $0.assumingMemoryBound(to: Int.self)[position] = value }
  }

  func end(_ page: Int) -> Int { Distribution.get(ends, page) }

  /// Packs `count` cells from the left into pages of `capacity` bytes, then moves cells to the right until
  /// neighbours are about equally full. `fillsLeft` omits the second step but for an empty last page.
  /// Nil when more than five pages would be needed, which sound pages never do.
  init?(
    sizes cells: UnsafePointer<Int32>, count: Int, capacity: Int, dividersStay: Bool, fillsLeft: Bool
  ) {
    var start = 0
    while true {
      guard pageCount < 5 else { return nil }
      var size = 0
      var end = start
      while end < count, size + Int(cells[end]) + 2 <= capacity {
        size += Int(cells[end]) + 2
        end += 1
      }
      Distribution.set(&sizes, pageCount, size)
      Distribution.set(&ends, pageCount, end)
      pageCount += 1
      if end == count { break }
      guard end > start else { return nil }
      start = dividersStay ? end + 1 : end
      if start == count {
        // The last cell became a divider: the page behind it starts empty.
        guard pageCount < 5 else { return nil }
        Distribution.set(&sizes, pageCount, 0)
        Distribution.set(&ends, pageCount, count)
        pageCount += 1
        break
      }
    }
    guard pageCount > 1 else { return }
    for page in stride(from: pageCount - 1, to: 0, by: -1) {
      var right = Distribution.get(sizes, page)
      var left = Distribution.get(sizes, page - 1)
      var end = Distribution.get(ends, page - 1)
      let floor = page > 1 ? Distribution.get(ends, page - 2) + (dividersStay ? 1 : 0) : 0
      while end - 1 > floor {
        let leaving = Int(cells[end - 1]) + 2
        let arriving = Int(cells[dividersStay ? end : end - 1]) + 2
        let isLast = page == pageCount - 1
        if right != 0, fillsLeft || right + arriving > left - (leaving - (isLast ? 2 : 0)) { break }
        right += arriving
        left -= leaving
        end -= 1
      }
      guard right != 0 else { return nil }
      Distribution.set(&sizes, page, right)
      Distribution.set(&sizes, page - 1, left)
      Distribution.set(&ends, page - 1, end)
    }
  }
}

extension BTreeCursor {
  /// Spreads the current page, its pending cells and up to two siblings over as many pages as needed. The cursor
  /// goes up to the parent, on which new dividers may be pending then.
  mutating func redistribute(
    _ parent: BTreePage, around childIndex: Int, fillsLeft: Bool
  ) throws(DatabaseError) {
    var siblings = SiblingSet()
    defer { while siblings.count > 0 { pager.unpin(siblings.removeLast()) } }
    let workspace = tree.workspace
    let kind = page.kind
    let dividersStay = kind != .tableLeaf

    // Which siblings: the page with one on either side, or the two on the only side.
    let last = parent.cellCount
    let oldCount = min(fillsLeft ? 2 : 3, last + 1)
    let first = childIndex == 0 ? 0 : childIndex == last ? last + 1 - oldCount : childIndex - 1
    for position in first..<first + oldCount {
      if position == childIndex {
        siblings.append(levels[depth].frame.unsafelyUnwrapped)
        levels[depth].frame = nil
      } else {
        let number = parent.child(position)
        guard number >= 2 else { throw .corrupt("child pointer", page: parent.number) }
        let sibling = try tree.writablePage(number)
        siblings.append(sibling.frame)
        guard sibling.kind == kind else {
          throw .corrupt("siblings of different kinds", page: number)
        }
      }
    }
    // The stack ends at the parent now, whatever happens.
    depth -= 1
    index = levels[depth].index
    adoptPage()

    // All cells in order, in copies of their pages.
    let rightmost = BTreePage(siblings[oldCount - 1]).rightChildOrZero
    let count = try gatherCells(
      siblings, parent: parent, first: first, pendingAt: childIndex - first, kind: kind)
    workspace.pending.removeAll()
    for _ in 1..<max(oldCount, 1) {
      parent.removeCell(first, size: geometry.cellSize(parent.cell(first), parent.kind), geometry)
    }
    guard
      let plan = Distribution(
        sizes: workspace.cellSizes, count: count, capacity: geometry.usableSize - kind.headerSize,
        dividersStay: dividersStay, fillsLeft: fillsLeft)
    else { throw .corrupt("cells do not fit their pages", page: parent.number) }

    // As many pages as planned, in the file's order.
    while siblings.count > plan.pageCount {
      let surplus = siblings.removeLast()
      let number = surplus.pointee.number
      pager.unpin(surplus)
      try tree.freePage(number)
    }
    while siblings.count < plan.pageCount {
      siblings.append(try tree.allocatePage(near: siblings[siblings.count - 1].pointee.number))
    }
    siblings.sortByNumber()

    // Fill them.
    var start = 0
    for position in 0..<plan.pageCount {
      let page = BTreePage(siblings[position])
      let end = plan.end(position)
      page.rebuild(
        kind, cells: workspace.cells + start, sizes: workspace.cellSizes + start, count: end - start, geometry
      )
      if !kind.isLeaf {
        page.rightChild = position == plan.pageCount - 1 ? rightmost : workspace.cells[end].be32(0)
      }
      start = dividersStay ? end + 1 : end
    }
    try linkSiblings(siblings, plan, parent: parent, first: first, kind: kind)
    while siblings.count > 0 { pager.unpin(siblings.removeLast()) }
    try collapseRoot(parent)
  }

  /// Lists the cells of all siblings, dividers and pending cells included, as `workspace.cells` and `cellSizes`.
  private func gatherCells(
    _ siblings: SiblingSet, parent: BTreePage, first: Int, pendingAt: Int, kind: PageKind
  ) throws(DatabaseError) -> Int {
    let workspace = tree.workspace
    let cells = workspace.cells
    let sizes = workspace.cellSizes
    let pending = workspace.pending
    var count = 0
    for position in 0..<siblings.count {
      let page = BTreePage(siblings[position])
      let copy = workspace.siblings + position * workspace.pageStride
      copy.copyMemory(from: page.data, byteCount: geometry.pageSize)
      let pointers = copy + page.cellOffset
      let pendingIndex = position == pendingAt && !pending.isEmpty ? pending.first : -1
      guard pendingIndex <= page.cellCount else { throw .corrupt("cell index", page: page.number) }
      for index in 0...page.cellCount {
        if index == pendingIndex {
          for extra in 0..<pending.count {
            let (cell, size) = pending[extra]
            cells[count] = cell
            sizes[count] = Int32(size)
            count += 1
          }
        }
        guard index < page.cellCount else { break }
        let cell = copy + pointers.be16(2 * index)
        cells[count] = cell
        sizes[count] = Int32(geometry.cellSize(cell, kind))
        count += 1
      }
      guard position < siblings.count - 1, kind != .tableLeaf else { continue }
      // The divider comes down: onto a leaf without its child pointer, else with the sibling's last child.
      let source = parent.cell(first + position)
      var size = geometry.parse(source, parent.kind).contentSize
      var divider = workspace.oldDividers + position * workspace.pageStride
      divider.copyMemory(from: source, byteCount: size)
      if kind.isLeaf {
        divider += 4
        size -= 4
        while size < 4 {
          divider.storeBytes(of: 0, toByteOffset: size, as: UInt8.self)
          size += 1
        }
      } else {
        divider.setBE32(0, page.rightChild)
      }
      cells[count] = divider
      sizes[count] = Int32(size)
      count += 1
    }
    return count
  }

  /// Hangs the filled pages under the parent with new dividers; those that do not fit there become pending.
  private func linkSiblings(
    _ siblings: SiblingSet, _ plan: Distribution, parent: BTreePage, first: Int, kind: PageKind
  ) throws(DatabaseError) {
    let workspace = tree.workspace
    let isMapped = try tree.hasPointerMap
    parent.setChild(first, siblings[plan.pageCount - 1].pointee.number)
    var divider = workspace.newDividers + workspace.nextDividerSet()
    for position in 0..<plan.pageCount - 1 {
      let page = BTreePage(siblings[position])
      var size = 4
      if kind == .tableLeaf {
        let key = page.rowID(page.cellCount - 1, isLeaf: true)
        size += CellVarint.write(UInt64(bitPattern: key), to: divider + 4)
      } else {
        let cell = workspace.cells[plan.end(position)]
        let content = geometry.parse(cell, kind).contentSize
        if kind.isLeaf {
          (divider + 4).copyMemory(from: cell, byteCount: content)
          size += content
        } else {
          divider.copyMemory(from: cell, byteCount: content)
          size = content
        }
      }
      divider.setBE32(0, page.number)
      if workspace.pending.isEmpty, size + 2 <= parent.freeSpace {
        try parent.insertCell(divider, size: size, at: first + position, geometry, scratch: workspace.page)
        if isMapped {
          try tree.setPointerMapEntries(
            ofCell: parent.cell(first + position), parent.kind, parent: parent.number, geometry)
        }
      } else {
        workspace.pending.append(divider, size: size, at: first + position)
        divider += workspace.pageStride
      }
    }
    guard isMapped else { return }
    for position in 0..<plan.pageCount {
      let page = BTreePage(siblings[position])
      try tree.setPointerMapEntry(page.number, .btree, parent: parent.number)
      try tree.setPointerMapEntries(ofChildrenOn: page)
    }
  }

  /// A root that is left with one child takes the child's content, if that fits (page 1 is 100 bytes smaller).
  private func collapseRoot(_ parent: BTreePage) throws(DatabaseError) {
    guard depth == 0, parent.cellCount == 0, tree.workspace.pending.isEmpty else { return }
    let child = try tree.writablePage(parent.rightChild)
    let number = child.number
    guard child.freeSpace >= parent.headerOffset else { return pager.unpin(child.frame) }
    do {
      defer { pager.unpin(child.frame) }
      // The child was just rebuilt: one gap, no freeblocks.
      try child.defragment(geometry, scratch: tree.workspace.page)
      let content = child.contentStart
      let head = child.kind.headerSize + 2 * child.cellCount
      (parent.data + parent.headerOffset).copyMemory(from: child.data, byteCount: head)
      (parent.data + content).copyMemory(from: child.data + content, byteCount: geometry.usableSize - content)
      parent.publish(child.kind, cellCount: child.cellCount)
      parent.freeSpace = child.freeSpace - parent.headerOffset
      if try tree.hasPointerMap { try tree.setPointerMapEntries(ofChildrenOn: parent) }
    }
    try tree.freePage(number)
  }
}

extension BTreePage {
  /// The rightmost child, or 0 on a leaf.
  fileprivate var rightChildOrZero: PageNumber { kind.isLeaf ? 0 : rightChild }

  /// Fills the page anew: `count` cells, packed at its end in order. Complexity: O(page size).
  fileprivate func rebuild(
    _ kind: PageKind, cells: UnsafePointer<UnsafeMutableRawPointer>, sizes: UnsafePointer<Int32>, count: Int,
    _ geometry: PageGeometry
  ) {
    format(kind, geometry)
    var top = geometry.usableSize
    let pointers = data + cellOffset
    for index in 0..<count {
      let size = Int(sizes[index])
      top -= size
      (data + top).copyMemory(from: cells[index], byteCount: size)
      pointers.setBE16(2 * index, top)
    }
    contentStart = top
    setCellCount(count)
    freeSpace = top - cellOffset - 2 * count
  }
}
