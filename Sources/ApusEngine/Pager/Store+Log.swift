// WAL mode: opening the log, checkpoints, changing the journal mode, the last close.

extension Store {
  /// Opens and recovers the log. The wal-index is not shared with other processes yet: the file is locked exclusively for as long as it is in WAL
  /// mode here. Called inside the monitor with SHARED held.
  func openLog(_ pager: Pager) throws(DatabaseError) {
    guard wal == nil else { return }
    if !isMemory {
      guard !file.isReadOnly else {
        try? unlock()
        throw DatabaseError(
          .readOnlyCannotLock,
          "a WAL database cannot be opened read-only: it must be held exclusively against other processes")
      }
      guard try file.lock(.exclusive) else {
        try? unlock()
        throw DatabaseError(.busy, "database is locked")
      }
      lockLevel = .exclusive
    }
    let logFile = try vfs.open(walPath, [.readWrite, .create])
    let log = WriteAheadLog(file: logFile, pageSize: pageSize)
    log.salt = (UInt32(truncatingIfNeeded: vfs.randomBits()), UInt32(truncatingIfNeeded: vfs.randomBits()))
    try log.recover()
    wal = log
    newEpoch()
  }

  /// Writes committed frames back to the database file.
  /// - Throws: `.locked` inside a transaction of the same connection, I/O errors.
  func checkpoint(_ pager: Pager, _ mode: CheckpointMode) throws(DatabaseError) -> CheckpointResult {
    guard let wal else { return CheckpointResult(isBusy: false, logFrames: -1, checkpointedFrames: -1) }
    guard !pager.isWriting else { throw DatabaseError(.locked, "database table is locked") }
    monitor.lock()
    if let poison {
      monitor.unlock()
      throw poison
    }
    if wal.isCheckpointing {
      defer { monitor.unlock() }
      return CheckpointResult(
        isBusy: true, logFrames: Int(wal.lastFrame), checkpointedFrames: Int(wal.index.backfilled))
    }
    wal.isCheckpointing = true
    monitor.unlock()
    defer {
      monitor.lock()
      wal.isCheckpointing = false
      monitor.notifyAll()
      monitor.unlock()
    }
    var isBusy = false
    var holdsTurn = false
    if mode != .passive {
      // Keep writers out, so that the log does not grow while readers leave.
      do throws(DatabaseError) {
        try acquireWriter(pager)
        holdsTurn = true
      } catch {
        if error.code.primary != .busy { throw error }
        isBusy = true
      }
      if !isBusy {
        isBusy = !waitForReaders(pager) {
          wal.index.backfilled == wal.lastFrame || wal.safeFrame() == wal.lastFrame && wal.markHolders[0] == 0
        }
      }
    }
    defer { if holdsTurn { releaseWriter(pager) } }
    try backfill(pager, wal)
    monitor.lock()
    let complete = wal.index.backfilled == wal.lastFrame
    let result = CheckpointResult(
      isBusy: isBusy || (mode != .passive && !complete), logFrames: Int(wal.lastFrame),
      checkpointedFrames: Int(wal.index.backfilled))
    monitor.unlock()
    guard !result.isBusy, mode == .restart || mode == .truncate else { return result }
    guard waitForReaders(pager, until: { wal.hasNoLogReaders }) else {
      return CheckpointResult(
        isBusy: true, logFrames: result.logFrames, checkpointedFrames: result.checkpointedFrames)
    }
    monitor.lock()
    wal.isCheckpointing = false
    if wal.lastFrame > 0, wal.hasNoLogReaders {
      wal.reset(random: UInt32(truncatingIfNeeded: vfs.randomBits()))
      wal.publishHeader()
    }
    wal.isCheckpointing = true
    monitor.unlock()
    if mode == .truncate {
      try wal.file.truncate(to: 0)
      return CheckpointResult(isBusy: false, logFrames: 0, checkpointedFrames: 0)
    }
    return result
  }

  private func waitForReaders(_ pager: Pager, until condition: () -> Bool) -> Bool {
    monitor.lock()
    defer { monitor.unlock() }
    return wait(pager, milliseconds: pager.busyTimeout, until: condition) == .met
  }

  /// Copies the newest safe frame of every page to the database file: log synced first, database synced before the count is raised.
  private func backfill(_ pager: Pager, _ wal: WriteAheadLog) throws(DatabaseError) {
    monitor.lock()
    let safe = wal.safeFrame()
    let start = wal.index.backfilled
    let isWhole = safe == wal.lastFrame
    let count = wal.pageCount
    var newest: [PageNumber: UInt32] = [:]
    if safe > start {
      for frame in (start + 1)...safe { newest[wal.index.number(ofFrame: frame)] = frame }
      wal.index.backfillAttempted = safe
    }
    // A reader with mark 0 reads the database file and looks at no frame: the file may not change under it.
    if wal.markHolders[0] > 0, safe > start {
      monitor.unlock()
      return
    }
    let needsSync = wal.needsSync
    monitor.unlock()
    guard safe > start else { return }
    let durable = pager.durability > .off && !isMemory
    if durable, needsSync { try syncOrPoison(wal.file) }
    let pages = newest.keys.filter { isWhole ? $0 <= count : true }.sorted()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pageSize, alignment: 16)
    defer { buffer.deallocate() }
    var batch = WriteBatch(file, pageSize: pageSize)
    do throws(DatabaseError) {
      for number in pages {
        guard let frame = newest[number], let base = buffer.baseAddress else { continue }
        try wal.readFrame(frame, into: buffer, page: number)
        try batch.add(number, base)
      }
    } catch {
      try? batch.flush()
      throw error
    }
    try batch.flush()
    if isWhole, try file.size() > Int64(count) * Int64(pageSize) {
      try file.truncate(to: Int64(count) * Int64(pageSize))
    }
    if durable { try syncOrPoison(file) }
    monitor.lock()
    for number in pages { cache.detach(number, .base(epoch: baseEpoch)) }
    wal.index.backfilled = safe
    wal.needsSync = false
    lastFileSize = -1
    monitor.unlock()
  }

  /// After a commit: a long log is written back if that is possible without waiting.
  func autoCheckpoint(_ pager: Pager) {
    guard let wal else { return }
    let isDue = locked { $0.walAutoCheckpoint > 0 && Int(wal.lastFrame) >= $0.walAutoCheckpoint }
    guard isDue else { return }
    _ = try? checkpoint(pager, .passive)
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
    let result = try checkpoint(pager, .truncate)
    guard !result.isBusy else { throw DatabaseError(.busy, "database is locked") }
    let size = try file.size()
    monitor.lock()
    wal?.file.close()
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

  /// A pager is done with the store. The last one writes the log back and removes it.
  func lastCloseIfNeeded(_ pager: Pager) {
    guard StoreRegistry.shared.release(self) else { return }
    defer { StoreRegistry.shared.closed(self) }
    if let wal {
      if !file.isReadOnly, poison == nil, let result = try? checkpoint(pager, .truncate), !result.isBusy {
        wal.file.close()
        try? vfs.delete(walPath, syncDirectory: false)
      } else {
        wal.file.close()
      }
    }
    if lockLevel > .none { try? unlock() }
    file.close()
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
