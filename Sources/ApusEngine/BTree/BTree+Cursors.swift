// The open cursors of one file.

extension BTree {
  func link(_ cursor: UnsafeMutablePointer<BTreeCursor>) {
    var other = cursors
    while let open = other {
      if open.pointee.root == cursor.pointee.root {
        open.pointee.hasCompanions = true
        cursor.pointee.hasCompanions = true
      }
      other = open.pointee.nextCursor
    }
    cursor.pointee.nextCursor = cursors
    cursors = cursor
  }

  /// Takes the cursor with that level stack off the list.
  func unlink(_ levels: UnsafeMutablePointer<CursorLevel>) {
    var previous: UnsafeMutablePointer<BTreeCursor>?
    var other = cursors
    while let open = other {
      let next = open.pointee.nextCursor
      if open.pointee.levels == levels {
        if let previous { previous.pointee.nextCursor = next } else { cursors = next }
        if open.pointee.hasCompanions { recountCompanions(of: open.pointee.root) }
        return
      }
      previous = open
      other = next
    }
  }

  private func recountCompanions(of root: PageNumber) {
    var only: UnsafeMutablePointer<BTreeCursor>?
    var other = cursors
    while let open = other {
      other = open.pointee.nextCursor
      guard open.pointee.root == root else { continue }
      if only != nil { return }
      only = open
    }
    only?.pointee.hasCompanions = false
  }

  /// Saves the positions of the cursors on `root` (0: on every tree) to their keys and unpins their pages. Before
  /// any change to a tree, and before a savepoint is rolled back.
  func saveAllCursors(
    root: PageNumber, except: UnsafeMutablePointer<BTreeCursor>? = nil
  ) throws(DatabaseError) {
    try saveCursors(root: root, exceptLevels: except?.pointee.levels)
  }

  /// As `saveAllCursors`; the excepted cursor is told by its level stack, because its memory is being mutated.
  func saveCursors(
    root: PageNumber, exceptLevels: UnsafeMutablePointer<CursorLevel>?
  ) throws(DatabaseError) {
    var other = cursors
    while let open = other {
      other = open.pointee.nextCursor
      if open.pointee.levels == exceptLevels { continue }
      if root == 0 || open.pointee.root == root { try open.pointee.savePosition() }
    }
  }

  /// ROLLBACK: every open cursor throws `error` from now on (nil: it is only on no entry).
  func invalidateAllCursors(_ error: DatabaseError?) {
    var other = cursors
    while let open = other {
      open.pointee.invalidate(error)
      other = open.pointee.nextCursor
    }
  }
}
