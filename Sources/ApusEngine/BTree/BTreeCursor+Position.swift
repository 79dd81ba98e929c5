// Saving a cursor to its key, and finding the entry again.

extension BTreeCursor {
  /// Saves the position to the entry's key and unpins the pages. A cursor on no entry only unpins.
  mutating func savePosition() throws(DatabaseError) {
    switch state {
    case .fault, .needsSeek, .invalid: releasePath()
    case .valid, .skipNext:
      if state == .valid { skip = 0 }
      if !isTable {
        var key = savedKey
        defer { savedKey = key }
        try copyPayload(to: &key)
      }
      state = .needsSeek
      releasePath()
    }
  }

  /// Finds the entry again after the cursor was saved.
  /// - Returns: true when the cursor is on the very same entry; false when that is gone (`next` and `previous`
  ///   continue correctly) or the cursor is on none.
  /// - Throws: the rollback's error after a rollback, and what a seek throws.
  mutating func restore() throws(DatabaseError) -> Bool {
    switch state {
    case .valid: return true
    case .invalid, .skipNext: return false
    case .fault: throw faultError
    case .needsSeek: break
    }
    let oldSkip = skip
    state = .invalid
    let result: Int32
    if isTable {
      result = try seek(rowID: rowID)
    } else {
      let key = savedKey
      result = try seek(record: key.bytes)
    }
    skip = 0
    guard state == .valid else { return false }
    let newSkip = result != 0 ? result : oldSkip
    if newSkip != 0 {
      skip = newSkip
      state = .skipNext
      leafCount = 0
      isAtLast = false
      return false
    }
    return true
  }

  /// A move to a place of its own forgets the saved position; after a rollback it throws.
  mutating func leaveSavedState() throws(DatabaseError) {
    if state == .fault { throw faultError }
    state = .invalid
    skip = 0
  }

  /// The transaction was rolled back.
  mutating func invalidate(_ error: DatabaseError?) {
    releasePath()
    fault?.release()
    fault = error.map { Unmanaged.passRetained(FaultBox($0)) }
    state = error == nil ? .invalid : .fault
    leafCount = 0
  }

  private var faultError: DatabaseError {
    fault?.takeUnretainedValue().error ?? DatabaseError(.abortRollback, "abort due to ROLLBACK")
  }
}
