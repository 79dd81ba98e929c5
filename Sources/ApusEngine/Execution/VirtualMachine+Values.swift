// Values: truth, arithmetic off the fast path, affinities, casts, comparisons.

extension VirtualMachine {
  /// What a comparison answers when an operand is NULL.
  static var nullOrder: Int { Int.min }

  /// 1 true, 0 false, -1 NULL.
  @inline(__always)
  func truthOf(_ cell: Cell) -> Int {
    switch cell.tag {
    case .null: -1
    case .integer: cell.bits != 0 ? 1 : 0
    case .real: cell.real != 0 ? 1 : 0
    default: textTruth(cell)
    }
  }

  @inline(never)
  private func textTruth(_ cell: Cell) -> Int { ValueRules.truth(of: readable(cell, scratch: 0)) }

  /// `a op b` for every operator but the integer and real cases that the interpreter does itself.
  @inline(never)
  func arithmetic(_ opcode: Opcode, _ a: Cell, _ b: Cell) -> Cell {
    if isUTF16 {
      return ValueRules.arithmetic(
        opcode, readable(a, scratch: 0), readable(b, scratch: 1), connection.encoding)
    }
    return ValueRules.arithmetic(opcode, a, b)
  }

  @inline(never)
  func unary(_ opcode: Opcode, _ a: Cell) -> Cell {
    if a.tag == .null { return .null }
    let operand = readable(a, scratch: 0)
    if opcode == .bitNot { return .integer(~ValueRules.integer(of: operand)) }
    return ValueRules.arithmetic(.subtract, .integer(0), operand, connection.encoding)
  }

  /// The cell as an integer by CAST's rules.
  @inline(never)
  func integerValue(_ cell: Cell) -> Int64 { ValueRules.integer(of: readable(cell, scratch: 0)) }

  /// r[p3] = r[p1] || r[p2].
  @inline(never)
  func concatenate(
    _ ip: UnsafePointer<Instruction>, _ file: RegisterFile
  ) throws(DatabaseError) {
    let left = Int(ip.pointee.p1)
    let right = Int(ip.pointee.p2)
    let target = Int(ip.pointee.p3)
    let a = file.cells[left]
    let b = file.cells[right]
    if a.tag == .null || b.tag == .null {
      file.cells[target] = .null
      return
    }
    if isUTF16 && joinsStored(a, b) {
      return try concatenateStored(a, b, into: target, file)
    }
    let first = textBytes(of: a, scratch: 0)
    let second = textBytes(of: b, scratch: 1)
    let total = first.count + second.count
    if isUTF16 { try checkStoredLength(first, second) }
    guard total <= connection.counters.pointee.lengthLimit else { throw Self.tooBig() }
    // A loop that appends to its own register (`r = r || x`) extends the buffer in place.
    let buffer = file.buffers + target
    let start = UInt(bitPattern: buffer.pointee.base)
    let extends =
      first.count > 0 && start != 0 && UInt(bitPattern: first.baseAddress) == start
      && !overlaps(second, buffer.pointee)
    if extends {
      buffer.pointee.count = first.count
      buffer.pointee.append(second)
    } else if overlaps(first, buffer.pointee) || overlaps(second, buffer.pointee) {
      var fresh = ByteBuffer()
      fresh.reserve(total)
      fresh.append(first)
      fresh.append(second)
      buffer.pointee.deallocate()
      buffer.pointee = fresh
    } else {
      buffer.pointee.count = 0
      buffer.pointee.reserve(total)
      buffer.pointee.append(first)
      buffer.pointee.append(second)
    }
    file.publishBuffer(target, tag: .text)
  }

  @inline(__always)
  func overlaps(_ bytes: UnsafeRawBufferPointer, _ buffer: ByteBuffer) -> Bool {
    let start = UInt(bitPattern: buffer.base)
    let address = UInt(bitPattern: bytes.baseAddress)
    return start != 0 && address >= start && address < start &+ UInt(buffer.capacity)
  }

  static func tooBig() -> DatabaseError { DatabaseError(.tooBig, "string or blob too big") }

  /// The cell as text: its own bytes, or a number printed into `scratch[n]`.
  func textBytes(of cell: Cell, scratch n: Int) -> UnsafeRawBufferPointer {
    if cell.hasBytes { return cell.bytes }
    scratch[n].count = 0
    scratch[n].reserve(32)
    ValueRules.appendText(of: cell, to: &scratch[n])
    return scratch[n].bytes
  }

  /// CAST r[p1] to affinity p2, in place.
  @inline(never)
  func cast(_ ip: UnsafePointer<Instruction>, _ file: RegisterFile) throws(DatabaseError) {
    let index = Int(ip.pointee.p1)
    let cell = file.cells[index]
    guard cell.tag != .null else { return }
    if isUTF16,
      castStored(index, to: Affinity(rawValue: UInt8(truncatingIfNeeded: ip.pointee.p2)) ?? .none, file)
    {
      return
    }
    switch Affinity(rawValue: UInt8(truncatingIfNeeded: ip.pointee.p2)) ?? .none {
    case .integer: file.cells[index] = .integer(ValueRules.integer(of: cell))
    case .real: file.cells[index] = .real(ValueRules.real(of: cell))
    case .numeric: file.cells[index] = ValueRules.castNumeric(cell)
    case .text: becomeText(index, as: .text, file)
    case .blob, .none: becomeText(index, as: .blob, file)
    }
  }

  /// Makes r[index] text or a blob with the same bytes; numbers are printed.
  private func becomeText(_ index: Int, as tag: Cell.Tag, _ file: RegisterFile) {
    let cell = file.cells[index]
    if cell.hasBytes {
      file.cells[index].tag = tag
      // The text of JSON stays JSON.
      if tag == .blob { file.cells[index].subtype = 0 }
    } else if cell.tag != .null {
      let bytes = textBytes(of: cell, scratch: 0)
      file.set(index, bytes: bytes.baseAddress, count: bytes.count, tag: tag)
    }
  }

  /// Applies column affinities to registers; `none` and `blob` change nothing.
  @inline(__always)
  func applyAffinities(
    _ letters: ProgramTables.Slice<UInt8>, first: Int, count: Int, _ file: RegisterFile
  ) throws(DatabaseError) {
    for offset in 0..<min(count, letters.count) {
      let letter = letters.base[offset]
      guard letter > Affinity.blob.rawValue else { continue }
      applyAffinity(letter, first &+ offset, file)
    }
  }

  @inline(__always)
  func applyAffinity(_ letter: UInt8, _ index: Int, _ file: RegisterFile) {
    let tag = file.cells[index].tag
    if letter == Affinity.text.rawValue {
      if tag == .integer || tag == .real { becomeText(index, as: .text, file) }
    } else if tag == .integer {
      if letter == Affinity.real.rawValue {
        file.cells[index] = .real(Double(file.cells[index].integer))
      }
    } else if tag == .text || tag == .real {
      applyNumericAffinity(letter, index, file)
    }
  }

  @inline(never)
  private func applyNumericAffinity(_ letter: UInt8, _ index: Int, _ file: RegisterFile) {
    let cell = file.cells[index]
    let number = cell.tag == .text ? numericIfLossless(cell) : cell
    guard number.isNumeric else { return }
    if letter == Affinity.real.rawValue {
      // 0 is stored as an integer, which has no sign.
      file.cells[index] =
        number.tag == .integer ? .real(Double(number.integer)) : number.real == 0 ? .real(0) : number
    } else {
      file.cells[index] = number.tag == .real ? ValueRules.integerIfLossless(number) : number
    }
  }

  /// mustBeInteger for a cell that is none. False: jump to p2.
  @inline(never)
  func makeInteger(
    _ ip: UnsafePointer<Instruction>, _ file: RegisterFile
  ) throws(DatabaseError) -> Bool {
    let index = Int(ip.pointee.p1)
    applyAffinity(Affinity.integer.rawValue, index, file)
    if file.cells[index].tag == .integer { return true }
    if ip.pointee.p2 == 0 { throw DatabaseError(.mismatch, "datatype mismatch") }
    return false
  }

  /// LIMIT and OFFSET together: the rows to fetch in all, -1 for no limit.
  func offsetLimit(_ ip: UnsafePointer<Instruction>, _ r: UnsafeMutablePointer<Cell>) {
    let limit = r[Int(ip.pointee.p1)].integer
    let offset = ip.pointee.p3 > 0 ? max(r[Int(ip.pointee.p3)].integer, 0) : 0
    let (sum, overflow) = limit.addingReportingOverflow(offset)
    r[Int(ip.pointee.p2)] = .integer(limit <= 0 || overflow ? -1 : sum)
  }

  // MARK: Comparisons

  /// How `a` and `b` compare under the instruction's affinity and collation: negative, 0, positive, or `nullOrder`.
  @inline(never)
  func compareSlow(_ ip: UnsafePointer<Instruction>, _ a: Cell, _ b: Cell) throws(DatabaseError) -> Int {
    if a.tag == .null || b.tag == .null {
      if ip.pointee.p5 & InstructionFlag.nullEquals == 0 { return Self.nullOrder }
      if a.tag == .null && b.tag == .null {
        return (a.flags | b.flags) & RegisterFlag.cleared != 0 ? 1 : 0
      }
      return a.tag == .null ? -1 : 1
    }
    let affinity = ip.pointee.p5 & InstructionFlag.affinityMask
    var left = a
    var right = b
    if affinity >= Affinity.numeric.rawValue {
      if left.tag == .text { left = numericIfLossless(left) }
      if right.tag == .text { right = numericIfLossless(right) }
    } else if affinity == Affinity.text.rawValue {
      if left.isNumeric {
        let bytes = textBytes(of: left, scratch: 0)
        left = .text(bytes.baseAddress, count: bytes.count)
      }
      if right.isNumeric {
        let bytes = textBytes(of: right, scratch: 1)
        right = .text(bytes.baseAddress, count: bytes.count)
      }
    }
    return compare(left, right, Collation(id: ip.pointee.p4 == Instruction.noP4 ? 0 : ip.pointee.p4))
  }

  /// Two cells in SQLite's order of all values.
  @inline(__always)
  func compare(_ a: Cell, _ b: Cell, _ collation: Collation) -> Int {
    if a.tag == .integer && b.tag == .integer {
      return a.integer < b.integer ? -1 : a.integer == b.integer ? 0 : 1
    }
    if isUTF16 && a.tag == .text && b.tag == .text {
      return UTF16Order.compare(a.bytes, b.bytes, collation, encoding: connection.encoding)
    }
    return ValueRules.compare(a, b, collation)
  }

  /// Lexicographic comparison of two runs of registers.
  @inline(never)
  func compareRegisters(_ ip: UnsafePointer<Instruction>, frame: UnsafeMutablePointer<ProgramFrame>) -> Int {
    let r = frame.pointee.registers.cells
    let keyInfo = frame.pointee.tables.keyInfos[Int(ip.pointee.p4)]
    let first = Int(ip.pointee.p1)
    let second = Int(ip.pointee.p2)
    for offset in 0..<Int(ip.pointee.p3) {
      let a = r[first + offset]
      let b = r[second + offset]
      let field = offset < keyInfo.fieldCount ? keyInfo.fields[offset] : KeyInfo.Field()
      if a.tag == .null && b.tag == .null {
        if (a.flags | b.flags) & RegisterFlag.cleared == 0 { continue }
        return 1
      }
      var order = compare(a, b, field.collation)
      if order == 0 { continue }
      if field.nullsReversed && (a.tag == .null || b.tag == .null) { order = -order }
      return field.isDescending ? -order : order
    }
    return 0
  }

  /// A record holds a whole number of up to six bytes as an integer, whatever the column's affinity.
  @inline(never)
  func markStoredInteger(_ cell: UnsafeMutablePointer<Cell>) {
    guard cell.pointee.tag == .real else { return }
    let value = cell.pointee.real
    if value.rounded(.towardZero) == value, value >= -140_737_488_355_328, value <= 140_737_488_355_327 {
      cell.pointee.subtype = Cell.storedAsInteger
    }
  }
}
