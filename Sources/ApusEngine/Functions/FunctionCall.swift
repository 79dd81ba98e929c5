/// What the functions are written against: the context of a call and its arguments.
public typealias CallContext = UnsafeMutablePointer<FunctionContext>

/// Another name for ``Arguments``, for modules that have an `Arguments` of their own.
public typealias FunctionArguments = Arguments

/// The arguments of one call.
public struct Arguments {
  let cells: UnsafePointer<Cell>
  public let count: Int

  @inline(__always)
  init(_ cells: UnsafeRawPointer, _ count: Int32) {
    self.cells = cells.assumingMemoryBound(to: Cell.self)
    self.count = Int(count)
  }

  @inline(__always)
  private init(cells: UnsafePointer<Cell>, count: Int) {
    self.cells = cells
    self.count = count
  }

  /// Argument `index`; NULL when the call has fewer.
  @inline(__always)
  public subscript(index: Int) -> Cell { index < count ? cells[index] : .null }

  /// All but the first `number`.
  @inline(__always)
  func dropFirst(_ number: Int = 1) -> Arguments {
    let dropped = min(number, count)
    return Arguments(cells: cells + dropped, count: count &- dropped)
  }

  /// The first argument alone.
  var first: Arguments { Arguments(cells: cells, count: min(count, 1)) }

  /// One of the arguments is NULL.
  @inline(__always)
  var containsNull: Bool {
    for index in 0..<count where cells[index].tag == .null { return true }
    return false
  }
}

extension UnsafeMutableRawPointer {
  /// The context that a `FunctionDefinition.Call` gets.
  @inline(__always)
  var callContext: CallContext { assumingMemoryBound(to: FunctionContext.self) }
}

extension UnsafeMutablePointer where Pointee == FunctionContext {
  @inline(__always)
  var environment: FunctionEnvironment { pointee.environment._withUnsafeGuaranteedRef { $0 } }

  /// An integer is the result.
  @inline(__always)
  public func result(_ value: Int64) { pointee.result = .integer(value) }

  @inline(__always)
  func result(_ value: Int) { pointee.result = .integer(Int64(value)) }

  @inline(__always)
  func result(_ value: Bool) { pointee.result = .integer(value ? 1 : 0) }

  /// A real is the result; NaN is NULL.
  @inline(__always)
  public func result(_ value: Double) { pointee.result = .real(value) }

  /// A text is the result, copied. Longer than the length limit it makes the statement fail with `.tooBig`.
  public func result(text: String) {
    var text = text
    let fits = text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    if fits { pointee.returnOutput(as: .text) }
  }

  /// A blob is the result, copied. Longer than the length limit it makes the statement fail with `.tooBig`.
  public func result(blob: UnsafeRawBufferPointer) {
    if append(blob) { pointee.returnOutput(as: .blob) }
  }

  /// A text that lives as long as the program does.
  @inline(__always)
  func result(_ text: StaticString) { pointee.result = .text(text.utf8Start, count: text.utf8CodeUnitCount) }

  /// Text that is part of an argument, or else is copied to the output: printed numbers, decoded blobs.
  @inline(__always)
  func result(_ text: UnsafeRawBufferPointer, partOf cell: Cell) {
    if cell.tag == .text || (cell.tag == .blob && environment.encoding == .utf8) {
      pointee.result = .text(text.baseAddress, count: text.count)
    } else {
      pointee.output.append(text)
      pointee.returnOutput(as: .text)
    }
  }

  /// Makes sure that `count` more bytes fit the output and the length limit; fails with "string or blob too big".
  @inline(__always)
  func reserve(_ count: Int) -> Bool {
    let total = pointee.output.count.addingReportingOverflow(count)
    if total.overflow || total.partialValue > environment.lengthLimit {
      failTooBig()
      return false
    }
    pointee.output.reserve(total.partialValue)
    return true
  }

  @inline(never)
  func failTooBig() { pointee.fail("string or blob too big", code: .tooBig) }

  /// Appends to the output; false after "string or blob too big".
  @inline(__always)
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard reserve(bytes.count) else { return false }
    pointee.output.append(bytes)
    return true
  }

  @inline(__always)
  func append(_ byte: UInt8) -> Bool {
    guard reserve(1) else { return false }
    pointee.output.append(byte)
    return true
  }

  /// Appends `count` times the same byte.
  func append(_ byte: UInt8, count: Int) -> Bool {
    guard count > 0 else { return true }
    guard reserve(count), let base = pointee.output.base else { return false }
    (base + pointee.output.count).initializeMemory(as: UInt8.self, repeating: byte, count: count)
    pointee.output.count &+= count
    return true
  }

  /// Appends the cell's text; nothing for NULL.
  @inline(__always)
  func append(textOf cell: Cell) -> Bool {
    if cell.tag == .text { return append(cell.bytes) }
    if cell.tag == .blob { return withText(of: cell) { append($0) } }
    guard reserve(NumericText.longest) else { return false }
    ValueRules.appendText(of: cell, to: &pointee.output)
    return true
  }

  /// Has an interrupt been asked for? The statement then fails.
  func isInterrupted() -> Bool {
    guard environment.isInterrupted() else { return false }
    pointee.fail("interrupted", code: .interrupt)
    return true
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes before the first NUL: what functions see that take text as a C string.
  @inline(__always)
  var untilNUL: UnsafeRawBufferPointer {
    guard let base = baseAddress else { return self }
    // Eight bytes at a time: a NUL makes the borrow reach a byte's top bit.
    var index = 0
    while index &+ 8 <= count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
      index &+= 8
    }
    while index < count {
      if base.load(fromByteOffset: index, as: UInt8.self) == 0 {
        return UnsafeRawBufferPointer(start: base, count: index)
      }
      index &+= 1
    }
    return self
  }

  /// The part from `start` on, `count` bytes long; both must lie within.
  @inline(__always)
  func part(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: baseAddress.map { $0 + start }, count: count)
  }

  /// ASCII letters without case.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count
    where ValueRules.lowercased(self[index]) != ValueRules.lowercased(text.utf8Start[index]) { return false }
    return true
  }

  func hasPrefixIgnoringCase(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && part(0, text.utf8CodeUnitCount).equalsIgnoringCase(text)
  }
}

/// Characters of UTF-8 as SQLite's text functions count them: whatever bytes there are, nothing is refused.
enum UTF8Text {
  /// Moves past one character: a byte, and the continuation bytes after it if it is a lead byte.
  @inline(__always)
  static func skip(_ text: UnsafeRawBufferPointer, _ index: inout Int) {
    let first = text[index]
    index &+= 1
    if first >= 0xc0 {
      while index < text.count, text[index] & 0xc0 == 0x80 { index &+= 1 }
    }
  }

  /// Characters of the text.
  @inline(__always)
  static func length(_ text: UnsafeRawBufferPointer) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var characters = 0
    var index = 0
    // ASCII by eights.
    while index &+ 8 <= text.count,
      base.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index &+= 8
    }
    characters = index
    while index < text.count {
      skip(text, &index)
      characters &+= 1
    }
    return characters
  }
}
