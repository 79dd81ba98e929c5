import Foundation
import Testing

@testable import ApusEngine

/// The statements of Tests/Cases with the answers that `scripts/record_cases.py` took from SQLite 3.51.3.
@Suite("Statements give the answers that SQLite 3.51.3 gave")
struct RecordedCaseTests {
  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: RecordedCase.folder.path)) ?? []
    return names.filter { $0.hasSuffix(".sql") }.sorted()
  }()

  @Test func casesExist() { #expect(!Self.files.isEmpty) }

  @Test(arguments: files)
  func answers(_ file: String) throws {
    let cases = try RecordedCase.read(file)
    #expect(!cases.isEmpty)
    for recorded in cases {
      let connection = try Connection.open(":memory:")
      defer { connection.close() }
      for step in recorded.steps {
        #expect(
          Self.run(step.sql, on: connection) == step.answer, "\(file), case \(recorded.name): \(step.sql)")
      }
      // Where SQLite itself found rows that break a constraint, the recorded answer is the judgement.
      let isJudged = recorded.steps.contains { $0.sql.lowercased().hasPrefix("pragma integrity_check") }
      if !isJudged { try SystemSQLite.expectSound(connection, "\(file), case \(recorded.name)") }
    }
  }

  static func run(_ sql: String, on connection: Connection) -> [String] {
    var rows: [String] = []
    do throws(DatabaseError) {
      guard let statement = try connection.prepare(sql).statement else { return [] }
      defer { connection.finish(statement) }
      // The numbers of a plan's lines are of no account.
      let first = sql.uppercased().hasPrefix("EXPLAIN QUERY PLAN") ? 3 : 0
      while try statement.step() {
        rows.append(
          (first..<statement.columnCount).map { literal(statement.row[$0]) }.joined(separator: ", "))
      }
      return rows
    } catch {
      return ["error: " + error.message]
    }
  }

  static func literal(_ cell: Cell) -> String {
    switch cell.tag {
    case .null: return "NULL"
    case .integer: return String(cell.integer)
    case .real:
      let text = String(format: "%.17g", cell.real)
      return text.contains { ".en".contains($0) } ? text : text + ".0"
    case .text:
      let text = String(decoding: cell.bytes, as: UTF8.self)
      return "'" + text.replacing("'", with: "''").replacing("\n", with: "\\n") + "'"
    case .blob: return "x'" + cell.bytes.map { String(format: "%02x", $0) }.joined() + "'"
    }
  }
}
