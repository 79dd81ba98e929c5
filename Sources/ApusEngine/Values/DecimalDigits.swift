/// A finite double as decimal digits, for printing: up to 19 significant digits, rounded half up to what the caller asks for.
struct DecimalDigits {
  /// ASCII digits without trailing zeros, most significant first; "0" for zero.
  private var storage: (UInt64, UInt64, UInt64) = (0, 0, 0)
  private(set) var count = 0
  /// The decimal point stands after this many digits; may be negative or larger than `count`.
  private(set) var pointPosition = 0
  private(set) var isNegative = false

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    withUnsafeBytes(of: storage) { index >= 0 && index < 24 ? $0[index] : 0x30 }
  }

  /// - Parameters:
  ///   - maximum: significant digits at most, 1…19.
  ///   - decimals: digits after the point at most, nil for any number.
  init(_ value: Double, maximum: Int, decimals: Int? = nil) {
    isNegative = value < 0 || (value == 0 && value.sign == .minus)
    let magnitude = value.magnitude
    guard magnitude != 0, magnitude.isFinite else {
      setZero()
      return
    }
    var (digits, exponent) = Self.nineteenDigits(magnitude)
    // `digits` has exactly 19 digits; value = digits · 10^exponent.
    var keep = min(max(maximum, 1), 19)
    let point = 19 + exponent
    if let decimals { keep = min(keep, point + decimals) }
    pointPosition = point
    if keep < 0 {
      setZero()
      return
    }
    if keep < 19 {
      var divisor: UInt64 = 1
      for _ in 0..<(19 - keep) { divisor &*= 10 }
      let rounded = digits / divisor + (digits % divisor >= divisor / 2 ? 1 : 0)
      if keep == 0 {
        // All digits lie behind the last place: either rounds up to one unit there, or to zero.
        if rounded == 0 {
          setZero()
          return
        }
        digits = 1
        pointPosition += 1
        keep = 1
      } else {
        digits = rounded
        if digits >= Self.power(keep) {
          digits /= 10
          pointPosition += 1
        }
      }
    }
    store(digits)
  }

  private mutating func setZero() {
    count = 1
    pointPosition = 1
    withUnsafeMutableBytes(of: &storage) { $0[0] = 0x30 }
  }

  private mutating func store(_ number: UInt64) {
    var value = number
    while value != 0, value % 10 == 0 { value /= 10 }
    var length = 0
    var rest = value
    while rest != 0 {
      rest /= 10
      length += 1
    }
    count = length
    withUnsafeMutableBytes(of: &storage) { bytes in
      var left = value
      var index = length - 1
      while index >= 0 {
        bytes[index] = UInt8(truncatingIfNeeded: 0x30 + left % 10)
        left /= 10
        index -= 1
      }
    }
  }

  private static func power(_ n: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<n { result &*= 10 }
    return result
  }

  /// The 19 leading decimal digits, correctly rounded in all but ties closer than 2^-50 of a digit, and the power of ten.
  private static func nineteenDigits(_ magnitude: Double) -> (UInt64, Int) {
    let mantissa = (magnitude.significandBitPattern | (magnitude.isNormal ? 1 << 52 : 0))
    let binary = magnitude.isNormal ? Int(magnitude.exponentBitPattern) - 1075 : -1074
    // log10(2) ≈ 0.30103; the estimate may be one off and is corrected below.
    let bits = 64 - mantissa.leadingZeroBitCount
    var power = 18 - Int((Double(binary + bits - 1) * 0.301029995663981195).rounded(.down))
    let lower: UInt64 = 1_000_000_000_000_000_000
    for _ in 0..<3 {
      guard let digits = scaled(mantissa, binary, power) else { break }
      if digits < UInt128(lower) {
        power += 1
      } else if digits >= UInt128(lower) * 10 {
        power -= 1
      } else {
        return (UInt64(truncatingIfNeeded: digits), -power)
      }
    }
    // Rounding between two candidates: 9.99…95 becomes 10^19.
    return (lower, -power)
  }

  /// round(mantissa · 2^binary · 10^power), nil when it does not fit 128 bits.
  private static func scaled(_ mantissa: UInt64, _ binary: Int, _ power: Int) -> UInt128? {
    guard power >= PowersOfTen.lowest, power <= PowersOfTen.highest else { return nil }
    let ten = PowersOfTen.shared.mantissa(power)
    let exponent = binary + PowersOfTen.shared.exponent(power)
    let wide = ten.multipliedFullWidth(by: UInt128(mantissa))
    // The product is wide · 2^exponent; the wanted integer has about 63 bits.
    let shift = -exponent
    if shift <= 0 { return nil }
    if shift < 128 {
      guard wide.high >> UInt128(shift) == 0 else { return nil }
      let value = (wide.high << UInt128(128 - shift)) | (wide.low >> UInt128(shift))
      let half = wide.low >> UInt128(shift - 1) & 1
      return value &+ half
    }
    if shift == 128 { return wide.high &+ (wide.low >> 127) }
    let over = shift - 128
    guard over < 128 else { return 0 }
    return (wide.high >> UInt128(over)) &+ (wide.high >> UInt128(over - 1) & 1)
  }
}
