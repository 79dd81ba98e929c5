import Foundation
import Testing

@testable import ApusEngine

/// The `sqlite3` shell of the system, which judges the files that Apus writes.
enum SystemSQLite {
  static let path: String? = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3", "/opt/homebrew/bin/sqlite3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isAvailable: Bool { path != nil }

  /// Runs SQL on a file.
  /// - Returns: what it prints, and its errors, without the last line end.
  static func run(_ sql: String, on file: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = ["-batch", file]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    input.fileHandleForWriting.write(Data(sql.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  /// Expects that SQLite finds the main database of a connection sound, which is in memory and in no transaction.
  static func expectSound(_ connection: Connection, _ name: String) throws {
    let file = connection.databases[0].pager.store.file
    let size = try file.size()
    guard isAvailable, size > 0, connection.isAutocommit else { return }
    let folder = try TemporaryFolder()
    let path = folder.file("memory.db")
    try Data(try file.bytes(Int(size), at: 0)).write(to: URL(fileURLWithPath: path))
    #expect(try run("PRAGMA integrity_check;", on: path) == "ok", "\(name)")
  }
}

/// A folder of its own for database files, removed with this value.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/apus-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a database of a memory file system here, with its journal and log.
  func write(_ files: MemoryFileSystem, _ source: String, as name: String) throws -> String {
    for suffix in ["", "-journal", "-wal"] {
      let target = file(name) + suffix
      try? FileManager.default.removeItem(atPath: target)
      if let bytes = files.contents(of: source + suffix) {
        try Data(bytes).write(to: URL(fileURLWithPath: target))
      }
    }
    return file(name)
  }
}
