/// A set of rowids in a register, for statements that must know all rows before they change the first.
///
/// Two ways of use, never mixed on one set: `add` then `takeSmallest` (sorted, without duplicates), or
/// `insert` as a membership test. Rowids are gathered in a plain buffer; a full buffer is sorted, freed of
/// duplicates and kept as a run of variable-length differences (1–3 bytes a rowid for typical tables), so that a
/// set of 100 million rowids takes a few hundred megabytes at most.
struct RowSet: BitwiseCopyable {
  private static var batchSize: Int { 1 << 18 }

  /// A sorted batch, packed.
  private struct Run: BitwiseCopyable {
    var bytes: ByteBuffer
    var position: Int
    var current: Int64
    var hasCurrent: Bool
  }

  private var pending: UnsafeMutablePointer<Int64>
  private var pendingCount = 0
  private var pendingCapacity = 64
  private var pendingPosition = 0
  private var isPendingSorted = true
  private var runs: UnsafeMutablePointer<Run>?
  private var runCount = 0
  private var runCapacity = 0
  private var isReading = false
  /// Membership: open addressing, 0 marks a free place (rowid 0 is kept in `hasZero`).
  private var table: UnsafeMutablePointer<Int64>?
  private var tableCapacity = 0
  private var tableCount = 0
  private var hasZero = false

  init() { pending = .allocate(capacity: 64) }

  mutating func deallocate() {
    pending.deallocate()
    for index in 0..<runCount { runs.unsafelyUnwrapped[index].bytes.deallocate() }
    runs?.deallocate()
    table?.deallocate()
  }

  // MARK: Gathering and reading in order

  mutating func add(_ rowID: Int64) {
    if pendingCount == pendingCapacity { makeRoom() }
    if pendingCount > 0 && rowID < pending[pendingCount - 1] { isPendingSorted = false }
    pending[pendingCount] = rowID
    pendingCount += 1
  }

  private mutating func makeRoom() {
    if pendingCapacity >= Self.batchSize {
      packPending()
      return
    }
    let fresh = UnsafeMutablePointer<Int64>.allocate(capacity: pendingCapacity * 4)
    fresh.initialize(from: pending, count: pendingCount)
    pending.deallocate()
    pending = fresh
    pendingCapacity *= 4
  }

  private mutating func sortPending() {
    guard !isPendingSorted else { return }
    var batch = UnsafeMutableBufferPointer(start: pending, count: pendingCount)
    batch.sort()
    isPendingSorted = true
  }

  private mutating func packPending() {
    sortPending()
    var run = Run(bytes: ByteBuffer(), position: 0, current: 0, hasCurrent: false)
    run.bytes.reserve(pendingCount * 2)
    var last: Int64 = 0
    for index in 0..<pendingCount {
      let value = pending[index]
      if index > 0 && value == last { continue }
      var difference = UInt64(bitPattern: index == 0 ? value : value &- last)
      while difference >= 0x80 {
        run.bytes.append(UInt8(truncatingIfNeeded: difference) | 0x80)
        difference >>= 7
      }
      run.bytes.append(UInt8(truncatingIfNeeded: difference))
      last = value
    }
    if runCount == runCapacity {
      runCapacity = max(8, runCapacity * 2)
      let fresh = UnsafeMutablePointer<Run>.allocate(capacity: runCapacity)
      if let runs {
        fresh.initialize(from: runs, count: runCount)
        runs.deallocate()
      }
      runs = fresh
    }
    (runs.unsafelyUnwrapped + runCount).initialize(to: run)
    runCount += 1
    pendingCount = 0
    isPendingSorted = true
  }

  private static func advance(_ run: UnsafeMutablePointer<Run>) {
    let position = run.pointee.position
    guard position < run.pointee.bytes.count else {
      run.pointee.hasCurrent = false
      return
    }
    let base = run.pointee.bytes.base.unsafelyUnwrapped
    var difference: UInt64 = 0
    var shift: UInt64 = 0
    var offset = position
    while true {
      let byte = base.load(fromByteOffset: offset, as: UInt8.self)
      offset += 1
      difference |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    run.pointee.current =
      position == 0 ? Int64(bitPattern: difference) : run.pointee.current &+ Int64(bitPattern: difference)
    run.pointee.position = offset
    run.pointee.hasCurrent = true
  }

  /// Removes the smallest rowid; nil when the set is empty.
  mutating func takeSmallest() -> Int64? {
    if !isReading {
      isReading = true
      sortPending()
      for index in 0..<runCount { Self.advance(runs.unsafelyUnwrapped + index) }
    }
    var smallest: Int64?
    if pendingPosition < pendingCount { smallest = pending[pendingPosition] }
    for index in 0..<runCount where runs.unsafelyUnwrapped[index].hasCurrent {
      let value = runs.unsafelyUnwrapped[index].current
      if smallest.map({ value < $0 }) ?? true { smallest = value }
    }
    guard let smallest else { return nil }
    while pendingPosition < pendingCount && pending[pendingPosition] == smallest { pendingPosition += 1 }
    for index in 0..<runCount {
      let run = runs.unsafelyUnwrapped + index
      if run.pointee.hasCurrent && run.pointee.current == smallest { Self.advance(run) }
    }
    return smallest
  }

  // MARK: Membership

  /// True when `rowID` was in the set already; else it is added.
  mutating func insert(_ rowID: Int64) -> Bool {
    if rowID == 0 {
      defer { hasZero = true }
      return hasZero
    }
    if tableCount * 4 >= tableCapacity * 3 { growTable() }
    let table = self.table.unsafelyUnwrapped
    let mask = tableCapacity - 1
    var place = Self.hash(rowID) & mask
    while table[place] != 0 {
      if table[place] == rowID { return true }
      place = (place &+ 1) & mask
    }
    table[place] = rowID
    tableCount += 1
    return false
  }

  @inline(__always)
  private static func hash(_ value: Int64) -> Int {
    let mixed = UInt64(bitPattern: value) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 20)
  }

  private mutating func growTable() {
    let capacity = max(64, tableCapacity * 2)
    let fresh = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
    fresh.initialize(repeating: 0, count: capacity)
    if let table {
      for index in 0..<tableCapacity where table[index] != 0 {
        var place = Self.hash(table[index]) & (capacity - 1)
        while fresh[place] != 0 { place = (place &+ 1) & (capacity - 1) }
        fresh[place] = table[index]
      }
      table.deallocate()
    }
    table = fresh
    tableCapacity = capacity
  }
}

extension VirtualMachine {
  private func rowSet(_ index: Int, frame: FramePointer) -> UnsafeMutablePointer<RowSet> {
    let cell = frame.pointee.registers.cells[index]
    if cell.flags & RegisterFlag.rowSet != 0,
      let known = UnsafeMutablePointer<RowSet>(bitPattern: UInt(cell.bits))
    {
      return known
    }
    let fresh = UnsafeMutablePointer<RowSet>.allocate(capacity: 1)
    fresh.initialize(to: RowSet())
    frame.pointee.registers.cells[index] = Cell(
      bits: UInt64(UInt(bitPattern: fresh)), count: 0, tag: .null, flags: RegisterFlag.rowSet)
    return fresh
  }

  @inline(never)
  func rowSetAdd(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    let rowID = frame.pointee.registers.cells[Int(ip.pointee.p2)].integer
    rowSet(Int(ip.pointee.p1), frame: frame).pointee.add(rowID)
  }

  /// False: the set is empty, and is freed.
  @inline(never)
  func rowSetRead(_ ip: UnsafePointer<Instruction>, frame: FramePointer) -> Bool {
    let index = Int(ip.pointee.p1)
    let cell = frame.pointee.registers.cells[index]
    guard cell.flags & RegisterFlag.rowSet != 0 else { return false }
    guard let rowID = rowSet(index, frame: frame).pointee.takeSmallest() else {
      releaseObject(index, frame: frame)
      return false
    }
    frame.pointee.registers.cells[Int(ip.pointee.p3)] = .integer(rowID)
    return true
  }

  @inline(never)
  func rowSetTest(_ ip: UnsafePointer<Instruction>, frame: FramePointer) -> Bool {
    let rowID = frame.pointee.registers.cells[Int(ip.pointee.p3)].integer
    return rowSet(Int(ip.pointee.p1), frame: frame).pointee.insert(rowID)
  }
}
