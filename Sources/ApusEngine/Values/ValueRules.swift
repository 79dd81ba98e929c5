/// SQLite's rules for values: conversion, truth, arithmetic and order (https://www.sqlite.org/datatype3.html).
enum ValueRules {
  // MARK: Conversion

  /// The cell as an integer by CAST's rules: the longest integer prefix of text; reals truncate and saturate.
  static func integer(of cell: Cell) -> Int64 {
    switch cell.tag {
    case .null: return 0
    case .integer: return cell.integer
    case .real: return integer(saturating: cell.real)
    case .text, .blob: return NumericText.integerPrefix(cell.bytes)
    }
  }

  /// Truncates toward zero; out of range goes to the nearest integer.
  @inline(__always)
  static func integer(saturating value: Double) -> Int64 {
    if value >= 9_223_372_036_854_775_807.0 { return .max }
    if value <= -9_223_372_036_854_775_808.0 { return .min }
    return value.isNaN ? 0 : Int64(value)
  }

  static func real(of cell: Cell) -> Double {
    switch cell.tag {
    case .null: 0
    case .integer: Double(cell.integer)
    case .real: cell.real
    case .text, .blob: NumericText.real(cell.bytes)
    }
  }

  /// The number that an operand of arithmetic stands for: the longest numeric prefix of text or blob, 0 without one.
  static func numeric(_ cell: Cell) -> Cell {
    switch cell.tag {
    case .null, .integer, .real: return cell
    case .text, .blob:
      let scan = NumericText.scan(cell.bytes)
      switch scan.form {
      case .none: return .integer(0)
      case .integer: return scan.fits ? .integer(scan.integer) : .real(scan.real)
      case .real: return .real(scan.real)
      }
    }
  }

  /// CAST to NUMERIC: an integer where that is exact, else a real.
  static func castNumeric(_ cell: Cell) -> Cell {
    switch cell.tag {
    case .null, .integer, .real: return cell
    case .text, .blob:
      let number = numeric(cell)
      return number.tag == .real ? integerIfLossless(number) : number
    }
  }

  /// Text that is a number from end to end, as that number; any other cell unchanged. Real text with an integral value becomes an
  /// integer, as numeric affinity has it.
  static func numericIfLossless(_ cell: Cell) -> Cell {
    guard cell.tag == .text else { return cell }
    let scan = NumericText.scan(cell.bytes)
    guard scan.isWhole else { return cell }
    switch scan.form {
    case .none: return cell
    case .integer: return scan.fits ? .integer(scan.integer) : .real(scan.real)
    case .real: return integerIfLossless(.real(scan.real))
    }
  }

  /// A real that equals an integer of less than 64 bits, as that integer; any other cell unchanged.
  @inline(__always)
  static func integerIfLossless(_ cell: Cell) -> Cell {
    guard cell.tag == .real else { return cell }
    let value = cell.real
    guard value > -9_223_372_036_854_775_808.0, value < 9_223_372_036_854_775_807.0 else { return cell }
    let truncated = Int64(value)
    return Double(truncated) == value ? .integer(truncated) : cell
  }

  /// Appends the text of a number; the bytes of text and blobs.
  static func appendText(of cell: Cell, to buffer: inout ByteBuffer) {
    switch cell.tag {
    case .null: break
    case .integer: NumericText.append(cell.integer, to: &buffer)
    case .real: NumericText.append(cell.real, to: &buffer)
    case .text, .blob: buffer.append(cell.bytes)
    }
  }

  // MARK: Truth

  /// 1 true, 0 false, -1 NULL. Text counts by its numeric prefix.
  static func truth(of cell: Cell) -> Int {
    switch cell.tag {
    case .null: -1
    case .integer: cell.integer != 0 ? 1 : 0
    case .real: cell.real != 0 ? 1 : 0
    case .text, .blob: NumericText.real(cell.bytes) != 0 ? 1 : 0
    }
  }

  // MARK: Arithmetic

  /// `a op b` for + - * / % & | << >>; NULL in, NULL out.
  static func arithmetic(_ opcode: Opcode, _ a: Cell, _ b: Cell) -> Cell {
    if a.tag == .null || b.tag == .null { return .null }
    switch opcode {
    case .bitAnd: return .integer(integer(of: a) & integer(of: b))
    case .bitOr: return .integer(integer(of: a) | integer(of: b))
    case .shiftLeft: return .integer(shift(integer(of: a), by: integer(of: b), left: true))
    case .shiftRight: return .integer(shift(integer(of: a), by: integer(of: b), left: false))
    case .remainder: return remainder(numeric(a), numeric(b))
    default: break
    }
    let left = numeric(a)
    let right = numeric(b)
    if left.tag == .integer, right.tag == .integer {
      let x = left.integer
      let y = right.integer
      switch opcode {
      case .add:
        let (value, overflow) = x.addingReportingOverflow(y)
        if !overflow { return .integer(value) }
      case .subtract:
        let (value, overflow) = x.subtractingReportingOverflow(y)
        if !overflow { return .integer(value) }
      case .multiply:
        let (value, overflow) = x.multipliedReportingOverflow(by: y)
        if !overflow { return .integer(value) }
      case .divide:
        if y == 0 { return .null }
        let (value, overflow) = x.dividedReportingOverflow(by: y)
        if !overflow { return .integer(value) }
      default: return .null
      }
    }
    let x = real(of: left)
    let y = real(of: right)
    switch opcode {
    case .add: return .real(x + y)
    case .subtract: return .real(x - y)
    case .multiply: return .real(x * y)
    case .divide: return y == 0 ? .null : .real(x / y)
    default: return .null
    }
  }

  /// Both operands as integers; a real operand makes the answer real.
  private static func remainder(_ a: Cell, _ b: Cell) -> Cell {
    let x = integer(of: a)
    let y = integer(of: b)
    if y == 0 { return .null }
    let value = y == -1 ? 0 : x % y
    return a.tag == .real || b.tag == .real ? .real(Double(value)) : .integer(value)
  }

  private static func shift(_ value: Int64, by count: Int64, left: Bool) -> Int64 {
    var amount = count
    var toLeft = left
    if amount < 0 {
      toLeft.toggle()
      amount = amount > -64 ? -amount : 64
    }
    if amount >= 64 { return value >= 0 || toLeft ? 0 : -1 }
    return toLeft ? value &<< amount : value &>> amount
  }

  // MARK: Order

  /// The order of all values: NULL, numbers, text by its collation, blobs. Negative, 0 or positive.
  static func compare(_ a: Cell, _ b: Cell, _ collation: Collation) -> Int {
    switch (a.tag, b.tag) {
    case (.integer, .integer): return a.integer < b.integer ? -1 : (a.integer == b.integer ? 0 : 1)
    case (.real, .real): return a.real < b.real ? -1 : (a.real == b.real ? 0 : 1)
    case (.integer, .real): return compare(a.integer, b.real)
    case (.real, .integer): return -compare(b.integer, a.real)
    case (.text, .text): return compareText(a.bytes, b.bytes, collation)
    case (.blob, .blob): return compareBytes(a.bytes, b.bytes)
    default:
      let left = rank(a.tag)
      let right = rank(b.tag)
      return left < right ? -1 : (left == right ? 0 : 1)
    }
  }

  /// `compare` in a database of another encoding: BINARY compares the bytes that are stored.
  static func compare(
    _ a: Cell, _ b: Cell, _ collation: Collation, encoding: TextEncoding
  ) -> Int {
    if encoding != .utf8, a.tag == .text, b.tag == .text, collation == .binary {
      return UTF16Order.compare(a.bytes, b.bytes, isBigEndian: encoding == .utf16BigEndian)
    }
    return compare(a, b, collation)
  }

  private static func rank(_ tag: Cell.Tag) -> Int {
    switch tag {
    case .null: 0
    case .integer, .real: 1
    case .text: 2
    case .blob: 3
    }
  }

  /// Exact: no integer is rounded to a double.
  static func compare(_ integer: Int64, _ real: Double) -> Int {
    if real.isNaN { return 1 }
    if real < -9_223_372_036_854_775_808.0 { return 1 }
    if real >= 9_223_372_036_854_775_808.0 { return -1 }
    let truncated = Int64(real)
    if integer != truncated { return integer < truncated ? -1 : 1 }
    let rest = real - Double(truncated)
    return rest > 0 ? -1 : (rest < 0 ? 1 : 0)
  }

  static func compareText(
    _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, _ collation: Collation
  ) -> Int {
    switch collation.id {
    case 0: return compareBytes(a, b)
    case 1: return compareNoCase(a, b)
    case 2: return compareBytes(withoutTrailingSpaces(a), withoutTrailingSpaces(b))
    default: return compareBytes(a, b)
    }
  }

  /// memcmp, then the shorter first.
  @inline(__always)
  static func compareBytes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let shared = min(a.count, b.count)
    if shared > 0, let left = a.baseAddress, let right = b.baseAddress {
      let order = memoryCompare(left, right, shared)
      if order != 0 { return order }
    }
    return a.count < b.count ? -1 : (a.count == b.count ? 0 : 1)
  }

  @inline(__always)
  private static func memoryCompare(
    _ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int
  ) -> Int {
    var index = 0
    while index &+ 8 <= count {
      let x = a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let y = b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if x != y { return x.bigEndian < y.bigEndian ? -1 : 1 }
      index &+= 8
    }
    while index < count {
      let x = a.load(fromByteOffset: index, as: UInt8.self)
      let y = b.load(fromByteOffset: index, as: UInt8.self)
      if x != y { return x < y ? -1 : 1 }
      index &+= 1
    }
    return 0
  }

  private static func compareNoCase(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let shared = min(a.count, b.count)
    for index in 0..<shared {
      let x = lowercased(a[index])
      let y = lowercased(b[index])
      if x != y { return x < y ? -1 : 1 }
    }
    return a.count < b.count ? -1 : (a.count == b.count ? 0 : 1)
  }

  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func withoutTrailingSpaces(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var count = text.count
    while count > 0, text[count - 1] == 0x20 { count -= 1 }
    return UnsafeRawBufferPointer(rebasing: text[..<count])
  }
}

extension NumericText {
  /// The longest integer that begins the text, saturating; 0 without one. A fraction or exponent is not read.
  static func integerPrefix(_ text: UnsafeRawBufferPointer) -> Int64 {
    var index = 0
    while index < text.count, isSpace(text[index]) { index += 1 }
    var isNegative = false
    if index < text.count, text[index] == 0x2d || text[index] == 0x2b {
      isNegative = text[index] == 0x2d
      index += 1
    }
    var value: UInt64 = 0
    while index < text.count, text[index] &- 0x30 < 10 {
      let (product, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, over2) = product.addingReportingOverflow(UInt64(text[index] &- 0x30))
      if over || over2 || sum > 1 << 63 { return isNegative ? .min : .max }
      value = sum
      index += 1
    }
    if isNegative { return value >= 1 << 63 ? .min : -Int64(value) }
    return value > UInt64(Int64.max) ? .max : Int64(value)
  }
}
