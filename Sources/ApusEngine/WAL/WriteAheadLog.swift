/// The write-ahead log of one store: its file, the committed state, read marks and their holders
/// (https://www.sqlite.org/walformat.html). Calls need the store's monitor unless they say otherwise.
///
/// Invariants:
/// - `lastFrame` is the last frame of a committed transaction; frames behind it may be a writer's own.
/// - A read mark that is held (`markHolders > 0`) is never lowered or reused for another value, and no frame behind it is written to
///   the database file.
/// - `index.backfilled <= lastFrame`.
final class WriteAheadLog {
  static let headerSize = 32
  static let frameHeaderSize = 24

  let file: any VFSFile
  let pageSize: Int
  let index = WALIndex()
  var isBigEndian = false
  var salt: (UInt32, UInt32) = (0, 0)
  var checkpointSequence: UInt32 = 0
  var lastFrame: UInt32 = 0
  var pageCount: PageNumber = 0
  /// Checksum of the last committed frame, from which the next goes on.
  var checksum = WALChecksum()
  var changeCount: UInt32 = 0
  /// Resets seen in this process.
  var generation: UInt32 = 1
  /// The file begins with a valid header of the present salts.
  var hasHeader = false
  var markHolders = [Int](repeating: 0, count: WALIndex.readMarkCount)
  var isCheckpointing = false
  /// Bytes of the log file that are known to be synced; what is in front of a checkpoint must be.
  var needsSync = false

  init(file: any VFSFile, pageSize: Int) {
    self.file = file
    self.pageSize = pageSize
    index.reset()
  }

  var frameSize: Int { pageSize + Self.frameHeaderSize }

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

  // MARK: Snapshots

  func currentSnapshot() -> WALSnapshot {
    WALSnapshot(
      generation: generation, lastFrame: lastFrame, backfilled: index.backfilled, pageCount: pageCount)
  }

  /// Takes a read mark for the present state.
  func beginRead() -> WALSnapshot {
    var snapshot = currentSnapshot()
    if index.backfilled == lastFrame {
      // Everything is in the database file: the log is not needed, and a checkpoint or reset may go on.
      snapshot.readMark = 0
      snapshot.backfilled = lastFrame
      markHolders[0] += 1
      return snapshot
    }
    var best = 0
    for mark in 1..<WALIndex.readMarkCount where index[readMark: mark] != WALIndex.unusedReadMark {
      if index[readMark: mark] <= lastFrame, best == 0 || index[readMark: mark] > index[readMark: best] {
        best = mark
      }
    }
    if best == 0 || index[readMark: best] < lastFrame {
      for mark in 1..<WALIndex.readMarkCount where markHolders[mark] == 0 {
        index[readMark: mark] = lastFrame
        best = mark
        break
      }
    }
    if best == 0 || index[readMark: best] != lastFrame {
      // All marks are held with older values. One process knows all its readers: the oldest mark in use keeps this snapshot safe too.
      best = best == 0 ? 1 : best
    }
    snapshot.readMark = best
    markHolders[best] += 1
    return snapshot
  }

  func endRead(_ snapshot: WALSnapshot) {
    guard snapshot.readMark >= 0 else { return }
    markHolders[snapshot.readMark] -= 1
  }

  /// Frames that no reader needs to see as they were: up to here a checkpoint may write to the database file.
  func safeFrame() -> UInt32 {
    var safe = lastFrame
    for mark in 1..<WALIndex.readMarkCount where markHolders[mark] > 0 {
      safe = min(safe, index[readMark: mark])
    }
    return safe
  }

  /// Nobody reads frames of the log.
  var hasNoLogReaders: Bool { markHolders[1...].allSatisfy { $0 == 0 } }

  // MARK: Reset

  /// Starts the log over, when all of it is in the database and nobody reads it.
  func resetIfPossible(random: UInt32) -> Bool {
    guard lastFrame > 0, index.backfilled == lastFrame, hasNoLogReaders, !isCheckpointing else {
      return false
    }
    reset(random: random)
    return true
  }

  func reset(random: UInt32) {
    checkpointSequence &+= 1
    salt.0 &+= 1
    salt.1 = random
    lastFrame = 0
    generation &+= 1
    hasHeader = false
    checksum = WALChecksum()
    let marks = (0..<WALIndex.readMarkCount).map { markHolders[$0] }
    index.reset()
    markHolders = marks
  }

  /// Notes a committed state in the index header.
  func publishHeader() {
    changeCount &+= 1
    index.publish(
      change: changeCount, isBigEndian: isBigEndian, pageSize: pageSize, lastFrame: lastFrame,
      pageCount: pageCount, frameChecksum: checksum, salt: salt)
  }

  /// The header of the log file.
  func headerBytes() -> (bytes: [UInt8], checksum: WALChecksum) {
    var bytes = [UInt8](repeating: 0, count: Self.headerSize)
    func put(_ value: UInt32, _ offset: Int) {
      for index in 0..<4 {
        bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(24 - index * 8))
      }
    }
    put(0x377f_0682 | (isBigEndian ? 1 : 0), 0)
    put(3_007_000, 4)
    put(UInt32(pageSize), 8)
    put(checkpointSequence, 12)
    put(salt.0, 16)
    put(salt.1, 20)
    var sum = WALChecksum()
    bytes.withUnsafeBytes { sum.add(UnsafeRawBufferPointer(rebasing: $0[..<24]), isBigEndian: isBigEndian) }
    put(sum.first, 24)
    put(sum.second, 28)
    return (bytes, sum)
  }
}
