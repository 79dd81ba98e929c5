/// A writer's turn at the log: appends frames behind the committed ones. They are nobody else's until `publish`; a writer that gives up leaves
/// them behind, and the next one writes over them.
final class WALWriter {
  let log: WriteAheadLog
  private let salt: WALIndexHeader.Salt
  private var nextFrame: UInt32
  private var checksum: WALChecksum
  private var appended: [PageNumber] = []
  /// The header of a log that starts over, until it is written.
  private var fileHeader: [UInt8]?
  private let syncHeader: (() throws(DatabaseError) -> Void)?
  /// Frames that are not written yet, in file order.
  private var buffer = ByteBuffer()
  private var bufferOffset: Int64 = 0
  private static let bufferLimit = 1 << 18

  /// Begins behind the committed frames. Called inside the store's monitor by the holder of the write lock.
  /// - Parameter syncHeader: makes a new header durable before the first frame: otherwise a power failure could leave
  ///   the old header in front of an old transaction's first frames, which are valid by themselves.
  init(_ log: WriteAheadLog, syncHeader: (() throws(DatabaseError) -> Void)?) {
    self.log = log
    self.syncHeader = syncHeader
    nextFrame = log.lastFrame + 1
    checksum = log.header.frameChecksum
    salt = log.saltForWriting()
    if log.lastFrame == 0 {
      let (bytes, sum) = log.fileHeader(salt)
      fileHeader = bytes
      checksum = sum
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
    let isBigEndian = log.header.isBigEndian
    header.storeBytes(of: number.bigEndian, as: UInt32.self)
    header.storeBytes(of: commitSize.bigEndian, toByteOffset: 4, as: UInt32.self)
    header.storeBytes(of: salt.first.bigEndian, toByteOffset: 8, as: UInt32.self)
    header.storeBytes(of: salt.second.bigEndian, toByteOffset: 12, as: UInt32.self)
    checksum.add(UnsafeRawBufferPointer(start: header, count: 8), isBigEndian: isBigEndian)
    checksum.add(page, isBigEndian: isBigEndian)
    header.storeBytes(of: checksum.first.bigEndian, toByteOffset: 16, as: UInt32.self)
    header.storeBytes(of: checksum.second.bigEndian, toByteOffset: 20, as: UInt32.self)
    (header + WriteAheadLog.frameHeaderSize).copyMemory(from: source, byteCount: page.count)
    buffer.count += log.frameSize
    appended.append(number)
    nextFrame += 1
    if buffer.count >= Self.bufferLimit { try flush() }
    return frame
  }

  /// Writes what is gathered to the file. Not for use inside the monitor.
  func flush() throws(DatabaseError) {
    guard buffer.count > 0 else { return }
    if let fileHeader {
      try log.file.write(fileHeader, at: 0)
      try syncHeader?()
      self.fileHeader = nil
    }
    try log.file.write(buffer.bytes, at: bufferOffset)
    buffer.removeAll()
  }

  /// Makes room in the index for the frames so far and `count` more: once they are written, nothing may keep them from
  /// being published. The caller holds the monitor.
  func reserveIndex(_ count: Int) throws(DatabaseError) {
    try log.index.reserve(from: log.lastFrame + 1, through: nextFrame + UInt32(truncatingIfNeeded: count))
  }

  /// Makes the appended frames everybody's. The caller holds the monitor, and has called `reserveIndex`.
  func publish(pageCount: PageNumber) throws(DatabaseError) {
    for (position, number) in appended.enumerated() {
      try log.index.append(frame: log.lastFrame + 1 + UInt32(position), number: number)
    }
    log.commit(lastFrame: nextFrame - 1, pageCount: pageCount, checksum: checksum, salt: salt)
    appended.removeAll()
  }
}
