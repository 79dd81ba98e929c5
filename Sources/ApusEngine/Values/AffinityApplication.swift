/// Applies a column affinity to a value, as storing it would (https://www.sqlite.org/datatype3.html §3): numbers under TEXT become text,
/// text that is a number becomes one under NUMERIC, INTEGER and REAL, integers become reals under REAL. `buffer` receives
/// printed numbers and must outlive the cell.
func applyAffinity(_ cell: inout Cell, _ affinity: Affinity, _ buffer: inout ByteBuffer) {
  switch affinity {
  case .none, .blob: return
  case .text:
    guard cell.isNumeric else { return }
    buffer.count = 0
    ValueRules.appendText(of: cell, to: &buffer)
    cell = .text(buffer.base.map { UnsafeRawPointer($0) }, count: buffer.count)
  case .numeric, .integer, .real:
    let number = cell.tag == .text ? ValueRules.numericIfLossless(cell) : cell
    guard number.isNumeric else { return }
    if affinity == .real {
      cell = .real(ValueRules.real(of: number))
    } else {
      cell = ValueRules.integerIfLossless(number)
    }
  }
}
