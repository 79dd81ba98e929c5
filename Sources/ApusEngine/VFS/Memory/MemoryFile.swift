/// A file in memory, for `:memory:` databases, temporary data and tests.
final class MemoryFile: VFSFile, @unchecked Sendable {
  // @unchecked: contents are guarded by the monitor.
  private static let chunkSize = 1 << 16

  private let monitor = Monitor()
  private var chunks: [UnsafeMutableRawPointer] = []
  private var byteCount: Int64 = 0
  var isReadOnly: Bool { false }
  /// No device of the operating system has this number.
  var identity: FileIdentity? {
    FileIdentity(device: .max, inode: UInt64(UInt(bitPattern: ObjectIdentifier(self))))
  }

  private let maximumSize: Int64

  init(maximumSize: Int64 = .max) { self.maximumSize = maximumSize }

  deinit { for chunk in chunks { chunk.deallocate() } }

  func close() {}

  func size() throws(DatabaseError) -> Int64 {
    monitor.lock()
    defer { monitor.unlock() }
    return byteCount
  }

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) -> Int {
    monitor.lock()
    defer { monitor.unlock() }
    guard let base = target.baseAddress, offset >= 0, offset < byteCount else { return 0 }
    let count = Int(min(Int64(target.count), byteCount - offset))
    var done = 0
    while done < count {
      let position = Int(offset) + done
      let inside = position % Self.chunkSize
      let length = min(count - done, Self.chunkSize - inside)
      (base + done).copyMemory(from: chunks[position / Self.chunkSize] + inside, byteCount: length)
      done += length
    }
    return count
  }

  func write(_ source: UnsafeRawBufferPointer, at offset: Int64) throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    guard let base = source.baseAddress, offset >= 0 else { return }
    let (end, isTooLarge) = offset.addingReportingOverflow(Int64(source.count))
    guard !isTooLarge, end <= maximumSize else { throw DatabaseError(.full, "database or disk is full") }
    while Int64(chunks.count * Self.chunkSize) < end {
      let chunk = UnsafeMutableRawPointer.allocate(byteCount: Self.chunkSize, alignment: 16)
      chunk.initializeMemory(as: UInt8.self, repeating: 0, count: Self.chunkSize)
      chunks.append(chunk)
    }
    var done = 0
    while done < source.count {
      let position = Int(offset) + done
      let inside = position % Self.chunkSize
      let length = min(source.count - done, Self.chunkSize - inside)
      (chunks[position / Self.chunkSize] + inside).copyMemory(from: base + done, byteCount: length)
      done += length
    }
    byteCount = max(byteCount, end)
  }

  func truncate(to size: Int64) throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    guard size < byteCount else { return }
    let kept = Int((size + Int64(Self.chunkSize) - 1) / Int64(Self.chunkSize))
    for chunk in chunks[kept...] { chunk.deallocate() }
    chunks.removeSubrange(kept...)
    // What lay behind the new end reads as zero if the file grows again.
    let inside = Int(size) % Self.chunkSize
    if inside > 0, let last = chunks.last {
      (last + inside).initializeMemory(as: UInt8.self, repeating: 0, count: Self.chunkSize - inside)
    }
    byteCount = size
  }

  func sync() throws(DatabaseError) {}
  func lock(_ level: LockLevel) throws(DatabaseError) -> Bool { true }
  func unlock(to level: LockLevel) throws(DatabaseError) {}
  func isReservedElsewhere() throws(DatabaseError) -> Bool { false }
}
