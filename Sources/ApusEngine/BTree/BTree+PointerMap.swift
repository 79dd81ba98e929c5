// The pointer map of auto-vacuum databases.

extension BTree {
  func pointerMapEntry(_ page: PageNumber) throws(DatabaseError) -> PointerMapEntry {
    let (map, offset) = try pointerMapPlace(page)
    return try read(map) { (data) throws(DatabaseError) in
      guard let kind = PointerMapEntry.Kind(rawValue: data.load(fromByteOffset: offset, as: UInt8.self))
      else { throw .corrupt("pointer map entry of page \(page)", page: map, offset: offset) }
      return PointerMapEntry(kind: kind, parent: data.be32(offset + 1))
    }
  }

  func setPointerMapEntry(
    _ page: PageNumber, _ kind: PointerMapEntry.Kind, parent: PageNumber
  ) throws(DatabaseError) {
    let (map, offset) = try pointerMapPlace(page)
    let isSame = try read(map) { (data) throws(DatabaseError) in
      data.load(fromByteOffset: offset, as: UInt8.self) == kind.rawValue && data.be32(offset + 1) == parent
    }
    if isSame { return }
    try edit(map) { (data) throws(DatabaseError) in
      data.storeBytes(of: kind.rawValue, toByteOffset: offset, as: UInt8.self)
      data.setBE32(offset + 1, parent)
    }
  }

  private func pointerMapPlace(_ page: PageNumber) throws(DatabaseError) -> (PageNumber, Int) {
    let map = geometry.pointerMapPage(for: page)
    guard map != 0, page > map else {
      throw .corrupt("page \(page) has no pointer map entry", page: page)
    }
    return (map, 5 * Int(page - map - 1))
  }

  /// Records `page` as the parent of everything that its cells point to: children and overflow chains.
  func setPointerMapEntries(ofChildrenOn page: BTreePage) throws(DatabaseError) {
    let geometry = self.geometry
    let kind = page.kind
    for index in 0..<page.cellCount {
      try setPointerMapEntries(ofCell: page.cell(index), kind, parent: page.number, geometry)
    }
    if !kind.isLeaf { try setPointerMapEntry(page.rightChild, .btree, parent: page.number) }
  }

  /// Records `parent` as the parent of the cell's left child and overflow chain.
  func setPointerMapEntries(
    ofCell cell: UnsafeMutableRawPointer, _ kind: PageKind, parent: PageNumber, _ geometry: PageGeometry
  ) throws(DatabaseError) {
    if !kind.isLeaf { try setPointerMapEntry(cell.be32(0), .btree, parent: parent) }
    guard kind != .tableInterior else { return }
    let view = geometry.parse(cell, kind)
    if view.hasOverflow { try setPointerMapEntry(view.overflowPage, .firstOverflow, parent: parent) }
  }
}

extension BTree {
  /// True when the cell at `index` has an overflow chain whose pointer-map entry must be kept.
  func hasOverflowToMap(_ page: BTreePage, _ index: Int) throws(DatabaseError) -> Bool {
    let kind = page.kind
    guard kind != .tableInterior, geometry.parse(page.cell(index), kind).hasOverflow else { return false }
    return try hasPointerMap
  }
}
