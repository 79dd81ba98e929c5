/// Lays out arrays of trivial values one behind the other, so that one allocation holds them all.
///
///     var layout = BlockLayout()
///     let states = layout.place(State.self, 1)
///     let names = layout.place(UInt8.self, 40)
///     let block = layout.allocate()
///     let state = (block + states).bindMemory(to: State.self, capacity: 1)
struct BlockLayout {
  /// Bytes so far.
  private(set) var size = 0

  /// Reserves room for `count` values and returns its offset.
  mutating func place<T>(_ type: T.Type, _ count: Int) -> Int {
    let alignment = MemoryLayout<T>.alignment
    let start = (size + alignment - 1) & ~(alignment - 1)
    size = start + count * MemoryLayout<T>.stride
    return start
  }

  /// Uninitialised memory for everything that was placed; the caller frees it.
  func allocate() -> UnsafeMutableRawPointer { .allocate(byteCount: max(size, 1), alignment: 16) }
}
