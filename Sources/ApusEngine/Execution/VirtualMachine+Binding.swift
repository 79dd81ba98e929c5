extension VirtualMachine {
  /// Sets parameter `index` (from 1) and copies its bytes. Throws `.range` for a number that the statement
  /// does not have and `.misuse` while it runs.
  public func bind(_ index: Int, _ cell: Cell) throws(DatabaseError) {
    try checkBinding(index)
    if cell.hasBytes {
      guard Int(cell.count) <= connection.counters.pointee.lengthLimit else {
        throw DatabaseError(.tooBig, "string or blob too big")
      }
      if isUTF16 && cell.tag == .text && !WTF8.accepts(cell.bytes) { return bindForeignText(index, cell) }
      parameters.set(
        index, bytes: UnsafeRawPointer(bitPattern: UInt(cell.bits)), count: Int(cell.count), tag: cell.tag,
        subtype: cell.subtype)
      parameters.cells[index].flags = RegisterFlag.fixed
    } else {
      parameters.cells[index] = cell
    }
  }

  /// UTF-8 that is not the same in WTF-8.
  @inline(never)
  private func bindForeignText(_ index: Int, _ cell: Cell) {
    takeForeignText(cell, index, parameters)
    parameters.cells[index].flags = RegisterFlag.fixed
  }

  /// Sets parameter `index` (from 1) to an integer.
  @inline(__always)
  public func bind(_ index: Int, integer: Int64) throws(DatabaseError) {
    try checkBinding(index)
    parameters.cells[index] = .integer(integer)
  }

  /// Sets parameter `index` (from 1) to text in UTF-8.
  public func bind(_ index: Int, text: String) throws(DatabaseError) {
    var copy = text
    let result = copy.withUTF8 { bytes -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        try bind(index, .text(UnsafeRawPointer(bytes.baseAddress), count: bytes.count))
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Makes every parameter NULL.
  public func clearBindings() {
    for index in 0..<parameters.count { parameters.cells[index] = .null }
  }

  /// Takes over the parameters of `other`, as far as both have them.
  func takeBindings(from other: VirtualMachine) throws(DatabaseError) {
    for index in 1..<max(1, min(parameters.count, other.parameters.count)) {
      try bind(index, other.parameters.cells[index])
    }
  }

  @inline(__always)
  private func checkBinding(_ index: Int) throws(DatabaseError) {
    if index < 1 || index >= parameters.count || state.pointee.isActive { try bindingFailed(index) }
  }

  @inline(never)
  private func bindingFailed(_ index: Int) throws(DatabaseError) {
    if state.pointee.isActive { throw DatabaseError(.misuse, "bad parameter or other API misuse") }
    throw DatabaseError(.range, "column index out of range")
  }
}
