import Testing

@testable import ApusEngine

/// Compares the files that a failed run left with what SQLite makes of the same statements. After a crash they are as
/// the crash left them: SQLite plays the journal or the log back itself.
struct FaultJudge {
  private let script: FaultScript
  private let folder: TemporaryFolder

  init(_ script: FaultScript) throws {
    self.script = script
    folder = try TemporaryFolder()
  }

  func problems(of outcome: FaultRun.Outcome) throws -> [String] {
    let path = try folder.write(outcome.files, "/f.db", as: "failed.db")
    let found = try SystemSQLite.run(".bail on\nPRAGMA integrity_check;\n.dump", on: path)
    guard found.hasPrefix("ok\n") else { return ["SQLite says: \(found.prefix(200))"] }
    let allowed = try outcome.committedStatements.map { try expected($0) }
    return allowed.contains(Self.withoutProbe(found)) ? [] : ["SQLite reads something in between"]
  }

  /// The dump that SQLite gives after running so many statements, as `FaultRun.Outcome.committedStatements` counts them.
  private func expected(_ statements: Int) throws -> String {
    let path = try folder.write(MemoryFileSystem(clock: POSIXFileSystem.shared), "/none", as: "expected.db")
    var sql = script.statements.prefix(abs(statements)).map { $0 + ";\n" }.joined()
    if statements < 0 { sql += "COMMIT;\n" }
    _ = try SystemSQLite.run(sql, on: path)
    return Self.withoutProbe(try SystemSQLite.run(".bail on\nPRAGMA integrity_check;\n.dump", on: path))
  }

  /// The row that the failed connection wrote afterwards is none of the script's.
  private static func withoutProbe(_ dump: String) -> String {
    dump.split(separator: "\n").filter { !$0.hasPrefix("INSERT INTO probe ") }.joined(separator: "\n")
  }
}
