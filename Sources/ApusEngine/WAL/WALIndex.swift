import Synchronization

/// The wal-index in SQLite's layout: 32 KiB blocks of page numbers and hash slots, two copies of the header, checkpoint
/// information, locks on eight slots (https://www.sqlite.org/walformat.html#the_wal_index_file_format). The blocks are
/// shared with other processes, or are this process's own when `memory` is nil: then every lock is granted, because the
/// database file itself is locked. They are this process's own too while `memory` is left over from others and cannot be written.
///
/// Every call needs the store's monitor. Other processes change the blocks meanwhile: what is read here is bounded by
/// the block's size, never believed.
final class WALIndex {
  static let blockSize = SharedMemoryLayout.blockSize
  private static let headerSize = 136
  private static let slotCount = 8192
  private static let framesPerBlock = 4096
  private static let framesInFirstBlock = framesPerBlock - headerSize / 4
  private static let hashOffset = blockSize - slotCount * 2
  static let readMarkCount = 5
  static let unusedReadMark: UInt32 = 0xffff_ffff

  /// Slots that are locked.
  enum Lock {
    static let write = 0..<1
    static let checkpoint = 1..<2
    static let recover = 2..<3
    /// Who rebuilds the index holds these, besides `write`.
    static let checkpointAndRecover = 1..<3
    /// Who starts the log over holds these: nobody reads frames.
    static let logReaders = 4..<8
    static func reader(_ mark: Int) -> Range<Int> { 3 + mark..<4 + mark }
  }

  private let memory: (any VFSSharedMemory)?
  private var blocks: [UnsafeMutableRawPointer] = []
  /// `blocks[0]`, as plain data: every read looks there.
  private let firstBlock = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 1)
  /// The bytes of the header that was taken for the present one last, word by word.
  private let noted = UnsafeMutablePointer<UInt64>.allocate(capacity: notedWords)
  private static let notedWords = WALIndexHeader.size / 8

  /// The blocks are this process's own.
  private var isPrivate: Bool

  init(_ memory: (any VFSSharedMemory)?) {
    self.memory = memory
    isPrivate = memory?.isLeftOver ?? true
    firstBlock.initialize(to: nil)
    noted.initialize(repeating: 0, count: Self.notedWords)
  }

  deinit {
    dropPrivateBlocks()
    firstBlock.deallocate()
    noted.deallocate()
  }

  private func dropPrivateBlocks() {
    guard isPrivate else { return }
    for block in blocks { block.deallocate() }
    blocks.removeAll()
  }

  var isShared: Bool { memory != nil }
  var isReadOnly: Bool { memory?.isReadOnly ?? false }

  /// The address of a block; nil when it is not there and may not be made.
  private func block(_ index: Int, extends: Bool) throws(DatabaseError) -> UnsafeMutableRawPointer? {
    if index < blocks.count { return blocks[index] }
    while blocks.count <= index {
      if let memory, !isPrivate {
        guard let block = try memory.block(blocks.count, extends: extends) else { return nil }
        blocks.append(block)
      } else {
        guard extends else { return nil }
        let block = UnsafeMutableRawPointer.allocate(byteCount: Self.blockSize, alignment: 16)
        block.initializeMemory(as: UInt8.self, repeating: 0, count: Self.blockSize)
        blocks.append(block)
      }
    }
    return blocks[index]
  }

  /// Makes sure that there is a first block: what follows may use it.
  /// - Throws: `.readOnlyCannotInitialize` when there is none and none can be made.
  func open() throws(DatabaseError) {
    guard let block = try block(0, extends: true) else {
      throw DatabaseError(.readOnlyCannotInitialize, "attempt to write a readonly database")
    }
    firstBlock.pointee = block
  }

  /// There is one since `open`, and nobody asks between `close` and that.
  private var first: UnsafeMutableRawPointer { firstBlock.pointee.unsafelyUnwrapped }

  /// Lets go of the memory.
  func close(removing: Bool) {
    guard let memory else { return }
    dropPrivateBlocks()
    blocks.removeAll()
    memory.close(removing: removing)
  }

  // MARK: Without writers

  /// The shared memory is left over and cannot be written; what the blocks hold this process has read from the log itself.
  var isLeftOver: Bool { isPrivate && memory != nil }

  /// Uses the shared memory from here on, if somebody keeps it up by now. Nobody reads by the blocks meanwhile.
  func joinUsers() throws(DatabaseError) -> Bool {
    guard let memory, isPrivate, try memory.joinUsers() else { return false }
    dropPrivateBlocks()
    isPrivate = false
    noted.update(repeating: 0, count: Self.notedWords)
    try open()
    return true
  }

  /// Forgets every frame of private blocks.
  func clear() {
    for block in blocks where isPrivate {
      block.initializeMemory(as: UInt8.self, repeating: 0, count: Self.blockSize)
    }
  }

  /// What was written before is seen by others before what is written later; and so with reads.
  private func fence() {
    atomicMemoryFence(ordering: .sequentiallyConsistent)
    if let yield = ScheduleHook.yield { yield(false) }
  }

  /// What is read before it is older than what is read after it. Enough for a reader: what it tells others goes through locks.
  @inline(__always)
  private func readFence() {
    atomicMemoryFence(ordering: .acquiring)
    if let yield = ScheduleHook.yield { yield(false) }
  }

  // MARK: Locks

  func lock(_ slots: Range<Int>, _ kind: SharedMemoryLock) throws(DatabaseError) -> Bool {
    guard let memory else { return true }
    return try memory.lock(slots, kind)
  }

  func unlock(_ slots: Range<Int>) { memory?.unlock(slots) }

  // MARK: Header

  /// The committed state; nil when the copies differ or are none: somebody is writing them, or has died doing so.
  func header() -> WALIndexHeader? {
    let one = WALIndexHeader(first)
    fence()
    guard let one, let two = WALIndexHeader(first + WALIndexHeader.size), one == two else { return nil }
    return one
  }

  /// Writes both copies, the second one first: who reads two equal ones has a whole one.
  func publish(_ header: WALIndexHeader) {
    fence()
    header.store(to: first + WALIndexHeader.size)
    fence()
    header.store(to: first)
    fence()
    noteHeader(header)
  }

  /// That header is what is known from here on.
  func noteHeader(_ header: WALIndexHeader) {
    header.store(to: UnsafeMutableRawPointer(noted))
  }

  /// Both copies are what was noted last, byte for byte: cheaper than reading them.
  var isHeaderAsNoted: Bool {
    readFence()
    let first = first
    let noted = noted
    var difference: UInt64 = 0
    for word in 0..<Self.notedWords {
      difference |= first.load(fromByteOffset: word &* 8, as: UInt64.self) ^ noted[word]
      difference |=
        first.load(fromByteOffset: WALIndexHeader.size &+ word &* 8, as: UInt64.self) ^ noted[word]
    }
    readFence()
    return difference == 0 && noted[0] != 0
  }

  // MARK: Checkpoint information

  /// Frames that are in the database file.
  var backfilled: UInt32 {
    get {
      readFence()
      return first.load(fromByteOffset: 96, as: UInt32.self)
    }
    set {
      fence()
      first.storeBytes(of: newValue, toByteOffset: 96, as: UInt32.self)
    }
  }

  /// Frames that a checkpoint has begun to write.
  var backfillAttempted: UInt32 {
    get { first.load(fromByteOffset: 128, as: UInt32.self) }
    set { first.storeBytes(of: newValue, toByteOffset: 128, as: UInt32.self) }
  }

  subscript(readMark index: Int) -> UInt32 {
    get {
      readFence()
      return first.load(fromByteOffset: 100 + index * 4, as: UInt32.self)
    }
    set {
      first.storeBytes(of: newValue, toByteOffset: 100 + index * 4, as: UInt32.self)
      fence()
    }
  }

  /// When the log starts over: nothing is backfilled, no mark but 0 and 1 is used. Frames are forgotten block by block,
  /// when the first one of a block is added.
  func resetMarks() {
    backfilled = 0
    backfillAttempted = 0
    self[readMark: 0] = 0
    self[readMark: 1] = 0
    for mark in 2..<Self.readMarkCount { self[readMark: mark] = Self.unusedReadMark }
  }

  // MARK: Frames

  private static func place(_ frame: UInt32) -> (block: Int, index: Int) {
    let position = Int(frame) - 1
    if position < framesInFirstBlock { return (0, position) }
    let rest = position - framesInFirstBlock
    return (1 + rest / framesPerBlock, rest % framesPerBlock)
  }

  private static func capacity(_ block: Int) -> Int { block == 0 ? framesInFirstBlock : framesPerBlock }

  private static func firstFrame(_ block: Int) -> UInt32 {
    block == 0 ? 1 : UInt32(framesInFirstBlock + (block - 1) * framesPerBlock + 1)
  }

  private static func hash(_ number: PageNumber) -> Int { Int(number &* 383) & (slotCount - 1) }

  private static func numbers(_ base: UnsafeMutableRawPointer, _ block: Int) -> UnsafeMutableRawPointer {
    base + (block == 0 ? headerSize : 0)
  }

  private static func slots(_ base: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UInt16> {
    (base + hashOffset).assumingMemoryBound(to: UInt16.self)
  }

  /// Makes the blocks of those frames.
  /// - Throws: `.full`, I/O errors.
  func reserve(from frame: UInt32, through last: UInt32) throws(DatabaseError) {
    for block in Self.place(frame).block...Self.place(max(frame, last)).block {
      guard try self.block(block, extends: true) != nil else {
        throw DatabaseError(.readOnly, "attempt to write a readonly database")
      }
    }
  }

  /// Notes that `frame` holds page `number`. Frames are added in order, by the one that holds the write lock.
  func append(frame: UInt32, number: PageNumber) throws(DatabaseError) {
    let (block, index) = Self.place(frame)
    guard let base = try self.block(block, extends: true) else {
      throw DatabaseError(.readOnly, "attempt to write a readonly database")
    }
    let numbers = Self.numbers(base, block)
    let table = Self.slots(base)
    if index == 0 {
      // What stands here is of a log that was started over, or of a writer that gave up.
      let start = block == 0 ? Self.headerSize : 0
      (base + start).initializeMemory(as: UInt8.self, repeating: 0, count: Self.blockSize - start)
    } else if numbers.load(fromByteOffset: index * 4, as: UInt32.self) != 0 {
      forget(base, block, from: index)
    }
    numbers.storeBytes(of: number, toByteOffset: index * 4, as: UInt32.self)
    var slot = Self.hash(number)
    var steps = 0
    while table[slot] != 0 {
      steps += 1
      guard steps < Self.slotCount else { throw .corrupt("the wal-index is full") }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    table[slot] = UInt16(truncatingIfNeeded: index + 1)
  }

  /// Takes out what a writer left behind that added frames and gave up.
  private func forget(_ base: UnsafeMutableRawPointer, _ block: Int, from index: Int) {
    let table = Self.slots(base)
    for slot in 0..<Self.slotCount where Int(table[slot]) > index { table[slot] = 0 }
    (Self.numbers(base, block) + index * 4).initializeMemory(
      as: UInt8.self, repeating: 0, count: (Self.capacity(block) - index) * 4)
  }

  /// The page that a committed frame holds; 0 when the index does not know.
  func number(ofFrame frame: UInt32) throws(DatabaseError) -> PageNumber {
    let (block, index) = Self.place(frame)
    guard let base = try self.block(block, extends: false) else { return 0 }
    return Self.numbers(base, block).load(fromByteOffset: index * 4, as: UInt32.self)
  }

  /// The newest frame of a page in `(after, last]`, 0 without one.
  /// - Throws: `.corrupt` for an index that cannot be.
  func find(_ number: PageNumber, after: UInt32, last: UInt32) throws(DatabaseError) -> UInt32 {
    guard last > after else { return 0 }
    var block = Self.place(last).block
    let lowest = Self.place(after + 1).block
    while block >= lowest {
      guard let base = try self.block(block, extends: false) else {
        throw .corrupt("the wal-index lacks block \(block)", page: number)
      }
      let table = Self.slots(base)
      let numbers = Self.numbers(base, block)
      let capacity = Self.capacity(block)
      let first = Self.firstFrame(block)
      var slot = Self.hash(number)
      var best: UInt32 = 0
      var steps = 0
      while true {
        let entry = Int(table[slot])
        if entry == 0 { break }
        steps += 1
        guard steps < Self.slotCount, entry <= capacity else {
          throw .corrupt("the wal-index is damaged in block \(block)", page: number)
        }
        let frame = first + UInt32(entry - 1)
        if frame <= last, frame > after, frame > best,
          numbers.load(fromByteOffset: (entry - 1) * 4, as: UInt32.self) == number
        {
          best = frame
        }
        slot = (slot + 1) & (Self.slotCount - 1)
      }
      if best != 0 { return best }
      block -= 1
    }
    return 0
  }
}
