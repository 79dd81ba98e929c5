// Bloom filters (https://en.wikipedia.org/wiki/Bloom_filter): a set of bits in a register that knows of most keys that they are not in an
// index, so that they need not be sought. One bit a key: what a false answer costs is the search that would have been made anyway.

/// How keys are spread over the bits of a filter. Keys that are equal in the index must have the same bit, whatever their storage class.
enum BloomFilter {
  /// Bytes of a filter.
  static let size: Int32 = 8192
  /// Fields of a key that are looked at: bit n of an instruction's p5 says that texts of field n are equal only if their bytes are.
  static let fields = 8

  @inline(__always)
  static func hash(_ key: UnsafePointer<Cell>, count: Int, exactTexts: UInt8) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for field in 0..<min(count, fields) {
      let cell = key[field]
      let part: UInt64
      switch cell.tag {
      case .null: part = 0
      case .integer: part = cell.bits
      case .real:
        // A real that is a whole number equals the integer.
        part = Int64(exactly: cell.real).map { UInt64(bitPattern: $0) } ?? cell.bits
      case .text: part = exactTexts & (1 << UInt8(field)) != 0 ? hashed(cell.bytes) : 1
      case .blob: part = hashed(cell.bytes)
      }
      hash = (hash ^ part) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return hash
  }

  @inline(never)
  private static func hashed(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    var place = 0
    while place &+ 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0xC4CE_B9FE_1A85_EC53
      hash ^= hash >> 29
      place &+= 8
    }
    while place < bytes.count {
      hash = (hash ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3
      place &+= 1
    }
    return hash
  }
}

extension VirtualMachine {
  func openFilter(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    let file = frame.pointee.registers
    let register = Int(ip.pointee.p1)
    let size = Int(ip.pointee.p2)
    file.buffers[register].reserve(size)
    file.buffers[register].base.unsafelyUnwrapped.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    file.buffers[register].count = size
    file.publishBuffer(register, tag: .blob)
  }

  @inline(__always)
  func addToFilter(_ ip: UnsafePointer<Instruction>, frame: FramePointer) {
    guard let place = filterPlace(ip, frame) else { return }
    place.byte.pointee |= place.mask
  }

  @inline(__always)
  func mayBeInFilter(_ ip: UnsafePointer<Instruction>, frame: FramePointer) -> Bool {
    guard let place = filterPlace(ip, frame) else { return true }
    return place.byte.pointee & place.mask != 0
  }

  /// The bit of a key; nil when the register holds no filter.
  @inline(__always)
  private func filterPlace(
    _ ip: UnsafePointer<Instruction>, _ frame: FramePointer
  ) -> (byte: UnsafeMutablePointer<UInt8>, mask: UInt8)? {
    let file = frame.pointee.registers
    let filter = file.cells[Int(ip.pointee.p1)]
    guard filter.tag == .blob, filter.count > 0,
      let base = file.buffers[Int(ip.pointee.p1)].base
    else { return nil }
    let hash = BloomFilter.hash(
      file.cells + Int(ip.pointee.p3), count: Int(ip.pointee.p4), exactTexts: ip.pointee.p5)
    let bit = Int(truncatingIfNeeded: hash) & (Int(filter.count) &* 8 &- 1)
    return (base.assumingMemoryBound(to: UInt8.self) + bit >> 3, 1 << UInt8(bit & 7))
  }
}
