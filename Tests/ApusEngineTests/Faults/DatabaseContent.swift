@testable import ApusEngine

/// Schema and rows of a database, but for the table `probe`, each table as a hash that holds within this process.
struct DatabaseContent: Hashable, Sendable, CustomStringConvertible {
  private var tables: [String: Int] = [:]

  init(of connection: Connection) throws {
    tables["sqlite_schema"] = try Self.hash(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name", connection)
    let names = try connection.lines("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    for name in names where name != "probe" {
      tables[name] = try Self.hash("SELECT * FROM \(name) ORDER BY 1, 2", connection)
    }
  }

  private static func hash(_ sql: String, _ connection: Connection) throws(DatabaseError) -> Int {
    var hasher = Hasher()
    try connection.forEachRow(sql) { cells in
      for cell in cells {
        hasher.combine(cell.tag.rawValue)
        switch cell.tag {
        case .integer: hasher.combine(cell.integer)
        case .real: hasher.combine(cell.real)
        case .text, .blob:
          hasher.combine(cell.bytes.count)
          hasher.combine(bytes: UnsafeRawBufferPointer(cell.bytes))
        case .null: break
        }
      }
    }
    return hasher.finalize()
  }

  /// The tables by which this content differs from another.
  func difference(from other: DatabaseContent) -> [String] {
    Set(tables.keys).union(other.tables.keys).filter { tables[$0] != other.tables[$0] }.sorted()
  }

  var description: String { "tables \(tables.keys.sorted())" }
}

extension Connection {
  /// Runs a statement to its end.
  func execute(_ sql: String) throws(DatabaseError) { try forEachRow(sql) { _ in } }

  /// The rows of a query as text, columns joined by `|`.
  func lines(_ sql: String) throws(DatabaseError) -> [String] {
    var lines: [String] = []
    try forEachRow(sql) { cells in
      lines.append(cells.map { "\(TestValue($0).plain)" }.joined(separator: "|"))
    }
    return lines
  }

  func forEachRow(
    _ sql: String, _ body: (UnsafeBufferPointer<Cell>) -> Void
  ) throws(DatabaseError) {
    guard let statement = try prepare(sql).statement else { return }
    defer { finish(statement) }
    while try statement.step() {
      body(UnsafeBufferPointer(start: statement.row, count: statement.columnCount))
    }
  }
}

extension TestValue {
  /// The value as SQLite's shell prints it.
  var plain: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let value): value
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}
