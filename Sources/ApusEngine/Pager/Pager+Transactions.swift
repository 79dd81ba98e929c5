// Read and write transactions.

extension Pager {
  // MARK: Reading

  /// Takes a snapshot: what is committed now is what this connection sees until `endRead`.
  /// - Throws: `.busy` when another process keeps the database locked, `.notADatabase`, `.corrupt`, I/O errors.
  func beginRead() throws(DatabaseError) {
    guard !isReading else { return }
    if isTemporary {
      isReading = true
      return
    }
    try store.beginRead(self)
    isReading = true
    finishRefresh()
  }

  func endRead() {
    guard isReading else { return }
    if isWriting { try? rollback() }
    isReading = false
    if isTemporary { return }
    let isOverBudget = store.endRead(self)
    if wantsCheckpoint {
      wantsCheckpoint = false
      store.autoCheckpoint(self)
    }
    if isOverBudget { dropFrames() }
  }

  /// Ephemeral trees: everything is private, nothing can be rolled back.
  func beginTemporary() throws(DatabaseError) {
    isReading = true
    isWriting = true
  }

  func endTemporary() {
    isWriting = false
    isReading = false
    dropSavepoints()
    for frame in frames.reversed() {
      frame.pointee.pins = 0
      remove(frame)
    }
    spilled = [:]
    pageCount = 0
  }

  // MARK: Writing

  /// Waits in line for the writer's place, before the snapshot is taken: then the snapshot is current when writing begins.
  /// - Throws: `.busy` after the busy timeout, `.interrupt`.
  func reserveWriter() throws(DatabaseError) {
    guard !isTemporary, !holdsWriterTurn else { return }
    try store.acquireWriter(self)
  }

  func releaseWriterTurn() {
    guard holdsWriterTurn, !isWriting else { return }
    store.releaseWriter(self)
  }

  /// Begins to write on top of the present snapshot.
  /// - Throws: `.readOnly`; `.busy` when another connection writes; `.busySnapshot` when the snapshot is not current any more.
  func beginWrite(exclusive: Bool = false) throws(DatabaseError) {
    guard !isWriting else { return }
    if isTemporary {
      isWriting = true
      originalPageCount = 0
      // ROLLBACK of the transaction is a return to this.
      try openSavepoint()
      return
    }
    guard !isReadOnly, !store.file.isReadOnly else {
      throw DatabaseError(.readOnly, "attempt to write a readonly database")
    }
    let hadTurn = holdsWriterTurn
    if !hadTurn { try store.acquireWriter(self) }
    do throws(DatabaseError) {
      try store.beginWrite(self, exclusive: exclusive)
    } catch {
      store.releaseWriter(self)
      throw error
    }
    originalPageCount = pageCount
    spilled = [:]
    isWriting = true
  }

  /// Makes the transaction durable, up to the point where only forgetting the journal is left.
  func commitPhaseOne(superJournal: String?) throws(DatabaseError) {
    guard isWriting, !isTemporary else { return }
    try store.checkPoison()
    if let replacement { return try makeReplacementDurable(replacement) }
    guard dirtyCount > 0 || !spilled.isEmpty || pageCount != originalPageCount else { return }
    if let walWriter {
      // As SQLite has it: with a log the change counter says nothing, and page 1 is written when it has changed. It also stands in for the
      // last page when all others have been spilled: one must carry the commit.
      let isFirstPageDirty = find(1).map { $0.pointee.isDirty } ?? false
      if isFirstPageDirty || spilled[1] != nil || dirtyCount == 0 || pageCount != originalPageCount
        || formatVersion != nil
      {
        try stampHeader()
      }
      try commitToLog(walWriter)
      return
    }
    try store.lockForCommit(self)
    try stampHeader()
    try prepareToWriteDatabase(superJournal: superJournal)
    try writeDirtyPages()
  }

  /// The transaction is committed: the journal goes, the pages are public.
  /// - Throws: while the transaction is open, when it is not committed and must be rolled back; after its end, when it
  ///   is committed but perhaps not durable.
  func commitPhaseTwo() throws(DatabaseError) {
    guard isWriting else { return }
    if isTemporary {
      dropSavepoints()
      isWriting = false
      markClean()
      return
    }
    let changed =
      dirtyCount > 0 || !spilled.isEmpty || pageCount != originalPageCount || replacement != nil
    if walWriter != nil {
      walWriter = nil
      finishWriting()
      // Not now: the snapshot's read mark keeps the frames that it still may read.
      wantsCheckpoint = true
      return
    }
    var failure: DatabaseError?
    if changed {
      try journal?.finish(mode: store.journalMode)
      do throws(DatabaseError) {
        try journal?.syncFinish(mode: store.journalMode, durability: durability)
      } catch {
        failure = error
      }
      if let replacement { publishReplacement(replacement) } else { publishPages() }
    } else {
      journal?.abandon()
    }
    journal = nil
    finishWriting()
    if let failure { throw failure }
  }

  private func finishWriting() {
    dropSavepoints()
    spilled = [:]
    formatVersion = nil
    freshlyWritable.removeAll(keepingCapacity: true)
    isWriting = false
    store.releaseWriter(self)
  }

  /// Undoes everything since `beginWrite`.
  func rollback() throws(DatabaseError) {
    guard isWriting else { return }
    if isTemporary {
      try rollbackToSavepoint(0)
      dropSavepoints()
      isWriting = false
      markClean()
      return
    }
    dropSavepoints()
    var failure: DatabaseError?
    if let journal {
      do throws(DatabaseError) {
        try journal.rollBack(
          wroteDatabase: wroteDatabase, mode: store.journalMode, durability: durability)
      } catch {
        failure = error
        store.rollbackFailed(error, hasJournal: !journal.isInMemory)
      }
    }
    journal = nil
    walWriter = nil
    replacement = nil
    wroteDatabase = false
    for frame in frames.reversed() where frame.pointee.isDirty {
      if frame.pointee.pins <= 0 {
        remove(frame)
      } else {
        frame.pointee.isWritable = false
      }
    }
    pageCount = originalPageCount
    spilled = [:]
    freshlyWritable.removeAll(keepingCapacity: true)
    isWriting = false
    store.releaseWriter(self)
    if let failure { throw failure }
  }

  /// Temporary databases: pages stay private and dirty, but belong to no transaction.
  private func markClean() {
    for frame in freshlyWritable { frame.pointee.isWritable = false }
    freshlyWritable.removeAll(keepingCapacity: true)
  }

  // MARK: Closing

  func close() {
    guard !isClosed else { return }
    isClosed = true
    if isWriting {
      if isTemporary { endTemporary() } else { try? rollback() }
    }
    if isReading { endRead() }
    for frame in frames.reversed() {
      frame.pointee.pins = 0
      remove(frame)
    }
    if isTemporary {
      store.file.close()
      return
    }
    store.lastCloseIfNeeded(self)
  }
}
