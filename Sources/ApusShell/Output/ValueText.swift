import Apus

/// Values as text, plain and as SQL literals.
final class ValueText {
  /// Prints reals as SQL does; independent of the user's database.
  private let connection: Connection
  private let plainReal: PreparedStatement?
  private let exactReal: PreparedStatement?

  init() throws(DatabaseError) {
    connection = try Connection.open(":memory:")
    plainReal = try connection.prepare("SELECT CAST(?1 AS TEXT)").statement
    exactReal = try connection.prepare("SELECT format('%!.20g', ?1)").statement
  }

  /// A value as SQL shows it: the bytes of text and blobs up to a NUL, numbers in decimal, `null` for NULL.
  func plain(_ cell: Cell, null: String) -> [UInt8] {
    switch cell.tag {
    case .null: Array(null.utf8)
    case .integer: Array(String(cell.integer).utf8)
    case .real: real(cell.real, plainReal)
    case .text, .blob: Array(cell.bytes.prefix { $0 != 0 })
    }
  }

  /// A value as a literal that SQL reads as the same value.
  /// - Parameters:
  ///   - blobPrefix: `X` or `x`.
  ///   - exact: reals with all their digits.
  func literal(_ cell: Cell, blobPrefix: Character = "X", exact: Bool = true) -> [UInt8] {
    switch cell.tag {
    case .null: return Array("NULL".utf8)
    case .integer: return Array(String(cell.integer).utf8)
    case .real:
      if cell.real.isInfinite { return Array((cell.real < 0 ? "-1e999" : "1e999").utf8) }
      return real(cell.real, exact ? exactReal : plainReal)
    case .text:
      if cell.bytes.contains(0) {
        return Array("CAST(".utf8) + Self.hex(cell.bytes, prefix: blobPrefix) + Array(" AS TEXT)".utf8)
      }
      return Self.quoted(cell.bytes)
    case .blob: return Self.hex(cell.bytes, prefix: blobPrefix)
    }
  }

  /// A real with all the digits that tell it from its neighbours.
  func exact(_ value: Double) -> [UInt8] { real(value, exactReal) }

  private func real(_ value: Double, _ statement: PreparedStatement?) -> [UInt8] {
    guard let statement else { return Array(value.description.utf8) }
    defer { statement.reset() }
    do throws(DatabaseError) {
      try statement.bind(1, .real(value))
      guard try statement.step() else { return Array(value.description.utf8) }
      return Array(statement.row[0].bytes)
    } catch {
      return Array(value.description.utf8)
    }
  }

  /// Text in apostrophes.
  static func quoted(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "'")]
    for byte in text {
      result.append(byte)
      if byte == UInt8(ascii: "'") { result.append(byte) }
    }
    result.append(UInt8(ascii: "'"))
    return result
  }

  static func quoted(_ text: String) -> String { String(decoding: quoted(text.utf8), as: UTF8.self) }

  /// A blob's literal.
  static func hex(_ bytes: some Sequence<UInt8>, prefix: Character = "X", isUpper: Bool = false) -> [UInt8] {
    let digits = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    var result = Array("\(prefix)'".utf8)
    for byte in bytes {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
    result.append(UInt8(ascii: "'"))
    return result
  }
}
