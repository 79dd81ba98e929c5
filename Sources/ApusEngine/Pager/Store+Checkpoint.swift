// Checkpoints: writing committed frames back to the database file (https://www.sqlite.org/wal.html#checkpointing).

extension Store {
  /// Writes committed frames back to the database file.
  /// - Throws: `.locked` inside a transaction of the same connection, `.readOnly`, I/O errors.
  func checkpoint(_ pager: Pager, _ mode: CheckpointMode) throws(DatabaseError) -> CheckpointResult {
    guard let wal else { return CheckpointResult(isBusy: false, logFrames: -1, checkpointedFrames: -1) }
    guard !pager.isWriting else { throw DatabaseError(.locked, "database table is locked") }
    if mode == .noop {
      monitor.lock()
      defer { monitor.unlock() }
      _ = try wal.refresh()
      return result(wal, isBusy: false)
    }
    guard try beginCheckpoint(pager, wal) else { return locked { _ in result(wal, isBusy: true) } }
    defer { endCheckpoint(wal) }
    var isBusy = false
    var holdsTurn = false
    if mode != .passive {
      // Keep writers out, so that the log does not grow while readers leave.
      do throws(DatabaseError) {
        try acquireWriter(pager, evenWhileReading: true)
        holdsTurn = true
      } catch {
        if error.code.primary != .busy { throw error }
        isBusy = true
      }
    }
    defer { if holdsTurn { releaseWriter(pager) } }
    let waits = mode != .passive && !isBusy ? pager.busyTimeout : 0
    try backfill(pager, wal, waiting: waits)
    let outcome = locked { _ in
      let isComplete = wal.index.backfilled == wal.lastFrame
      return result(wal, isBusy: isBusy || (mode != .passive && !isComplete))
    }
    guard !outcome.isBusy, mode == .restart || mode == .truncate else { return outcome }
    guard try restart(pager, wal, truncates: mode == .truncate) else {
      return CheckpointResult(
        isBusy: true, logFrames: outcome.logFrames, checkpointedFrames: outcome.checkpointedFrames)
    }
    return mode == .truncate
      ? CheckpointResult(isBusy: false, logFrames: 0, checkpointedFrames: 0) : outcome
  }

  /// Inside the monitor.
  private func result(_ wal: WriteAheadLog, isBusy: Bool) -> CheckpointResult {
    CheckpointResult(
      isBusy: isBusy, logFrames: Int(wal.lastFrame),
      checkpointedFrames: Int(min(wal.index.backfilled, wal.lastFrame)))
  }

  /// Takes the checkpoint lock and looks at the present state. False: another connection or process has it.
  private func beginCheckpoint(_ pager: Pager, _ wal: WriteAheadLog) throws(DatabaseError) -> Bool {
    monitor.lock()
    defer { monitor.unlock() }
    if let poison { throw poison }
    guard !wal.isReadOnly, !file.isReadOnly else {
      throw DatabaseError(.readOnly, "attempt to write a readonly database")
    }
    guard !wal.isCheckpointing else { return false }
    // An index that needs to be rebuilt is left to the next reader.
    guard try wal.refresh(), try wal.index.lock(WALIndex.Lock.checkpoint, .exclusive) else { return false }
    wal.isCheckpointing = true
    return true
  }

  private func endCheckpoint(_ wal: WriteAheadLog) {
    monitor.lock()
    wal.isCheckpointing = false
    wal.index.unlock(WALIndex.Lock.checkpoint)
    monitor.notifyAll()
    monitor.unlock()
  }

  /// What is copied: frames behind `start` up to `safe`, of a log whose last frame then was `last`.
  private struct Backfill {
    var start: UInt32
    var safe: UInt32
    var last: UInt32
    var pageCount: PageNumber
    var newest: [PageNumber: UInt32] = [:]
    var isWhole: Bool { safe == last }
  }

  /// Copies the newest safe frame of every page to the database file: log synced first, database synced before the count is raised.
  private func backfill(
    _ pager: Pager, _ wal: WriteAheadLog, waiting milliseconds: Int
  ) throws(DatabaseError) {
    guard var work = try planBackfill(pager, wal, waiting: milliseconds) else { return }
    // From here on mark 0 is locked: nobody reads the database file alone.
    defer {
      monitor.lock()
      wal.index.unlock(WALIndex.Lock.reader(0))
      monitor.unlock()
    }
    let durable = pager.durability > .off && !isMemory
    // Always: other processes may have committed without a sync.
    if durable, !PlantedBug.checkpointsUnsyncedLog { try syncLogOrPoison(wal) }
    if work.isWhole { work.newest = work.newest.filter { $0.key <= work.pageCount } }
    let pages = work.newest.keys.sorted()
    try copy(pages, work.newest, wal)
    if work.isWhole, try file.size() > Int64(work.pageCount) * Int64(pageSize) {
      try file.truncate(to: Int64(work.pageCount) * Int64(pageSize))
    }
    if durable { try syncOrPoison(file) }
    monitor.lock()
    defer { monitor.unlock() }
    try noteBackfill(wal, through: work.safe)
    wal.index.backfilled = work.safe
    lastFileSize = -1
  }

  /// Finds out what may be copied, and locks mark 0. Waits for readers whose snapshots keep frames from being copied.
  /// - Returns: nil when there is nothing, or readers of the database file alone keep it as it is.
  private func planBackfill(
    _ pager: Pager, _ wal: WriteAheadLog, waiting milliseconds: Int
  ) throws(DatabaseError) -> Backfill? {
    monitor.lock()
    defer { monitor.unlock() }
    let end = Monitor.milliseconds + Int64(milliseconds)
    var pause = 1
    while true {
      // The count first, then the header. While fewer frames are backfilled than the header has, the log cannot start over: this
      // process has the checkpoint lock, so the count cannot rise. A header from before it started over, with a count from
      // after, would have frames copied that are not there any more (https://www.sqlite.org/wal.html#the_wal_reset_bug).
      let start = wal.index.backfilled
      if !PlantedBug.checkpointsByStaleHeader { guard try wal.refresh() else { return nil } }
      guard start <= wal.lastFrame else { return nil }
      guard start < wal.lastFrame else { return nil }
      let safe = try wal.safeFrame()
      let left = end - Monitor.milliseconds
      let isLast = left <= 0 || pager.isInterrupted()
      if safe == wal.lastFrame || isLast {
        // (Ended by `safeFrame`: nothing has given up the monitor since.)
        if wal.markHolders[0] == 0, safe > start,
          try wal.index.lock(WALIndex.Lock.reader(0), .exclusive)
        {
          return try frames(from: start, through: safe, wal)
        }
        if isLast { return nil }
      }
      monitor.wait(milliseconds: min(pause, Int(left)))
      pause = min(pause * 2, 20)
    }
  }

  private func frames(
    from start: UInt32, through safe: UInt32, _ wal: WriteAheadLog
  ) throws(DatabaseError) -> Backfill {
    var work = Backfill(start: start, safe: safe, last: wal.lastFrame, pageCount: wal.pageCount)
    do throws(DatabaseError) {
      try noteBackfill(wal, through: start)
      for frame in (start + 1)...safe {
        let number = try wal.index.number(ofFrame: frame)
        guard number > 0 else { throw .corrupt("the wal-index lacks frame \(frame)") }
        work.newest[number] = frame
      }
    } catch {
      wal.index.unlock(WALIndex.Lock.reader(0))
      throw error
    }
    wal.index.backfillAttempted = safe
    return work
  }

  private func copy(
    _ pages: [PageNumber], _ newest: [PageNumber: UInt32], _ wal: WriteAheadLog
  ) throws(DatabaseError) {
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
  }

  /// Starts the log over once nobody reads frames. The caller has the writer's turn, and everything is in the database file.
  /// - Returns: false when readers stay for longer than the busy timeout.
  private func restart(
    _ pager: Pager, _ wal: WriteAheadLog, truncates: Bool
  ) throws(DatabaseError) -> Bool {
    monitor.lock()
    defer { monitor.unlock() }
    let end = Monitor.milliseconds + Int64(pager.busyTimeout)
    var pause = 1
    while try !wal.lockLogReaders() {
      let left = end - Monitor.milliseconds
      guard left > 0, !pager.isInterrupted() else { return false }
      monitor.wait(milliseconds: min(pause, Int(left)))
      pause = min(pause * 2, 20)
    }
    defer { wal.unlockLogReaders() }
    if wal.lastFrame > 0 { wal.reset() }
    // With the locks held: nobody writes or reads a frame meanwhile.
    if truncates { try wal.file.truncate(to: 0) }
    if !truncates, journalSizeLimit >= 0, try wal.file.size() > journalSizeLimit {
      try wal.file.truncate(to: journalSizeLimit)
    }
    return true
  }

  /// After a commit: a long log is written back if that is possible without waiting. What fails is tried again after a later commit.
  func autoCheckpoint(_ pager: Pager) {
    guard let wal else { return }
    let isDue = locked { $0.walAutoCheckpoint > 0 && Int(wal.lastFrame) >= $0.walAutoCheckpoint }
    guard isDue else { return }
    _ = try? checkpoint(pager, .passive)
  }
}
