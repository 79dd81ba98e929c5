/// A number as the unevaluated sum of two doubles, about 106 bits: what decimal conversions compute with.
///
/// Products follow T. J. Dekker, "A floating-point technique for extending the available precision" (1971), with
/// factors split at bit 26. SQLite converts the same way, so the last printed digit agrees with it; a correctly
/// rounded conversion would differ in rare cases.
struct DoubleDouble {
  var high: Double
  var low: Double

  @inline(__always)
  init(_ value: Double) {
    high = value
    low = 0
  }

  @inline(__always)
  init(_ value: UInt64) {
    high = Double(value)
    // Double(value) may be 2^64, which no UInt64 holds.
    if high >= 18_446_744_073_709_551_616.0 {
      low = -Double(UInt64.max &- value &+ 1)
    } else {
      let rounded = UInt64(high)
      low = value >= rounded ? Double(value &- rounded) : -Double(rounded &- value)
    }
  }

  /// The upper 27 bits of the significand.
  @inline(__always)
  private static func upperHalf(_ value: Double) -> Double {
    Double(bitPattern: value.bitPattern & 0xffff_ffff_fc00_0000)
  }

  @inline(__always)
  private mutating func multiply(by factor: Double, _ factorLow: Double) {
    let headA = Self.upperHalf(high)
    let tailA = high - headA
    let headB = Self.upperHalf(factor)
    let tailB = factor - headB
    let main = headA * headB
    let cross = headA * tailB + tailA * headB
    let sum = main + cross
    var rest = main - sum + cross + tailA * tailB
    rest = high * factorLow + low * factor + rest
    high = sum + rest
    low = sum - high
    low += rest
  }

  // Powers of ten, each with what the double leaves out of it.
  @inline(__always) mutating func multiplyBy1e100() { multiply(by: 1.0e100, -1.5902891109759918046e83) }
  @inline(__always) mutating func multiplyBy1e10() { multiply(by: 1.0e10, 0) }
  @inline(__always) mutating func multiplyBy10() { multiply(by: 10, 0) }
  @inline(__always) mutating func divideBy1e100() { multiply(by: 1.0e-100, -1.99918998026028836196e-117) }
  @inline(__always) mutating func divideBy1e10() { multiply(by: 1.0e-10, -3.6432197315497741579e-27) }
  @inline(__always) mutating func divideBy10() { multiply(by: 0.1, -5.5511151231257827021e-18) }

  /// Multiplies by 10^exponent.
  mutating func scale(byPowerOfTen exponent: Int) {
    var left = exponent
    while left >= 100 {
      multiplyBy1e100()
      left &-= 100
    }
    while left >= 10 {
      multiplyBy1e10()
      left &-= 10
    }
    while left >= 1 {
      multiplyBy10()
      left &-= 1
    }
    while left <= -100 {
      divideBy1e100()
      left &+= 100
    }
    while left <= -10 {
      divideBy1e10()
      left &+= 10
    }
    while left <= -1 {
      divideBy10()
      left &+= 1
    }
  }
}
