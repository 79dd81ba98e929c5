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
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        + "AND name NOT IN ('counts', 'link')")
    for name in names { result &+= Model.hash(name) }
    var wrong: String?
    for table in tables {
      try connection.run(
        "SELECT id, seed, value, size, half FROM \(table)",
        row: { cells in
          let value = cells[2].bytes
          let row = Model.Row(seed: UInt64(bitPattern: cells[1].integer), length: value.count)
          if !value.elementsEqual(Model.value(row)) { wrong = "\(table) \(cells[0].integer)" }
          if cells[3].integer != row.length || cells[4].integer != cells[1].integer / 2 {
            wrong = "a generated column of \(table) \(cells[0].integer)"
          }
          result &+= Model.hash(table: table, id: Int(cells[0].integer), row)
        })
    }
    if names.contains("counts") {
      try connection.run(
        "SELECT inserted, updated, deleted, name FROM counts",
        row: { cells in
          let counts = Model.Counts(
            inserted: Int(cells[0].integer), updated: Int(cells[1].integer), deleted: Int(cells[2].integer))
          result &+= Model.hash(counts: counts, of: String(decoding: cells[3].bytes, as: UTF8.self))
        })
      try connection.run(
        "SELECT id, parent FROM link",
        row: { result &+= Model.hash(link: Int($0[0].integer), parent: Int($0[1].integer)) })
    }
    if let wrong { throw Violation(description: "the value of \(wrong) is not what was written") }
    return result
  }

  static func checkIntegrity(_ connection: Connection) throws {
    let answer = try connection.texts("PRAGMA integrity_check")
    guard answer == ["ok"] else { throw Violation(description: "integrity_check: \(answer.prefix(5))") }
    let orphans = try connection.texts("PRAGMA foreign_key_check")
    guard orphans.isEmpty else { throw Violation(description: "foreign_key_check: \(orphans.prefix(5))") }
  }
}
