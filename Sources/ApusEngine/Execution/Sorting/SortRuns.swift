/// Where a sorted run lies in its file.
struct SortRun {
  let file: SpillFile
  let start: Int64
  let end: Int64
}

/// Writes a run: each record as a 4-byte length and its bytes.
struct RunWriter {
  private let file: SpillFile
  private let start: Int64
  private var position: Int64
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 18

  init(file: SpillFile) {
    self.file = file
    start = file.size
    position = start
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  mutating func append(_ record: UnsafeRawBufferPointer) throws(DatabaseError) {
    let length = UInt32(truncatingIfNeeded: record.count)
    for shift in [0, 8, 16, 24] as [UInt32] { buffer.append(UInt8(truncatingIfNeeded: length >> shift)) }
    buffer.append(contentsOf: record)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  private mutating func flush() throws(DatabaseError) {
    try file.write(buffer, at: position)
    position += Int64(buffer.count)
    buffer.removeAll(keepingCapacity: true)
  }

  mutating func finish() throws(DatabaseError) -> SortRun {
    if !buffer.isEmpty { try flush() }
    return SortRun(file: file, start: start, end: position)
  }
}

/// Reads a run record by record through a buffer.
final class RunReader {
  private let run: SortRun
  private var position: Int64
  private var buffer = ByteBuffer()
  private var offset = 0
  private let bufferSize: Int
  private(set) var prefix: UInt64 = 0
  /// The record at hand, nil at the end. Valid until `advance`.
  private(set) var record: UnsafeRawBufferPointer?

  init(run: SortRun, bufferSize: Int) {
    self.run = run
    self.bufferSize = bufferSize
    position = run.start
  }

  deinit { buffer.deallocate() }

  func advance(_ key: SortKey) throws(DatabaseError) {
    guard try fill(4), let base = buffer.base else {
      record = nil
      return
    }
    let length = Int(UInt32(littleEndian: (base + offset).loadUnaligned(as: UInt32.self)))
    guard try fill(4 + length), let base = buffer.base else {
      throw DatabaseError(.ioErrorShortRead, "disk I/O error")
    }
    record = UnsafeRawBufferPointer(start: base + offset + 4, count: length)
    offset += 4 + length
    var exact = true
    if let record { prefix = key.prefix(of: record, exact: &exact) }
  }

  /// Makes `count` bytes from `offset` on available. False at the end of the run.
  private func fill(_ count: Int) throws(DatabaseError) -> Bool {
    let have = buffer.count - offset
    if have >= count { return true }
    let left = run.end - position
    if left == 0 && have == 0 { return false }
    if let base = buffer.base, have > 0, offset > 0 {
      memmoveBytes(base, base + offset, have)
    }
    buffer.count = have
    offset = 0
    buffer.reserve(max(bufferSize, count))
    let take = Int(min(left, Int64(max(bufferSize, count) - have)))
    try run.file.read(
      into: UnsafeMutableRawBufferPointer(start: buffer.base.unsafelyUnwrapped + have, count: take),
      at: position)
    position += Int64(take)
    buffer.count = have + take
    return buffer.count >= count
  }

  private func memmoveBytes(
    _ target: UnsafeMutableRawPointer, _ source: UnsafeMutableRawPointer, _ count: Int
  ) {
    target.copyMemory(from: source, byteCount: count)
  }
}

/// Merges sorted runs: a heap of readers, ties to the earlier run.
final class RunMerge {
  private var readers: [RunReader] = []
  /// Indexes of readers, the one with the first record at 0.
  private var heap: [Int] = []
  private let key: SortKey
  private let keyInfo: UnsafePointer<KeyInfo>
  private var isStarted = false

  init(
    runs: [SortRun], key: SortKey, keyInfo: UnsafeMutablePointer<KeyInfo>, memoryLimit: Int
  ) throws(DatabaseError) {
    self.key = key
    self.keyInfo = UnsafePointer(keyInfo)
    let bufferSize = min(max(memoryLimit / max(runs.count, 1), 1 << 14), 1 << 20)
    for run in runs {
      let reader = RunReader(run: run, bufferSize: bufferSize)
      try reader.advance(key)
      readers.append(reader)
    }
    for index in readers.indices where readers[index].record != nil {
      heap.append(index)
      var place = heap.count - 1
      while place > 0, try isBefore(heap[place], heap[(place - 1) / 2]) {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    }
  }

  private func isBefore(_ a: Int, _ b: Int) throws(DatabaseError) -> Bool {
    let left = readers[a]
    let right = readers[b]
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    guard let first = left.record, let second = right.record else { return a < b }
    let order = try compareSortKeys(first, second, keyInfo: keyInfo)
    return order == 0 ? a < b : order < 0
  }

  /// The next record of all, nil after the last. Valid until the next call.
  func next() throws(DatabaseError) -> UnsafeRawBufferPointer? {
    if isStarted, let first = heap.first {
      try readers[first].advance(key)
      if readers[first].record == nil {
        let last = heap.removeLast()
        if heap.isEmpty { return nil }
        heap[0] = last
      }
      var place = 0
      while true {
        var smallest = place
        let left = 2 * place + 1
        if left < heap.count, try isBefore(heap[left], heap[smallest]) { smallest = left }
        if left + 1 < heap.count, try isBefore(heap[left + 1], heap[smallest]) { smallest = left + 1 }
        if smallest == place { break }
        heap.swapAt(place, smallest)
        place = smallest
      }
    }
    isStarted = true
    return heap.first.flatMap { readers[$0].record }
  }
}
