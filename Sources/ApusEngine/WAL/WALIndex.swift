/// The wal-index in SQLite's layout: 32 KiB blocks of page numbers and hash slots, two copies of the header, checkpoint information
/// (https://www.sqlite.org/walformat.html#the_wal_index_file_format). Here it lives on the heap; the blocks are what `-shm` would map.
///
/// Every call needs the store's monitor.
final class WALIndex {
  static let blockSize = 32_768
  private static let headerSize = 136
  private static let slotCount = 8192
  private static let framesPerBlock = 4096
  private static let framesInFirstBlock = framesPerBlock - headerSize / 4
  private static let hashOffset = blockSize - slotCount * 2
  static let readMarkCount = 5
  static let unusedReadMark: UInt32 = 0xffff_ffff

  private var blocks: [UnsafeMutableRawPointer] = []

  init() { addBlock() }

  deinit { for block in blocks { block.deallocate() } }

  private func addBlock() {
    let block = UnsafeMutableRawPointer.allocate(byteCount: Self.blockSize, alignment: 16)
    block.initializeMemory(as: UInt8.self, repeating: 0, count: Self.blockSize)
    blocks.append(block)
  }

  // MARK: Header

  /// Writes both copies of the header.
  func publish(
    change: UInt32, isBigEndian: Bool, pageSize: Int, lastFrame: UInt32, pageCount: UInt32,
    frameChecksum: WALChecksum, salt: (UInt32, UInt32)
  ) {
    let header = UnsafeMutableRawPointer.allocate(byteCount: 48, alignment: 8)
    defer { header.deallocate() }
    header.initializeMemory(as: UInt8.self, repeating: 0, count: 48)
    header.storeBytes(of: 3_007_000, as: UInt32.self)
    header.storeBytes(of: change, toByteOffset: 8, as: UInt32.self)
    header.storeBytes(of: 1, toByteOffset: 12, as: UInt8.self)
    header.storeBytes(of: isBigEndian ? 1 : 0, toByteOffset: 13, as: UInt8.self)
    header.storeBytes(
      of: pageSize == 65_536 ? 1 : UInt16(truncatingIfNeeded: pageSize), toByteOffset: 14, as: UInt16.self)
    header.storeBytes(of: lastFrame, toByteOffset: 16, as: UInt32.self)
    header.storeBytes(of: pageCount, toByteOffset: 20, as: UInt32.self)
    header.storeBytes(of: frameChecksum.first, toByteOffset: 24, as: UInt32.self)
    header.storeBytes(of: frameChecksum.second, toByteOffset: 28, as: UInt32.self)
    header.storeBytes(of: salt.0.bigEndian, toByteOffset: 32, as: UInt32.self)
    header.storeBytes(of: salt.1.bigEndian, toByteOffset: 36, as: UInt32.self)
    var sum = WALChecksum()
    #if _endian(little)
      sum.add(UnsafeRawBufferPointer(start: header, count: 40), isBigEndian: false)
    #else
      sum.add(UnsafeRawBufferPointer(start: header, count: 40), isBigEndian: true)
    #endif
    header.storeBytes(of: sum.first, toByteOffset: 40, as: UInt32.self)
    header.storeBytes(of: sum.second, toByteOffset: 44, as: UInt32.self)
    (blocks[0] + 48).copyMemory(from: header, byteCount: 48)
    blocks[0].copyMemory(from: header, byteCount: 48)
  }

  // MARK: Checkpoint information

  /// Frames that are in the database file.
  var backfilled: UInt32 {
    get { blocks[0].load(fromByteOffset: 96, as: UInt32.self) }
    set { blocks[0].storeBytes(of: newValue, toByteOffset: 96, as: UInt32.self) }
  }

  /// Frames that a checkpoint has begun to write.
  var backfillAttempted: UInt32 {
    get { blocks[0].load(fromByteOffset: 128, as: UInt32.self) }
    set { blocks[0].storeBytes(of: newValue, toByteOffset: 128, as: UInt32.self) }
  }

  subscript(readMark index: Int) -> UInt32 {
    get { blocks[0].load(fromByteOffset: 100 + index * 4, as: UInt32.self) }
    set { blocks[0].storeBytes(of: newValue, toByteOffset: 100 + index * 4, as: UInt32.self) }
  }

  /// After a reset of the log: nothing is indexed, nothing backfilled, no mark used but 0.
  func reset() {
    for block in blocks.dropFirst() { block.deallocate() }
    blocks.removeSubrange(1...)
    blocks[0].initializeMemory(as: UInt8.self, repeating: 0, count: Self.blockSize)
    self[readMark: 0] = 0
    for index in 1..<Self.readMarkCount { self[readMark: index] = Self.unusedReadMark }
  }

  // MARK: Frames

  private static func place(_ frame: UInt32) -> (block: Int, index: Int) {
    let position = Int(frame) - 1
    if position < framesInFirstBlock { return (0, position) }
    let rest = position - framesInFirstBlock
    return (1 + rest / framesPerBlock, rest % framesPerBlock)
  }

  private static func hash(_ number: PageNumber) -> Int { Int(number &* 383) & (slotCount - 1) }

  private func numbers(_ block: Int) -> UnsafeMutableRawPointer {
    blocks[block] + (block == 0 ? Self.headerSize : 0)
  }

  private func slots(_ block: Int) -> UnsafeMutablePointer<UInt16> {
    (blocks[block] + Self.hashOffset).assumingMemoryBound(to: UInt16.self)
  }

  /// Notes that `frame` holds page `number`. Frames are added in order.
  func append(frame: UInt32, number: PageNumber) {
    let (block, index) = Self.place(frame)
    while blocks.count <= block { addBlock() }
    numbers(block).storeBytes(of: number, toByteOffset: index * 4, as: UInt32.self)
    let table = slots(block)
    var slot = Self.hash(number)
    while table[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
    table[slot] = UInt16(truncatingIfNeeded: index + 1)
  }

  /// The page that a frame holds.
  func number(ofFrame frame: UInt32) -> PageNumber {
    let (block, index) = Self.place(frame)
    guard block < blocks.count else { return 0 }
    return numbers(block).load(fromByteOffset: index * 4, as: UInt32.self)
  }

  /// The newest frame of a page in `(after, last]`, 0 without one.
  func find(_ number: PageNumber, after: UInt32, last: UInt32) -> UInt32 {
    guard last > after else { return 0 }
    var block = Self.place(last).block
    let lowest = Self.place(after + 1).block
    while block >= lowest {
      if block < blocks.count {
        let table = slots(block)
        let first =
          block == 0 ? UInt32(1) : UInt32(Self.framesInFirstBlock + (block - 1) * Self.framesPerBlock + 1)
        var slot = Self.hash(number)
        var best: UInt32 = 0
        var steps = 0
        while table[slot] != 0, steps < Self.slotCount {
          let index = Int(table[slot]) - 1
          let frame = first + UInt32(index)
          if frame <= last, frame > after, frame > best,
            numbers(block).load(fromByteOffset: index * 4, as: UInt32.self) == number
          {
            best = frame
          }
          slot = (slot + 1) & (Self.slotCount - 1)
          steps += 1
        }
        if best != 0 { return best }
      }
      block -= 1
    }
    return 0
  }
}
