// Decoding of the record under a cursor: header parsing column by column, gathering from overflow pages,
// and storing a value in a register.

extension VirtualCursor {
  /// Finds the record's bytes. The cursor stands on a row.
  @inline(__always)
  mutating func attach(_ start: UnsafeRawPointer, available: Int, size: Int) throws(DatabaseError) {
    payload = start
    self.available = UInt32(truncatingIfNeeded: min(available, size))
    self.size = UInt32(truncatingIfNeeded: size)
    isLoaded = true
    isGathered = false
    let key = start.loadUnaligned(as: UInt64.self)
    if parsedBefore > 0 && headerOffset <= 8 && bodyOffset <= UInt64(self.available) {
      // The same header bytes as the row before: its layout holds.
      let shift = 64 &- (headerOffset &* 8)
      if (key ^ headerKey).littleEndian &<< UInt64(shift & 63) == 0 {
        parsed = parsedBefore
        // Columns parsed from here on come from this row, and the next row must be compared with it.
        headerKey = key
        return
      }
    }
    parsed = 0
    parsedBefore = 0
    headerKey = key
    try beginHeader()
  }

  @inline(__always)
  private mutating func beginHeader() throws(DatabaseError) {
    let first = payload.load(as: UInt8.self)
    if size > 0 && first < 0x80 {
      headerEnd = UInt32(first)
      headerOffset = 1
    } else {
      try beginLongHeader()
    }
    bodyOffset = UInt64(headerEnd)
    if headerEnd > available {
      guard headerEnd <= size else { throw damaged("record header past the record's end") }
      try gather()
    }
  }

  @inline(never)
  private mutating func beginLongHeader() throws(DatabaseError) {
    guard size > 0 else {
      headerEnd = 0
      headerOffset = 0
      return
    }
    var position = payload
    let end = payload + Int(available)
    guard let length = RecordVarint.read(&position, end: end), length <= 98_307 else {
      throw damaged("record header size")
    }
    headerEnd = UInt32(truncatingIfNeeded: length)
    headerOffset = UInt32(truncatingIfNeeded: position - payload)
  }

  /// Collects the whole record in `gathered`.
  @inline(never)
  mutating func gather() throws(DatabaseError) {
    guard available < size else { return }
    guard isTree else { throw damaged("record") }
    let total = Int(size)
    gathered.count = 0
    gathered.reserve(total)
    let base = gathered.base.unsafelyUnwrapped
    try tree.pointee.readPayload(offset: 0, count: total, into: base)
    gathered.count = total
    payload = UnsafeRawPointer(base)
    available = size
    isGathered = true
  }

  /// Parses the header until the place of `column` is known and its bytes are at hand. False: the record has
  /// fewer columns. With `typeOnly` the bytes need not be at hand: `parsed` then may stay at `column`, whose slot
  /// is filled all the same.
  @inline(never)
  mutating func parse(to column: Int32, typeOnly: Bool = false) throws(DatabaseError) -> Bool {
    if column >= layoutCapacity { growLayout(to: Int(column) + 1) }
    var index = parsed
    var header = payload + Int(headerOffset)
    var end = payload + Int(headerEnd)
    var body = bodyOffset
    while index <= column {
      guard header < end else {
        parsed = index
        parsedBefore = index
        headerOffset = UInt32(truncatingIfNeeded: header - payload)
        bodyOffset = body
        return false
      }
      var type = UInt32(header.load(as: UInt8.self))
      if type < 0x80 {
        header += 1
      } else {
        guard let long = RecordVarint.read(&header, end: end), long <= UInt64(UInt32.max) else {
          throw damaged("serial type")
        }
        type = UInt32(truncatingIfNeeded: long)
      }
      layout[Int(index)] = Slot(serialType: type, offset: UInt32(truncatingIfNeeded: body))
      let after = body &+ UInt64(SerialTypes.length(type))
      if after > UInt64(available) {
        guard after <= UInt64(size) else { throw damaged("value past the record's end") }
        if index == column && typeOnly {
          parsed = index
          parsedBefore = index
          bodyOffset = body
          headerOffset = UInt32(truncatingIfNeeded: header - payload) &- RecordVarint.size(type)
          return true
        }
        let position = header - payload
        try gather()
        header = payload + position
        end = payload + Int(headerEnd)
      }
      body = after
      index &+= 1
    }
    parsed = index
    parsedBefore = index
    headerOffset = UInt32(truncatingIfNeeded: header - payload)
    bodyOffset = body
    return true
  }
}

extension RegisterFile {
  /// r[index] = the value of `slot` in the record at `payload`.
  @inline(__always)
  func decode(
    _ slot: VirtualCursor.Slot, at payload: UnsafeRawPointer, into index: Int, borrow: Bool,
    isUTF16: Bool, machine: VirtualMachine
  ) {
    let type = slot.serialType
    let start = payload + Int(slot.offset)
    if type >= 12 {
      let count = Int((type &- 12) &>> 1)
      let tag: Cell.Tag = type & 1 == 0 ? .blob : .text
      if isUTF16 && tag == .text {
        machine.decodeUTF16(start, count: count, into: index)
      } else if borrow {
        cells[index] = Cell(
          bits: UInt64(UInt(bitPattern: start)), count: UInt32(truncatingIfNeeded: count), tag: tag,
          flags: RegisterFlag.borrowed)
      } else {
        set(index, bytes: start, count: count, tag: tag)
      }
    } else if type &- 1 < 6 {
      let raw = start.loadUnaligned(as: UInt64.self)
      let value = Int64(bitPattern: UInt64(bigEndian: raw)) &>> Int64(SerialTypes.integerShift(type))
      cells[index] = .integer(value)
    } else if type == 7 {
      cells[index] = .real(Double(bitPattern: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self))))
    } else if type == 8 || type == 9 {
      cells[index] = .integer(Int64(type &- 8))
    } else {
      cells[index] = .null
    }
  }
}
