import Apus
@_spi(Testing) import ApusEngine

/// The blocks and locks that all users of a wal-index share.
final class SimulatedMemory {
  var blocks: [UnsafeMutableRawPointer] = []
  var users = 0
  /// Per slot: who has it shared, and who exclusively.
  var shared = [Set<ObjectIdentifier>](repeating: [], count: SharedMemoryLayout.slotCount)
  var exclusive = [ObjectIdentifier?](repeating: nil, count: SharedMemoryLayout.slotCount)

  deinit { for block in blocks { block.deallocate() } }

  /// What it holds: bytes that a disk may show again after the power has failed.
  var bytes: [[UInt8]] {
    blocks.map { Array(UnsafeRawBufferPointer(start: $0, count: SharedMemoryLayout.blockSize)) }
  }

  init() {}

  /// Left over from a system whose power has failed.
  init(leftOver bytes: [[UInt8]]) {
    for block in bytes {
      let copy = UnsafeMutableRawPointer.allocate(byteCount: SharedMemoryLayout.blockSize, alignment: 4096)
      block.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(start: copy, count: $0.count).copyMemory(from: $0)
      }
      blocks.append(copy)
    }
  }

  func clear() {
    for block in blocks {
      block.initializeMemory(as: UInt8.self, repeating: 0, count: SharedMemoryLayout.blockSize)
    }
  }
}

/// One user of it.
final class SimulatedSharedMemory: VFSSharedMemory, @unchecked Sendable {
  // @unchecked: a simulation runs on one thread.
  private let memory: SimulatedMemory
  private var isClosed = false
  private var me: ObjectIdentifier { ObjectIdentifier(self) }

  init(_ memory: SimulatedMemory) {
    self.memory = memory
    memory.users += 1
  }

  let isReadOnly = false

  func block(_ index: Int, extends: Bool) throws(DatabaseError) -> UnsafeMutableRawPointer? {
    while memory.blocks.count <= index {
      guard extends else { return nil }
      let block = UnsafeMutableRawPointer.allocate(
        byteCount: SharedMemoryLayout.blockSize, alignment: 4096)
      block.initializeMemory(as: UInt8.self, repeating: 0, count: SharedMemoryLayout.blockSize)
      memory.blocks.append(block)
    }
    return memory.blocks[index]
  }

  func lock(_ slots: Range<Int>, _ kind: SharedMemoryLock) throws(DatabaseError) -> Bool {
    ScheduleHook.yield?(false)
    for slot in slots {
      if let owner = memory.exclusive[slot], owner != me { return false }
      if kind == .exclusive, !memory.shared[slot].subtracting([me]).isEmpty { return false }
    }
    for slot in slots {
      memory.shared[slot].remove(me)
      memory.exclusive[slot] = nil
      if kind == .shared { memory.shared[slot].insert(me) } else { memory.exclusive[slot] = me }
    }
    return true
  }

  func unlock(_ slots: Range<Int>) {
    ScheduleHook.yield?(false)
    for slot in slots {
      memory.shared[slot].remove(me)
      if memory.exclusive[slot] == me { memory.exclusive[slot] = nil }
    }
  }

  func close(removing: Bool) {
    guard !isClosed else { return }
    isClosed = true
    unlock(0..<SharedMemoryLayout.slotCount)
    memory.users -= 1
  }
}
