// The writer's place, locks for writing, hot journals.

extension Store {
  /// The writer's transaction has begun (it may hold the place before that).
  var isWriterActive: Bool { writer?.isWriting ?? false }

  /// Waits in line for the writer's place.
  func acquireWriter(_ pager: Pager) throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    if writer === pager {
      pager.holdsWriterTurn = true
      return
    }
    let ticket = ObjectIdentifier(pager)
    writerQueue.append(ticket)
    let outcome = wait(pager, milliseconds: pager.busyTimeout) {
      writer == nil && writerQueue.first == ticket
    }
    guard outcome == .met else {
      writerQueue.removeAll { $0 == ticket }
      monitor.notifyAll()
      if outcome == .interrupted { throw DatabaseError(.interrupt, "interrupted") }
      throw DatabaseError(.busy, "database is locked")
    }
    writerQueue.removeFirst()
    writer = pager
    pager.holdsWriterTurn = true
  }

  func releaseWriter(_ pager: Pager) {
    monitor.lock()
    defer { monitor.unlock() }
    guard writer === pager else { return }
    writer = nil
    pager.holdsWriterTurn = false
    isDraining = false
    if wal == nil, !isMemory, !isExclusive {
      if readers > 0 {
        if lockLevel > .shared {
          try? file.unlock(to: .shared)
          lockLevel = .shared
        }
      } else {
        try? unlock()
      }
    }
    monitor.notifyAll()
  }

  /// Takes what a write transaction needs at its start. The pager holds the writer's place and a read transaction.
  func beginWrite(_ pager: Pager, exclusive: Bool) throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    if let poison { throw poison }
    if needsRecovery { throw DatabaseError(.ioError, "disk I/O error") }
    if isWriteProtected { throw DatabaseError(.readOnly, "attempt to write a readonly database") }
    if let wal {
      guard pager.snapshotID == commitSerial else {
        throw DatabaseError(.busySnapshot, "database is locked")
      }
      if wal.resetIfPossible(random: UInt32(truncatingIfNeeded: vfs.randomBits())) {
        // The snapshot sees the same bytes, all of them in the database file now.
        let mark = pager.snapshot.readMark
        pager.snapshot = wal.currentSnapshot()
        pager.snapshot.readMark = mark
      }
      do throws(DatabaseError) {
        pager.walWriter = try WALWriter(wal, syncsHeader: pager.durability > .off && !isMemory)
      } catch {
        if error.code == .ioErrorSync { poison = error }
        throw error
      }
      return
    }
    if !isMemory, lockLevel < .reserved {
      guard try file.lock(.reserved) else { throw DatabaseError(.busy, "database is locked") }
      lockLevel = .reserved
    }
    if exclusive { try drain(pager) }
    switch journalMode {
    case .off: pager.journal = nil
    case .memory: pager.journal = RollbackJournal(self, originalPageCount: pager.pageCount, isInMemory: true)
    default: pager.journal = RollbackJournal(self, originalPageCount: pager.pageCount, isInMemory: false)
    }
    pager.wroteDatabase = false
  }

  /// Before the database file is written in rollback mode: other readers have gone, new ones wait, other processes are locked out.
  /// - Throws: `.busy` when that cannot be had, at once unless `waits`.
  func lockForCommit(_ pager: Pager, waits: Bool = true) throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    try drain(pager, waits: waits)
  }

  private func drain(_ pager: Pager, waits: Bool = true) throws(DatabaseError) {
    isDraining = true
    let own = pager.isReading ? 1 : 0
    let outcome = wait(pager, milliseconds: waits ? pager.busyTimeout : 0) { readers <= own }
    guard outcome == .met else {
      isDraining = false
      monitor.notifyAll()
      throw DatabaseError(.busy, "database is locked")
    }
    guard !isMemory, lockLevel < .exclusive else { return }
    guard try file.lock(.exclusive) else {
      isDraining = false
      monitor.notifyAll()
      throw DatabaseError(.busy, "database is locked")
    }
    lockLevel = .exclusive
  }

  // MARK: Hot journals

  /// A journal without a living writer means that a transaction was cut short: it is undone. Called with SHARED held, inside the monitor.
  func recoverHotJournal() throws(DatabaseError) {
    if needsRecovery { newEpoch() }
    try playBackHotJournal()
    needsRecovery = false
  }

  private func playBackHotJournal() throws(DatabaseError) {
    guard try vfs.exists(journalPath), lockLevel < .reserved || needsRecovery else { return }
    if try file.isReservedElsewhere() { return }
    let options: OpenOptions = file.isReadOnly ? [] : [.readWrite]
    let journal = try vfs.open(journalPath, options)
    defer { journal.close() }
    // An empty journal and one with a zeroed header are what TRUNCATE and PERSIST leave of a committed transaction.
    guard try journal.size() > 0, try journal.bytes(1, at: 0)[0] != 0 else { return }
    guard !file.isReadOnly else {
      throw DatabaseError(.readOnlyRollback, "attempt to write a readonly database")
    }
    guard try file.lock(.exclusive) else {
      throw DatabaseError(.busyRecovery, "database is locked")
    }
    lockLevel = .exclusive
    var plays = true
    if let name = try JournalPlayback.superJournalName(journal), !(try vfs.exists(name)) { plays = false }
    if plays, try JournalPlayback(self, journal).run() {
      // A failure needs no poison: the journal is still there, and the next attempt writes everything again.
      try file.sync()
    }
    try vfs.delete(journalPath, syncDirectory: true)
    try file.unlock(to: .shared)
    lockLevel = .shared
    newEpoch()
    lastFileSize = -1
  }
}
