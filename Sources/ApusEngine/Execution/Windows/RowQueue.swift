/// Row numbers in ascending order that are added behind, and taken away at both ends: a ring.
struct RowQueue: BitwiseCopyable {
  private var memory: UnsafeMutablePointer<Int>?
  /// A power of two, or 0.
  private var capacity = 0
  private var start = 0
  private var count = 0

  mutating func deallocate() {
    memory?.deallocate()
    memory = nil
    capacity = 0
    count = 0
  }

  mutating func removeAll() {
    start = 0
    count = 0
  }

  @inline(__always)
  var first: Int? {
    guard count > 0, let memory else { return nil }
    return memory[start]
  }

  @inline(__always)
  var last: Int? {
    guard count > 0, let memory else { return nil }
    return memory[(start &+ count &- 1) & (capacity &- 1)]
  }

  @inline(__always)
  mutating func append(_ row: Int) {
    if count == capacity { grow() }
    guard let memory else { return }
    memory[(start &+ count) & (capacity &- 1)] = row
    count &+= 1
  }

  @inline(__always)
  mutating func removeLast() { count &-= 1 }

  @inline(__always)
  mutating func removeFirst(before row: Int) {
    while let first, first < row {
      start = (start &+ 1) & (capacity &- 1)
      count &-= 1
    }
  }

  @inline(never)
  private mutating func grow() {
    let wanted = max(capacity * 2, 64)
    let fresh = UnsafeMutablePointer<Int>.allocate(capacity: wanted)
    if let memory {
      for index in 0..<count { fresh[index] = memory[(start &+ index) & (capacity &- 1)] }
      memory.deallocate()
    }
    memory = fresh
    capacity = wanted
    start = 0
  }
}
