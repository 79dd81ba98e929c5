// Copying a tree from one database to another.

extension BTree {
  /// Appends the entries of a tree of another database, in their order, to an empty tree of this one. Records are copied as they are.
  /// Complexity: O(bytes).
  /// - Parameter pause: called now and then; what it throws ends the copying.
  /// - Throws: `.corrupt` for a damaged source; what writing throws.
  func copyEntries(
    of sourceRoot: PageNumber, in source: BTree, to root: PageNumber, kind: TreeKind,
    pause: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    // Nothing is compared: entries come in order, and each goes behind the last one.
    let keyInfo = UnsafeMutablePointer<KeyInfo>.allocate(capacity: 1)
    keyInfo.initialize(to: KeyInfo([KeyInfo.Field()], encoding: .utf8))
    let cursors = UnsafeMutablePointer<BTreeCursor>.allocate(capacity: 2)
    let key = kind == .table ? nil : UnsafePointer(keyInfo)
    BTreeCursor.open(at: cursors, tree: source, root: sourceRoot, keyInfo: key, isWritable: false)
    BTreeCursor.open(at: cursors + 1, tree: self, root: root, keyInfo: key, isWritable: true)
    var scratch = ByteBuffer()
    defer {
      cursors[0].close()
      cursors[1].close()
      cursors.deallocate()
      keyInfo.pointee.deallocate()
      keyInfo.deallocate()
      scratch.deallocate()
    }
    var entries = 0
    var found = try cursors[0].first()
    while found {
      let record = try cursors[0].record(&scratch)
      if kind == .table {
        try cursors[1].insert(rowID: cursors[0].rowID, payload: record, append: true)
      } else {
        // After pages were balanced the cursor is on no entry.
        if entries > 0, !cursors[1].isValid { _ = try cursors[1].last() }
        try cursors[1].insert(record: record, append: true, seekResult: entries > 0 ? -1 : 0)
      }
      entries += 1
      if entries & 0x3ff == 0 { try pause() }
      found = try cursors[0].next()
    }
  }
}
