/// A writer's turn at the log: appends frames behind the committed ones. They are nobody else's until `publish`; a writer that gives up leaves
/// them behind, and the next one writes over them.
final class WALWriter {
  let log: WriteAheadLog
  private var nextFrame: UInt32
  private var checksum: WALChecksum
  private var appended: [PageNumber] = []
  /// Frames that are not written yet, in file order.
  private var buffer = ByteBuffer()
  private var bufferOffset: Int64 = 0
  private static let bufferLimit = 1 << 18

  /// Begins behind the committed frames; after a reset with a new header. Called inside the store's monitor.
  /// - Parameter syncsHeader: makes a new header durable before the first frame: otherwise a power failure could leave
  ///   the old header in front of an old transaction's first frames, which are valid by themselves.
  init(_ log: WriteAheadLog, syncsHeader: Bool) throws(DatabaseError) {
    self.log = log
    nextFrame = log.lastFrame + 1
    checksum = log.checksum
    if !log.hasHeader {
      let (bytes, sum) = log.headerBytes()
      try log.file.write(bytes, at: 0)
      if syncsHeader { try log.file.sync() }
      checksum = sum
      log.checksum = sum
      log.hasHeader = true
    }
  }

  deinit { buffer.deallocate() }

  /// Appends one page; `commitSize` > 0 ends the transaction with that many pages. Returns the frame's number.
  func append(
    _ number: PageNumber, _ page: UnsafeRawBufferPointer, commitSize: PageNumber
  ) throws(DatabaseError) -> UInt32 {
    let frame = nextFrame
    guard frame < 0x7fff_fffe else { throw DatabaseError(.full, "database or disk is full") }
    if buffer.count == 0 { bufferOffset = log.offset(ofFrame: frame) }
    buffer.reserve(buffer.count + log.frameSize)
    guard let base = buffer.base, let source = page.baseAddress else { return frame }
    let header = base + buffer.count
    header.storeBytes(of: number.bigEndian, as: UInt32.self)
    header.storeBytes(of: commitSize.bigEndian, toByteOffset: 4, as: UInt32.self)
    header.storeBytes(of: log.salt.0.bigEndian, toByteOffset: 8, as: UInt32.self)
    header.storeBytes(of: log.salt.1.bigEndian, toByteOffset: 12, as: UInt32.self)
    checksum.add(UnsafeRawBufferPointer(start: header, count: 8), isBigEndian: log.isBigEndian)
    checksum.add(page, isBigEndian: log.isBigEndian)
    header.storeBytes(of: checksum.first.bigEndian, toByteOffset: 16, as: UInt32.self)
    header.storeBytes(of: checksum.second.bigEndian, toByteOffset: 20, as: UInt32.self)
    (header + WriteAheadLog.frameHeaderSize).copyMemory(from: source, byteCount: page.count)
    buffer.count += log.frameSize
    appended.append(number)
    nextFrame += 1
    if buffer.count >= Self.bufferLimit { try flush() }
    return frame
  }

  /// Writes what is gathered to the file.
  func flush() throws(DatabaseError) {
    guard buffer.count > 0 else { return }
    try log.file.write(buffer.bytes, at: bufferOffset)
    buffer.removeAll()
  }

  /// Makes the appended frames everybody's. The caller holds the monitor.
  func publish(pageCount: PageNumber) {
    for (position, number) in appended.enumerated() {
      log.index.append(frame: log.lastFrame + 1 + UInt32(position), number: number)
    }
    log.lastFrame = nextFrame - 1
    log.pageCount = pageCount
    log.checksum = checksum
    log.needsSync = true
    appended.removeAll()
    log.publishHeader()
  }
}
