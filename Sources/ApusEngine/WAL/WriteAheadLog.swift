/// The write-ahead log of one store: its file, the committed state as last seen, read marks and their holders in this process
/// (https://www.sqlite.org/walformat.html). Calls need the store's monitor unless they say otherwise.
///
/// Invariants:
/// - `header` is a committed state; frames behind its `lastFrame` may be a writer's own.
/// - A read mark that is held (`markHolders > 0`) or leased is locked against other processes; it is never lowered or reused for another
///   value, and no frame behind it is written to the database file. At most one mark is leased, and whoever of this process
///   needs it to be free ends the lease.
/// - `knownBackfilled <= header.lastFrame`: how much of what checkpoints wrote the page cache has been told of.
final class WriteAheadLog {
  static let headerSize = 32
  static let frameHeaderSize = 24

  let file: any VFSFile
  let pageSize: Int
  let index: WALIndex
  /// Random bits for salts.
  let random: () -> UInt64
  private(set) var header = WALIndexHeader()
  /// Counts the headers of log files that this process has made; what it is tells nobody anything.
  var checkpointSequence: UInt32 = 0
  /// Resets seen in this process.
  private(set) var generation: UInt32 = 1
  /// See the invariants. Frames up to here are in the database file, and no cached page says otherwise.
  var knownBackfilled: UInt32 = 0
  /// Another process has started the log over since this was last cleared: what it wrote to the database file is not known.
  var wasRestartedElsewhere = false
  /// Another process has committed since this was last cleared.
  var wasChangedElsewhere = false
  /// Readers of this process by mark. (Plain memory, as `lease`: each read changes them.)
  let markHolders = UnsafeMutableBufferPointer<Int>.allocate(capacity: WALIndex.readMarkCount)
  /// Which mark stays locked though nobody holds it.
  private let lease = UnsafeMutablePointer<ReadMarkLease>.allocate(capacity: 1)
  var isCheckpointing = false
  /// The directory has been synced since the log was opened.
  var isNameDurable = false
  /// The writer of this process has the write lock.
  private(set) var holdsWriteLock = false

  init(file: any VFSFile, pageSize: Int, index: WALIndex, random: @escaping () -> UInt64) {
    self.file = file
    self.pageSize = pageSize
    self.index = index
    self.random = random
    markHolders.initialize(repeating: 0)
    lease.initialize(to: ReadMarkLease())
  }

  deinit {
    markHolders.deallocate()
    lease.deallocate()
  }

  var lastFrame: UInt32 { header.lastFrame }
  var pageCount: PageNumber { header.pageCount }
  var frameSize: Int { pageSize + Self.frameHeaderSize }
  var isReadOnly: Bool { file.isReadOnly || index.isReadOnly }

  func offset(ofFrame frame: UInt32) -> Int64 {
    Int64(Self.headerSize) + Int64(frame - 1) * Int64(frameSize)
  }

  /// Reads a frame's page. Needs no monitor: a frame that somebody may read is never rewritten.
  /// - Throws: `.ioErrorShortRead` when the log has not all of it.
  func readFrame(
    _ frame: UInt32, into target: UnsafeMutableRawBufferPointer, page: PageNumber
  ) throws(DatabaseError) {
    try file.readWhole(into: target, at: offset(ofFrame: frame) + Int64(Self.frameHeaderSize), page: page)
  }

  // MARK: The committed state

  /// Looks at what other processes have committed since the last look.
  /// - Returns: false when the index has no valid header: it has to be rebuilt.
  func refresh() throws(DatabaseError) -> Bool {
    if index.isHeaderAsNoted { return true }
    guard let seen = index.header() else { return false }
    if seen != header { try adopt(seen) }
    // (Should it be another one by now, the next look finds out.)
    index.noteHeader(seen)
    return true
  }

  /// Takes another process's state as the present one.
  private func adopt(_ seen: WALIndexHeader) throws(DatabaseError) {
    guard seen.pageSize == pageSize else {
      throw .corrupt("the wal-index is for pages of \(seen.pageSize) bytes, not of \(pageSize)")
    }
    if seen.salt != header.salt || seen.lastFrame < header.lastFrame {
      generation &+= 1
      wasRestartedElsewhere = true
    }
    wasChangedElsewhere = true
    header = seen
  }

  /// Takes what was read from the log itself, by one who cannot write the index.
  /// - Parameter isContinued: it is the log that was known, perhaps with more frames.
  func readByLog(_ found: WALIndexHeader, isContinued: Bool) {
    if isContinued, found == header { return }
    if !isContinued {
      generation &+= 1
      wasRestartedElsewhere = true
    }
    wasChangedElsewhere = true
    header = found
    index.publish(found)
  }

  /// Takes what recovery found.
  func recovered(_ found: WALIndexHeader) {
    if found.salt != header.salt || found.lastFrame < header.lastFrame { generation &+= 1 }
    wasRestartedElsewhere = true
    wasChangedElsewhere = true
    header = found
    index.publish(found)
  }

  /// Makes a writer's frames everybody's. The caller has the write lock, and has added the frames to the index.
  func commit(
    lastFrame: UInt32, pageCount: PageNumber, checksum: WALChecksum, salt: WALIndexHeader.Salt
  ) {
    header.change &+= 1
    header.salt = salt
    header.pageSize = pageSize
    header.lastFrame = lastFrame
    header.pageCount = pageCount
    header.frameChecksum = checksum
    index.publish(header)
  }

  // MARK: Read marks

  /// Takes a snapshot of the present state, with a read mark that protects it.
  /// - Returns: nil when others were changing what was looked at: try again.
  func tryBeginRead() throws(DatabaseError) -> WALSnapshot? {
    if index.isLeftOver { return try tryBeginReadByLog() }
    guard try refresh() else { return nil }
    if index.backfilled == lastFrame {
      // Everything is in the database file: the log is not needed, and may start over.
      guard try hold(0) else { return nil }
      guard index.isHeaderAsNoted && index.backfilled == lastFrame || PlantedBug.trustsFirstLook else {
        release(0)
        return nil
      }
      return snapshot(mark: 0, backfilled: lastFrame)
    }
    guard let (mark, value) = try bestMark(), try hold(mark) else { return nil }
    // Whoever raised the mark, wrote frames back or started the log over did so before the mark was held, or cannot now.
    let backfilled = index.backfilled
    let isUnchanged = index[readMark: mark] == value && index.isHeaderAsNoted && backfilled <= lastFrame
    guard isUnchanged || PlantedBug.trustsFirstLook else {
      release(mark)
      return nil
    }
    return snapshot(mark: mark, backfilled: backfilled)
  }

  func snapshot(mark: Int, backfilled: UInt32) -> WALSnapshot {
    WALSnapshot(
      generation: generation, lastFrame: lastFrame, backfilled: backfilled, pageCount: pageCount,
      isHeld: true, readMark: mark)
  }

  /// The present state for the one that has the write lock: nobody commits or starts the log over, and checkpoints copy no
  /// frame that is newer than this. So no mark is needed, and none of its locks, until writing ends.
  /// - Returns: nil when the index has to be rebuilt.
  func writerSnapshot() throws(DatabaseError) -> WALSnapshot? {
    guard holdsWriteLock, try refresh() else { return nil }
    return snapshot(mark: -1, backfilled: min(index.backfilled, lastFrame))
  }

  /// The mark nearest to the present state, raised to it if one is free, and its value. When all are held with older values the
  /// newest of them will do: it keeps more frames than needed. A mark that was raised is still locked exclusively: holding it
  /// turns that lock into a shared one.
  private func bestMark() throws(DatabaseError) -> (mark: Int, value: UInt32)? {
    var best: (mark: Int, value: UInt32)?
    for mark in 1..<WALIndex.readMarkCount {
      let value = index[readMark: mark]
      // (An unused mark has the highest value.)
      guard value <= lastFrame else { continue }
      if let known = best, known.value >= value { continue }
      best = (mark, value)
    }
    if let best, best.value == lastFrame { return best }
    guard !index.isReadOnly else { return best }
    endLease()
    for mark in 1..<WALIndex.readMarkCount where markHolders[mark] == 0 {
      guard try index.lock(WALIndex.Lock.reader(mark), .exclusive) else { continue }
      index[readMark: mark] = lastFrame
      return (mark, lastFrame)
    }
    return best
  }

  /// One more reader of this process has the mark. False: another process is changing it.
  func hold(_ mark: Int) throws(DatabaseError) -> Bool {
    if markHolders[mark] == 0, !lease.pointee.take(mark) {
      // A reader that goes on to another mark does so because the log has changed: the old mark is in its way.
      endLease()
      guard try index.lock(WALIndex.Lock.reader(mark), .shared) else { return false }
      lease.pointee.locked(mark)
    }
    markHolders[mark] += 1
    return true
  }

  func release(_ mark: Int, leasing: Bool = false) {
    markHolders[mark] -= 1
    guard markHolders[mark] == 0 else { return }
    if leasing, lease.pointee.mayKeep(mark) {
      endLease()
      lease.pointee.keep(mark)
    } else {
      index.unlock(WALIndex.Lock.reader(mark))
    }
  }

  /// - Parameter leasing: the mark may stay locked for the next reader. Then the caller sees to it that `leaseTick` is called soon.
  /// - Returns: whether it is.
  @discardableResult
  func endRead(_ snapshot: WALSnapshot, leasing: Bool = false) -> Bool {
    guard snapshot.isHeld, snapshot.readMark >= 0 else { return false }
    release(snapshot.readMark, leasing: leasing && index.isShared)
    return lease.pointee.mark >= 0
  }

  /// Unlocks a mark that is locked though nobody holds it.
  func endLease() {
    guard let mark = lease.pointee.end() else { return }
    index.unlock(WALIndex.Lock.reader(mark))
  }

  /// Called every few milliseconds while there are leases: no mark that was locked before the last call stays locked after its
  /// reader has ended.
  /// - Returns: whether there was a lease.
  func leaseTick() -> Bool {
    let wasLeased = lease.pointee.mark >= 0
    endLease()
    lease.pointee.tick()
    return wasLeased
  }

  /// Nobody in this process reads frames of the log.
  var hasNoLogReadersHere: Bool { markHolders.dropFirst().allSatisfy { $0 == 0 } }

  /// Frames that no reader needs to see as they were: up to here a checkpoint may write to the database file. Marks that
  /// nobody holds are raised out of the way. The caller has the checkpoint lock.
  func safeFrame() throws(DatabaseError) -> UInt32 {
    endLease()
    var safe = lastFrame
    for mark in 1..<WALIndex.readMarkCount {
      let value = index[readMark: mark]
      guard value < safe, !PlantedBug.ignoresMarksElsewhere else { continue }
      if markHolders[mark] == 0, try index.lock(WALIndex.Lock.reader(mark), .exclusive) {
        // (Mark 1 stays in use, for readers that cannot write marks.)
        index[readMark: mark] = mark == 1 ? safe : WALIndex.unusedReadMark
        index.unlock(WALIndex.Lock.reader(mark))
      } else {
        safe = value
      }
    }
    return safe
  }

  // MARK: Writing

  /// Takes the write lock, against other processes. False: one of them writes.
  func lockForWriting() throws(DatabaseError) -> Bool {
    if holdsWriteLock { return true }
    guard !isReadOnly else { throw DatabaseError(.readOnly, "attempt to write a readonly database") }
    holdsWriteLock = try index.lock(WALIndex.Lock.write, .exclusive)
    return holdsWriteLock
  }

  func unlockForWriting() {
    guard holdsWriteLock else { return }
    holdsWriteLock = false
    index.unlock(WALIndex.Lock.write)
  }

  /// Starts the log over, when all of it is in the database file and nobody reads it. The caller has the write lock.
  func resetIfPossible() throws(DatabaseError) -> Bool {
    guard lastFrame > 0, index.backfilled == lastFrame, !isCheckpointing, try lockLogReaders() else {
      return false
    }
    reset()
    unlockLogReaders()
    return true
  }

  /// Keeps readers of frames out, of all processes. False: there are some.
  func lockLogReaders() throws(DatabaseError) -> Bool {
    endLease()
    guard hasNoLogReadersHere else { return false }
    if PlantedBug.resetsUnderReaders { return true }
    return try index.lock(WALIndex.Lock.logReaders, .exclusive)
  }

  func unlockLogReaders() { index.unlock(WALIndex.Lock.logReaders) }

  /// Starts the log over. The caller has the write lock and that of all log readers; everything is in the database file.
  func reset() {
    checkpointSequence &+= 1
    header.salt.first &+= 1
    header.salt.second = UInt32(truncatingIfNeeded: random())
    header.lastFrame = 0
    generation &+= 1
    index.publish(header)
    index.resetMarks()
    knownBackfilled = 0
  }

  /// The salts of the next frame; the first log of all gets random ones.
  func saltForWriting() -> WALIndexHeader.Salt {
    guard lastFrame == 0, header.salt == WALIndexHeader.Salt() else { return header.salt }
    let bits = random()
    return WALIndexHeader.Salt(
      first: UInt32(truncatingIfNeeded: bits >> 32), second: UInt32(truncatingIfNeeded: bits))
  }

  /// The header of the log file, and the checksum from which the first frame's goes on.
  func fileHeader(_ salt: WALIndexHeader.Salt) -> (bytes: [UInt8], checksum: WALChecksum) {
    var bytes = [UInt8](repeating: 0, count: Self.headerSize)
    func put(_ value: UInt32, _ offset: Int) {
      for index in 0..<4 {
        bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(24 - index * 8))
      }
    }
    put(0x377f_0682 | (header.isBigEndian ? 1 : 0), 0)
    put(3_007_000, 4)
    put(UInt32(pageSize), 8)
    put(checkpointSequence, 12)
    put(salt.first, 16)
    put(salt.second, 20)
    var sum = WALChecksum()
    bytes.withUnsafeBytes {
      sum.add(UnsafeRawBufferPointer(rebasing: $0[..<24]), isBigEndian: header.isBigEndian)
    }
    put(sum.first, 24)
    put(sum.second, 28)
    return (bytes, sum)
  }
}
