// Text and blobs in columns.

extension String: ColumnValue {
  /// Reads text; bytes that are not UTF-8 become replacement characters.
  @inlinable
  public init?(_ cell: Cell) {
    guard cell.tag == .text else { return nil }
    self.init(decoding: cell.bytes, as: UTF8.self)
  }

  public var databaseValue: Value { .text(self) }
}

extension Array: ColumnValue where Element == UInt8 {
  /// Reads a blob, or the bytes of a text in UTF-8.
  @inlinable
  public init?(_ cell: Cell) {
    guard cell.hasBytes else { return nil }
    self.init(cell.bytes)
  }

  public var databaseValue: Value { .blob(self) }
}
