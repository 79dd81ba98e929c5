/// Partial answers of an aggregate over blocks of rows, and over pairs of blocks, pairs of pairs …: so that the answer over any
/// run of rows is put together of a few (a segment tree, bottom-up and without padding).
///
/// Nodes `blockCount..<2 * blockCount` are the blocks, node n joins 2n and 2n + 1.
struct FrameTree: BitwiseCopyable {
  static let blockSize = 16

  private var nodes: UnsafeMutableRawPointer?
  private var capacity = 0
  private(set) var blockCount = 0
  private var partial = WindowDescription.Partial.none

  /// Makes room for the blocks of a partition, all of them empty.
  mutating func reset(_ partial: WindowDescription.Partial, rowCount: Int) {
    self.partial = partial
    blockCount = (rowCount + Self.blockSize - 1) / Self.blockSize
    let needed = 2 * blockCount * stride
    if needed > capacity {
      nodes?.deallocate()
      nodes = .allocate(byteCount: needed, alignment: 16)
      capacity = needed
    }
    if partial.isExtreme {
      for node in 0..<2 * blockCount { setRow(node, -1) }
    } else {
      nodes?.initializeMemory(as: UInt8.self, repeating: 0, count: needed)
    }
  }

  mutating func deallocate() {
    nodes?.deallocate()
    nodes = nil
    capacity = 0
  }

  private var stride: Int { partial == .sum ? MemoryLayout<RunningSum>.stride : MemoryLayout<Int>.stride }

  private func row(_ node: Int) -> Int {
    nodes.unsafelyUnwrapped.load(fromByteOffset: node &* MemoryLayout<Int>.stride, as: Int.self)
  }

  private func setRow(_ node: Int, _ row: Int) {
    nodes?.storeBytes(of: row, toByteOffset: node &* MemoryLayout<Int>.stride, as: Int.self)
  }

  // MARK: Building

  /// A row of a block, for extremes.
  mutating func offer(
    _ row: Int, _ block: Int, _ function: WindowDescription.Function, _ rows: WindowRows
  ) throws(DatabaseError) {
    setRow(blockCount &+ block, try Self.better(self.row(blockCount &+ block), row, function, rows))
  }

  /// The state of an aggregate over a block, for sums and counts.
  mutating func store(_ state: UnsafeRawPointer, _ block: Int) {
    guard let nodes else { return }
    (nodes + (blockCount &+ block) &* stride).copyMemory(from: state, byteCount: stride)
  }

  /// All blocks are there.
  mutating func join(
    _ function: WindowDescription.Function, _ rows: WindowRows
  ) throws(DatabaseError) {
    guard blockCount > 1, let nodes else { return }
    for node in (1..<blockCount).reversed() {
      if partial.isExtreme {
        let left = row(2 &* node)
        let right = row(2 &* node &+ 1)
        setRow(node, right < 0 ? left : try Self.better(left, right, function, rows))
      } else {
        let target = nodes + node &* stride
        merge(nodes + 2 &* node &* stride, into: target)
        merge(nodes + (2 &* node &+ 1) &* stride, into: target)
      }
    }
  }

  private func merge(_ source: UnsafeRawPointer, into target: UnsafeMutableRawPointer) {
    if partial == .sum {
      target.assumingMemoryBound(to: RunningSum.self).pointee.add(source.load(as: RunningSum.self))
    } else {
      let sum = target.load(as: Int64.self) &+ source.load(as: Int64.self)
      target.storeBytes(of: sum, as: Int64.self)
    }
  }

  // MARK: Asking

  /// Calls `body` with the nodes that make up blocks `low..<high`.
  @inline(__always)
  private func forEachNode(
    _ low: Int, _ high: Int, _ body: (Int) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    var left = low &+ blockCount
    var right = high &+ blockCount
    while left < right {
      if left & 1 != 0 {
        try body(left)
        left &+= 1
      }
      if right & 1 != 0 {
        right &-= 1
        try body(right)
      }
      left &>>= 1
      right &>>= 1
    }
  }

  /// The best row of blocks `low..<high` and `known`.
  func best(
    _ low: Int, _ high: Int, _ known: Int, _ function: WindowDescription.Function, _ rows: WindowRows
  ) throws(DatabaseError) -> Int {
    var best = known
    try forEachNode(low, high) { node throws(DatabaseError) in
      let candidate = row(node)
      if candidate >= 0 { best = try Self.better(best, candidate, function, rows) }
    }
    return best
  }

  /// Adds blocks `low..<high` to a state.
  func add(_ low: Int, _ high: Int, to state: UnsafeMutableRawPointer) {
    guard let nodes else { return }
    try? forEachNode(low, high) { node throws(DatabaseError) in merge(nodes + node &* stride, into: state) }
  }

  /// The row with the better value; of equal ones the earlier. -1 is no row.
  static func better(
    _ a: Int, _ b: Int, _ function: WindowDescription.Function, _ rows: WindowRows
  ) throws(DatabaseError) -> Int {
    guard a >= 0 else { return b }
    let order = try compare(a, b, function, rows)
    return order == 0 ? min(a, b) : order < 0 ? a : b
  }

  /// Negative if row a has the better value.
  @inline(__always)
  static func compare(
    _ a: Int, _ b: Int, _ function: WindowDescription.Function, _ rows: WindowRows
  ) throws(DatabaseError) -> Int {
    let field = Int(function.firstArgument)
    var left = try rows.cell(a, field)
    let right = try rows.cell(b, field)
    // Reading the other row may have moved the first one's bytes out of memory.
    if left.hasBytes { left = try rows.cell(a, field) }
    let key = WindowDescription.Key(
      field: function.firstArgument, collation: function.collation,
      isDescending: function.partial == .maximum)
    return rows.compare(left, right, key)
  }
}
