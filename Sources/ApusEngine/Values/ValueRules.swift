/// SQLite's rules for values (https://www.sqlite.org/datatype3.html): conversion and truth here, arithmetic in
/// `ValueRules+Arithmetic.swift`, order in `ValueRules+Order.swift`. Nothing here allocates.
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

  /// The cell as a real by CAST's rules: the longest numeric prefix of text, 0 without one.
  static func real(of cell: Cell) -> Double {
    switch cell.tag {
    case .null: 0
    case .integer: Double(cell.integer)
    case .real: cell.real
    case .text, .blob: NumericText.real(cell.bytes)
    }
  }

  /// The number that an operand of arithmetic stands for: the longest numeric prefix of text or blob, 0 without one.
  /// - Parameter encoding: in UTF-16 the prefix of a text with characters from U+0100 on is that of an integer.
  static func numeric(_ cell: Cell, _ encoding: TextEncoding = .utf8) -> Cell {
    switch cell.tag {
    case .null, .integer, .real: return cell
    case .text, .blob:
      let scan = NumericText.scan(cell.bytes)
      switch scan.form {
      case .none: return .integer(0)
      case .integer: return scan.fits ? .integer(scan.integer) : .real(scan.real)
      case .real:
        if encoding != .utf8, let number = integerPart(ofWide: cell.bytes) { return number }
        return .real(scan.real)
      }
    }
  }

  /// The integer that a text with characters from U+0100 on begins with; nil if it is another text, or the integer is too large.
  @inline(never)
  private static func integerPart(ofWide text: UnsafeRawBufferPointer) -> Cell? {
    guard text.contains(where: { $0 >= 0xc4 }) else { return nil }
    let end = text.firstIndex { $0 == 0x2e || $0 | 0x20 == 0x65 } ?? text.count
    let scan = NumericText.scan(text.part(0, end))
    if scan.form == .none { return .integer(0) }
    return scan.fits ? .integer(scan.integer) : nil
  }

  /// CAST to NUMERIC: an integer when the text is one, or is a real with an integral value below 2^51; else a real.
  /// Numbers stay as they are.
  static func castNumeric(_ cell: Cell, _ encoding: TextEncoding = .utf8) -> Cell {
    guard cell.hasBytes else { return cell }
    let number = numeric(cell, encoding)
    guard number.tag == .real else { return number }
    let value = number.real
    guard value >= -2_251_799_813_685_248, value < 2_251_799_813_685_248 else { return number }
    return integerIfLossless(number)
  }

  /// Text that is a number from end to end, as that number; any other cell unchanged. Text of a real with an integral
  /// value becomes an integer, as numeric affinity has it.
  static func numericIfLossless(_ cell: Cell) -> Cell {
    guard cell.tag == .text else { return cell }
    // Most text that is no number shows it in its first byte.
    if let first = cell.bytes.first, first > 0x39 { return cell }
    let scan = NumericText.scan(cell.bytes)
    guard scan.isWhole else { return cell }
    switch scan.form {
    case .none: return cell
    case .integer: return scan.fits ? .integer(scan.integer) : .real(scan.real)
    case .real: return integerIfLossless(.real(scan.real))
    }
  }

  /// Text that is a number from end to end, as that number, real if it is written as one; any other cell unchanged.
  static func numericIfWhole(_ cell: Cell) -> Cell {
    guard cell.tag == .text else { return cell }
    let scan = NumericText.scan(cell.bytes)
    guard scan.isWhole, scan.form != .none else { return cell }
    return scan.form == .integer && scan.fits ? .integer(scan.integer) : .real(scan.real)
  }

  /// A real that equals an integer other than the smallest and the largest, as that integer; any other cell unchanged.
  @inline(__always)
  static func integerIfLossless(_ cell: Cell) -> Cell {
    guard cell.tag == .real else { return cell }
    let value = cell.real
    guard value > -9_223_372_036_854_775_808.0, value < 9_223_372_036_854_775_807.0 else { return cell }
    let truncated = Int64(value)
    return Double(truncated) == value ? .integer(truncated) : cell
  }

  /// What a column of REAL affinity stores for a real: an integer of at most 6 bytes where that is exact.
  @inline(__always)
  static func compactReal(_ cell: Cell) -> Cell {
    guard cell.tag == .real else { return cell }
    let value = cell.real
    guard value >= -140_737_488_355_328, value <= 140_737_488_355_327 else { return cell }
    let truncated = Int64(value)
    // The negative zero compares equal and loses its sign, as in SQLite.
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

  /// Calls `body` with UTF-16 bytes as UTF-8.
  static func withDecoded<Result>(
    _ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    var text = ByteBuffer()
    defer { text.deallocate() }
    TextTranscoder.appendUTF8(bytes, encoding: encoding, to: &text)
    return body(text.bytes)
  }

  /// `integer(of:)` where blobs are text of another encoding.
  @inline(__always)
  static func integer(of cell: Cell, _ encoding: TextEncoding) -> Int64 {
    if cell.tag == .blob, encoding != .utf8 {
      return withDecoded(cell.bytes, encoding) { NumericText.integerPrefix($0) }
    }
    return integer(of: cell)
  }

  /// Calls `body` with the cell's text: its own bytes, or a number printed on the stack. NULL has no bytes.
  @inline(__always)
  static func withText<Result>(of cell: Cell, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    if cell.hasBytes { return body(cell.bytes) }
    return withUnsafeTemporaryAllocation(byteCount: NumericText.longest, alignment: 8) { memory in
      guard let base = memory.baseAddress else { return body(UnsafeRawBufferPointer(memory)) }
      let count: Int
      switch cell.tag {
      case .integer: count = NumericText.write(cell.integer, to: base)
      case .real: count = NumericText.write(cell.real, to: base)
      default: count = 0
      }
      return body(UnsafeRawBufferPointer(start: base, count: count))
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

  /// `truth(of:)` where blobs are text of another encoding.
  @inline(__always)
  static func truth(of cell: Cell, _ encoding: TextEncoding) -> Int {
    if cell.tag == .blob, encoding != .utf8 {
      return withDecoded(cell.bytes, encoding) { NumericText.real($0) != 0 ? 1 : 0 }
    }
    return truth(of: cell)
  }

  /// NOT in three-valued logic.
  @inline(__always)
  static func not(_ cell: Cell) -> Cell {
    let truth = truth(of: cell)
    return truth < 0 ? .null : .integer(truth == 0 ? 1 : 0)
  }

  /// AND in three-valued logic.
  @inline(__always)
  static func and(_ a: Cell, _ b: Cell) -> Cell {
    let left = truth(of: a)
    let right = truth(of: b)
    if left == 0 || right == 0 { return .integer(0) }
    return left < 0 || right < 0 ? .null : .integer(1)
  }

  /// OR in three-valued logic.
  @inline(__always)
  static func or(_ a: Cell, _ b: Cell) -> Cell {
    let left = truth(of: a)
    let right = truth(of: b)
    if left > 0 || right > 0 { return .integer(1) }
    return left < 0 || right < 0 ? .null : .integer(0)
  }
}
