import Apus
import Foundation
import Testing

/// What a stock `sqlite3` process sees of a file that is open here.
@Suite("Beside another process", .enabled(if: StockShell.path != nil, "there is no sqlite3 on the path"))
struct OtherProcessTests {
  private let directory = TemporaryDirectory()

  @Test("A WAL database is held until its last Database is closed")
  func heldUntilLastClose() throws {
    let path = directory.file("a.db")
    let first = try Database(path)
    let second = try Database(path)
    try first.write { try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)") }
    #expect(try second.read { try $0.query("SELECT count(*) FROM t").scalar(Int.self) } == 1)

    let whileBoth = try StockShell.run(path, "SELECT count(*) FROM t")
    #expect(whileBoth.status != 0)
    #expect(whileBoth.errors.contains("locked"))

    first.close()
    for sql in ["SELECT count(*) FROM t", "INSERT INTO t VALUES (9)", "PRAGMA wal_checkpoint"] {
      let whileOne = try StockShell.run(path, sql)
      #expect(whileOne.errors.contains("locked") || whileOne.output.hasPrefix("1|"), "\(sql): \(whileOne)")
      #expect(!FileManager.default.fileExists(atPath: path + "-shm"), "\(sql) made a wal-index")
    }
    // Closing one has taken nothing from the other.
    try second.write { try $0.execute("INSERT INTO t VALUES (2)") }
    #expect(try second.read { try $0.query("SELECT sum(a) FROM t").scalar(Int.self) } == 3)

    second.close()
    let after = try StockShell.run(path, "SELECT sum(a) FROM t; PRAGMA integrity_check")
    #expect(after.output == "3\nok\n")
    #expect(after.status == 0)
  }

  @Test("A database in rollback mode is shared: what either commits, both see")
  func rollbackMode() throws {
    let path = directory.file("b.db")
    var configuration = Database.Configuration()
    configuration.journalMode = .delete
    let db = try Database(path, configuration)
    try db.write { try $0.execute("CREATE TABLE t(a); INSERT INTO t VALUES (1)") }
    let insert = try StockShell.run(path, "INSERT INTO t VALUES (2); SELECT sum(a) FROM t")
    #expect(insert.output == "3\n")
    #expect(try db.read { try $0.query("SELECT sum(a) FROM t").scalar(Int.self) } == 3)
    try db.write { try $0.execute("INSERT INTO t VALUES (4)") }
    #expect(try StockShell.run(path, "SELECT sum(a) FROM t").output == "7\n")
  }
}

/// The system's `sqlite3`.
enum StockShell {
  static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/sqlite3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static func run(_ database: String, _ sql: String) throws -> (output: String, errors: String, status: Int32)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "sqlite3")
    process.arguments = ["-batch", database, sql]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      String(decoding: printed, as: UTF8.self), String(decoding: complained, as: UTF8.self),
      process.terminationStatus
    )
  }
}
