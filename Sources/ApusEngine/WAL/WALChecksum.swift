/// The cumulative checksum of log headers and frames (https://www.sqlite.org/fileformat2.html#checksum_algorithm).
struct WALChecksum: Hashable {
  var first: UInt32 = 0
  var second: UInt32 = 0

  /// Adds bytes, a multiple of 8, read as 32-bit words of the log's byte order.
  mutating func add(_ bytes: UnsafeRawBufferPointer, isBigEndian: Bool) {
    guard let base = bytes.baseAddress else { return }
    var a = first
    var b = second
    var offset = 0
    let count = bytes.count & ~7
    #if _endian(little)
      let swaps = isBigEndian
    #else
      let swaps = !isBigEndian
    #endif
    if swaps {
      while offset < count {
        a = a &+ base.loadUnaligned(fromByteOffset: offset, as: UInt32.self).byteSwapped &+ b
        b = b &+ base.loadUnaligned(fromByteOffset: offset &+ 4, as: UInt32.self).byteSwapped &+ a
        offset &+= 8
      }
    } else {
      while offset < count {
        a = a &+ base.loadUnaligned(fromByteOffset: offset, as: UInt32.self) &+ b
        b = b &+ base.loadUnaligned(fromByteOffset: offset &+ 4, as: UInt32.self) &+ a
        offset &+= 8
      }
    }
    first = a
    second = b
  }
}
