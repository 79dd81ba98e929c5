import ApusSQL
import Foundation

/// One case of a file in Tests/Cases: statements on a database of their own, each with its recorded answer.
struct RecordedCase {
  struct Step {
    var sql: String
    var answer: [String]
  }

  var name: String
  var steps: [Step] = []

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Cases")

  /// Reads the format that `scripts/record_cases.py` describes.
  static func read(_ file: String) throws -> [RecordedCase] {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    var cases: [RecordedCase] = []
    var statement: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--> ") || line == "-->" {
        cases[cases.count - 1].steps[cases[cases.count - 1].steps.count - 1].answer.append(
          String(line.dropFirst(4)))
      } else if line.hasPrefix("-- case ") {
        cases.append(RecordedCase(name: String(line.dropFirst(8))))
      } else if statement.isEmpty && (line.allSatisfy(\.isWhitespace) || line.hasPrefix("--")) {
        continue
      } else {
        statement.append(line)
        let sql = statement.joined(separator: "\n")
        if line.last(where: { !$0.isWhitespace }) == ";", StatementScanner.isComplete(sql) {
          cases[cases.count - 1].steps.append(Step(sql: sql, answer: []))
          statement = []
        }
      }
    }
    return cases
  }
}
