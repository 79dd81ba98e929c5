import Apus

/// Reads a database whole and says what it holds, or what is wrong with it.
enum Verifier {
  struct Violation: Error, CustomStringConvertible {
    let description: String
  }

  /// The digest of what a connection sees. Every value is compared with what its seed makes.
  static func digest(_ connection: Connection) throws -> UInt64 {
    var result: UInt64 = 0
    let names = try connection.texts("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
    let tables = try connection.texts(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for name in names { result &+= Model.hash(name) }
    var wrong: String?
    for table in tables {
      try connection.run(
        "SELECT id, seed, value FROM \(table)",
        row: { cells in
          let value = cells[2].bytes
          let row = Model.Row(seed: UInt64(bitPattern: cells[1].integer), length: value.count)
          if !value.elementsEqual(Model.value(row)) { wrong = "\(table) \(cells[0].integer)" }
          result &+= Model.hash(table: table, id: Int(cells[0].integer), row)
        })
    }
    if let wrong { throw Violation(description: "the value of \(wrong) is not what was written") }
    return result
  }

  static func checkIntegrity(_ connection: Connection) throws {
    let answer = try connection.texts("PRAGMA integrity_check")
    guard answer == ["ok"] else { throw Violation(description: "integrity_check: \(answer.prefix(5))") }
  }
}
