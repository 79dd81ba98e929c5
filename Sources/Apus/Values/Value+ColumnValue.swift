extension Value: ColumnValue {
  public init?(_ cell: Cell) { self.init(copying: cell) }
  public var databaseValue: Value { self }
}

extension UnsafeMutablePointer where Pointee == FunctionContext {
  /// Makes a value the result of a function or of a virtual table's column. Text and blobs are copied.
  public func result(_ value: Value) {
    switch value {
    case .null: pointee.result = .null
    case .integer(let number): result(number)
    case .real(let number): result(number)
    case .text(let text): result(text: text)
    case .blob(let bytes): bytes.withUnsafeBytes { result(blob: $0) }
    }
  }
}
