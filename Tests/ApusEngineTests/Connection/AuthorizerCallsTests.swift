import Foundation
import Testing

@testable import ApusEngine

/// Tests/Authorization/calls.txt, which `scripts/record_authorizer.py` takes from SQLite 3.51.3.
struct RecordedAuthorization {
  /// What of the calls is compared.
  enum Comparison: Character {
    case sequence = ">"
    /// The same calls, however often and in whatever order: what SQLite's depends on, `spec/roadmap.md` says.
    case set = "~"
    /// Known to differ (`spec/roadmap.md`): the test tells when it does no longer.
    case differs = "!"
  }

  struct Answer {
    var answer: AuthorizerAnswer
    var wanted: [Substring]
  }

  var setup: String
  var sql: String
  var comparison: Comparison
  var answers: [Answer]
  var calls: [String] = []

  static func read() throws -> [RecordedAuthorization] {
    let file = RecordedCase.folder.deletingLastPathComponent().appending(path: "Authorization/calls.txt")
    var found: [RecordedAuthorization] = []
    var setup = ""
    var inSetup = false
    var answers: [Answer] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line == "== SETUP" {
        setup = ""
        inSetup = true
      } else if line.hasPrefix("? ") {
        inSetup = false
        let words = line.dropFirst(2).split(separator: " ")
        let wanted = Array((words.dropFirst() + ["*", "*", "*"]).prefix(3))
        answers.append(Answer(answer: words[0] == "deny" ? .deny : .ignore, wanted: wanted))
      } else if let comparison = line.first.flatMap(Comparison.init), line.dropFirst().first == " " {
        inSetup = false
        found.append(
          RecordedAuthorization(
            setup: setup, sql: String(line.dropFirst(2)), comparison: comparison, answers: answers))
        answers = []
      } else if inSetup {
        setup += line + "\n"
      } else {
        found[found.count - 1].calls.append(String(line))
      }
    }
    return found
  }

  /// What Apus asks.
  func ask() throws -> [String] {
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    var rest = setup[...]
    while !rest.isEmpty {
      let (statement, tail) = try connection.prepare(String(rest))
      if let statement {
        while try statement.step() {}
        connection.finish(statement)
      }
      rest = Substring(decoding: Array(rest.utf8)[tail...], as: UTF8.self)
    }
    var asked: [String] = []
    connection.authorizer = { request in
      let fields = [request.first, request.second, request.databaseName, request.innermost].map { $0 ?? "-" }
      asked.append("\(request.action.written)|" + fields.joined(separator: "|"))
      for answer in answers {
        let actual = [
          request.action.written, request.first.flatMap { $0.isEmpty ? nil : $0 } ?? "-",
          request.second.flatMap { $0.isEmpty ? nil : $0 } ?? "-",
        ]
        if zip(answer.wanted, actual).allSatisfy({ $0 == "*" || $0 == $1 }) { return answer.answer }
      }
      return .allow
    }
    do throws(DatabaseError) {
      if let statement = try connection.prepare(sql).statement { connection.finish(statement) }
    } catch {
      asked.append("= \(error.code.rawValue): \(error.message)")
    }
    connection.authorizer = nil
    return asked
  }
}

extension AuthorizerAction {
  /// SQLite's name without its prefix.
  var written: String {
    switch self {
    case .createIndex: "CREATE_INDEX"
    case .createTable: "CREATE_TABLE"
    case .createTemporaryIndex: "CREATE_TEMP_INDEX"
    case .createTemporaryTable: "CREATE_TEMP_TABLE"
    case .createTemporaryTrigger: "CREATE_TEMP_TRIGGER"
    case .createTemporaryView: "CREATE_TEMP_VIEW"
    case .createTrigger: "CREATE_TRIGGER"
    case .createView: "CREATE_VIEW"
    case .delete: "DELETE"
    case .dropIndex: "DROP_INDEX"
    case .dropTable: "DROP_TABLE"
    case .dropTemporaryIndex: "DROP_TEMP_INDEX"
    case .dropTemporaryTable: "DROP_TEMP_TABLE"
    case .dropTemporaryTrigger: "DROP_TEMP_TRIGGER"
    case .dropTemporaryView: "DROP_TEMP_VIEW"
    case .dropTrigger: "DROP_TRIGGER"
    case .dropView: "DROP_VIEW"
    case .insert: "INSERT"
    case .pragma: "PRAGMA"
    case .read: "READ"
    case .select: "SELECT"
    case .transaction: "TRANSACTION"
    case .update: "UPDATE"
    case .attach: "ATTACH"
    case .detach: "DETACH"
    case .alterTable: "ALTER_TABLE"
    case .reindex: "REINDEX"
    case .analyze: "ANALYZE"
    case .createVirtualTable: "CREATE_VTABLE"
    case .dropVirtualTable: "DROP_VTABLE"
    case .function: "FUNCTION"
    case .savepoint: "SAVEPOINT"
    case .recursive: "RECURSIVE"
    }
  }
}

@Suite("An authorizer is asked what SQLite 3.51.3 asks")
struct AuthorizerCallsTests {
  @Test func calls() throws {
    let recorded = try RecordedAuthorization.read()
    #expect(recorded.count > 500)
    for one in recorded {
      let asked = try one.ask()
      switch one.comparison {
      case .sequence: #expect(asked == one.calls, "\(one.sql)")
      case .set: #expect(Set(asked) == Set(one.calls), "\(one.sql)")
      case .differs: #expect(Set(asked) != Set(one.calls), "no difference any more: \(one.sql)")
      }
    }
  }
}
