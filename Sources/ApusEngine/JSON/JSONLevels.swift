// A stack of plain data in a byte buffer: the open containers of whoever goes through a document without recursion.

extension ByteBuffer {
  @inline(__always)
  mutating func push<Level: BitwiseCopyable>(_ level: Level) {
    let stride = MemoryLayout<Level>.stride
    reserve(count &+ stride)
    base?.storeBytes(of: level, toByteOffset: count, as: Level.self)
    count &+= stride
  }

  /// The innermost level; nil when there is none.
  @inline(__always)
  func top<Level: BitwiseCopyable>(as type: Level.Type) -> Level? {
    guard let base, count >= MemoryLayout<Level>.stride else { return nil }
    return base.load(fromByteOffset: count &- MemoryLayout<Level>.stride, as: Level.self)
  }

  @inline(__always)
  mutating func setTop<Level: BitwiseCopyable>(_ level: Level) {
    guard count >= MemoryLayout<Level>.stride else { return }
    base?.storeBytes(of: level, toByteOffset: count &- MemoryLayout<Level>.stride, as: Level.self)
  }

  @inline(__always)
  mutating func pop<Level: BitwiseCopyable>(_ type: Level.Type) {
    count = max(count &- MemoryLayout<Level>.stride, 0)
  }
}
