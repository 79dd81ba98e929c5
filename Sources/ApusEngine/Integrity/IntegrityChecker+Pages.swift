// One B-tree page and what hangs below it.

extension IntegrityChecker {
  /// Walks a page and its children from the largest key to the smallest.
  /// - Parameters:
  ///   - upperBound: table trees: keys must not be larger.
  ///   - smallest: set to the smallest key below.
  /// - Returns: the height of the page, 1 for a leaf; 0 when the page could not be walked.
  func checkPage(
    _ page: PageNumber, level: Int, upperBound: Int64, smallest: inout Int64
  ) throws(DatabaseError) -> Int {
    guard !isFull, refer(to: page) else { return 0 }
    let savedSubject = subject
    defer { subject = savedSubject }
    subject = "Tree \(currentRoot) page \(page): "
    guard level < 40 else {
      add("tree is too deep")
      return 0
    }
    // The page is copied: the walk below must not hold a pin for each level.
    let copy = UnsafeMutableRawPointer.allocate(byteCount: geometry.pageSize + 32, alignment: 16)
    copy.initializeMemory(as: UInt8.self, repeating: 0, count: geometry.pageSize + 32)
    defer { copy.deallocate() }
    let isRead = try read(page, failure: { "unable to get the page. error code=\($0)" }) {
      (data) throws(DatabaseError) in
      copy.copyMemory(from: data, byteCount: geometry.pageSize)
    }
    guard isRead else { return 0 }
    let header = page == 1 ? 100 : 0
    let count = copy.be16(header + 3)
    guard let kind = PageKind(rawValue: copy.load(fromByteOffset: header, as: UInt8.self)),
      count <= geometry.maxCells
    else {
      add("btreeInitPage() returns error code 11")
      return 0
    }
    return try checkCells(page, copy, kind, count: count, level: level, upperBound, &smallest)
  }

  private func checkCells(
    _ page: PageNumber, _ data: UnsafeMutableRawPointer, _ kind: PageKind, count: Int, level: Int,
    _ upperBound: Int64, _ smallest: inout Int64
  ) throws(DatabaseError) -> Int {
    let header = page == 1 ? 100 : 0
    let pointers = header + kind.headerSize
    let usable = geometry.usableSize
    let stored = data.be16(header + 5)
    let content = stored == 0 ? 65536 : stored
    var isAccountable = checkFreeblocks(page, data, header: header, firstCell: pointers + 2 * count, content)
    var height = -1
    var maximum = upperBound
    var mayEqual = true
    if !kind.isLeaf {
      let child = data.be32(header + 8)
      subject = "Tree \(currentRoot) page \(page) right child: "
      if hasPointerMap { try checkPointerMap(child, PointerMapEntry(kind: .btree, parent: page)) }
      height = try checkPage(child, level: level + 1, upperBound: maximum, smallest: &maximum)
      mayEqual = false
    }
    if kind != .tableInterior { currentEntries += Int64(count) }
    var cells: [UInt64] = []
    cells.reserveCapacity(count)
    for index in stride(from: count - 1, through: 0, by: -1) {
      if isFull { return 0 }
      subject = "Tree \(currentRoot) page \(page) cell \(index): "
      let start = data.be16(pointers + 2 * index)
      guard start >= content, start <= usable - 4 else {
        add("Offset \(start) out of range \(content)..\(usable - 4)")
        isAccountable = false
        continue
      }
      let cell = data + start
      let view = lenientParse(cell, kind)
      guard let view, start + view.size <= usable else {
        add("Extends off end of page")
        isAccountable = false
        continue
      }
      cells.append(UInt64(start) << 32 | UInt64(start + view.size - 1))
      if kind.isTable {
        if mayEqual ? view.rowID > maximum : view.rowID >= maximum { add("Rowid \(view.rowID) out of order") }
        maximum = view.rowID
        mayEqual = false
      }
      if view.hasOverflow {
        let expected = geometry.overflowPageCount(payload: view.payloadSize, local: view.localSize)
        let first = view.overflowPage
        if hasPointerMap { try checkPointerMap(first, PointerMapEntry(kind: .firstOverflow, parent: page)) }
        try checkOverflow(first, expected: expected)
      }
      if !kind.isLeaf {
        let child = cell.be32(0)
        if hasPointerMap { try checkPointerMap(child, PointerMapEntry(kind: .btree, parent: page)) }
        let other = try checkPage(child, level: level + 1, upperBound: maximum, smallest: &maximum)
        mayEqual = false
        if other != height { add("Child page depth differs") }
        height = other
      }
    }
    smallest = maximum
    if isAccountable, !isFull { checkCoverage(page, data, header: header, content, cells) }
    return height == -1 ? 1 : height + 1
  }

  /// Takes a cell apart whose lengths may be anything; nil when they are absurd.
  private func lenientParse(_ cell: UnsafeMutableRawPointer, _ kind: PageKind) -> CellView? {
    if kind != .tableInterior {
      var position = UnsafeRawPointer(cell)
      if !kind.isLeaf { position += 4 }
      guard CellVarint.read(&position) <= UInt64(Int32.max) else { return nil }
    }
    return geometry.parse(cell, kind)
  }

  /// Checks the chain of freeblocks. False, with a message, when the page's bytes cannot be accounted for.
  private func checkFreeblocks(
    _ page: PageNumber, _ data: UnsafeMutableRawPointer, header: Int, firstCell: Int, _ content: Int
  ) -> Bool {
    let usable = geometry.usableSize
    var isSound = content >= firstCell && content <= usable
    var block = data.be16(header + 1)
    var previousEnd = 0
    while isSound, block != 0 {
      isSound = block >= content && block <= usable - 4 && block > previousEnd + 3
      if isSound {
        previousEnd = block + data.be16(block + 2)
        isSound = data.be16(block + 2) >= 4 && previousEnd <= usable
        block = data.be16(block)
      }
    }
    if !isSound { add("free space corruption") }
    return isSound
  }

  /// Every byte of the content area must belong to one cell, one freeblock, or be a counted fragment.
  private func checkCoverage(
    _ page: PageNumber, _ data: UnsafeMutableRawPointer, header: Int, _ content: Int, _ cells: [UInt64]
  ) {
    subject = "Tree \(currentRoot) page \(page): "
    var extents = cells
    var block = data.be16(header + 1)
    while block != 0 {
      extents.append(UInt64(block) << 32 | UInt64(block + data.be16(block + 2) - 1))
      block = data.be16(block)
    }
    extents.sort()
    var previous = content - 1
    var fragments = 0
    for extent in extents {
      let start = Int(extent >> 32)
      if previous >= start {
        subject = ""
        return add("Multiple uses for byte \(start) of page \(page)")
      }
      fragments += start - previous - 1
      previous = Int(extent & 0xffff_ffff)
    }
    fragments += geometry.usableSize - previous - 1
    let reported = Int(data.load(fromByteOffset: header + 7, as: UInt8.self))
    if fragments != reported {
      subject = ""
      add("Fragmentation of \(fragments) bytes reported as \(reported) on page \(page)")
    }
  }

  /// Walks an index tree in order and compares each entry with the one before.
  func checkKeyOrder(_ root: PageNumber, _ keyInfo: UnsafePointer<KeyInfo>) throws(DatabaseError) {
    let cursor = UnsafeMutablePointer<BTreeCursor>.allocate(capacity: 1)
    BTreeCursor.open(at: cursor, tree: tree, root: root, keyInfo: keyInfo, isWritable: false)
    var previous = ByteBuffer()
    var scratch = ByteBuffer()
    defer {
      cursor.pointee.close()
      cursor.deallocate()
      previous.deallocate()
      scratch.deallocate()
    }
    do throws(DatabaseError) {
      var hasEntry = try cursor.pointee.first()
      var isFirst = true
      while hasEntry, !isFull {
        let record = try cursor.pointee.record(&scratch)
        if !isFirst, try compareRecords(record, previous.bytes, keyInfo: keyInfo) <= 0 {
          let page = cursor.pointee.page.number
          subject = "Tree \(root) page \(page) cell \(cursor.pointee.index): "
          add("Entry out of order")
          subject = ""
        }
        previous.removeAll()
        previous.append(record)
        isFirst = false
        hasEntry = try cursor.pointee.next()
      }
    } catch {
      guard error.code.primary == .corrupt else { throw error }
      subject = "Tree \(root): "
      add(error.message)
      subject = ""
    }
  }
}
