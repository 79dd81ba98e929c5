/// What a sorter touches per record: plain data in raw memory, used by the interpreter without going through the
/// `RecordSorter` object.
struct SorterArena {
  let key: SortKey
  /// Free memory of the newest chunk.
  var next: UnsafeMutableRawPointer
  var end: UnsafeMutableRawPointer
  var chunkBytes = 0
  var entries: UnsafeMutablePointer<SortEntry>
  var count = 0
  var capacity = 0
  var position = 0
  /// Equal prefixes mean equal keys.
  var isExact = true
  /// Records go to a heap of the first n.
  var isBounded = false
  /// Records come from runs on disk.
  var isMerging = false
  /// The record that the sorter stands on, valid until it moves; 16 readable bytes follow it.
  var current: UnsafeRawBufferPointer?

  init(
    key: SortKey, next: UnsafeMutableRawPointer, end: UnsafeMutableRawPointer,
    entries: UnsafeMutablePointer<SortEntry>, capacity: Int
  ) {
    self.key = key
    self.next = next
    self.end = end
    self.entries = entries
    self.capacity = capacity
  }

  /// Bytes that a record takes in a chunk.
  @inline(__always)
  static func size(of record: UnsafeRawBufferPointer) -> Int { (record.count &+ 4 &+ 7) & ~7 }

  /// Adds a copy of a record. False: no room, or not the way for this sorter.
  @inline(__always)
  mutating func insertFast(_ record: UnsafeRawBufferPointer) -> Bool {
    let size = Self.size(of: record)
    if isBounded || next + size > end || count == capacity { return false }
    var exact = true
    let prefix = key.prefix(of: record, exact: &exact)
    if !exact { isExact = false }
    let place = next
    place.storeBytes(of: UInt32(truncatingIfNeeded: record.count), as: UInt32.self)
    if let start = record.baseAddress { (place + 4).copyMemory(from: start, byteCount: record.count) }
    next = place + size
    entries[count] = SortEntry(prefix: prefix, record: UnsafeRawPointer(place))
    count &+= 1
    return true
  }

  /// Goes to the next record in memory. False after the last.
  @inline(__always)
  mutating func advance() -> Bool {
    let following = position &+ 1
    guard following < count else {
      current = nil
      return false
    }
    position = following
    current = entries[following].bytes
    return true
  }
}
