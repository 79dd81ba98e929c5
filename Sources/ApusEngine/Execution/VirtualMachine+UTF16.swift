// Text in UTF-16 databases: registers hold UTF-8, records hold UTF-16.

extension VirtualMachine {
  /// r[index] = the UTF-16 text at `start` as UTF-8.
  @inline(never)
  func decodeUTF16(_ start: UnsafeRawPointer, count: Int, into index: Int) {
    let file = state.pointee.frame.pointee.registers
    file.buffers[index].count = 0
    file.buffers[index].reserve(count &* 3 / 2 &+ 4)
    TextTranscoder.appendUTF8(
      UnsafeRawBufferPointer(start: start, count: count), encoding: connection.encoding,
      to: &file.buffers[index])
    file.publishBuffer(index, tag: .text)
  }

  /// A UTF-16 text cell as UTF-8 in working memory. `reset` starts that memory anew.
  func decodedUTF16(_ cell: Cell, reset: Bool) -> Cell {
    // The memory must not move under earlier cells: reserve for the largest key at once.
    if reset {
      scratch[2].count = 0
      scratch[2].reserve(max(Int(cell.count) &* 2, 1 << 16))
    }
    let offset = scratch[2].count
    let need = Int(cell.count) &* 3 / 2 &+ 4
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
    TextTranscoder.appendUTF8(cell.bytes, encoding: connection.encoding, to: &scratch[2])
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

  // MARK: Text and blobs
  //
  // What a blob is as text, and text as a blob, is told by the bytes of the database's encoding.

  /// A blob as the text that it is; any other cell unchanged.
  @inline(__always)
  func readable(_ cell: Cell, scratch n: Int) -> Cell {
    isUTF16 && cell.tag == .blob ? decodedBlob(cell, scratch: n) : cell
  }

  @inline(never)
  private func decodedBlob(_ cell: Cell, scratch n: Int) -> Cell {
    scratch[n].count = 0
    TextTranscoder.appendUTF8(cell.bytes, encoding: connection.encoding, to: &scratch[n])
    return .text(scratch[n].base.map { UnsafeRawPointer($0) }, count: scratch[n].count)
  }

  /// CAST between text and blob. False: other rules hold.
  @inline(never)
  func castStored(_ index: Int, to affinity: Affinity, _ file: RegisterFile) -> Bool {
    let cell = file.cells[index]
    switch (cell.tag, affinity) {
    case (.blob, .blob), (.blob, .none), (.text, .text): return false
    case (.blob, .text):
      let text = decodedBlob(cell, scratch: 0).bytes
      file.set(index, bytes: text.baseAddress, count: text.count, tag: .text)
    case (.blob, _):
      let text = decodedBlob(cell, scratch: 0)
      switch affinity {
      case .integer: file.cells[index] = .integer(ValueRules.integer(of: text))
      case .real: file.cells[index] = .real(ValueRules.real(of: text))
      default: file.cells[index] = ValueRules.castNumeric(text)
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

  /// r[target] = a || b where one is a blob: the stored bytes of both together are the text.
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
    scratch[1].count = 0
    TextTranscoder.appendUTF8(stored.bytes, encoding: connection.encoding, to: &scratch[1])
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
