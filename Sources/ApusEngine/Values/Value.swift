/// A value of one of SQLite's storage classes (https://www.sqlite.org/datatype3.html), owned.
public enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// A copy of a cell's value. Bytes of a text that are not UTF-8 become replacement characters.
  public init(copying cell: Cell) {
    switch cell.tag {
    case .null: self = .null
    case .integer: self = .integer(cell.integer)
    case .real: self = .real(cell.real)
    case .text: self = .text(String(decoding: cell.bytes, as: UTF8.self))
    case .blob: self = .blob([UInt8](cell.bytes))
    }
  }

  public var isNull: Bool { self == .null }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral
{
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .real(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(nilLiteral: ()) { self = .null }
}
