// The writer's place, locks for writing, hot journals.

extension Store {
  /// The writer's transaction has begun (it may hold the place before that).
  var isWriterActive: Bool { writer?.isWriting ?? false }

  /// Waits in line for the writer's place, and in WAL mode for the log's write lock. A pager that is reading does not wait: the one that
  /// writes may wait for readers to end, and when it is done the snapshot is out of date in any case.
  /// - Parameter evenWhileReading: waits all the same, for both: for checkpoints, which need no snapshot.
  /// - Throws: `.busy` after the busy timeout, `.interrupt`.
  func acquireWriter(_ pager: Pager, evenWhileReading: Bool = false) throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    if writer === pager {
      pager.holdsWriterTurn = true
      return
    }
    let waits = evenWhileReading || !pager.isReading
    let milliseconds = waits ? pager.busyTimeout : 0
    let end = Monitor.milliseconds + Int64(milliseconds)
    let ticket = ObjectIdentifier(pager)
    writerQueue.append(ticket)
    let outcome = wait(pager, milliseconds: milliseconds) {
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
    do throws(DatabaseError) {
      if waits { try lockLogForWriting(pager, until: end) }
    } catch {
      writer = nil
      pager.holdsWriterTurn = false
      monitor.notifyAll()
      throw error
    }
  }

  /// Takes the log's write lock for the one whose turn it is, before its snapshot: then the snapshot is current when writing
  /// begins. Other processes do not tell when they are done: the lock is tried for in ever longer pauses.
  private func lockLogForWriting(_ pager: Pager, until end: Int64) throws(DatabaseError) {
    guard let wal, wal.index.isShared else { return }
    var pause = 1
    while try !wal.lockForWriting() {
      if pager.isInterrupted() { throw DatabaseError(.interrupt, "interrupted") }
      let left = end - Monitor.milliseconds
      guard left > 0 else { throw DatabaseError(.busy, "database is locked") }
      monitor.wait(milliseconds: min(pause, Int(left)))
      pause = min(pause * 2, 20)
    }
  }

  func releaseWriter(_ pager: Pager) {
    monitor.lock()
    defer { monitor.unlock() }
    guard writer === pager else { return }
    if let wal, !takeMarkAfterWriting(pager, wal) {
      pager.keepsWriteLock = true
      return
    }
    endWriting(pager)
  }

  /// The next one may write. Inside the monitor.
  func endWriting(_ pager: Pager) {
    pager.keepsWriteLock = false
    writer = nil
    pager.holdsWriterTurn = false
    isDraining = false
    wal?.unlockForWriting()
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
      try beginLogWrite(pager, wal)
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

  private func beginLogWrite(_ pager: Pager, _ wal: WriteAheadLog) throws(DatabaseError) {
    guard try wal.lockForWriting() else { throw DatabaseError(.busy, "database is locked") }
    guard try wal.refresh(), !wal.wasChangedElsewhere, pager.snapshotID == commitSerial else {
      throw DatabaseError(.busySnapshot, "database is locked")
    }
    if try wal.resetIfPossible() {
      // The snapshot sees the same bytes, all of them in the database file now.
      pager.snapshot.generation = wal.generation
      pager.snapshot.lastFrame = 0
      pager.snapshot.backfilled = 0
    }
    let syncs = pager.durability > .off && !isMemory
    pager.walWriter = WALWriter(
      wal, syncHeader: syncs ? { () throws(DatabaseError) in try self.syncLogOrPoison(wal) } : nil)
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
    guard try lockOthersOut() else { throw DatabaseError(.busyRecovery, "database is locked") }
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
