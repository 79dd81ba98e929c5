// WAL mode: opening the log, changing the journal mode, the last close. Checkpoints are in `Store+Checkpoint.swift`.

extension Store {
  /// Opens the log and its index. With an index in shared memory the database file stays locked SHARED for as long as the log is open, so
  /// that no other process removes the log; without one (the system has none, or `locking_mode` is EXCLUSIVE) it is locked
  /// EXCLUSIVE. Called inside the monitor with SHARED held. Whether the index must be rebuilt, the first reader finds out.
  func openLog(_ pager: Pager) throws(DatabaseError) {
    guard wal == nil else { return }
    let memory = isMemory || isExclusive ? nil : try vfs.openSharedMemory(sharedMemoryPath, for: file)
    let index = WALIndex(memory)
    do throws(DatabaseError) {
      if memory == nil, !isMemory { try lockForPrivateIndex() }
      try index.open()
      let logFile = try vfs.open(walPath, [.readWrite, .create, .readOnlyFallback, .journal])
      let vfs = vfs
      wal = WriteAheadLog(file: logFile, pageSize: pageSize, index: index) { vfs.randomBits() }
    } catch {
      index.close(removing: false)
      try? unlock()
      throw error
    }
    pageCountUnderLog = nil
    newEpoch()
  }

  private func lockForPrivateIndex() throws(DatabaseError) {
    guard !file.isReadOnly else {
      throw DatabaseError(
        .readOnlyCannotLock,
        "a WAL database cannot be opened read-only without shared memory: it must be held exclusively against other processes"
      )
    }
    guard try lockOthersOut() else { throw DatabaseError(.busy, "database is locked") }
  }

  // MARK: Journal mode

  /// Changes the journal mode as `PRAGMA journal_mode` does, outside transactions.
  /// - Throws: `.busy` when another connection has the database open and WAL is entered or left.
  func setJournalMode(_ mode: JournalMode, _ pager: Pager) throws(DatabaseError) {
    if mode == journalMode { return }
    if isMemory {
      if mode == .off || mode == .memory { journalMode = mode }
      return
    }
    if journalMode == .wal || wal != nil {
      try leaveLog(pager)
    }
    if mode == .wal {
      try enterLog(pager)
      return
    }
    monitor.lock()
    journalMode = mode
    monitor.unlock()
    if mode == .delete || mode == .memory || mode == .off, try vfs.exists(journalPath) {
      // A journal kept by PERSIST or TRUNCATE is of no use any more.
      try pager.beginRead()
      defer { pager.endRead() }
      try pager.beginWrite()
      try vfs.delete(journalPath, syncDirectory: false)
      try pager.rollback()
    }
  }

  private func enterLog(_ pager: Pager) throws(DatabaseError) {
    // The version bytes go into page 1 by an ordinary transaction; the next one finds them.
    try pager.beginRead()
    do throws(DatabaseError) {
      if wal == nil {
        if pager.pageCount > 0 {
          try pager.beginWrite()
          try pager.setFormatVersion(2)
          try pager.commitPhaseOne(superJournal: nil)
          try pager.commitPhaseTwo()
        }
        monitor.lock()
        defer { monitor.unlock() }
        try lockShared()
        if pager.pageCount == 0 { isFormatKnown = true }
        try openLog(pager)
        journalMode = .wal
        if readers > 0 { readers -= 1 }
        pager.snapshot.readMark = -1
      }
    } catch {
      pager.endRead()
      throw error
    }
    pager.isReading = false
    pager.setSnapshotSerial(0)
    pager.dropFrames()
  }

  private func leaveLog(_ pager: Pager) throws(DatabaseError) {
    monitor.lock()
    let others = openPagers > 1
    monitor.unlock()
    guard !others else { throw DatabaseError(.busy, "database is locked") }
    try pager.beginRead()
    pager.endRead()
    guard wal != nil else { return }
    // Other processes hold SHARED while they have the log open.
    let isAlone = try locking { () throws(DatabaseError) in try lockOthersOut() }
    guard isAlone else { throw DatabaseError(.busy, "database is locked") }
    let result = try checkpoint(pager, .truncate)
    guard !result.isBusy else { throw DatabaseError(.busy, "database is locked") }
    let size = try file.size()
    monitor.lock()
    wal?.file.close()
    wal?.index.close(removing: true)
    wal = nil
    journalMode = .delete
    lastFileSize = size
    isLeavingLog = true
    newEpoch()
    monitor.unlock()
    defer {
      monitor.lock()
      isLeavingLog = false
      monitor.unlock()
    }
    try vfs.delete(walPath, syncDirectory: false)
    try pager.beginRead()
    defer { pager.endRead() }
    if pager.pageCount > 0 {
      try pager.beginWrite()
      try pager.setFormatVersion(1)
      try pager.commitPhaseOne(superJournal: nil)
      try pager.commitPhaseTwo()
    }
  }

  // MARK: Closing

  /// A pager is done with the store. The last one of all processes writes the log back and removes it.
  func lastCloseIfNeeded(_ pager: Pager) {
    guard StoreRegistry.shared.release(self) else { return }
    defer { StoreRegistry.shared.closed(self) }
    if let wal {
      let isRemoved = writeBackAndRemove(pager, wal)
      wal.index.close(removing: isRemoved)
      wal.file.close()
    }
    if lockLevel > .none { try? unlock() }
    file.close()
  }

  /// What fails here loses nothing: the next one to open the file finds the log.
  private func writeBackAndRemove(_ pager: Pager, _ wal: WriteAheadLog) -> Bool {
    guard !file.isReadOnly, !wal.isReadOnly, poison == nil else { return false }
    guard (try? lockOthersOut()) == true else { return false }
    // Nobody has looked at the log since it was opened, or another process wrote to it last: its state is read first.
    guard (try? pager.beginRead()) != nil else { return false }
    pager.endRead()
    guard let result = try? checkpoint(pager, .truncate), !result.isBusy else { return false }
    return (try? vfs.delete(walPath, syncDirectory: false)) != nil
  }
}

extension Pager {
  /// Sets the read and write versions in the header: 1 rollback journal, 2 WAL.
  func setFormatVersion(_ version: UInt8) throws(DatabaseError) {
    let frame = try page(1)
    defer { unpin(frame) }
    _ = try makeWritable(frame)
    frame.pointee.data.storeBytes(of: version, toByteOffset: 18, as: UInt8.self)
    frame.pointee.data.storeBytes(of: version, toByteOffset: 19, as: UInt8.self)
    formatVersion = version
  }
}
