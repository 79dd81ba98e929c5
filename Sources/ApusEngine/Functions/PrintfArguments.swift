/// The arguments of `printf()`, taken one after another; those that are missing count as 0 and NULL.
struct PrintfArguments {
  private let context: CallContext
  private let arguments: Arguments
  private var used = 0

  init(_ context: CallContext, _ arguments: Arguments) {
    self.context = context
    self.arguments = arguments
  }

  mutating func next() -> Cell {
    defer { used &+= 1 }
    return arguments[used]
  }

  mutating func nextInteger() -> Int64 { context.integer(of: next()) }

  mutating func nextReal() -> Double { context.real(of: next()) }

  /// A width or precision: the low 32 bits, as C's `int`.
  mutating func nextInt32() -> Int { Int(Int32(truncatingIfNeeded: nextInteger())) }
}

/// What stands between the percent sign and the conversion letter.
struct PrintfDirective {
  var isLeftAligned = false
  /// "+" or " " in front of numbers that are not negative; 0 for nothing.
  var signCharacter: UInt8 = 0
  var isAlternate = false
  /// `!`: characters instead of bytes, and up to 26 digits.
  var isPrecise = false
  var padsWithZeros = false
  var groupsThousands = false
  var width = 0
  /// -1 when there is none.
  var precision = -1
  /// The letter; 0 at the end of the format.
  var letter: UInt8 = 0

  init() {}

  /// Reads a directive whose percent sign stands before `index`, and moves past its letter.
  init(_ format: UnsafeRawBufferPointer, _ index: inout Int, _ arguments: inout PrintfArguments) {
    @inline(__always)
    func byte(_ at: Int) -> UInt8 { at < format.count ? format[at] : 0 }
    var c = byte(index)
    scanning: while true {
      switch c {
      case 0x2d: isLeftAligned = true
      case 0x2b: signCharacter = 0x2b
      case 0x20: signCharacter = 0x20
      case 0x23: isAlternate = true
      case 0x21: isPrecise = true
      case 0x30: padsWithZeros = true
      case 0x2c: groupsThousands = true
      case 0x6c:  // l, ll
        index &+= 1
        if byte(index) == 0x6c { index &+= 1 }
        c = byte(index)
        break scanning
      case 0x31...0x39:
        width = Self.number(format, &index)
        c = byte(index)
        if c != 0x2e, c != 0x6c { break scanning }
        continue scanning
      case 0x2a:
        width = arguments.nextInt32()
        if width < 0 {
          isLeftAligned = true
          width = width >= -2_147_483_647 ? 0 &- width : 0
        }
        index &+= 1
        c = byte(index)
        if c != 0x2e, c != 0x6c { break scanning }
        continue scanning
      case 0x2e:
        index &+= 1
        if byte(index) == 0x2a {
          precision = arguments.nextInt32()
          if precision < 0 { precision = precision >= -2_147_483_647 ? 0 &- precision : -1 }
          index &+= 1
        } else {
          precision = Self.number(format, &index)
        }
        c = byte(index)
        if c != 0x6c { break scanning }
        continue scanning
      default: break scanning
      }
      index &+= 1
      c = byte(index)
    }
    letter = c
    if c != 0 { index &+= 1 }
  }

  /// Decimal digits, kept to 31 bits as SQLite keeps them.
  private static func number(_ format: UnsafeRawBufferPointer, _ index: inout Int) -> Int {
    var value: UInt32 = 0
    while index < format.count, NumericText.isDigit(format[index]) {
      value = value &* 10 &+ UInt32(format[index] &- 0x30)
      index &+= 1
    }
    return Int(value & 0x7fff_ffff)
  }
}
