/// A type that a column can be read as and a parameter be set to.
///
/// Reading converts nothing that could lose something: an integer column is an `Int`, and a `Double`; a real is an `Int` only
/// when it is a whole number in its range; text is never read as a number. A `RawRepresentable` type conforms by
/// declaring it when its raw value does.
public protocol ColumnValue {
  /// Reads a value; nil when this type cannot hold it. The cell's bytes are valid during the call only.
  init?(_ cell: Cell)
  /// What a parameter is set to.
  var databaseValue: Value { get }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  /// NULL is nil.
  @inlinable
  public init?(_ cell: Cell) {
    if cell.isNull {
      self = Optional<Wrapped>.none
    } else {
      guard let value = Wrapped(cell) else { return nil }
      self = Optional<Wrapped>.some(value)
    }
  }

  public var databaseValue: Value { self?.databaseValue ?? .null }
}

extension ColumnValue where Self: RawRepresentable, RawValue: ColumnValue {
  @inlinable
  public init?(_ cell: Cell) {
    guard let raw = RawValue(cell) else { return nil }
    self.init(rawValue: raw)
  }

  public var databaseValue: Value { rawValue.databaseValue }
}
