// The database header on page 1, as far as the B-tree layer owns it.

extension BTree {
  /// A 32-bit header field; 0 for a file without pages. Complexity: one page look-up.
  /// - Throws: what reading page 1 throws.
  func meta(_ field: HeaderField) throws(DatabaseError) -> UInt32 {
    guard pager.pageCount > 0 else { return 0 }
    return try read(1) { (data) throws(DatabaseError) in data.be32(field.rawValue) }
  }

  /// Sets a 32-bit header field inside a write transaction.
  func setMeta(_ field: HeaderField, _ value: UInt32) throws(DatabaseError) {
    try edit(1) { (data) throws(DatabaseError) in
      if data.be32(field.rawValue) != value { data.setBE32(field.rawValue, value) }
    }
  }

  /// Whether the database keeps a pointer map (auto-vacuum, full or incremental).
  var hasPointerMap: Bool {
    get throws(DatabaseError) { try meta(.largestRoot) != 0 }
  }

  /// Writes page 1 — the header and an empty schema table — when the file has no page yet. Called at the
  /// beginning of a write; does nothing on a database. What makes the first object of a schema writes the schema
  /// format and the text encoding: until then the encoding can be chosen.
  func initializeNewDatabase(autoVacuum: AutoVacuumMode) throws(DatabaseError) {
    guard pager.pageCount == 0 else { return }
    let geometry = self.geometry
    let frame = try pager.newPage(1)
    defer { pager.unpin(frame) }
    let data = frame.pointee.data
    let magic: StaticString = "SQLite format 3"
    data.copyMemory(from: magic.utf8Start, byteCount: 15)
    data.setBE16(16, geometry.pageSize == 65536 ? 1 : geometry.pageSize)
    let bytes: [(Int, Int)] = [
      (18, 1), (19, 1), (20, geometry.pageSize - geometry.usableSize), (21, 64), (22, 32), (23, 32),
    ]
    for (offset, value) in bytes {
      data.storeBytes(of: UInt8(truncatingIfNeeded: value), toByteOffset: offset, as: UInt8.self)
    }
    data.setBE32(HeaderField.pageCount.rawValue, 1)
    if autoVacuum != .none { data.setBE32(HeaderField.largestRoot.rawValue, 1) }
    if autoVacuum == .incremental { data.setBE32(HeaderField.incrementalVacuum.rawValue, 1) }
    BTreePage(frame).format(.tableLeaf, geometry)
  }
}
