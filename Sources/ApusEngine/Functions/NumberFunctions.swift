// Functions on numbers: abs, sign, round, and the mathematical ones (https://www.sqlite.org/lang_mathfunc.html).

enum NumberFunctions {
  static let pi = 3.141592653589793

  static func abs(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    switch value.tag {
    case .null: return
    case .integer:
      guard value.integer != .min else {
        context.pointee.fail("integer overflow")
        return
      }
      context.result(value.integer < 0 ? 0 &- value.integer : value.integer)
    case .real, .text, .blob:
      let number = context.real(of: value)
      context.result(number < 0 ? -number : number)
    }
  }

  static func sign(_ context: CallContext, _ arguments: Arguments) {
    guard let number = number(arguments[0]) else { return }
    context.result(number > 0 ? 1 : (number < 0 ? -1 : 0))
  }

  /// round(X [, DIGITS]): half away from zero, as the decimal digits of X read.
  static func round(_ context: CallContext, _ arguments: Arguments) {
    guard !arguments.containsNull else { return }
    let places = arguments.count == 2 ? min(max(context.integer(of: arguments[1]), 0), 30) : 0
    context.result(rounded(context.real(of: arguments[0]), Int(places)))
  }

  private static func rounded(_ value: Double, _ places: Int) -> Double {
    // From 2^52 on there is no fraction to round.
    guard value >= -4_503_599_627_370_496, value <= 4_503_599_627_370_496 else { return value }
    if places == 0 { return Double(Int64(value + (value < 0 ? -0.5 : 0.5))) }
    let digits = DecimalDigits(value, .decimals(places), maximum: 26)
    var significand: UInt64 = 0
    // What lies behind the last place is not printed.
    let count = min(digits.count, digits.pointPosition &+ places)
    guard count > 0 else { return digits.isNegative ? -0.0 : 0 }
    for index in 0..<count { significand = significand &* 10 &+ UInt64(digits[index] &- 0x30) }
    let magnitude = NumericText.real(significand, digits.pointPosition &- count)
    return digits.isNegative ? -magnitude : magnitude
  }

  /// The number that a value is, also as text from end to end; nil for anything else.
  @inline(__always)
  private static func number(_ cell: Cell) -> Double? {
    let value = ValueRules.numericIfWhole(cell)
    return value.isNumeric ? ValueRules.real(of: value) : nil
  }

  /// A function of one number; NULL for anything else and where there is no answer.
  @inline(__always)
  static func unary(_ context: CallContext, _ arguments: Arguments, _ function: (Double) -> Double) {
    if let x = number(arguments[0]) { context.result(function(x)) }
  }

  /// A function of two numbers.
  @inline(__always)
  static func binary(_ context: CallContext, _ arguments: Arguments, _ function: (Double, Double) -> Double) {
    if let x = number(arguments[0]), let y = number(arguments[1]) { context.result(function(x, y)) }
  }

  /// ceil, floor, trunc: integers stay integers.
  @inline(__always)
  static func toIntegral(_ context: CallContext, _ arguments: Arguments, _ rule: FloatingPointRoundingRule) {
    let value = ValueRules.numericIfWhole(arguments[0])
    switch value.tag {
    case .integer: context.pointee.result = value
    case .real: context.result(value.real.rounded(rule))
    case .null, .text, .blob: return
    }
  }

  /// log(X), log10(X): base 10; ln and log2 likewise. NULL for numbers that are not positive.
  @inline(__always)
  static func logarithm(_ context: CallContext, _ arguments: Arguments, _ function: (Double) -> Double) {
    if let x = number(arguments[0]), x > 0 { context.result(function(x)) }
  }

  /// log(BASE, X).
  static func logarithmToBase(_ context: CallContext, _ arguments: Arguments) {
    guard let base = number(arguments[0]), base > 0 else { return }
    let scale = CLibrary.logarithm(base)
    guard scale > 0 else { return }
    // SQLite looks at the type of the base alone.
    let x = context.real(of: arguments[1])
    guard x > 0 else { return }
    context.result(CLibrary.logarithm(x) / scale)
  }
}
