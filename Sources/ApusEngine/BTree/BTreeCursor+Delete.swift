// Removing entries.

extension BTreeCursor {
  /// Removes the entry under the cursor, with its overflow pages.
  /// - Parameter keepPosition: afterwards `next` goes to the entry that followed and `previous` to the one before,
  ///   whatever happens to the pages; else the cursor is on no entry.
  /// - Throws: `.corrupt`, `.misuse` when the cursor is on no entry, and what the pager throws. After an error the
  ///   transaction or statement must be rolled back.
  mutating func delete(keepPosition: Bool) throws(DatabaseError) {
    if state != .valid {
      guard state == .needsSeek, try restore() else {
        if state == .fault { _ = try restore() }
        throw DatabaseError(.misuse, "delete without a current entry")
      }
    }
    if hasCompanions || root == 1 { try prepareToWrite() }
    do throws(DatabaseError) {
      if isLeaf {
        try deleteFromLeaf(keepPosition: keepPosition)
      } else {
        try deleteFromInterior(keepPosition: keepPosition)
      }
    } catch {
      abandon()
      throw error
    }
  }

  private mutating func deleteFromLeaf(keepPosition: Bool) throws(DatabaseError) {
    try makeWritable(level: depth)
    let page = self.page
    let view = geometry.parse(page.cell(index), page.kind)
    let staysBalanced = depth == 0 || !isUnderfull(page.freeSpace + view.size + 2)
    let saved = staysBalanced ? nil : try saveKey(if: keepPosition)
    try tree.freeOverflow(of: view, on: page)
    page.removeCell(index, size: view.size, geometry)
    cellCount = page.cellCount
    isAtLast = false
    leafCount = 0
    if staysBalanced {
      guard keepPosition else { return becomeInvalid() }
      if cellCount == 0 { return becomeInvalid() }
      skip = index < cellCount ? 1 : -1
      if index >= cellCount { index = cellCount - 1 }
      arrive()
      state = .skipNext
      leafCount = 0
      return
    }
    tree.workspace.pending.removeAll()
    _ = try balance()
    finishDelete(saved)
  }

  /// An interior entry of an index is replaced by its predecessor, the last entry of a leaf.
  private mutating func deleteFromInterior(keepPosition: Bool) throws(DatabaseError) {
    let saved = try saveKey(if: keepPosition)
    let interiorDepth = depth
    let position = index
    let workspace = tree.workspace
    isAtLast = false
    try makeWritable(level: interiorDepth)
    let interior = page
    let doomed = geometry.parse(interior.cell(position), .indexInterior)
    let child = interior.child(position)
    try tree.freeOverflow(of: doomed, on: interior)
    try descendToLast()
    try makeWritable(level: depth)
    let leaf = page
    let last = leaf.cellCount - 1
    let heir = geometry.parse(leaf.cell(last), .indexLeaf)
    let divider = workspace.newDividers + workspace.nextDividerSet()
    divider.setBE32(0, child)
    (divider + 4).copyMemory(from: leaf.cell(last), byteCount: heir.contentSize)
    let dividerSize = heir.contentSize + 4
    interior.removeCell(position, size: doomed.size, geometry)
    workspace.pending.removeAll()
    if dividerSize + 2 <= interior.freeSpace {
      try interior.insertCell(divider, size: dividerSize, at: position, geometry, scratch: workspace.page)
      if try tree.hasOverflowToMap(interior, position) {
        try tree.setPointerMapEntries(
          ofCell: interior.cell(position), .indexInterior, parent: interior.number, geometry)
      }
      leaf.removeCell(last, size: heir.size, geometry)
      adoptPage()
      _ = try balance()
    } else {
      // The interior page overflows: balance it while the leaf still holds the heir too, then find that
      // duplicate again and take it away.
      var key = ByteBuffer()
      defer { key.deallocate() }
      try copyPayload(to: &key)
      unwind(to: interiorDepth)
      index = position
      workspace.pending.append(divider, size: dividerSize, at: position)
      _ = try balance()
      guard try seek(record: key.bytes) == 0, !isLeaf else {
        throw .corrupt("index entry is out of order", page: root)
      }
      try descendToLast()
      try makeWritable(level: depth)
      let leaf = page
      let last = leaf.cellCount - 1
      leaf.removeCell(last, size: geometry.parse(leaf.cell(last), .indexLeaf).size, geometry)
      adoptPage()
      workspace.pending.removeAll()
      _ = try balance()
      finishDelete(saved)
      return
    }
    if hasPath, depth > interiorDepth {
      // The leaf was balanced without its ancestors; the interior page may be underfull by itself.
      unwind(to: interiorDepth)
      _ = try balance()
    }
    finishDelete(saved)
  }

  /// Goes up to `level`.
  private mutating func unwind(to level: Int) {
    while depth > level { ascend() }
  }

  /// The key to come back to: a copy of an index entry's record, nothing more for a row.
  private mutating func saveKey(if keepPosition: Bool) throws(DatabaseError) -> Int64? {
    guard keepPosition else { return nil }
    if isTable { return rowID }
    var key = savedKey
    defer { savedKey = key }
    try copyPayload(to: &key)
    return 0
  }

  private mutating func finishDelete(_ savedRowID: Int64?) {
    releasePath()
    becomeInvalid()
    guard let savedRowID else { return }
    if isTable { setSavedRowID(savedRowID) }
    skip = 0
    state = .needsSeek
  }
}
