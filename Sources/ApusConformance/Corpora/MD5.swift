/// MD5 (RFC 1321), which sqllogictest and the case files use as a checksum of results. It protects nothing.
struct MD5 {
  private var state: (UInt32, UInt32, UInt32, UInt32) = (0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476)
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  private static let shifts: [UInt32] = [
    7, 12, 17, 22, 7, 12, 17, 22, 7, 12, 17, 22, 7, 12, 17, 22, 5, 9, 14, 20, 5, 9, 14, 20, 5, 9, 14, 20, 5,
    9, 14, 20,
    4, 11, 16, 23, 4, 11, 16, 23, 4, 11, 16, 23, 4, 11, 16, 23, 6, 10, 15, 21, 6, 10, 15, 21, 6, 10, 15, 21,
    6, 10, 15,
    21,
  ]
  /// The fractions of sines: floor(2^32 · |sin(i + 1)|).
  private static let sines: [UInt32] = (0..<64).map { index in
    UInt32((sin(Double(index + 1)).magnitude * 4_294_967_296).rounded(.down))
  }

  /// The digest of bytes, in lower-case hexadecimal digits.
  static func digest(_ bytes: some Sequence<UInt8>) -> String {
    var digest = MD5()
    digest.update(bytes)
    return digest.finish()
  }

  mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      pending.append(byte)
      length &+= 8
      if pending.count == 64 { block() }
    }
  }

  mutating func finish() -> String {
    let total = length
    update([0x80])
    while pending.count != 56 { update([0]) }
    update((0..<8).map { UInt8(truncatingIfNeeded: total >> (8 * UInt64($0))) })
    var result: [UInt8] = []
    for word in [state.0, state.1, state.2, state.3] {
      for index in 0..<4 { result.append(UInt8(truncatingIfNeeded: word >> (8 * UInt32(index)))) }
    }
    return hexadecimal(result)
  }

  private mutating func block() {
    var words = [UInt32](repeating: 0, count: 16)
    for index in 0..<64 { words[index / 4] |= UInt32(pending[index]) << UInt32(8 * (index % 4)) }
    var (a, b, c, d) = state
    for index in 0..<64 {
      let mixed: UInt32
      let word: Int
      switch index / 16 {
      case 0: (mixed, word) = ((b & c) | (~b & d), index)
      case 1: (mixed, word) = ((d & b) | (~d & c), (5 * index + 1) % 16)
      case 2: (mixed, word) = (b ^ c ^ d, (3 * index + 5) % 16)
      default: (mixed, word) = (c ^ (b | ~d), (7 * index) % 16)
      }
      let sum = mixed &+ a &+ Self.sines[index] &+ words[word]
      let shift = Self.shifts[index]
      (a, d, c) = (d, c, b)
      b = b &+ (sum << shift | sum >> (32 - shift))
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d)
    pending.removeAll(keepingCapacity: true)
  }
}
