// Blobs where a function wants text or a number: their bytes are text in the database's encoding.

extension UnsafeMutablePointer where Pointee == FunctionContext {
  /// Calls `body` with the value's text as UTF-8; see `ValueRules.withText`.
  @inline(__always)
  func withText<Result>(of cell: Cell, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    if cell.tag == .blob, environment.encoding != .utf8, cell.subtype != Cell.zeroBlob {
      return withDecoded(cell, body)
    }
    return ValueRules.withText(of: cell, body)
  }

  /// The value as an integer, as CAST makes it.
  @inline(__always)
  func integer(of cell: Cell) -> Int64 { ValueRules.integer(of: cell, environment.encoding) }

  /// The value as a real, as CAST makes it.
  @inline(__always)
  func real(of cell: Cell) -> Double {
    if cell.tag == .blob { return withText(of: cell) { NumericText.real($0) } }
    return ValueRules.real(of: cell)
  }

  /// 1 true, 0 false, -1 NULL.
  @inline(__always)
  func truth(of cell: Cell) -> Int { ValueRules.truth(of: cell, environment.encoding) }

  /// The value, or the text that a blob is.
  @inline(never)
  private func withDecoded<Result>(_ cell: Cell, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    ValueRules.withDecoded(cell.bytes, environment.encoding, body)
  }
}
