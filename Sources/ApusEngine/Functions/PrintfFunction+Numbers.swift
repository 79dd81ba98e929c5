// The conversions of printf() that take numbers.

extension PrintfFunction {
  /// %d %i %u %x %X %o %p %r.
  static func integer(_ value: Int64, _ directive: PrintfDirective, _ context: CallContext) -> Bool {
    let letter = directive.letter
    let isSigned = letter == 0x64 || letter == 0x69 || letter == 0x72
    let magnitude = isSigned ? value.magnitude : UInt64(bitPattern: value)
    var sign: UInt8 = 0
    if isSigned { sign = value < 0 ? 0x2d : directive.signCharacter }
    var precision = directive.precision
    if directive.padsWithZeros { precision = max(precision, directive.width &- (sign != 0 ? 1 : 0)) }
    guard precision <= 0 || precision < context.environment.lengthLimit &- 10 else { return false }
    return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { digits in
      var start = 32
      if letter == 0x72 {
        let suffix = ordinalSuffix(magnitude)
        digits[30] = suffix.0
        digits[31] = suffix.1
        start = 30
      }
      let base: UInt64 = letter == 0x6f ? 8 : letter | 0x20 == 0x78 || letter == 0x70 ? 16 : 10
      var rest = magnitude
      repeat {
        start &-= 1
        let digit = UInt8(truncatingIfNeeded: rest % base)
        digits[start] = letter == 0x78 ? HexDigits.lower(digit) : HexDigits.upper(digit)
        rest /= base
      } while rest > 0
      let written = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(digits)[start...])
      let zeros = max(precision &- written.count, 0)
      let groups = directive.groupsThousands && (letter == 0x64 || letter == 0x69 || letter == 0x75)
      let length = written.count &+ zeros
      let commas = groups ? (length &- 1) / 3 : 0
      var mark: StaticString = ""
      if directive.isAlternate, magnitude != 0 {
        switch letter {
        case 0x78, 0x70: mark = "0x"
        case 0x58: mark = "0X"
        case 0x6f: mark = "0"
        default: break
        }
      }
      let total = length &+ commas &+ (sign != 0 ? 1 : 0) &+ mark.utf8CodeUnitCount
      guard context.reserve(total) else { return false }
      return pad(total, directive, context) {
        context.pointee.output.append(mark)
        if sign != 0 { context.pointee.output.append(sign) }
        guard commas > 0 else {
          return context.append(0x30, count: zeros) && context.append(written)
        }
        for index in 0..<length {
          if index > 0, (length &- index) % 3 == 0 { context.pointee.output.append(0x2c) }
          context.pointee.output.append(index < zeros ? 0x30 : written[index &- zeros])
        }
        return true
      }
    }
  }

  private static func ordinalSuffix(_ number: UInt64) -> (UInt8, UInt8) {
    let last = number % 10
    if number / 10 % 10 != 1 {
      switch last {
      case 1: return (0x73, 0x74)  // st
      case 2: return (0x6e, 0x64)  // nd
      case 3: return (0x72, 0x64)  // rd
      default: break
      }
    }
    return (0x74, 0x68)  // th
  }

  /// How a real is laid out.
  private struct RealLayout {
    var digits: DecimalDigits
    /// With an exponent.
    var isScientific: Bool
    /// Digits behind the point.
    var precision: Int
    var dropsZeros: Bool
  }

  private static let precisionLimit = 100_000_000

  /// %f %e %E %g %G.
  static func real(_ value: Double, _ directive: PrintfDirective, _ context: CallContext) -> Bool {
    var precision = directive.precision < 0 ? 6 : min(directive.precision, precisionLimit)
    let letter = directive.letter
    let isGeneral = letter | 0x20 == 0x67
    let rounding: DecimalDigits.Rounding
    switch letter {
    case 0x66: rounding = .decimals(precision)
    case 0x67, 0x47:
      precision = max(precision, 1)
      rounding = .significant(precision)
    default: rounding = .significant(precision &+ 1)
    }
    var digits = DecimalDigits(value, rounding, maximum: directive.isPrecise ? 26 : 16)
    if digits.special != .none {
      guard directive.padsWithZeros else { return infinity(digits.isNegative, directive, context) }
      // Infinity as a literal that reads back as infinity.
      digits.becomeHuge()
    }
    let exponent = digits.pointPosition &- 1
    if isGeneral, precision > 0 { precision &-= 1 }
    var isScientific = letter | 0x20 == 0x65
    var dropsZeros = directive.isPrecise
    if isGeneral {
      dropsZeros = !directive.isAlternate
      isScientific = exponent < -4 || exponent > precision
      if !isScientific { precision &-= exponent }
    }
    let layout = RealLayout(
      digits: digits, isScientific: isScientific, precision: precision, dropsZeros: dropsZeros)
    return write(layout, directive, context)
  }

  private static func infinity(
    _ isNegative: Bool, _ directive: PrintfDirective, _ context: CallContext
  ) -> Bool {
    let sign = isNegative ? 0x2d : directive.signCharacter
    return pad(sign == 0 ? 3 : 4, directive, context) {
      if sign != 0 { guard context.append(sign) else { return false } }
      let text: StaticString = "Inf"
      return context.append(UnsafeRawBufferPointer(start: text.utf8Start, count: 3))
    }
  }

  private static func write(_ layout: RealLayout, _ directive: PrintfDirective, _ context: CallContext)
    -> Bool
  {
    let digits = layout.digits
    var precision = layout.precision
    let leading = layout.isScientific ? 0 : digits.pointPosition &- 1
    let needed = max(leading, 0) &+ max(precision, 0) &+ directive.width &+ 16 &+ max(leading, 0) / 3
    guard context.reserve(needed), let base = context.pointee.output.base else { return false }
    let start = base + context.pointee.output.count
    let bytes = start.assumingMemoryBound(to: UInt8.self)
    var length = 0
    @inline(__always)
    func put(_ byte: UInt8) {
      bytes[length] = byte
      length &+= 1
    }
    var sign = digits.isNegative ? 0x2d : directive.signCharacter
    // With `#` what is shown as zero has no minus.
    if digits.isNegative, directive.isAlternate, directive.signCharacter == 0, directive.letter == 0x66,
      digits.pointPosition <= -layout.precision
    {
      sign = 0
    }
    if sign != 0 { put(sign) }
    // Before the point.
    var next = 0
    var place = leading
    if place < 0 {
      put(0x30)
    } else {
      while place >= 0 {
        put(digits[next])
        next &+= 1
        if directive.groupsThousands, place % 3 == 0, place > 1 { put(0x2c) }
        place &-= 1
      }
    }
    // The point, and what stands behind it.
    let hasPoint = precision > 0 || directive.isAlternate || directive.isPrecise
    if hasPoint { put(0x2e) }
    var zeros = leading < 0 ? -1 &- leading : 0
    while zeros > 0, precision > 0 {
      put(0x30)
      zeros &-= 1
      precision &-= 1
    }
    while precision > 0 {
      put(digits[next])
      next &+= 1
      precision &-= 1
    }
    if layout.dropsZeros, hasPoint {
      while bytes[length &- 1] == 0x30 { length &-= 1 }
      if bytes[length &- 1] == 0x2e {
        if directive.isPrecise { put(0x30) } else { length &-= 1 }
      }
    }
    if layout.isScientific {
      let exponent = digits.pointPosition &- 1
      put(directive.letter == 0x45 || directive.letter == 0x47 ? 0x45 : 0x65)
      put(exponent < 0 ? 0x2d : 0x2b)
      let size = exponent.magnitude
      if size >= 100 { put(UInt8(truncatingIfNeeded: 0x30 &+ size / 100)) }
      put(UInt8(truncatingIfNeeded: 0x30 &+ size / 10 % 10))
      put(UInt8(truncatingIfNeeded: 0x30 &+ size % 10))
    }
    // Room was reserved for the width.
    let missing = directive.width &- length
    if missing > 0 {
      if directive.isLeftAligned {
        (start + length).initializeMemory(as: UInt8.self, repeating: 0x20, count: missing)
      } else {
        let keep = directive.padsWithZeros && sign != 0 ? 1 : 0
        (start + keep + missing).copyMemory(from: start + keep, byteCount: length &- keep)
        (start + keep).initializeMemory(
          as: UInt8.self, repeating: directive.padsWithZeros ? 0x30 : 0x20, count: missing)
      }
      length &+= missing
    }
    context.pointee.output.count &+= length
    return true
  }
}
