// Text in UTF-16 databases: registers hold WTF-8 (`WTF8`), records hold UTF-16; functions and the application see UTF-8.

extension VirtualMachine {
  /// r[index] = the UTF-16 text at `start`.
  @inline(never)
  func decodeUTF16(_ start: UnsafeRawPointer, count: Int, into index: Int) {
    let file = state.pointee.frame.pointee.registers
    file.buffers[index].count = 0
    TextTranscoder.appendWTF8(
      UnsafeRawBufferPointer(start: start, count: count), encoding: connection.encoding,
      to: &file.buffers[index])
    file.publishBuffer(index, tag: .text)
  }

  /// A UTF-16 text cell as registers hold it, in working memory. `reset` starts that memory anew.
  func decodedUTF16(_ cell: Cell, reset: Bool) -> Cell {
    // The memory must not move under earlier cells: reserve for the largest key at once.
    if reset {
      scratch[2].count = 0
      scratch[2].reserve(max(Int(cell.count) &* 2, 1 << 16))
    }
    let offset = scratch[2].count
    let need = TextTranscoder.room(forUTF16: Int(cell.count))
    if scratch[2].count + need > scratch[2].capacity {
      // Too long to share: leaks nothing, the old memory is freed at the next reset of this machine.
      retiredScratch.append(scratch[2])
      scratch[2] = ByteBuffer()
      scratch[2].reserve(need)
      return decodedUTF16(cell, offset: 0)
    }
    return decodedUTF16(cell, offset: offset)
  }

  private func decodedUTF16(_ cell: Cell, offset: Int) -> Cell {
    TextTranscoder.appendWTF8(cell.bytes, encoding: connection.encoding, to: &scratch[2])
    var result = Cell.text(
      scratch[2].base.map { UnsafeRawPointer($0) + offset }, count: scratch[2].count - offset)
    result.flags = RegisterFlag.borrowed
    return result
  }

  /// Puts r[first..<first+count] into `keyCells` with their text in the database's encoding.
  func transcodeForRecord(first: Int, count: Int, _ file: RegisterFile) throws(DatabaseError) {
    let keyCells = reserveKeyCells(count)
    var total = 0
    for index in first..<first + count where file.cells[index].tag == .text {
      total += Int(file.cells[index].count) * 2 + 4
    }
    scratch[2].count = 0
    scratch[2].reserve(total)
    for index in 0..<count {
      var cell = file.cells[first + index]
      if cell.tag == .text {
        let offset = scratch[2].count
        TextTranscoder.appendUTF16(cell.bytes, encoding: connection.encoding, to: &scratch[2])
        cell = .text(
          scratch[2].base.map { UnsafeRawPointer($0) + offset }, count: scratch[2].count - offset)
      }
      keyCells[index] = cell
    }
  }

  // MARK: Text from and for others

  /// r[target] = a function's text, which is not the same in WTF-8.
  @inline(never)
  func takeForeignText(_ result: Cell, _ target: Int, _ file: RegisterFile) {
    scratch[1].count = 0
    TextTranscoder.appendWTF8(ofUTF8: result.bytes, to: &scratch[1])
    file.set(
      target, bytes: UnsafeRawPointer(scratch[1].base), count: scratch[1].count, tag: .text,
      subtype: result.subtype)
  }

  /// The cell's text for others than this machine.
  func utf8(of cell: Cell) -> UnsafeRawBufferPointer {
    let text = textBytes(of: cell, scratch: 0)
    guard isUTF16, cell.tag == .text, !WTF8.isUTF8(text) else { return text }
    scratch[0].count = 0
    TextTranscoder.appendUTF8(ofWTF8: text, to: &scratch[0])
    return scratch[0].bytes
  }

  /// Makes the row that the application is given one of UTF-8.
  @inline(never)
  func showRow(count: Int) {
    state.pointee.row = rowCells.pointee.view(state.pointee.row, count: count, ownsBytes: true)
  }

  // MARK: Text, numbers and blobs
  //
  // What a blob is as text, and text as a blob, is told by the bytes of the database's encoding.

  /// A blob as the text that it is, a text without an odd byte: what is read as a number.
  @inline(__always)
  func readable(_ cell: Cell, scratch n: Int) -> Cell {
    isUTF16 && cell.hasBytes ? readableBytes(cell, scratch: n) : cell
  }

  @inline(never)
  private func readableBytes(_ cell: Cell, scratch n: Int) -> Cell {
    if cell.tag == .text {
      let text = WTF8.whole(cell.bytes)
      return .text(text.baseAddress, count: text.count)
    }
    // (The number is the same in either encoding: 0.)
    if cell.subtype == Cell.zeroBlob { return cell }
    scratch[n].count = 0
    TextTranscoder.appendUTF8(cell.bytes, encoding: connection.encoding, to: &scratch[n])
    return .text(scratch[n].base.map { UnsafeRawPointer($0) }, count: scratch[n].count)
  }

  /// `ValueRules.numericIfLossless` of a text of this database.
  @inline(__always)
  func numericIfLossless(_ cell: Cell) -> Cell {
    guard isUTF16, cell.tag == .text else { return ValueRules.numericIfLossless(cell) }
    let number = ValueRules.numericIfLossless(readable(cell, scratch: 0))
    return number.isNumeric ? number : cell
  }

  /// CAST of and to text and blobs. False: other rules hold.
  @inline(never)
  func castStored(_ index: Int, to affinity: Affinity, _ file: RegisterFile) -> Bool {
    let cell = file.cells[index]
    switch (cell.tag, affinity) {
    case (.blob, .blob), (.blob, .none):
      if cell.subtype != Cell.zeroBlob { return false }
    case (.text, .text):
      // Text that comes out of a CAST has whole units.
      file.cells[index].count = UInt32(truncatingIfNeeded: WTF8.whole(cell.bytes).count)
    case (.blob, .text):
      let whole = cell.bytes.part(0, Int(cell.count) & ~1)
      scratch[0].count = 0
      if cell.subtype == Cell.zeroBlob {
        scratch[0].append(whole)
      } else {
        TextTranscoder.appendWTF8(whole, encoding: connection.encoding, to: &scratch[0])
      }
      file.set(
        index, bytes: UnsafeRawPointer(scratch[0].base), count: scratch[0].count, tag: .text)
    case (.blob, _), (.text, .integer), (.text, .real), (.text, .numeric):
      let text = readable(cell, scratch: 0)
      switch affinity {
      case .integer: file.cells[index] = .integer(ValueRules.integer(of: text))
      case .real: file.cells[index] = .real(ValueRules.real(of: text))
      default: file.cells[index] = ValueRules.castNumeric(text, connection.encoding)
      }
    case (_, .blob), (_, .none):
      let text = textBytes(of: cell, scratch: 0)
      scratch[1].count = 0
      TextTranscoder.appendUTF16(text, encoding: connection.encoding, to: &scratch[1])
      file.set(
        index, bytes: UnsafeRawPointer(scratch[1].base), count: scratch[1].count, tag: .blob)
    default: return false
    }
    return true
  }

  /// a || b must be made of the stored bytes of both: one is a blob, or the end of one may join what is behind it.
  @inline(__always)
  func joinsStored(_ a: Cell, _ b: Cell) -> Bool {
    if a.tag == .blob || b.tag == .blob { return true }
    return (a.tag == .text && WTF8.isOpen(a.bytes)) || (b.tag == .text && WTF8.isOpen(b.bytes))
  }

  /// r[target] = a || b from the stored bytes of both; an odd byte at the end is dropped.
  @inline(never)
  func concatenateStored(_ a: Cell, _ b: Cell, into target: Int, _ file: RegisterFile) throws(DatabaseError) {
    var stored = ByteBuffer()
    defer { stored.deallocate() }
    for cell in [a, b] {
      if cell.tag == .blob {
        stored.append(cell.bytes)
      } else {
        TextTranscoder.appendUTF16(
          textBytes(of: cell, scratch: 0), encoding: connection.encoding, to: &stored)
      }
    }
    guard stored.count <= connection.counters.pointee.lengthLimit else { throw Self.tooBig() }
    stored.count &= ~1
    scratch[1].count = 0
    TextTranscoder.appendWTF8(stored.bytes, encoding: connection.encoding, to: &scratch[1])
    file.set(target, bytes: UnsafeRawPointer(scratch[1].base), count: scratch[1].count, tag: .text)
  }

  /// The limit of lengths counts the bytes that the database would store.
  @inline(__always)
  func checkStoredLength(
    _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer
  ) throws(DatabaseError) {
    let limit = connection.counters.pointee.lengthLimit
    // No byte of UTF-8 gives more than two of UTF-16.
    guard (first.count &+ second.count) &* 2 > limit else { return }
    if UTF16Units.byteCount(first) &+ UTF16Units.byteCount(second) > limit { throw Self.tooBig() }
  }
}
