/// Numbers in text by SQLite's rules and without allocation: reading here, writing in `NumericText+Printing.swift`.
enum NumericText {
  /// What a text begins with.
  struct Scan {
    enum Form { case none, integer, real }
    /// `none` when no number begins the text.
    var form: Form
    /// The number is all there is but for spaces around it.
    var isWhole: Bool
    /// The digits before a point or exponent as an integer, saturating; exact when `fits`.
    var integer: Int64
    /// The integer's digits fit 64 bits.
    var fits: Bool
    /// The whole number as a real.
    var real: Double
  }

  /// The spaces that SQLite skips around numbers.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// From here on another digit might overflow 64 bits.
  private static let significandLimit: UInt64 = (.max - 9) / 10

  /// Reads the longest number that begins the text. Digits behind the 19th or so count only as zeros, as in SQLite.
  static func scan(_ text: UnsafeRawBufferPointer) -> Scan {
    var result = Scan(form: .none, isWhole: false, integer: 0, fits: true, real: 0)
    guard let base = text.baseAddress else { return result }
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    let end = text.count
    var index = 0
    while index < end, isSpace(bytes[index]) { index &+= 1 }
    var isNegative = false
    if index < end, bytes[index] == 0x2d || bytes[index] == 0x2b {
      isNegative = bytes[index] == 0x2d
      index &+= 1
    }
    let digitsStart = index
    var significand: UInt64 = 0
    var exponent = 0
    while index < end, isDigit(bytes[index]) {
      if significand < significandLimit {
        significand = significand &* 10 &+ UInt64(bytes[index] &- 0x30)
      } else {
        exponent &+= 1
      }
      index &+= 1
    }
    var hasDigits = index > digitsStart
    if hasDigits {
      setInteger(&result, bytes + digitsStart, index - digitsStart, significand, exponent, isNegative)
    }
    var isReal = false
    if index < end, bytes[index] == 0x2e {
      let point = index
      index &+= 1
      while index < end, isDigit(bytes[index]) {
        if significand < significandLimit {
          significand = significand &* 10 &+ UInt64(bytes[index] &- 0x30)
          exponent &-= 1
        }
        index &+= 1
      }
      hasDigits = hasDigits || index > point + 1
      isReal = true
    }
    guard hasDigits else {
      if isNegative { result.real = -0.0 }
      return result
    }
    if index < end, bytes[index] | 0x20 == 0x65 {
      var after = index &+ 1
      var isDown = false
      if after < end, bytes[after] == 0x2b || bytes[after] == 0x2d {
        isDown = bytes[after] == 0x2d
        after &+= 1
      }
      if after < end, isDigit(bytes[after]) {
        var power = 0
        while after < end, isDigit(bytes[after]) {
          power = power < 10_000 ? power &* 10 &+ Int(bytes[after] &- 0x30) : 10_000
          after &+= 1
        }
        exponent = exponent &+ (isDown ? 0 &- power : power)
        isReal = true
        index = after
      }
    }
    while index < end, isSpace(bytes[index]) { index &+= 1 }
    result.isWhole = index == end
    result.form = isReal ? .real : .integer
    let magnitude = real(significand, exponent)
    result.real = isNegative ? -magnitude : magnitude
    return result
  }

  /// Fills in the integer that `count` digits stand for.
  @inline(__always)
  private static func setInteger(
    _ scan: inout Scan, _ digits: UnsafePointer<UInt8>, _ count: Int, _ significand: UInt64, _ dropped: Int,
    _ isNegative: Bool
  ) {
    let limit: UInt64 = isNegative ? 1 << 63 : (1 << 63) - 1
    if dropped == 0, significand <= limit {
      scan.integer = isNegative ? 0 &- Int64(bitPattern: significand) : Int64(bitPattern: significand)
    } else {
      scan.fits = false
      scan.integer = isNegative ? .min : .max
    }
  }

  private static let exactPowers:
    (
      Double, Double, Double, Double, Double, Double, Double, Double, Double, Double, Double, Double, Double,
      Double,
      Double, Double
    ) = (1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15)

  /// significand · 10^exponent, as `scan` would read it.
  static func real(_ significand: UInt64, _ exponent: Int) -> Double {
    guard significand != 0 else { return 0 }
    if exponent == 0 { return Double(significand) }
    if significand <= 1 << 53, exponent >= -15, exponent <= 15 {
      // Both operands are exact, so one rounding gives the right answer.
      let power = withUnsafeBytes(of: exactPowers) {
        $0.load(fromByteOffset: Int(exponent.magnitude) &* 8, as: Double.self)
      }
      return exponent < 0 ? Double(significand) / power : Double(significand) * power
    }
    return scaledReal(significand, exponent)
  }

  @inline(never)
  private static func scaledReal(_ significand: UInt64, _ exponent: Int) -> Double {
    var digits = significand
    var power = exponent
    while power > 0, digits < (UInt64.max - 0x7ff) / 10 {
      digits &*= 10
      power &-= 1
    }
    while power < 0, digits % 10 == 0 {
      digits /= 10
      power &+= 1
    }
    if power == 0 { return Double(digits) }
    // Past these the value is infinite or zero whatever the digits are.
    if power > 400 { return .infinity }
    if power < -400 { return 0 }
    var value = DoubleDouble(digits)
    value.scale(byPowerOfTen: power)
    let sum = value.high + value.low
    return sum.isNaN ? .infinity : sum
  }

  /// The number that begins the text, as a real; zero without one, with the sign that stands there.
  static func real(_ text: UnsafeRawBufferPointer) -> Double { scan(text).real }

  static func real(_ text: UnsafeBufferPointer<UInt8>) -> Double { real(UnsafeRawBufferPointer(text)) }

  /// The longest integer that begins the text, saturating; 0 without one. A fraction or exponent is not read.
  static func integerPrefix(_ text: UnsafeRawBufferPointer) -> Int64 {
    var index = 0
    while index < text.count, isSpace(text[index]) { index &+= 1 }
    var isNegative = false
    if index < text.count, text[index] == 0x2d || text[index] == 0x2b {
      isNegative = text[index] == 0x2d
      index &+= 1
    }
    let limit: UInt64 = isNegative ? 1 << 63 : (1 << 63) - 1
    var value: UInt64 = 0
    while index < text.count, isDigit(text[index]) {
      let (product, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, over2) = product.addingReportingOverflow(UInt64(text[index] &- 0x30))
      if over || over2 || sum > limit { return isNegative ? .min : .max }
      value = sum
      index &+= 1
    }
    return isNegative ? 0 &- Int64(bitPattern: value) : Int64(bitPattern: value)
  }
}
