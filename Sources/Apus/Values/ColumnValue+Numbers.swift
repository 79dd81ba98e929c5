// Integers, reals and truth values in columns. UInt64 is missing on purpose: a column cannot hold all of its values.

extension ColumnValue where Self: FixedWidthInteger {
  @inlinable
  public init?(_ cell: Cell) {
    switch cell.tag {
    case .integer: self.init(exactly: cell.integer)
    case .real: self.init(exactly: cell.real)
    default: return nil
    }
  }

  public var databaseValue: Value { .integer(Int64(truncatingIfNeeded: self)) }
}

extension Int: ColumnValue {}
extension Int64: ColumnValue {}
extension Int32: ColumnValue {}
extension Int16: ColumnValue {}
extension Int8: ColumnValue {}
extension UInt32: ColumnValue {}
extension UInt16: ColumnValue {}
extension UInt8: ColumnValue {}

extension Double: ColumnValue {
  /// Reads a real, or an integer as the nearest real.
  @inlinable
  public init?(_ cell: Cell) {
    switch cell.tag {
    case .real: self = cell.real
    case .integer: self = Double(cell.integer)
    default: return nil
    }
  }

  /// NaN is NULL, as everywhere in SQLite.
  public var databaseValue: Value { isNaN ? .null : .real(self) }
}

extension Float: ColumnValue {
  @inlinable
  public init?(_ cell: Cell) {
    guard let value = Double(cell) else { return nil }
    self.init(value)
  }

  public var databaseValue: Value { Double(self).databaseValue }
}

extension Bool: ColumnValue {
  /// Reads an integer: 0 is false.
  @inlinable
  public init?(_ cell: Cell) {
    guard cell.tag == .integer else { return nil }
    self = cell.integer != 0
  }

  public var databaseValue: Value { .integer(self ? 1 : 0) }
}
