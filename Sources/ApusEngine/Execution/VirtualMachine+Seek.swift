// Positioning cursors by key.

extension VirtualMachine {
  /// seekGE, seekGT, seekLE, seekLT. False: there is no such entry.
  @inline(__always)
  func seek(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Bool {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    if cursor.pointee.kind == .index { return try seekIndex(ip, cursor, frame) }
    let key = frame.pointee.registers.cells[Int(ip.pointee.p3)]
    cursor.pointee.rowChanged()
    if key.tag == .integer {
      return try seekTable(cursor, ip.pointee.opcode, key.integer)
    }
    return try seekTableSlow(cursor, ip.pointee.opcode, key)
  }

  private func seekTable(
    _ cursor: CursorPointer, _ opcode: Opcode, _ rowID: Int64
  ) throws(DatabaseError) -> Bool {
    let tree = cursor.pointee.tree
    let result = try tree.pointee.seek(rowID: rowID)
    return try settle(cursor, opcode, result)
  }

  /// Steps from where a seek ended to the entry that the instruction asks for.
  @inline(__always)
  private func settle(
    _ cursor: CursorPointer, _ opcode: Opcode, _ result: Int32
  ) throws(DatabaseError) -> Bool {
    let tree = cursor.pointee.tree
    cursor.pointee.seekResult = result
    var exists: Bool
    switch opcode {
    case .seekGE: exists = result < 0 ? try tree.pointee.next() : tree.pointee.isValid
    case .seekGT: exists = result <= 0 ? try tree.pointee.next() : tree.pointee.isValid
    case .seekLE: exists = result > 0 ? try tree.pointee.previous() : tree.pointee.isValid
    default: exists = result >= 0 ? try tree.pointee.previous() : tree.pointee.isValid
    }
    if !exists { cursor.pointee.isNullRow = true }
    return exists
  }

  /// A rowid that is not an integer: numbers keep their order, NULL finds nothing, text and blobs are larger than
  /// every rowid.
  @inline(never)
  private func seekTableSlow(
    _ cursor: CursorPointer, _ opcode: Opcode, _ cell: Cell
  ) throws(DatabaseError) -> Bool {
    let key = cell.tag == .text ? numericIfLossless(cell) : cell
    switch key.tag {
    case .integer: return try seekTable(cursor, opcode, key.integer)
    case .null:
      cursor.pointee.isNullRow = true
      return false
    case .text, .blob:
      guard opcode == .seekLE || opcode == .seekLT else {
        cursor.pointee.isNullRow = true
        return false
      }
      let exists = try cursor.pointee.tree.pointee.last()
      if !exists { cursor.pointee.isNullRow = true }
      return exists
    case .real:
      let value = key.real
      if value >= 9_223_372_036_854_775_808.0 || value < -9_223_372_036_854_775_808.0 {
        // Beyond every rowid.
        let above = value > 0
        var exists = false
        if above == (opcode == .seekLE || opcode == .seekLT) {
          exists = above ? try cursor.pointee.tree.pointee.last() : try cursor.pointee.tree.pointee.first()
        }
        if !exists { cursor.pointee.isNullRow = true }
        return exists
      }
      let floor = value.rounded(.down)
      let integer = Int64(floor)
      if floor == value { return try seekTable(cursor, opcode, integer) }
      // floor < value < floor + 1: ≥ and > begin after floor, ≤ and < end at it.
      let effective: Opcode = opcode == .seekGE || opcode == .seekGT ? .seekGT : .seekLE
      return try seekTable(cursor, effective, integer)
    }
  }

  @inline(never)
  private func seekIndex(
    _ ip: UnsafePointer<Instruction>, _ cursor: CursorPointer, _ frame: FramePointer
  ) throws(DatabaseError) -> Bool {
    let opcode = ip.pointee.opcode
    // How an entry with an equal prefix counts: ≥ and < must come to the first of them, > and ≤ to the last.
    let bias: Int32 = opcode == .seekGE || opcode == .seekLT ? 1 : -1
    let key = UnsafePointer(frame.pointee.registers.cells + Int(ip.pointee.p3))
    cursor.pointee.rowChanged()
    let result = try cursor.pointee.tree.pointee.seek(key: key, count: Int(ip.pointee.p4), bias: bias)
    return try settle(cursor, opcode, result)
  }

  /// seekRowID with a key that is no integer. False: no row has it.
  @inline(never)
  func seekRowIDSlow(_ cursor: CursorPointer, _ cell: Cell) throws(DatabaseError) -> Bool {
    var key = cell.tag == .text ? numericIfLossless(cell) : cell
    if key.tag == .real { key = ValueRules.integerIfLossless(key) }
    guard key.tag == .integer else {
      cursor.pointee.isNullRow = true
      return false
    }
    let result = try cursor.pointee.tree.pointee.seek(rowID: key.integer)
    cursor.pointee.seekResult = result
    return result == 0
  }

  /// found, notFound, noConflict: does an entry with the key's prefix exist? A NULL in the key of `noConflict` means no.
  @inline(never)
  func probe(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Bool {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    let r = frame.pointee.registers.cells
    cursor.pointee.rowChanged()
    cursor.pointee.seekResult = 0
    var key = UnsafePointer(r + Int(ip.pointee.p3))
    var count = Int(ip.pointee.p4)
    if count == 0 || ip.pointee.p4 == Instruction.noP4 {
      let fieldCount = cursor.pointee.keyInfo.map { $0.pointee.fieldCount } ?? 0
      key = UnsafePointer(reserveKeyCells(fieldCount))
      count = try unpack(r[Int(ip.pointee.p3)].bytes, limit: fieldCount)
    }
    if ip.pointee.opcode == .noConflict {
      for index in 0..<count where key[index].tag == .null { return false }
    }
    let result = try cursor.pointee.tree.pointee.seek(key: key, count: count, bias: 0)
    cursor.pointee.seekResult = result
    return result == 0
  }

  /// `keyCells` with room for `count` cells; those that were in it are lost when it grows.
  func reserveKeyCells(_ count: Int) -> UnsafeMutablePointer<Cell> {
    if let cells = keyCells.pointee, count <= keyCapacity.pointee { return cells }
    keyCells.pointee?.deallocate()
    let capacity = max(count, 16)
    let cells = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
    keyCells.pointee = cells
    keyCapacity.pointee = capacity
    return cells
  }

  /// Takes a record apart into `keyCells`, whose text and blobs borrow from it. Returns the number of fields.
  func unpack(_ record: UnsafeRawBufferPointer, limit: Int) throws(DatabaseError) -> Int {
    guard let start = record.baseAddress, record.count > 0 else { return 0 }
    let keyCells = reserveKeyCells(limit)
    var header = start
    let end = start + record.count
    guard let headerSize = RecordVarint.read(&header, end: end), headerSize <= UInt64(record.count) else {
      throw .corrupt("record header")
    }
    let headerEnd = start + Int(headerSize)
    var body = Int(headerSize)
    var count = 0
    while header < headerEnd && count < limit {
      guard let type = RecordVarint.read(&header, end: headerEnd), type <= UInt64(UInt32.max) else {
        throw .corrupt("serial type")
      }
      let serialType = UInt32(truncatingIfNeeded: type)
      let length = Int(SerialTypes.length(serialType))
      guard length <= record.count - body else { throw .corrupt("value past the record's end") }
      keyCells[count] = SerialTypes.cell(serialType, at: start + body)
      if isUTF16 && keyCells[count].tag == .text {
        keyCells[count] = decodedUTF16(keyCells[count], reset: count == 0)
      }
      body += length
      count += 1
    }
    return count
  }

  /// How the entry under an index cursor compares with the key r[p3..<p3+p4]: by its first p4 fields.
  @inline(__always)
  func compareEntry(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) -> Int {
    let cursor = frame.pointee.cursors + Int(ip.pointee.p1)
    // One field, BINARY or numeric, decoded in place: the common end test of a range or equality loop.
    if ip.pointee.p4 == 1, !cursor.pointee.isNullRow {
      let key = frame.pointee.registers.cells[Int(ip.pointee.p3)]
      let parsed = cursor.pointee.parsed > 0
      let isKnown = parsed ? true : try locate(cursor, column: 0, typeOnly: false) == .found
      if isKnown && key.tag == .integer {
        let slot = cursor.pointee.layout[0]
        let field = cursor.pointee.keyInfo.unsafelyUnwrapped.pointee.fields[0]
        if slot.serialType &- 1 < 6 {
          let raw = (cursor.pointee.payload + Int(slot.offset)).loadUnaligned(as: UInt64.self)
          let shift = Int64(SerialTypes.integerShift(slot.serialType))
          let value = Int64(bitPattern: UInt64(bigEndian: raw)) &>> shift
          let order = value < key.integer ? -1 : value == key.integer ? 0 : 1
          return field.isDescending ? -order : order
        }
      }
    }
    return try compareEntrySlow(ip, cursor, frame)
  }

  @inline(never)
  private func compareEntrySlow(
    _ ip: UnsafePointer<Instruction>, _ cursor: CursorPointer, _ frame: FramePointer
  ) throws(DatabaseError) -> Int {
    guard let keyInfo = cursor.pointee.keyInfo else { return 0 }
    let key = frame.pointee.registers.cells + Int(ip.pointee.p3)
    for index in 0..<Int(ip.pointee.p4) {
      let column = Int32(truncatingIfNeeded: index)
      if column >= cursor.pointee.parsed {
        // A short entry compares as equal in the fields that it has.
        guard try locate(cursor, column: column, typeOnly: false) == .found else { return 0 }
      }
      let slot = cursor.pointee.layout[index]
      var value = SerialTypes.cell(slot.serialType, at: cursor.pointee.payload + Int(slot.offset))
      if isUTF16 && value.tag == .text { value = decodedUTF16(value, reset: true) }
      let field = keyInfo.pointee.fields[index]
      let order = compare(value, key[index], field.collation)
      if order != 0 { return field.isDescending ? -order : order }
    }
    return 0
  }

  // MARK: Rowids in index entries, deferred seeks

  /// The rowid that ends an index entry.
  @inline(never)
  func entryRowID(_ cursor: CursorPointer) throws(DatabaseError) -> Int64 {
    if !cursor.pointee.isLoaded {
      guard try load(cursor) else { throw cursor.pointee.damaged("index entry") }
    }
    // The rowid is the last field: the end of the header names its type, the end of the record holds it.
    if cursor.pointee.available < cursor.pointee.size { try cursor.pointee.gather() }
    let payload = cursor.pointee.payload
    let headerEnd = Int(cursor.pointee.headerEnd)
    let size = Int(cursor.pointee.size)
    guard headerEnd >= 2, headerEnd <= size else { throw cursor.pointee.damaged("index entry without rowid") }
    let type = UInt32(payload.load(fromByteOffset: headerEnd - 1, as: UInt8.self))
    guard type &- 1 < 6 || type == 8 || type == 9 else {
      throw cursor.pointee.damaged("rowid of an index entry")
    }
    let length = Int(SerialTypes.length(type))
    guard size - length >= headerEnd else {
      throw cursor.pointee.damaged("rowid of an index entry")
    }
    return SerialTypes.cell(type, at: payload + (size - length)).integer
  }

  @inline(never)
  func deferSeek(_ ip: UnsafePointer<Instruction>, frame: FramePointer) throws(DatabaseError) {
    let index = frame.pointee.cursors + Int(ip.pointee.p1)
    let table = frame.pointee.cursors + Int(ip.pointee.p3)
    table.pointee.rowChanged()
    if index.pointee.isNullRow {
      table.pointee.isNullRow = true
      return
    }
    table.pointee.deferredRowID = try entryRowID(index)
    table.pointee.deferredIndex = ip.pointee.p1
    table.pointee.isSeekDeferred = true
    table.pointee.columnMap =
      ip.pointee.p4 == Instruction.noP4
      ? ProgramTables.Slice(base: table.pointee.columnMap.base, count: 0)
      : frame.pointee.tables.columnMaps[Int(ip.pointee.p4)]
  }

  @inline(never)
  func finishSeek(_ cursor: CursorPointer, frame: FramePointer) throws(DatabaseError) {
    guard cursor.pointee.isSeekDeferred else { return }
    cursor.pointee.isSeekDeferred = false
    guard try cursor.pointee.tree.pointee.seek(rowID: cursor.pointee.deferredRowID) == 0 else {
      let index = frame.pointee.cursors + Int(cursor.pointee.deferredIndex)
      throw index.pointee.damaged("row \(cursor.pointee.deferredRowID) of an index entry is missing")
    }
  }
}
