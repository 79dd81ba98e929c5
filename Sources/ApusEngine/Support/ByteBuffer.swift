/// A growable run of bytes with manual ownership: plain data that may live in raw memory (registers,
/// cursors, arenas) without a reference count.
///
/// The owner calls `deallocate()` once. Capacity always has `slack` readable bytes past `count`, so
/// that decoders may load 8–16 bytes across a value's end (`design/hot-path` rule: over-reads).
@frozen
public struct ByteBuffer: BitwiseCopyable {
  @usableFromInline static var slack: Int { 16 }

  public var base: UnsafeMutableRawPointer?
  public var count: Int
  public var capacity: Int

  @inlinable public init() {
    base = nil
    count = 0
    capacity = 0
  }

  @inlinable public var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base.map { UnsafeRawPointer($0) }, count: count)
  }

  /// Makes room for `capacity` bytes in all; what is held stays.
  @inlinable @inline(__always)
  public mutating func reserve(_ capacity: Int) {
    if capacity > self.capacity || base == nil { grow(to: capacity) }
  }

  @usableFromInline @inline(never)
  mutating func grow(to wanted: Int) {
    let newCapacity = max(wanted, min(capacity &* 2, capacity &+ (1 << 24)), 32)
    let fresh = UnsafeMutableRawPointer.allocate(byteCount: newCapacity + Self.slack, alignment: 16)
    if let base {
      fresh.copyMemory(from: base, byteCount: count)
      base.deallocate()
    }
    (fresh + count).initializeMemory(as: UInt8.self, repeating: 0, count: newCapacity + Self.slack - count)
    base = fresh
    capacity = newCapacity
  }

  @inlinable public mutating func removeAll() { count = 0 }

  @inlinable
  public mutating func append(_ byte: UInt8) {
    reserve(count + 1)
    base.unsafelyUnwrapped.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  @inlinable
  public mutating func append(_ source: UnsafeRawBufferPointer) {
    guard let start = source.baseAddress, source.count > 0 else { return }
    reserve(count + source.count)
    (base.unsafelyUnwrapped + count).copyMemory(from: start, byteCount: source.count)
    count += source.count
  }

  public mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func append(_ text: String) {
    var copy = text
    copy.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  public mutating func deallocate() {
    base?.deallocate()
    base = nil
    count = 0
    capacity = 0
  }
}
