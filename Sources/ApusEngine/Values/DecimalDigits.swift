/// A double as decimal digits, for printing: at most 19 significant digits, rounded half up where the caller asks.
///
/// The digits are the ones that SQLite prints (see `DoubleDouble`).
struct DecimalDigits {
  enum Special { case none, infinity, notANumber }

  /// What to round to.
  enum Rounding {
    /// That many significant digits.
    case significant(Int)
    /// That many digits behind the decimal point.
    case decimals(Int)
  }

  /// ASCII digits in the bytes from `first`: most significant first, without zeros at the end; "0" for zero.
  private var storage: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private var first = 31
  private(set) var count = 0
  /// The decimal point stands after this many digits; may be negative or larger than `count`.
  private(set) var pointPosition = 0
  /// False for both zeros.
  private(set) var isNegative = false
  private(set) var special = Special.none

  /// Digit `index` as ASCII; "0" past the last.
  @inline(__always)
  subscript(index: Int) -> UInt8 {
    guard index >= 0, index < count else { return 0x30 }
    return withUnsafeBytes(of: storage) { $0[(first &+ index) & 31] }
  }

  /// - Parameter maximum: never more significant digits than these, whatever `rounding` asks.
  init(_ value: Double, _ rounding: Rounding, maximum: Int) {
    isNegative = value < 0
    let magnitude = value.magnitude
    if magnitude == 0 {
      set(digits: 0)
      count = 1
      pointPosition = 1
      return
    }
    guard magnitude.isFinite else {
      special = magnitude.isNaN ? .notANumber : .infinity
      return
    }
    let (integer, exponent) = Self.scaled(magnitude)
    set(digits: integer)
    pointPosition = count &+ exponent
    switch rounding {
    case .significant(let digits):
      if digits <= 0 { roundAtPoint(decimals: 0, maximum) } else { round(to: digits, maximum) }
    case .decimals(let decimals): roundAtPoint(decimals: decimals, maximum)
    }
    while count > 0, self[count &- 1] == 0x30 { count &-= 1 }
  }

  /// Turns infinity into 9·10^999, which no double reaches: a literal that reads back as infinity.
  mutating func becomeHuge() {
    special = .none
    set(digits: 9)
    pointPosition = 1000
  }

  /// The magnitude as an integer of 18 or 19 digits (fewer for none) times a power of ten.
  private static func scaled(_ magnitude: Double) -> (UInt64, Int) {
    var value = DoubleDouble(magnitude)
    var exponent = 0
    if value.high > 9.223372036854774784e18 {
      while value.high > 9.223372036854774784e118 {
        exponent &+= 100
        value.divideBy1e100()
      }
      while value.high > 9.223372036854774784e28 {
        exponent &+= 10
        value.divideBy1e10()
      }
      while value.high > 9.223372036854774784e18 {
        exponent &+= 1
        value.divideBy10()
      }
    } else {
      while value.high < 9.223372036854774784e-83 {
        exponent &-= 100
        value.multiplyBy1e100()
      }
      while value.high < 9.223372036854774784e07 {
        exponent &-= 10
        value.multiplyBy1e10()
      }
      while value.high < 9.22337203685477478e17 {
        exponent &-= 1
        value.multiplyBy10()
      }
    }
    // Within 0 ... 2^63: both conversions are in range.
    let whole = UInt64(value.high)
    let integer = value.low < 0 ? whole &- UInt64(-value.low) : whole &+ UInt64(value.low)
    return (integer, exponent)
  }

  private mutating func set(digits integer: UInt64) {
    var rest = integer
    var index = 31
    withUnsafeMutableBytes(of: &storage) { bytes in
      repeat {
        bytes[index] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
        rest /= 10
        index &-= 1
      } while rest != 0
    }
    first = index &+ 1
    count = 31 &- index
  }

  /// Rounds to `decimals` digits behind the point; half a unit there rounds up even without a digit before it.
  private mutating func roundAtPoint(decimals: Int, _ maximum: Int) {
    var keep = pointPosition &+ decimals
    if keep == 0, self[0] >= 0x35 {
      keep = 1
      first &-= 1
      withUnsafeMutableBytes(of: &storage) { $0[first & 31] = 0x30 }
      count &+= 1
      pointPosition &+= 1
    }
    if keep > 0 { round(to: keep, maximum) }
    // Without a digit to keep, all of them lie behind the last place that is printed.
  }

  private mutating func round(to wanted: Int, _ maximum: Int) {
    guard wanted < count || count > maximum else { return }
    let keep = min(wanted, maximum)
    guard keep < count else { return }
    let roundsUp = self[keep] >= 0x35
    count = keep
    guard roundsUp else { return }
    withUnsafeMutableBytes(of: &storage) { bytes in
      var index = keep &- 1
      while index >= 0 {
        let place = (first &+ index) & 31
        if bytes[place] < 0x39 {
          bytes[place] &+= 1
          return
        }
        bytes[place] = 0x30
        index &-= 1
      }
      first &-= 1
      bytes[first & 31] = 0x31
      count &+= 1
      pointPosition &+= 1
    }
  }
}
