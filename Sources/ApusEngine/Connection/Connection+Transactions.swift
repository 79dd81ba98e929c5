// BEGIN, COMMIT, ROLLBACK, and the transactions that statements open by themselves.

extension Connection {
  // MARK: Beginning

  /// Opens a read transaction on a database and makes sure that its catalog, if loaded, fits the snapshot.
  func beginRead(_ index: Int) throws(DatabaseError) {
    let slot = slots + index
    guard !slot.pointee.isReading else { return }
    let database = try database(index)
    try waiting { () throws(DatabaseError) in try database.beginRead() }
    slot.pointee.isReading = true
    counters.pointee.openTransactions |= 1 << UInt64(index)
    do throws(DatabaseError) {
      try verifyCatalog(of: database)
    } catch {
      if counters.pointee.activeStatements == 0 && counters.pointee.isAutocommit { endRead(index) }
      throw error
    }
  }

  /// Opens a write transaction on a database, with the connection's savepoints.
  func beginWrite(_ index: Int, exclusive: Bool = false) throws(DatabaseError) {
    if counters.pointee.runningHooks > 0 { try refuseInHook() }
    let slot = slots + index
    if !slot.pointee.isWriting {
      let database = try database(index)
      if slot.pointee.isReading {
        // It does not wait: the one that writes may wait for its readers, this one included.
        try database.beginWrite(exclusive: exclusive)
      } else {
        try waiting { () throws(DatabaseError) in try beginReadAndWrite(database, exclusive: exclusive) }
      }
      slot.pointee.isWriting = true
    }
    if !savepoints.isEmpty { try databases[index].openSavepoints(upTo: savepoints.count) }
  }

  /// Both at once, or neither: nobody waits for a lock with another one held that keeps its owner from going on.
  private func beginReadAndWrite(_ database: AttachedDatabase, exclusive: Bool) throws(DatabaseError) {
    // In line first: then the snapshot is current when writing begins.
    try database.pager.reserveWriter()
    do throws(DatabaseError) {
      try beginRead(database.index)
      try database.beginWrite(exclusive: exclusive)
    } catch {
      if (slots + database.index).pointee.isReading { endRead(database.index) }
      database.pager.releaseWriterTurn()
      // Nothing has been read yet: a snapshot that is out of date already is no reason to give up.
      guard error.code == .busySnapshot else { throw error }
      throw DatabaseError(.busy, error.message)
    }
  }

  /// Runs `body` again while it ends with `.busy`, until the busy timeout is over.
  private func waiting(
    _ body: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let begun = settings.busyTimeout > 0 ? storage.milliseconds : 0
    var attempt = 0
    while true {
      do throws(DatabaseError) {
        return try body()
      } catch {
        // A stale snapshot cannot become current by waiting.
        guard error.code.primary == .busy, error.code != .busySnapshot, settings.busyTimeout > 0,
          !interruption.isRequested
        else { throw error }
        let now = storage.milliseconds
        let end = begun + Int64(settings.busyTimeout)
        guard now < end else { throw error }
        let pause = Self.pauses[min(attempt, Self.pauses.count - 1)]
        storage.sleep(milliseconds: Int(min(Int64(pause), end - now)))
        attempt += 1
      }
    }
  }

  /// Milliseconds between attempts.
  private static let pauses = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100]

  /// BEGIN.
  func begin(_ mode: TransactionMode) throws(DatabaseError) {
    try refuseInHook()
    guard counters.pointee.isAutocommit else {
      throw DatabaseError(.error, "cannot start a transaction within a transaction")
    }
    if mode != .deferred {
      // The locks of an immediate transaction come before it counts as begun.
      for database in databases where database.index != 1 {
        if database.pager.isReadOnly || database.pager.store.isKnownWriteProtected {
          try beginRead(database.index)
        } else {
          guard !counters.pointee.isQueryOnly else {
            throw DatabaseError(.readOnly, "attempt to write a readonly database")
          }
          try beginWrite(database.index, exclusive: mode == .exclusive)
        }
      }
    }
    counters.pointee.isAutocommit = false
    isTransactionSavepoint = false
  }

  // MARK: Ending

  /// COMMIT, or the release of the outermost savepoint.
  func commitTransaction(by machine: VirtualMachine) throws(DatabaseError) {
    try refuseInHook()
    guard !counters.pointee.isAutocommit else {
      throw DatabaseError(.error, "cannot commit - no transaction is active")
    }
    guard counters.pointee.activeWriters == 0 else {
      throw DatabaseError(.busy, "cannot commit transaction - SQL statements in progress")
    }
    guard counters.pointee.deferredForeignKeys.total <= 0 else {
      throw DatabaseError.countedForeignKeyViolation()
    }
    do throws(DatabaseError) {
      try prepareCommit()
      try commitAll()
    } catch {
      // Should a lock be missing, the transaction stays open and COMMIT may be tried again.
      if error.code.primary != .busy { try? rollbackAll() }
      throw error
    }
    counters.pointee.isAutocommit = true
    savepoints.removeAll()
    isTransactionSavepoint = false
    tellOfLogs()
  }

  /// ROLLBACK.
  func rollbackTransaction() throws(DatabaseError) {
    try refuseInHook()
    guard !counters.pointee.isAutocommit else {
      throw DatabaseError(.error, "cannot rollback - no transaction is active")
    }
    try rollbackAll()
  }

  /// Commits the write transactions of all databases; read transactions stay.
  func commitAll() throws(DatabaseError) {
    var writing: [AttachedDatabase] = []
    var open = counters.pointee.openTransactions
    while open != 0 {
      let index = open.trailingZeroBitCount
      open &= open &- 1
      if slots[index].isWriting { writing.append(databases[index]) }
    }
    guard !writing.isEmpty else {
      modules.transaction.commit()
      return endDeferral()
    }
    let superJournal = writing.count > 1 ? try storage.makeSuperJournal(for: writing) : nil
    do throws(DatabaseError) {
      for database in writing {
        let name = database.hasJournalOnDisk ? superJournal : nil
        try waiting { () throws(DatabaseError) in try database.commitPhaseOne(superJournal: name) }
      }
    } catch {
      if let superJournal { storage.abandonSuperJournal(superJournal) }
      throw error
    }
    var failure: DatabaseError?
    if let superJournal {
      try storage.finishSuperJournal(superJournal)
      do throws(DatabaseError) {
        try writing[0].pager.store.syncDirectoryOrPoison(of: superJournal)
      } catch {
        // Committed, but perhaps not for long: going back is not possible any more.
        failure = error
      }
    }
    for database in writing {
      // Before the locks go: afterwards nothing may be read any more.
      let cookie = try? database.btree.meta(.schemaCookie)
      database.pager.keepsReading = counters.pointee.activeReaders > 0
      do throws(DatabaseError) {
        try database.commitPhaseTwo()
      } catch {
        // The others have passed the point of no return.
        failure = failure ?? error
        continue
      }
      slots[database.index].isWriting = false
      database.noteSnapshot(isOwn: true)
      if hooks.didWriteLog != nil, let frames = database.logFrames {
        writtenLogs.append((database.name, frames))
      }
      catalogsEnded(database, committed: true)
      // Our own commit: what we know of the schema holds.
      if let cookie { slots[database.index].schemaCookie = cookie }
      if let cookie, cookie == database.catalog?.schemaCookie {
        database.verifiedSnapshot = database.snapshotID
      }
    }
    if let failure { throw failure }
    modules.transaction.commit()
    endDeferral()
  }

  /// `PRAGMA defer_foreign_keys` and what it has counted end with the transaction.
  @inline(never)
  func endDeferral() {
    counters.pointee.deferredForeignKeys = DeferredViolations()
    guard settings.deferForeignKeys else { return }
    settings.deferForeignKeys = false
    environmentChanged()
  }

  /// Undoes everything since the transaction began and goes back to autocommit mode. Statements that are reading go
  /// on unless the schema changed under them.
  func rollbackAll() throws(DatabaseError) {
    var failure: DatabaseError?
    var hadTransaction = !counters.pointee.isAutocommit
    var open = counters.pointee.openTransactions
    while open != 0 {
      let index = open.trailingZeroBitCount
      open &= open &- 1
      guard slots[index].isWriting else { continue }
      hadTransaction = true
      let database = databases[index]
      if database.hasChangedCatalog {
        database.btree.invalidateAllCursors(
          DatabaseError(.abortRollback, "abort due to ROLLBACK"))
      } else {
        do throws(DatabaseError) {
          try database.btree.saveAllCursors(root: 0)
        } catch {
          database.btree.invalidateAllCursors(error)
        }
      }
      database.pager.keepsReading = counters.pointee.activeReaders > 0
      do throws(DatabaseError) {
        try database.rollback()
      } catch {
        failure = failure ?? error
      }
      slots[index].isWriting = false
      catalogsEnded(database, committed: false)
    }
    modules.transaction.rollback()
    writeCounter.pointee &+= 1
    savepoints.removeAll()
    isTransactionSavepoint = false
    endDeferral()
    counters.pointee.isAutocommit = true
    if counters.pointee.activeStatements == 0 { endReads() }
    writtenLogs = []
    if hadTransaction, let hook = hooks.didRollBack { runHook(hook) }
    if let failure { throw failure }
  }

  /// Ends the read transaction of one database.
  func endRead(_ index: Int) {
    slots[index].isReading = false
    counters.pointee.openTransactions &= ~(1 << UInt64(index))
    databases[index].endRead()
  }

  /// Ends the read transactions of all databases.
  @inline(__always)
  func endReads() {
    var open = counters.pointee.openTransactions
    counters.pointee.openTransactions = 0
    while open != 0 {
      let index = open.trailingZeroBitCount
      open &= open &- 1
      slots[index].isReading = false
      slots[index].pager.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.endRead() }
    }
  }
}
