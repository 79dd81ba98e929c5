/// Computes functions with OVER for the rows of one partition after the other.
///
/// Life of a partition: rows come sorted, `isSamePartition` and `append` for each; when the next one belongs elsewhere, or none
/// comes, `begin`, then `next` until it answers false, which gives the rows out in their order with a value per function behind
/// them. All of it works on plain memory; an aggregate's state lies in its `WindowAggregate`.
final class WindowOperator {
  let description: WindowDescription
  private let rows: WindowRows
  private let file: SpillOwner
  private let partitionKeys: UnsafeMutablePointer<WindowDescription.Key>
  private let orderKeys: UnsafeMutablePointer<WindowDescription.Key>
  private let frames: UnsafeMutablePointer<FrameCursor>
  private let functions: UnsafeMutablePointer<WindowDescription.Function>
  /// One per function; those of built-in functions are idle.
  private let aggregates: UnsafeMutablePointer<WindowAggregate>
  private let progress: UnsafeMutablePointer<Progress>
  private let frameCount: Int
  private let functionCount: Int
  private let partitionCount: Int
  private let orderCount: Int
  private let outputCount: Int

  private struct Progress {
    /// The row at hand.
    var row = -1
    var peers = PeerGroup()
  }

  init(_ description: WindowDescription, machine: VirtualMachine, tables: ProgramTables) {
    self.description = description
    let connection = machine.connection
    file = SpillOwner(connection)
    let buffer = UnsafeMutablePointer<PartitionBuffer>.allocate(capacity: 1)
    buffer.initialize(
      to: PartitionBuffer(
        fieldCount: description.fieldCount, lateStart: description.lateStart,
        memoryLimit: connection.settings.sorterMemory, file: file))
    rows = WindowRows(buffer: buffer, encoding: connection.encoding)
    partitionKeys = Self.copy(description.partition)
    orderKeys = Self.copy(description.order)
    functions = Self.copy(description.functions)
    let key = description.order.first ?? WindowDescription.Key(field: 0, collation: .binary)
    frames = Self.copy(description.frames.map { FrameCursor($0, key: key) })
    frameCount = description.frames.count
    functionCount = description.functions.count
    partitionCount = description.partition.count
    orderCount = description.order.count
    outputCount = description.outputCount
    let rows = self.rows
    aggregates = Self.copy(
      description.functions.map { function in
        WindowAggregate(
          function, description.frames[Int(function.frame)],
          code: function.builtin == nil ? tables.functions[Int(function.aggregate)] : nil, rows: rows,
          context: machine.context)
      })
    progress = .allocate(capacity: 1)
    progress.initialize(to: Progress())
  }

  private static func copy<Element: BitwiseCopyable>(_ list: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(list.count, 1))
    for (index, element) in list.enumerated() { (memory + index).initialize(to: element) }
    return memory
  }

  deinit {
    for index in 0..<functionCount { aggregates[index].deallocate() }
    aggregates.deallocate()
    partitionKeys.deallocate()
    orderKeys.deallocate()
    functions.deallocate()
    frames.deallocate()
    progress.deallocate()
    rows.buffer.pointee.deallocate()
    rows.buffer.deallocate()
  }

  /// Empties the operator for another use.
  func restart() {
    for index in 0..<functionCount { aggregates[index].end() }
    rows.buffer.pointee.removeAll()
    file.discard()
    progress.pointee = Progress()
  }

  // MARK: Rows in

  /// Whether a row belongs to the partition at hand; the first one does.
  func isSamePartition(_ row: UnsafePointer<Cell>) throws(DatabaseError) -> Bool {
    let last = rows.count - 1
    guard last >= 0 else { return true }
    for index in 0..<partitionCount {
      let key = partitionKeys[index]
      if rows.compare(try rows.cell(last, Int(key.field)), row[Int(key.field)], key) != 0 { return false }
    }
    return true
  }

  func append(_ row: UnsafePointer<Cell>) throws(DatabaseError) {
    let last = rows.count &- 1
    var beginsGroup = last < 0
    if !beginsGroup {
      for index in 0..<orderCount {
        let key = orderKeys[index]
        if rows.compare(try rows.cell(last, Int(key.field)), row[Int(key.field)], key) != 0 {
          beginsGroup = true
          break
        }
      }
    }
    try rows.buffer.pointee.append(row, beginsGroup: beginsGroup)
  }

  // MARK: Rows out

  /// The partition is complete. False when it is empty. The distances of frames stand at `offsets`.
  func begin(_ offsets: UnsafePointer<Cell>) throws(DatabaseError) -> Bool {
    guard rows.count > 0 else { return false }
    progress.pointee = Progress()
    for index in 0..<frameCount { try frames[index].begin(offsets) }
    for index in 0..<functionCount {
      let function = functions[index]
      if function.builtin == nil {
        try aggregates[index].begin()
      } else if function.builtin == .ntile {
        let argument = try rows.cell(0, Int(function.firstArgument))
        let buckets = ValueRules.integer(of: argument)
        aggregates[index].buckets = buckets
        guard buckets > 0 else {
          throw DatabaseError(.error, "argument of ntile must be a positive integer")
        }
      }
    }
    return true
  }

  /// Puts the next row into registers from `first`: its output fields, then the functions' values. After the last row the
  /// partition is forgotten, and the answer is false.
  func next(into file: RegisterFile, first: Int) throws(DatabaseError) -> Bool {
    progress.pointee.row &+= 1
    let row = progress.pointee.row
    guard row < rows.count else {
      endPartition()
      return false
    }
    if row == progress.pointee.peers.end { try findPeers() }
    let peers = progress.pointee.peers
    for index in 0..<frameCount { try frames[index].move(to: row, peers, rows) }
    for index in 0..<functionCount {
      let function = functions + index
      let frame = frames + Int(function.pointee.frame)
      let target = file.cells + (first &+ outputCount &+ index)
      if let builtin = function.pointee.builtin {
        target.pointee = try value(of: builtin, function, frame, aggregates + index)
      } else {
        target.pointee = try aggregates[index].value(frame.pointee, row, peers)
      }
      if target.pointee.hasBytes { target.pointee.flags = RegisterFlag.borrowed }
    }
    try rows.buffer.pointee.copyCells(
      row, from: 0, count: outputCount, to: file.cells + first, flags: RegisterFlag.borrowed)
    return true
  }

  private func endPartition() {
    for index in 0..<functionCount { aggregates[index].end() }
    if rows.buffer.pointee.hasSpilled { file.discard() }
    rows.buffer.pointee.removeAll()
  }

  @inline(never)
  private func findPeers() throws(DatabaseError) {
    let start = progress.pointee.peers.end
    let count = rows.count
    var end = start &+ 1
    while end < count {
      if try rows.beginsGroup(end) { break }
      end &+= 1
    }
    progress.pointee.peers = PeerGroup(start: start, end: end, number: progress.pointee.peers.number &+ 1)
  }

  // MARK: Built-in functions

  @inline(__always)
  private func value(
    of builtin: WindowFunction, _ function: UnsafeMutablePointer<WindowDescription.Function>,
    _ frame: UnsafeMutablePointer<FrameCursor>, _ holder: UnsafeMutablePointer<WindowAggregate>
  ) throws(DatabaseError) -> Cell {
    let row = progress.pointee.row
    let peers = progress.pointee.peers
    switch builtin {
    case .rowNumber: return .integer(Int64(row &+ 1))
    case .rank: return .integer(Int64(peers.start &+ 1))
    case .denseRank: return .integer(Int64(peers.number &+ 1))
    case .percentRank: return .real(rows.count > 1 ? Double(peers.start) / Double(rows.count &- 1) : 0)
    case .cumeDist: return .real(Double(peers.end) / Double(rows.count))
    case .ntile: return .integer(bucket(of: row, among: holder.pointee.buckets))
    case .lag, .lead: return try neighbour(function.pointee, isLead: builtin == .lead, row, holder)
    case .firstValue, .lastValue, .nthValue:
      return try frameValue(builtin, function.pointee, frame.pointee, row, peers, holder)
    }
  }

  /// The first buckets are larger by one row where rows cannot be shared out evenly.
  private func bucket(of row: Int, among buckets: Int64) -> Int64 {
    guard buckets > 0 else { return 0 }
    let count = Int64(rows.count)
    let size = count / buckets
    if size == 0 { return Int64(row) &+ 1 }
    let larger = count &- buckets &* size
    let inLarger = larger &* (size &+ 1)
    let row = Int64(row)
    return row < inLarger
      ? 1 &+ row / (size &+ 1)
      : 1 &+ larger &+ (row &- inLarger) / size
  }

  @inline(never)
  private func neighbour(
    _ function: WindowDescription.Function, isLead: Bool, _ row: Int,
    _ holder: UnsafeMutablePointer<WindowAggregate>
  ) throws(DatabaseError) -> Cell {
    let argument = Int(function.firstArgument)
    var place: Int? = isLead ? row &+ 1 : row &- 1
    if function.argumentCount > 1 {
      // Any distance that leads to a row counts, also a negative one or text.
      let distance = try rows.cell(row, argument &+ 1)
      let sum = ValueRules.integerIfLossless(
        ValueRules.arithmetic(isLead ? .add : .subtract, .integer(Int64(row)), distance))
      place = sum.tag == .integer ? Int(sum.integer) : nil
    }
    // SQLite reads lag's partition one row ahead, so that is how far a negative distance can see.
    let end = isLead ? rows.count : min(rows.count, row &+ 2)
    if let place, place >= 0, place < end {
      return try holder.pointee.kept(try rows.cell(place, argument))
    }
    guard function.argumentCount > 2 else { return .null }
    return try holder.pointee.kept(try rows.cell(row, argument &+ 2))
  }

  @inline(never)
  private func frameValue(
    _ builtin: WindowFunction, _ function: WindowDescription.Function, _ frame: FrameCursor, _ row: Int,
    _ peers: PeerGroup, _ holder: UnsafeMutablePointer<WindowAggregate>
  ) throws(DatabaseError) -> Cell {
    let parts = FrameParts(frame, row, peers)
    var place = 0
    switch builtin {
    case .firstValue: place = 0
    case .lastValue: place = parts.count &- 1
    default:
      if frame.frame.hasExclusion, parts.count == 0 { return .null }
      let number = try rows.cell(row, Int(function.firstArgument) &+ 1)
      let whole = ValueRules.integerIfLossless(ValueRules.numericIfLossless(number))
      guard whole.tag == .integer, whole.integer > 0 else {
        throw DatabaseError(.error, "second argument to nth_value must be a positive integer")
      }
      place = Int(whole.integer &- 1)
    }
    guard let found = parts.row(place) else { return .null }
    return try holder.pointee.kept(try rows.cell(found, Int(function.firstArgument)))
  }
}

/// The rows of a frame after EXCLUDE: up to three runs of them.
struct FrameParts: BitwiseCopyable, Equatable {
  /// Before what is excluded.
  var firstLow: Int
  var firstHigh: Int
  /// The row at hand, where only its peers are excluded.
  var middle = -1
  /// Behind what is excluded.
  var lastLow: Int
  var lastHigh: Int

  @inline(__always)
  init(_ cursor: FrameCursor, _ row: Int, _ peers: PeerGroup) {
    let low = cursor.low
    let high = max(cursor.low, cursor.high)
    firstLow = low
    var holeStart = high
    var holeEnd = high
    switch cursor.frame.exclusion {
    case .none: break
    case .currentRow:
      holeStart = row
      holeEnd = row &+ 1
    case .group:
      holeStart = peers.start
      holeEnd = peers.end
    case .ties:
      holeStart = peers.start
      holeEnd = peers.end
      if row >= low, row < high { middle = row }
    }
    firstHigh = max(low, min(high, holeStart))
    lastLow = min(high, max(low, holeEnd))
    lastHigh = high
  }

  var count: Int { firstHigh &- firstLow &+ (middle >= 0 ? 1 : 0) &+ lastHigh &- lastLow }

  /// The row at a place among them.
  func row(_ place: Int) -> Int? {
    guard place >= 0 else { return nil }
    var place = place
    if place < firstHigh &- firstLow { return firstLow &+ place }
    place &-= firstHigh &- firstLow
    if middle >= 0 {
      if place == 0 { return middle }
      place &-= 1
    }
    return place < lastHigh &- lastLow ? lastLow &+ place : nil
  }
}
