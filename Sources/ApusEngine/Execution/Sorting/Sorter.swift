/// Sorts records for ORDER BY, GROUP BY, DISTINCT and CREATE INDEX.
///
/// Records are gathered in a bump arena with one 16-byte entry each (`SortEntry`). When arena and entries reach the
/// memory limit they are sorted and written to a temporary file as a run; at the end the runs are merged
/// (`Sorter+Runs.swift`). With a bound (ORDER BY … LIMIT n) only the n first records are kept, in a heap
/// (`BoundedSorter.swift`).
///
/// Records that compare equal come out in the order in which they went in.
final class Sorter {
  /// LIMITs above this sort everything: a heap of so many records would be slower.
  static let largestBound = 10_000

  let keyInfo: UnsafeMutablePointer<KeyInfo>
  private let key: SortKey
  private let memoryLimit: Int
  unowned let connection: Connection

  // Gathering.
  private var chunks: [UnsafeMutableRawPointer] = []
  private let arena: UnsafeMutablePointer<Arena>
  private var heap: BoundedSorter?

  // Reading.
  private var isSorted = false
  private var merge: RunMerge?
  private var runs: [SortRun] = []
  private var file: (any SpillFile)?

  /// What `insert` and `next` touch per record: plain data, reached without exclusivity checks.
  private struct Arena {
    var next: UnsafeMutableRawPointer
    var end: UnsafeMutableRawPointer
    var chunkBytes = 0
    var entries: UnsafeMutablePointer<SortEntry>
    var count = 0
    var capacity = 0
    var position = 0
    var isExact = true
    var current: UnsafeRawBufferPointer?
  }

  init(keyInfo: KeyInfo, bound: Int, memoryLimit: Int, connection: Connection) {
    self.keyInfo = .allocate(capacity: 1)
    self.keyInfo.initialize(to: keyInfo)
    key = SortKey(keyInfo)
    self.memoryLimit = max(memoryLimit, 1 << 18)
    self.connection = connection
    arena = .allocate(capacity: 1)
    let entries = UnsafeMutablePointer<SortEntry>.allocate(capacity: 64)
    arena.initialize(
      to: Arena(
        next: UnsafeMutableRawPointer(entries), end: UnsafeMutableRawPointer(entries), entries: entries,
        capacity: 64))
    if bound > 0 { heap = BoundedSorter(bound: bound, keyInfo: self.keyInfo) }
  }

  deinit {
    freeChunks()
    arena.pointee.entries.deallocate()
    arena.deallocate()
    keyInfo.deallocate()
  }

  /// Empties the sorter for another use.
  func restart(bound: Int) {
    freeChunks()
    arena.pointee.count = 0
    arena.pointee.position = 0
    arena.pointee.isExact = true
    arena.pointee.current = nil
    merge = nil
    runs = []
    file = nil
    isSorted = false
    heap = bound > 0 ? BoundedSorter(bound: bound, keyInfo: keyInfo) : nil
  }

  private func freeChunks() {
    for chunk in chunks { chunk.deallocate() }
    chunks.removeAll()
    arena.pointee.next = UnsafeMutableRawPointer(arena.pointee.entries)
    arena.pointee.end = arena.pointee.next
    arena.pointee.chunkBytes = 0
  }

  // MARK: Gathering

  /// Adds a copy of a record.
  @inline(__always)
  func insert(_ record: UnsafeRawBufferPointer) throws(DatabaseError) {
    var exact = true
    let prefix = key.prefix(of: record, exact: &exact)
    if !exact { arena.pointee.isExact = false }
    if heap != nil { return try insertBounded(record, prefix) }
    let size = (record.count &+ 4 &+ 7) & ~7
    if arena.pointee.next + size > arena.pointee.end || arena.pointee.count == arena.pointee.capacity {
      try makeRoom(size)
    }
    let place = arena.pointee.next
    place.storeBytes(of: UInt32(truncatingIfNeeded: record.count), as: UInt32.self)
    if let start = record.baseAddress {
      (place + 4).copyMemory(from: start, byteCount: record.count)
    }
    arena.pointee.next = place + size
    arena.pointee.entries[arena.pointee.count] = SortEntry(prefix: prefix, record: UnsafeRawPointer(place))
    arena.pointee.count &+= 1
  }

  @inline(never)
  private func insertBounded(_ record: UnsafeRawBufferPointer, _ prefix: UInt64) throws(DatabaseError) {
    guard let heap else { return }
    try heap.insert(record, prefix: prefix, isExact: arena.pointee.isExact)
  }

  @inline(never)
  private func makeRoom(_ size: Int) throws(DatabaseError) {
    if arena.pointee.count == arena.pointee.capacity {
      let capacity = arena.pointee.capacity * 2
      let fresh = UnsafeMutablePointer<SortEntry>.allocate(capacity: capacity)
      fresh.initialize(from: arena.pointee.entries, count: arena.pointee.count)
      let empty = chunks.isEmpty
      arena.pointee.entries.deallocate()
      arena.pointee.entries = fresh
      arena.pointee.capacity = capacity
      if empty {
        arena.pointee.next = UnsafeMutableRawPointer(fresh)
        arena.pointee.end = arena.pointee.next
      }
    }
    guard arena.pointee.next + size > arena.pointee.end else { return }
    // Entries take 32 bytes while sorting: one more array of them is needed.
    if arena.pointee.count > 0
      && arena.pointee.chunkBytes + arena.pointee.count * 32 + size > memoryLimit
    {
      try spill()
    }
    let wanted = max(min(max(arena.pointee.chunkBytes, 1 << 14), 1 << 20), size)
    let chunk = UnsafeMutableRawPointer.allocate(byteCount: wanted + 16, alignment: 16)
    chunks.append(chunk)
    arena.pointee.next = chunk
    arena.pointee.end = chunk + wanted
    arena.pointee.chunkBytes += wanted
  }

  private func sortEntries() throws(DatabaseError) {
    let spare = UnsafeMutablePointer<SortEntry>.allocate(capacity: max(arena.pointee.count, 1))
    defer { spare.deallocate() }
    try EntrySort.sort(
      arena.pointee.entries, count: arena.pointee.count, spare: spare, keyInfo: keyInfo,
      isExact: arena.pointee.isExact)
  }

  /// Writes what was gathered as a sorted run and starts anew.
  private func spill() throws(DatabaseError) {
    try sortEntries()
    let file = try self.file ?? connection.makeSpillFile()
    self.file = file
    var writer = RunWriter(file: file)
    for index in 0..<arena.pointee.count {
      try writer.append(arena.pointee.entries[index].bytes)
      if index & 0xfff == 0 { try connection.checkInterrupt() }
    }
    runs.append(try writer.finish())
    freeChunks()
    arena.pointee.count = 0
  }

  // MARK: Reading

  /// Sorts and goes to the first record. False when there is none.
  func sort() throws(DatabaseError) -> Bool {
    if let heap {
      let sorted = try heap.sorted()
      arena.pointee.entries.deallocate()
      arena.pointee.entries = .allocate(capacity: max(sorted.count, 64))
      arena.pointee.entries.initialize(from: sorted, count: sorted.count)
      arena.pointee.capacity = max(sorted.count, 64)
      arena.pointee.count = sorted.count
    } else if !runs.isEmpty {
      if arena.pointee.count > 0 { try spill() }
      merge = try RunMerge(runs: runs, key: key, keyInfo: keyInfo, memoryLimit: memoryLimit)
    } else if !isSorted {
      try sortEntries()
    }
    isSorted = true
    arena.pointee.position = -1
    return try next()
  }

  /// Goes to the next record. False after the last.
  @inline(__always)
  func next() throws(DatabaseError) -> Bool {
    if merge != nil { return try nextMerged() }
    let position = arena.pointee.position &+ 1
    guard position < arena.pointee.count else {
      arena.pointee.current = nil
      return false
    }
    arena.pointee.position = position
    arena.pointee.current = arena.pointee.entries[position].bytes
    return true
  }

  @inline(never)
  private func nextMerged() throws(DatabaseError) -> Bool {
    arena.pointee.current = try merge?.next()
    return arena.pointee.current != nil
  }

  /// The record that the sorter stands on, valid until it moves; 16 readable bytes follow it.
  @inline(__always)
  var record: UnsafeRawBufferPointer? { arena.pointee.current }
}
