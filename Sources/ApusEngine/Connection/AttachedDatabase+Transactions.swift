// What a connection asks of a pager, in the order of a transaction's life.

extension AttachedDatabase {
  /// Identifies the bytes that a read transaction sees: equal numbers, equal bytes.
  var snapshotID: UInt64 { pager.snapshotID }

  func beginRead() throws(DatabaseError) { try pager.beginRead() }
  func endRead() { pager.endRead() }

  func close() { pager.close() }

  /// The transaction's rollback journal is a file.
  var hasJournalOnDisk: Bool {
    guard !pager.isTemporary, !pager.store.isMemory, pager.store.wal == nil, pager.journal != nil else {
      return false
    }
    switch pager.store.journalMode {
    case .delete, .truncate, .persist: return true
    case .memory, .off, .wal: return false
    }
  }

  /// Frames of the log, nil without one.
  var logFrames: Int? {
    guard !pager.store.isMemory, let wal = pager.store.wal else { return nil }
    return Int(wal.lastFrame)
  }

  /// The write lock; a file without pages gets its first one.
  func beginWrite(exclusive: Bool) throws(DatabaseError) {
    try pager.beginWrite(exclusive: exclusive)
    pagerSavepoints = 0
    pagerSavepointBase = pager.savepoints.count
    guard pager.pageCount == 0 else { return }
    do throws(DatabaseError) {
      try btree.initializeNewDatabase(autoVacuum: newAutoVacuum)
    } catch {
      try? pager.rollback()
      throw error
    }
  }

  /// Everything up to the point of no return.
  func commitPhaseOne(superJournal: String?) throws(DatabaseError) {
    // (What replaces everything has no free pages, and with another page size the trees here are not those that are committed.)
    if pager.replacement == nil { try btree.prepareCommit() }
    try pager.commitPhaseOne(superJournal: superJournal)
  }

  /// Makes the transaction durable and visible.
  func commitPhaseTwo() throws(DatabaseError) {
    try pager.commitPhaseTwo()
    pagerSavepoints = 0
  }

  func rollback() throws(DatabaseError) {
    pagerSavepoints = 0
    try pager.rollback()
  }

  // MARK: Savepoints

  /// Opens savepoints until there are `count`.
  func openSavepoints(upTo count: Int) throws(DatabaseError) {
    while pagerSavepoints < count {
      try pager.openSavepoint()
      pagerSavepoints += 1
    }
  }

  /// Keeps what was done since savepoint `index` (from 0) and forgets it and those after it.
  func releaseSavepoint(_ index: Int) throws(DatabaseError) {
    guard index < pagerSavepoints else { return }
    try pager.releaseSavepoint(pagerSavepointBase + index)
    pagerSavepoints = index
  }

  /// Undoes what was done since savepoint `index`, which stays; those after it are gone.
  func rollbackToSavepoint(_ index: Int) throws(DatabaseError) {
    guard index < pagerSavepoints else { return }
    try btree.saveAllCursors(root: 0)
    try pager.rollbackToSavepoint(pagerSavepointBase + index)
    pagerSavepoints = index + 1
  }
}
