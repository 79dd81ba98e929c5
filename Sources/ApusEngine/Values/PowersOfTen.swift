/// Powers of ten as 128-bit mantissas: 10^n ≈ mantissa · 2^exponent with the mantissa's top bit set.
///
/// Each entry carries an error below 2^-118 relative: far less than the 2^-64 that 19 decimal digits need.
struct PowersOfTen: @unchecked Sendable {
  // @unchecked: the memory is written before the value is shared, and only read afterwards.
  static let shared = PowersOfTen()

  static let lowest = -380
  static let highest = 380

  private let mantissas: UnsafePointer<UInt128>
  private let exponents: UnsafePointer<Int32>

  private init() {
    let count = Self.highest - Self.lowest + 1
    let mantissas = UnsafeMutablePointer<UInt128>.allocate(capacity: count)
    let exponents = UnsafeMutablePointer<Int32>.allocate(capacity: count)
    let top = UInt128(1) << 127
    var mantissa = top
    var exponent: Int32 = -127
    for power in 0...Self.highest {
      (mantissas + (power - Self.lowest)).initialize(to: mantissa)
      (exponents + (power - Self.lowest)).initialize(to: exponent)
      // · 10 = · 5 · 2
      let wide = mantissa.multipliedFullWidth(by: 5)
      var high = wide.high
      var low = wide.low
      exponent += 1
      while high != 0 {
        low = (low >> 1) | (high << 127)
        high >>= 1
        exponent += 1
      }
      mantissa = low
    }
    mantissa = top
    exponent = -127
    for power in stride(from: -1, through: Self.lowest, by: -1) {
      // / 10 with 128 more bits, then normalised.
      let (quotient, remainder) = (mantissa / 10, mantissa % 10)
      var value = quotient
      var rest = remainder
      while value < top {
        rest <<= 1
        value = (value << 1) | (rest >= 10 ? 1 : 0)
        if rest >= 10 { rest -= 10 }
        exponent -= 1
      }
      mantissa = value
      (mantissas + (power - Self.lowest)).initialize(to: mantissa)
      (exponents + (power - Self.lowest)).initialize(to: exponent)
    }
    self.mantissas = UnsafePointer(mantissas)
    self.exponents = UnsafePointer(exponents)
  }

  @inline(__always)
  func mantissa(_ power: Int) -> UInt128 { mantissas[power - Self.lowest] }
  @inline(__always)
  func exponent(_ power: Int) -> Int { Int(exponents[power - Self.lowest]) }
}
