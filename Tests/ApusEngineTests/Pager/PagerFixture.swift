import Testing

@testable import ApusEngine

/// Connections on one file, whose content is judged by the system's SQLite at the end.
final class PagerFixture {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("a.db")
  }

  func open(_ settings: String...) throws -> Connection {
    let connection = try Connection.open(path)
    for setting in settings { try connection.execute(setting) }
    return connection
  }

  /// The file is sound for SQLite, and SQLite reads these lines from it. Every connection must be closed.
  func expectSound(_ sql: String = "SELECT 1 WHERE 0", _ lines: [String] = []) throws {
    let answer = try SystemSQLite.run("PRAGMA integrity_check; \(sql);", on: path)
    #expect(answer == (["ok"] + lines).joined(separator: "\n"))
  }
}

extension Connection {
  /// The first column of the first row as text.
  func value(_ sql: String) throws -> String { try lines(sql).first ?? "" }
}
