// Recovery: reads a log that was left behind, as far as its checksums hold, and rebuilds the index
// (https://www.sqlite.org/walformat.html#recovery).

extension WriteAheadLog {
  /// Reads the whole log. Frames count up to the last one that ends a transaction.
  func recover() throws(DatabaseError) {
    index.reset()
    lastFrame = 0
    hasHeader = false
    let size = try file.size()
    guard size > Int64(Self.headerSize) else {
      publishHeader()
      return
    }
    guard acceptHeader(try file.bytes(Self.headerSize, at: 0)) else {
      publishHeader()
      return
    }
    var sum = checksum
    var frame: UInt32 = 0
    var buffer = [UInt8](repeating: 0, count: frameSize)
    var pending: [PageNumber] = []
    var committedSum = sum
    while offset(ofFrame: frame + 1) + Int64(frameSize) <= size, frame < 0x7fff_fffe {
      try read(&buffer, at: offset(ofFrame: frame + 1))
      guard let (number, commitSize) = acceptFrame(buffer, &sum) else { break }
      frame += 1
      pending.append(number)
      if commitSize > 0 {
        for (position, page) in pending.enumerated() {
          index.append(frame: lastFrame + 1 + UInt32(position), number: page)
        }
        pending.removeAll(keepingCapacity: true)
        lastFrame = frame
        pageCount = commitSize
        committedSum = sum
      }
    }
    checksum = committedSum
    hasHeader = true
    needsSync = lastFrame > 0
    publishHeader()
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

  private func acceptHeader(_ header: [UInt8]) -> Bool {
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
    isBigEndian = isBig
    checkpointSequence = word(12)
    salt = (word(16), word(20))
    checksum = sum
    return true
  }

  /// Checks a frame against the salts and the running checksum.
  private func acceptFrame(
    _ frame: [UInt8], _ sum: inout WALChecksum
  ) -> (number: PageNumber, commitSize: UInt32)? {
    frame.withUnsafeBytes { bytes in
      guard DatabaseHeader.be32(bytes, 8) == salt.0, DatabaseHeader.be32(bytes, 12) == salt.1 else {
        return nil
      }
      let number = DatabaseHeader.be32(bytes, 0)
      guard number > 0 else { return nil }
      var next = sum
      next.add(UnsafeRawBufferPointer(rebasing: bytes[..<8]), isBigEndian: isBigEndian)
      next.add(UnsafeRawBufferPointer(rebasing: bytes[Self.frameHeaderSize...]), isBigEndian: isBigEndian)
      guard next.first == DatabaseHeader.be32(bytes, 16), next.second == DatabaseHeader.be32(bytes, 20) else {
        return nil
      }
      sum = next
      return (number, DatabaseHeader.be32(bytes, 4))
    }
  }
}
