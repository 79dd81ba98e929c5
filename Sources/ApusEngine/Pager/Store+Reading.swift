// Snapshots and page fetches.

extension Store {
  /// Begins a read transaction for a pager.
  /// - Throws: `.busy` when another process holds the file or an in-process writer is committing for longer than the busy timeout.
  func beginRead(_ pager: Pager) throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    pager.cacheBudget = cacheBudget
    pager.keepsReading = true
    if wal == nil {
      try waitWhileDraining(pager)
      // Without a lock until now the file may be another one, even for the connection that is in line to write.
      let mayHaveChanged = readers == 0
      if needsRecovery, !mayHaveChanged { throw DatabaseError(.ioError, "disk I/O error") }
      try lockShared()
      do throws(DatabaseError) {
        if mayHaveChanged { try openFile(pager) }
        if wal == nil {
          let count = try filePageCount()
          readers += 1
          pager.baseEpoch = baseEpoch
          pager.snapshot = WALSnapshot()
          pager.refresh(serial: commitSerial, pageCount: count, changedPages: nil)
          return
        }
      } catch {
        if readers == 0, wal == nil, !isExclusive || needsRecovery { try? unlock() }
        throw error
      }
    }
    guard let wal else { return }
    let old = pager.snapshot
    if isExclusive, wal.index.isShared, lockLevel < .exclusive {
      guard try lockOthersOut() else { throw DatabaseError(.busy, "database is locked") }
    }
    var snapshot = try writerSnapshot(pager, wal)
    if snapshot == nil { snapshot = try logSnapshot(pager, wal) }
    guard let snapshot else { return }
    do throws(DatabaseError) {
      let isContinued = try noteChangesElsewhere(wal, snapshot) && old.generation == snapshot.generation
      let changed =
        isContinued && pager.baseEpoch == baseEpoch
        ? try pages(from: old.lastFrame, through: snapshot.lastFrame, wal) : nil
      let count = snapshot.pageCount > 0 ? snapshot.pageCount : try pageCountUnderEmptyLog()
      pager.baseEpoch = baseEpoch
      pager.snapshot = snapshot
      pager.refresh(serial: commitSerial, pageCount: count, changedPages: changed)
    } catch {
      wal.endRead(snapshot)
      throw error
    }
  }

  /// The snapshot of one whose turn it is to write.
  private func writerSnapshot(_ pager: Pager, _ wal: WriteAheadLog) throws(DatabaseError) -> WALSnapshot? {
    guard pager.holdsWriterTurn, wal.holdsWriteLock else { return nil }
    if let snapshot = try wal.writerSnapshot() { return snapshot }
    // Who wrote last has died while it published: the index is rebuilt first.
    wal.unlockForWriting()
    return nil
  }

  /// Writing is over. A writer without a read mark takes one if it goes on reading.
  /// - Returns: false when none could be had: then the write lock has to stay until reading ends.
  func takeMarkAfterWriting(_ pager: Pager, _ wal: WriteAheadLog) -> Bool {
    guard pager.isReading, pager.snapshot.isHeld, pager.snapshot.readMark < 0, pager.keepsReading else {
      return true
    }
    for _ in 0..<20 {
      guard let fresh = try? wal.tryBeginRead() else { continue }
      guard (try? noteBackfill(wal, through: fresh.backfilled)) != nil else {
        wal.endRead(fresh)
        continue
      }
      pager.snapshot.readMark = fresh.readMark
      pager.snapshot.backfilled = fresh.backfilled
      return true
    }
    return false
  }

  /// A snapshot of the log, with its read mark. Other processes may be at the index: then it is tried again, in ever longer pauses, which give
  /// up the monitor.
  private func logSnapshot(_ pager: Pager, _ wal: WriteAheadLog) throws(DatabaseError) -> WALSnapshot {
    for attempt in 0..<100 {
      if attempt > 5 { monitor.wait(milliseconds: min(attempt - 5, 10)) }
      if let snapshot = try wal.tryBeginRead() { return snapshot }
      if pager.isInterrupted() { throw DatabaseError(.interrupt, "interrupted") }
      if wal.index.header() == nil, try !wal.recoverIfNeeded() {
        if wal.isReadOnly, attempt > 5 {
          throw DatabaseError(.readOnlyCannotInitialize, "attempt to write a readonly database")
        }
        if attempt > 10, try wal.isRecoveredElsewhere() {
          throw DatabaseError(.busyRecovery, "database is locked")
        }
      }
    }
    throw DatabaseError(.protocol, "locking protocol")
  }

  private func pageCountUnderEmptyLog() throws(DatabaseError) -> PageNumber {
    if let pageCountUnderLog { return pageCountUnderLog }
    let count = try filePageCount()
    pageCountUnderLog = count
    return count
  }

  /// Tells the cache what other processes did to the database file since the last look.
  /// - Returns: false when that cannot be known page by page.
  private func noteChangesElsewhere(
    _ wal: WriteAheadLog, _ snapshot: WALSnapshot
  ) throws(DatabaseError) -> Bool {
    if wal.wasChangedElsewhere {
      commitSerial &+= 1
      pageCountUnderLog = nil
    }
    wal.wasChangedElsewhere = false
    guard !wal.wasRestartedElsewhere else {
      wal.wasRestartedElsewhere = false
      newEpoch()
      wal.knownBackfilled = snapshot.backfilled
      return false
    }
    return try noteBackfill(wal, through: snapshot.backfilled)
  }

  /// Frames were written to the database file, here or by another process: cached pages of the file that they replace are out of date.
  /// - Returns: false when it is not known which, so that all are.
  @discardableResult
  func noteBackfill(_ wal: WriteAheadLog, through frame: UInt32) throws(DatabaseError) -> Bool {
    guard frame > wal.knownBackfilled, !PlantedBug.keepsReplacedPages else { return true }
    let pages = try pages(from: wal.knownBackfilled, through: frame, wal)
    wal.knownBackfilled = frame
    guard let pages else {
      newEpoch()
      return false
    }
    for number in pages { cache.detach(number, .base(epoch: baseEpoch)) }
    return true
  }

  /// The pages of frames behind one up to another; nil when they are too many to be worth it, or not in the index.
  private func pages(
    from first: UInt32, through last: UInt32, _ wal: WriteAheadLog
  ) throws(DatabaseError) -> [PageNumber]? {
    guard first <= last, last - first < 4096 else { return nil }
    var pages: [PageNumber] = []
    pages.reserveCapacity(Int(last - first))
    var frame = first
    while frame < last {
      frame += 1
      let number = try wal.index.number(ofFrame: frame)
      guard number > 0 else { return nil }
      pages.append(number)
    }
    return pages
  }

  /// Ends a read transaction of a pager.
  /// - Returns: true when the cache is over its budget: the pager should give up its frames.
  func endRead(_ pager: Pager) -> Bool {
    monitor.lock()
    defer { monitor.unlock() }
    if let wal, pager.snapshot.isHeld {
      let isLeased = wal.endRead(pager.snapshot, leasing: pager.keepsReadLock)
      pager.snapshot.isHeld = false
      pager.snapshot.readMark = -1
      if pager.keepsWriteLock { endWriting(pager) }
      if isLeased, !isLeaseWatched { watchLease() }
      monitor.notifyAll()
    } else if readers > 0 {
      readers -= 1
      if readers == 0, writer == nil || !isWriterActive, !isExclusive { try? unlock() }
      monitor.notifyAll()
    }
    return cache.count > cache.capacity
  }

  /// Inside the monitor.
  private func watchLease() {
    isLeaseWatched = true
    ReadLockKeeper.shared.watch(self)
  }

  /// Time has passed: a lease of a read mark ends.
  /// - Returns: false when there was none, and the store is not watched any more.
  func leaseTick() -> Bool {
    monitor.lock()
    defer { monitor.unlock() }
    isLeaseWatched = wal?.leaseTick() ?? false
    return isLeaseWatched
  }

  /// A page as a pager's snapshot has it, referenced for a frame, and its bytes, which may be read without the monitor.
  func fetch(
    _ number: PageNumber, for pager: Pager
  ) throws(DatabaseError) -> (page: UnsafeMutablePointer<SharedPage>, data: UnsafeMutableRawPointer) {
    monitor.lock()
    var frame: UInt32 = 0
    var version = PageVersion.base(epoch: pager.baseEpoch)
    let log = wal
    if needsRecovery {
      monitor.unlock()
      throw DatabaseError(.ioError, "disk I/O error")
    }
    if let log {
      do throws(DatabaseError) {
        frame = try log.index.find(number, after: pager.snapshot.backfilled, last: pager.snapshot.lastFrame)
      } catch {
        monitor.unlock()
        throw error
      }
      if frame > 0 { version = .wal(generation: pager.snapshot.generation, frame: frame) }
    }
    pager.isCrowded = cache.isCrowded
    if let known = cache.find(number, version) {
      let data = known.pointee.data
      monitor.unlock()
      return (known, data)
    }
    let buffer = cache.takeBuffer()
    monitor.unlock()
    do throws(DatabaseError) {
      let target = UnsafeMutableRawBufferPointer(start: buffer, count: pageSize)
      if frame > 0, let log {
        try log.readFrame(frame, into: target, page: number)
      } else {
        let offset = Int64(number - 1) * Int64(pageSize)
        let count = try file.read(into: target, at: offset)
        // A page behind the file's end reads as zeros, as in SQLite; the B-tree then refuses it.
        if count < pageSize {
          guard try file.size() < offset + Int64(pageSize) else {
            throw DatabaseError(.ioErrorShortRead, "disk I/O error", page: number)
          }
          (buffer + count).initializeMemory(as: UInt8.self, repeating: 0, count: pageSize - count)
        }
      }
    } catch {
      monitor.lock()
      cache.returnBuffer(buffer, size: pageSize)
      monitor.unlock()
      throw error
    }
    monitor.lock()
    defer { monitor.unlock() }
    let page = cache.insert(number, version, data: buffer)
    return (page, page.pointee.data)
  }

  func release(_ page: UnsafeMutablePointer<SharedPage>) {
    monitor.lock()
    cache.release(page)
    monitor.unlock()
  }

  // MARK: Inside the monitor

  private func waitWhileDraining(_ pager: Pager) throws(DatabaseError) {
    switch wait(pager, milliseconds: pager.busyTimeout, until: { !isDraining || writer === pager }) {
    case .met: return
    case .timedOut: throw DatabaseError(.busy, "database is locked")
    case .interrupted: throw DatabaseError(.interrupt, "interrupted")
    }
  }

  func lockShared() throws(DatabaseError) {
    guard !isMemory, !isImmutable, lockLevel == .none else { return }
    guard try file.lock(.shared) else { throw DatabaseError(.busy, "database is locked") }
    lockLevel = .shared
  }

  /// From SHARED to EXCLUSIVE at once or not at all: a writer that waits would keep PENDING.
  func lockOthersOut() throws(DatabaseError) -> Bool {
    guard lockLevel < .exclusive else { return true }
    guard try file.lock(.exclusive) else {
      try file.unlock(to: .shared)
      return false
    }
    lockLevel = .exclusive
    return true
  }

  func unlock() throws(DatabaseError) {
    guard !isMemory, !isImmutable else { return }
    try file.unlock(to: .none)
    lockLevel = .none
  }

  /// The first reader looks at what others have done to the file: a journal to play back, another change counter, WAL mode.
  private func openFile(_ pager: Pager) throws(DatabaseError) {
    if isMemory { return }
    if !isImmutable { try recoverHotJournal() }
    let size = try file.size()
    guard size > 0 else {
      if lastFileSize != 0 { newEpoch() }
      lastFileSize = 0
      isFormatKnown = false
      isWriteProtected = false
      return
    }
    let header = try readHeader(size)
    isWriteProtected = header.writeVersion > 2
    if !isFormatKnown || header.pageSize != pageSize || header.reservedBytes != reservedBytes {
      setFormat(pageSize: header.pageSize, reservedBytes: header.reservedBytes)
      isFormatKnown = true
      newEpoch()
    } else if size != lastFileSize || header.changeCounter != lastChangeCounter {
      newEpoch()
    }
    lastFileSize = size
    lastChangeCounter = header.changeCounter
    if header.isWAL, !isLeavingLog, !isImmutable {
      try openLog(pager)
      journalMode = .wal
    } else if journalMode == .wal {
      journalMode = .delete
    }
  }

  private func readHeader(_ size: Int64) throws(DatabaseError) -> DatabaseHeader {
    let bytes = try file.bytes(Int(min(size, Int64(DatabaseHeader.size))), at: 0)
    let header = bytes.withUnsafeBytes { source -> Result<DatabaseHeader, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try DatabaseHeader(source))
      } catch {
        return .failure(error)
      }
    }
    return try header.get()
  }

  /// The database's size by its file; the header's count is the same for every writer since 2010, and the file's is what can be read.
  func filePageCount() throws(DatabaseError) -> PageNumber {
    let size = isMemory || wal != nil ? try file.size() : lastFileSize
    guard size > 0 else { return 0 }
    let byFile = (size + Int64(pageSize) - 1) / Int64(pageSize)
    let header = try readHeader(size)
    if header.pageCount > 0, header.versionValidFor == header.changeCounter, Int64(header.pageCount) <= byFile
    {
      return header.pageCount
    }
    return PageNumber(truncatingIfNeeded: min(byFile, 0xffff_fffe))
  }
}

extension Pager {
  /// A read transaction begins: frames that do not show the new snapshot go.
  func refresh(serial: UInt64, pageCount count: PageNumber, changedPages: [PageNumber]?) {
    let isSame = serial == snapshotSerial
    setSnapshotSerial(serial)
    staleFrames = nil
    if !isSame {
      if let changedPages {
        staleFrames = changedPages
      } else {
        staleFrames = []
        dropsAllFrames = true
      }
    }
    pendingPageCount = count
    pendingFormat = (store.pageSize, store.usableSize)
  }

  /// The part of beginning that needs no monitor (dropping frames takes it again).
  func finishRefresh() {
    if state.pointee.pageSize != pendingFormat.pageSize || dropsAllFrames {
      dropFrames()
      dropsAllFrames = false
    } else if let stale = staleFrames {
      for number in stale { if let frame = find(number), frame.pointee.pins <= 0 { remove(frame) } }
    }
    staleFrames = nil
    adoptFormat()
    pageCount = pendingPageCount
  }
}
