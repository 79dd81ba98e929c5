/// Applies a column affinity to a value, as storing it would (https://www.sqlite.org/datatype3.html §3): numbers under
/// TEXT become text, text that is a number becomes one under NUMERIC, INTEGER and REAL, integers become reals under
/// REAL. `buffer` receives printed numbers and must outlive the cell.
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
      // What is stored as an integer, -0.0 too, has no sign at 0.
      cell = .real(ValueRules.real(of: number) + 0)
    } else {
      cell = ValueRules.integerIfLossless(number)
    }
  }
}

/// Casts a value (https://www.sqlite.org/lang_expr.html#castexpr). `buffer` receives printed numbers and must outlive
/// the cell; a text or blob keeps pointing where it did.
func applyCast(_ cell: inout Cell, to affinity: Affinity, _ buffer: inout ByteBuffer) {
  guard cell.tag != .null else { return }
  switch affinity {
  case .integer: cell = .integer(ValueRules.integer(of: cell))
  case .real: cell = .real(ValueRules.real(of: cell))
  case .numeric: cell = ValueRules.castNumeric(cell)
  case .text, .blob, .none:
    applyAffinity(&cell, .text, &buffer)
    cell.tag = affinity == .text ? .text : .blob
    // The text of JSON stays JSON.
    if affinity != .text { cell.subtype = 0 }
  }
}
