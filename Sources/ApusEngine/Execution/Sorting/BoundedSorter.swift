/// The first n records of an order, in a heap whose root is the last of them: ORDER BY … LIMIT n.
///
/// Every place keeps its memory when its record is replaced. Ties keep the record that came first.
final class BoundedSorter {
  private struct Place: BitwiseCopyable {
    var prefix: UInt64
    var sequence: UInt64
    /// A 4-byte length, then the record.
    var buffer: ByteBuffer

    var bytes: UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: buffer.bytes[4...])
    }
  }

  private let bound: Int
  private let keyInfo: UnsafePointer<KeyInfo>
  private let places: UnsafeMutablePointer<Place>
  private let state: UnsafeMutablePointer<State>

  private struct State {
    var count = 0
    var sequence: UInt64 = 0
    var isExact = true
  }

  init(bound: Int, keyInfo: UnsafeMutablePointer<KeyInfo>) {
    self.bound = bound
    self.keyInfo = UnsafePointer(keyInfo)
    places = .allocate(capacity: bound)
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    for index in 0..<state.pointee.count { places[index].buffer.deallocate() }
    places.deallocate()
    state.deallocate()
  }

  /// a comes after b.
  @inline(__always)
  private func isAfter(_ a: Place, _ b: Place) throws(DatabaseError) -> Bool {
    if a.prefix != b.prefix { return a.prefix > b.prefix }
    if !state.pointee.isExact {
      let order = try compareSortKeys(a.bytes, b.bytes, keyInfo: keyInfo)
      if order != 0 { return order > 0 }
    }
    return a.sequence > b.sequence
  }

  func insert(_ record: UnsafeRawBufferPointer, prefix: UInt64, isExact: Bool) throws(DatabaseError) {
    if !isExact { state.pointee.isExact = false }
    state.pointee.sequence &+= 1
    let count = state.pointee.count
    if count < bound {
      var buffer = ByteBuffer()
      fill(&buffer, record)
      (places + count).initialize(
        to: Place(prefix: prefix, sequence: state.pointee.sequence, buffer: buffer))
      state.pointee.count = count + 1
      try siftUp(count)
      return
    }
    if prefix > places[0].prefix { return }
    if prefix == places[0].prefix {
      // A tie goes to the one that came first.
      if state.pointee.isExact { return }
      if try compareSortKeys(record, places[0].bytes, keyInfo: keyInfo) >= 0 { return }
    }
    fill(&places[0].buffer, record)
    places[0].prefix = prefix
    places[0].sequence = state.pointee.sequence
    try siftDown(0, count: count)
  }

  private func fill(_ buffer: inout ByteBuffer, _ record: UnsafeRawBufferPointer) {
    buffer.count = 0
    buffer.reserve(record.count + 4)
    buffer.base.unsafelyUnwrapped.storeBytes(of: UInt32(truncatingIfNeeded: record.count), as: UInt32.self)
    buffer.count = 4
    buffer.append(record)
  }

  private func siftUp(_ start: Int) throws(DatabaseError) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard try isAfter(places[index], places[parent]) else { return }
      exchange(index, parent)
      index = parent
    }
  }

  private func siftDown(_ start: Int, count: Int) throws(DatabaseError) {
    var index = start
    while true {
      var largest = index
      let left = 2 * index + 1
      if left < count, try isAfter(places[left], places[largest]) { largest = left }
      if left + 1 < count, try isAfter(places[left + 1], places[largest]) { largest = left + 1 }
      if largest == index { return }
      exchange(index, largest)
      index = largest
    }
  }

  private func exchange(_ a: Int, _ b: Int) {
    let place = places[a]
    places[a] = places[b]
    places[b] = place
  }

  /// The records in order. They stay in this object's memory.
  func sorted() throws(DatabaseError) -> [SortEntry] {
    var rest = state.pointee.count
    while rest > 1 {
      rest -= 1
      exchange(0, rest)
      try siftDown(0, count: rest)
    }
    return (0..<state.pointee.count).map { index in
      SortEntry(
        prefix: places[index].prefix, record: UnsafeRawPointer(places[index].buffer.base.unsafelyUnwrapped))
    }
  }
}
