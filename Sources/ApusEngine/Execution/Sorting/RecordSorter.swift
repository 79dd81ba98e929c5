/// Sorts records for ORDER BY, GROUP BY, DISTINCT and CREATE INDEX.
///
/// Records are gathered in a bump arena with one 16-byte entry each (`SortEntry`). When arena and entries reach the
/// memory limit they are sorted and written to a temporary file as a run; at the end the runs are merged
/// (`RecordSorter+Runs.swift`). With a bound (ORDER BY … LIMIT n) only the n first records are kept, in a heap
/// (`BoundedSorter.swift`).
///
/// Records that compare equal come out in the order in which they went in.
final class RecordSorter {
  /// LIMITs above this sort everything: a heap of so many records would be slower.
  static let largestBound = 10_000

  let keyInfo: UnsafeMutablePointer<KeyInfo>
  private let key: SortKey
  private let memoryLimit: Int
  unowned let connection: Connection

  // Gathering.
  private var chunks: [UnsafeMutableRawPointer] = []
  let arena: UnsafeMutablePointer<SorterArena>
  private var heap: BoundedSorter?

  // Reading.
  private var isSorted = false
  private var merge: RunMerge?
  private var runs: [SortRun] = []
  private var file: SpillFile?

  init(keyInfo: KeyInfo, bound: Int, memoryLimit: Int, connection: Connection) {
    self.keyInfo = .allocate(capacity: 1)
    self.keyInfo.initialize(to: keyInfo)
    key = SortKey(keyInfo)
    self.memoryLimit = max(memoryLimit, 1 << 18)
    self.connection = connection
    arena = .allocate(capacity: 1)
    let entries = UnsafeMutablePointer<SortEntry>.allocate(capacity: 64)
    arena.initialize(
      to: SorterArena(
        key: key, next: UnsafeMutableRawPointer(entries), end: UnsafeMutableRawPointer(entries),
        entries: entries, capacity: 64))
    if bound > 0 {
      heap = BoundedSorter(bound: bound, keyInfo: self.keyInfo)
      arena.pointee.isBounded = true
    }
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
    arena.pointee.isMerging = false
    arena.pointee.isBounded = bound > 0
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

  /// Adds a copy of a record where `SorterArena.insertFast` could not.
  @inline(never)
  func insert(_ record: UnsafeRawBufferPointer) throws(DatabaseError) {
    if let heap {
      var exact = true
      let prefix = key.prefix(of: record, exact: &exact)
      if !exact { arena.pointee.isExact = false }
      return try heap.insert(record, prefix: prefix, isExact: arena.pointee.isExact)
    }
    try makeRoom(SorterArena.size(of: record))
    _ = arena.pointee.insertFast(record)
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
    let file: SpillFile
    if let known = self.file { file = known } else { file = try connection.makeSpillFile() }
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
      arena.pointee.isMerging = true
      merge = try RunMerge(runs: runs, key: key, keyInfo: keyInfo, memoryLimit: memoryLimit)
    } else if !isSorted {
      try sortEntries()
    }
    isSorted = true
    arena.pointee.position = -1
    return try next()
  }

  /// Goes to the next record. False after the last.
  func next() throws(DatabaseError) -> Bool {
    guard let merge else { return arena.pointee.advance() }
    arena.pointee.current = try merge.next()
    return arena.pointee.current != nil
  }
}
