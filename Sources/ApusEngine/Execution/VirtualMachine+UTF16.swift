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
}
