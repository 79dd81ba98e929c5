import Foundation
import Testing

@testable import ApusEngine

/// Transactions over two files in which one operation fails: both files have them, or neither.
@Suite("Faults in transactions over two files")
struct AttachedFaultTests {
  private static let first = "/one.db"
  private static let second = "/two.db"
  private static let isFull = ProcessInfo.processInfo.environment["APUS_FAULTS"] == "1"

  /// Each transaction raises the number in both files, and moves pages about.
  private static func statements(_ mode: String) -> [String] {
    var sql = ["PRAGMA main.cache_size = 10", "PRAGMA two.cache_size = 10"]
    for name in ["main", "two"] {
      sql += [
        "PRAGMA \(name).journal_mode = \(mode)",
        "CREATE TABLE \(name).t(id INTEGER PRIMARY KEY, n, filler)",
        """
        WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 30)
        INSERT INTO \(name).t SELECT i, 0, zeroblob(900) FROM s
        """,
      ]
    }
    for n in 1...5 {
      sql += [
        "BEGIN", "UPDATE main.t SET n = \(n), filler = zeroblob(\(900 + n))",
        "UPDATE two.t SET n = \(n), filler = zeroblob(\(900 - n))", "COMMIT",
      ]
    }
    return sql
  }

  @Test("Both or neither", arguments: ["delete", "truncate", "persist"])
  func boundaries(_ mode: String) throws {
    let counted = FaultInjectingFileSystem(MemoryFileSystem(clock: POSIXFileSystem.shared))
    #expect(try Self.run(mode, counted) == nil)
    let operations = counted.operations
    let faults = FaultInjectingFileSystem.Fault.allCases
    for operation in stride(from: 1, through: operations, by: Self.isFull ? 1 : 11) {
      for isLast in [false, true] {
        let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
        let system = FaultInjectingFileSystem(files)
        let fault = faults[(operation + (isLast ? 1 : 0)) % faults.count]
        system.fail(operation: operation, with: fault, sticky: isLast)
        let failed = try Self.run(mode, system)
        let found = try [Self.first, Self.second].map { try Self.content($0, files) }
        let isBefore = failed.map { $0 < 8 } ?? false
        if !isBefore {
          #expect(
            found[0] == found[1] && found[0].count == 1,
            "\(mode), operation \(operation) \(fault) \(isLast), statement \(failed ?? -1): \(found)")
        }
      }
    }
  }

  /// Runs the statements; answers the number of the one that failed.
  private static func run(_ mode: String, _ system: FaultInjectingFileSystem) throws -> Int? {
    let connection: Connection
    do throws(DatabaseError) {
      connection = try Connection.open(first, vfs: system)
    } catch {
      return -1
    }
    defer { connection.close() }
    do throws(DatabaseError) {
      try connection.attachDatabase(second, as: "two")
    } catch {
      return -1
    }
    for (index, sql) in statements(mode).enumerated() {
      do throws(DatabaseError) {
        try connection.execute(sql)
      } catch {
        #expect([.ioError, .full, .cannotOpen].contains(error.code.primary), "\(sql): \(error)")
        return index
      }
    }
    return nil
  }

  /// The different numbers in a file's table, which must be one.
  private static func content(_ path: String, _ files: MemoryFileSystem) throws -> [String] {
    let connection = try Connection.open(path, vfs: files)
    defer { connection.close() }
    #expect(try connection.lines("PRAGMA integrity_check") == ["ok"])
    guard try connection.lines("SELECT name FROM sqlite_schema") == ["t"] else { return [] }
    return try connection.lines("SELECT DISTINCT n FROM t")
  }
}
