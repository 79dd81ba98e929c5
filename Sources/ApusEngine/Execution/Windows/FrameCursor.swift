/// Where the frame of one window lies for the row at hand: rows `low..<high` of the partition, before EXCLUDE.
///
/// Both ends only move forward as rows do, also where arithmetic on offsets would say otherwise (overflow, infinities).
struct FrameCursor: BitwiseCopyable {
  let frame: WindowDescription.Frame
  /// The one ORDER BY term of RANGE with offsets.
  let key: WindowDescription.Key
  private(set) var low = 0
  private(set) var high = 0
  /// Distances of ROWS and GROUPS.
  private var startCount = 0
  private var endCount = 0
  /// Distances of RANGE.
  private var startDistance = Cell.null
  private var endDistance = Cell.null
  /// GROUPS: the number of the group that begins at `low` and at `high`.
  private var lowGroup = 0
  private var highGroup = 0

  init(_ frame: WindowDescription.Frame, key: WindowDescription.Key) {
    self.frame = frame
    self.key = key
  }

  /// A partition begins: checks the frame's distances, which stand at `offsets`.
  mutating func begin(_ offsets: UnsafePointer<Cell>) throws(DatabaseError) {
    low = 0
    high = 0
    lowGroup = 0
    highGroup = 0
    if frame.start.hasOffset {
      try take(offsets[Int(frame.startOffset)], "starting", &startCount, &startDistance)
    }
    if frame.end.hasOffset { try take(offsets[Int(frame.endOffset)], "ending", &endCount, &endDistance) }
  }

  private func take(
    _ cell: Cell, _ which: StaticString, _ count: inout Int, _ distance: inout Cell
  ) throws(DatabaseError) {
    let number = cell.tag == .text ? ValueRules.numericIfLossless(cell) : cell
    if frame.unit == .range {
      guard number.isNumeric, number.tag == .integer ? number.integer >= 0 : number.real >= 0 else {
        throw DatabaseError(.error, "frame \(which) offset must be a non-negative number")
      }
      distance = number
      return
    }
    let whole = number.tag == .real ? ValueRules.integerIfLossless(number) : number
    guard whole.tag == .integer, whole.integer >= 0 else {
      throw DatabaseError(.error, "frame \(which) offset must be a non-negative integer")
    }
    count = Int(whole.integer)
  }

  /// Moves to the frame of `row`.
  @inline(__always)
  mutating func move(to row: Int, _ peers: PeerGroup, _ rows: WindowRows) throws(DatabaseError) {
    let count = rows.count
    switch frame.start {
    case .unboundedPreceding: break
    case .currentRow: low = frame.unit == .rows ? row : peers.start
    case .preceding, .following, .unboundedFollowing: try moveStart(row, peers, rows)
    }
    switch frame.end {
    case .unboundedFollowing: high = count
    case .currentRow: high = frame.unit == .rows ? row &+ 1 : peers.end
    case .preceding, .following, .unboundedPreceding: try moveEnd(row, peers, rows)
    }
  }

  @inline(never)
  private mutating func moveStart(
    _ row: Int, _ peers: PeerGroup, _ rows: WindowRows
  ) throws(DatabaseError) {
    let isBack = frame.start == .preceding
    switch frame.unit {
    case .rows: low = Self.shifted(row, by: startCount, back: isBack, limit: rows.count)
    case .groups:
      let group = Self.shifted(peers.number, by: startCount, back: isBack, limit: rows.count)
      try Self.seek(group, &low, &lowGroup, rows)
    case .range:
      while low < rows.count {
        let (present, candidate) = try pair(row, low, rows)
        let isWithin =
          isBack
          ? rows.compare(candidate, present, key) >= 0
            || rows.compare(moved(candidate, startDistance), present, key) >= 0
          : rows.compare(moved(present, startDistance), candidate, key) <= 0
        if isWithin { break }
        low &+= 1
      }
    }
  }

  @inline(never)
  private mutating func moveEnd(
    _ row: Int, _ peers: PeerGroup, _ rows: WindowRows
  ) throws(DatabaseError) {
    let isBack = frame.end == .preceding
    // `high` is the first row behind the frame.
    switch frame.unit {
    case .rows:
      high =
        isBack && endCount > row
        ? 0
        : Self.shifted(row &+ 1, by: endCount, back: isBack, limit: rows.count)
    case .groups:
      if isBack, endCount > peers.number { return }
      let group = Self.shifted(peers.number &+ 1, by: endCount, back: isBack, limit: rows.count)
      try Self.seek(group, &high, &highGroup, rows)
    case .range:
      while high < rows.count {
        let (present, candidate) = try pair(row, high, rows)
        let isWithin =
          isBack
          ? rows.compare(moved(candidate, endDistance), present, key) <= 0
          : rows.compare(present, candidate, key) >= 0
            || rows.compare(moved(present, endDistance), candidate, key) >= 0
        guard isWithin else { break }
        high &+= 1
      }
    }
  }

  /// `place` moved by `distance`, within 0...limit.
  @inline(__always)
  private static func shifted(_ place: Int, by distance: Int, back: Bool, limit: Int) -> Int {
    if back { return distance > place ? 0 : place &- distance }
    return distance >= limit &- min(place, limit) ? limit : place &+ distance
  }

  /// Moves `row`, where group `number` begins, forward to the group `target`, or behind the last row.
  private static func seek(
    _ target: Int, _ row: inout Int, _ number: inout Int, _ rows: WindowRows
  ) throws(DatabaseError) {
    while number < target, row < rows.count {
      row &+= 1
      while row < rows.count {
        if try rows.beginsGroup(row) { break }
        row &+= 1
      }
      number &+= 1
    }
  }

  // MARK: RANGE with distances

  /// A sort key moved by the distance towards the end of the partition, if it is a number. PRECEDING moves the candidate's key,
  /// FOLLOWING that of the row at hand: so roundings are those of SQLite.
  private func moved(_ value: Cell, _ distance: Cell) -> Cell {
    guard value.isNumeric else { return value }
    return ValueRules.arithmetic(key.isDescending ? .subtract : .add, value, distance)
  }

  /// The sort keys of two rows.
  @inline(__always)
  private func pair(
    _ row: Int, _ candidate: Int, _ rows: WindowRows
  ) throws(DatabaseError) -> (present: Cell, candidate: Cell) {
    var present = try rows.cell(row, Int(key.field))
    let other = try rows.cell(candidate, Int(key.field))
    // Reading one row may have moved the other one's bytes out of memory.
    if present.hasBytes { present = try rows.cell(row, Int(key.field)) }
    return (present, other)
  }
}

/// The peers of the row at hand: rows `start..<end`, group `number` of the partition from 0.
struct PeerGroup: BitwiseCopyable {
  var start = 0
  var end = 0
  var number = -1
}

/// The rows of the partition, as frames and functions look at them.
struct WindowRows: BitwiseCopyable {
  let buffer: UnsafeMutablePointer<PartitionBuffer>
  let encoding: TextEncoding

  @inline(__always)
  var count: Int { buffer.pointee.count }

  @inline(__always)
  func cell(_ row: Int, _ field: Int) throws(DatabaseError) -> Cell {
    try buffer.pointee.cell(row, field)
  }

  @inline(__always)
  func beginsGroup(_ row: Int) throws(DatabaseError) -> Bool { try buffer.pointee.beginsGroup(row) }

  /// Two values in the order of a key.
  @inline(__always)
  func compare(_ a: Cell, _ b: Cell, _ key: WindowDescription.Key) -> Int {
    if a.tag == .integer, b.tag == .integer {
      let order = a.integer < b.integer ? -1 : a.integer == b.integer ? 0 : 1
      return key.isDescending ? 0 &- order : order
    }
    return compareOthers(a, b, key)
  }

  @inline(never)
  private func compareOthers(_ a: Cell, _ b: Cell, _ key: WindowDescription.Key) -> Int {
    if a.tag == .null, b.tag == .null { return 0 }
    var order = ValueRules.compare(a, b, key.collation, encoding: encoding)
    if key.nullsReversed, a.tag == .null || b.tag == .null { order = 0 &- order }
    return key.isDescending ? 0 &- order : order
  }
}
