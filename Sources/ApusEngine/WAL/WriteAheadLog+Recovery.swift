// Recovery: reads a log that was left behind, as far as its checksums hold, and rebuilds the index
// (https://www.sqlite.org/walformat.html#recovery).

extension WriteAheadLog {
  /// Rebuilds the index when it has no valid header: it is new, or who wrote it last has died doing so.
  /// - Returns: false while another process writes or rebuilds it: try again later.
  func recoverIfNeeded() throws(DatabaseError) -> Bool {
    // What this process holds, its own descriptor would be granted again.
    guard !holdsWriteLock, !isCheckpointing else { return false }
    guard !index.isReadOnly else { return false }
    guard try index.lock(WALIndex.Lock.write, .exclusive) else { return false }
    defer { index.unlock(WALIndex.Lock.write) }
    if index.header() != nil { return true }
    guard try index.lock(WALIndex.Lock.checkpointAndRecover, .exclusive) else { return false }
    defer { index.unlock(WALIndex.Lock.checkpointAndRecover) }
    recovered(try readLog())
    index.backfilled = 0
    index.backfillAttempted = lastFrame
    try resetUnheldMarks()
    return true
  }

  /// Another process is rebuilding the index.
  func isRecoveredElsewhere() throws(DatabaseError) -> Bool {
    guard try index.lock(WALIndex.Lock.recover, .shared) else { return true }
    index.unlock(WALIndex.Lock.recover)
    return false
  }

  /// Mark 1 is for the present state; readers that are still there keep theirs.
  private func resetUnheldMarks() throws(DatabaseError) {
    index[readMark: 0] = 0
    endLease()
    for mark in 1..<WALIndex.readMarkCount where markHolders[mark] == 0 {
      guard try index.lock(WALIndex.Lock.reader(mark), .exclusive) else { continue }
      index[readMark: mark] = mark == 1 && lastFrame > 0 ? lastFrame : WALIndex.unusedReadMark
      index.unlock(WALIndex.Lock.reader(mark))
    }
  }

  /// Reads the whole log.
  private func readLog() throws(DatabaseError) -> WALIndexHeader {
    var found = WALIndexHeader()
    found.pageSize = pageSize
    guard accept(try fileHeader(), &found) else { return found }
    try readFrames(&found)
    return found
  }

  /// The bytes of the log's own header; none when it is not there.
  func fileHeader() throws(DatabaseError) -> [UInt8] {
    try file.size() > Int64(Self.headerSize) ? try file.bytes(Self.headerSize, at: 0) : []
  }

  /// Reads frames behind those that are known, and adds them to the index. They count up to the last one that ends a transaction.
  func readFrames(_ found: inout WALIndexHeader) throws(DatabaseError) {
    let size = try file.size()
    var sum = found.frameChecksum
    var frame = found.lastFrame
    var buffer = [UInt8](repeating: 0, count: frameSize)
    var pending: [PageNumber] = []
    while offset(ofFrame: frame + 1) + Int64(frameSize) <= size, frame < 0x7fff_fffe {
      try read(&buffer, at: offset(ofFrame: frame + 1))
      guard let (number, commitSize) = accept(buffer, found, &sum) else { break }
      frame += 1
      pending.append(number)
      guard commitSize > 0 else { continue }
      for (position, page) in pending.enumerated() {
        try index.append(frame: found.lastFrame + 1 + UInt32(position), number: page)
      }
      pending.removeAll(keepingCapacity: true)
      found.lastFrame = frame
      found.pageCount = commitSize
      found.frameChecksum = sum
    }
  }

  private func read(_ bytes: inout [UInt8], at offset: Int64) throws(DatabaseError) {
    let result = bytes.withUnsafeMutableBytes { target -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try file.readWhole(into: target, at: offset))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Checks the log's own header, and takes byte order, salts and checksum from it.
  func accept(_ header: [UInt8], _ found: inout WALIndexHeader) -> Bool {
    guard header.count == Self.headerSize else { return false }
    func word(_ offset: Int) -> UInt32 {
      header.withUnsafeBytes { DatabaseHeader.be32($0, offset) }
    }
    let magic = word(0)
    guard magic & 0xffff_fffe == 0x377f_0682, word(4) == 3_007_000 else { return false }
    guard word(8) == UInt32(pageSize) else { return false }
    let isBig = magic & 1 == 1
    var sum = WALChecksum()
    header.withUnsafeBytes { sum.add(UnsafeRawBufferPointer(rebasing: $0[..<24]), isBigEndian: isBig) }
    guard sum.first == word(24), sum.second == word(28) else { return false }
    checkpointSequence = word(12)
    found.isBigEndian = isBig
    found.salt = WALIndexHeader.Salt(first: word(16), second: word(20))
    found.frameChecksum = sum
    return true
  }

  /// Checks a frame against the salts and the running checksum.
  private func accept(
    _ frame: [UInt8], _ found: WALIndexHeader, _ sum: inout WALChecksum
  ) -> (number: PageNumber, commitSize: UInt32)? {
    frame.withUnsafeBytes { bytes in
      guard DatabaseHeader.be32(bytes, 8) == found.salt.first,
        DatabaseHeader.be32(bytes, 12) == found.salt.second
      else { return nil }
      let number = DatabaseHeader.be32(bytes, 0)
      guard number > 0 else { return nil }
      var next = sum
      next.add(UnsafeRawBufferPointer(rebasing: bytes[..<8]), isBigEndian: found.isBigEndian)
      next.add(
        UnsafeRawBufferPointer(rebasing: bytes[Self.frameHeaderSize...]), isBigEndian: found.isBigEndian)
      let isRight =
        next.first == DatabaseHeader.be32(bytes, 16) && next.second == DatabaseHeader.be32(bytes, 20)
      guard isRight || PlantedBug.acceptsAnyLogChecksum else { return nil }
      sum = next
      return (number, DatabaseHeader.be32(bytes, 4))
    }
  }
}
