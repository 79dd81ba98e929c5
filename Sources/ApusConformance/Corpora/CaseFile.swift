// JSON-lines cases: one case a line, each on a database of its own.

import Foundation

/// What a step expects.
enum Expectation: Sendable {
  /// Close and open the database again.
  case reopen
  /// Runs, and is not compared.
  case anything
  case error(String)
  case rows([[SQLValue]])
  case digest(rows: Int, columns: Int, md5: String)
}

/// One step of a case.
struct CaseStep: Sendable {
  var sql: [UInt8]
  var expectation: Expectation
  /// Whether rows compare in order.
  var isOrdered: Bool
  /// The result differs between SQLite releases.
  var isVersionDependent: Bool
  /// The test to which it belongs, for counting.
  var test: String

  init(_ json: JSON) throws {
    test = json["t"]?.text ?? ""
    isOrdered = json["ordered"].map(\.isTrue) ?? true
    isVersionDependent =
      json["vs"] != nil && json["vs"].map { if case .null = $0 { false } else { true } } ?? false
    if json["open"] != nil {
      sql = []
      expectation = .reopen
      return
    }
    guard case .text(let text)? = json["sql"]?.sqlValue else { throw ConformanceError("a step without sql") }
    sql = text
    if json["any"].map(\.isTrue) == true {
      expectation = .anything
    } else if let message = json["error"]?.text {
      expectation = .error(message)
    } else if let digest = json["md5"]?.text, let rows = json["nrows"]?.int, let columns = json["ncols"]?.int
    {
      expectation = .digest(rows: rows, columns: columns, md5: digest)
    } else if let rows = json["rows"]?.elements {
      expectation = .rows(
        try rows.map { row in
          try (row.elements ?? []).map { element in
            guard let value = element.sqlValue else { throw ConformanceError("a value of no known form") }
            return value
          }
        })
    } else {
      throw ConformanceError("a step without expectation")
    }
  }
}

/// A case.
struct ConformanceCase: Sendable {
  var id: String
  var topic: String
  var steps: [CaseStep]
  /// Statements that run first.
  var fixture: [[UInt8]]
  var fixtureName: String?
  /// Whether it leaves its fixture as it was.
  var isReadOnly: Bool
  var needsFile: Bool
}

/// A file of cases.
enum CaseFile {
  /// Reads all cases of a file.
  static func read(_ path: String, fixtures: inout [String: [[UInt8]]]) throws -> [ConformanceCase] {
    let folder = (path as NSString).deletingLastPathComponent
    var cases: [ConformanceCase] = []
    for line in try readFile(path).split(separator: 10) where !line.allSatisfy({ $0 <= 32 }) {
      guard let json = JSONParser.parse(line), let id = json["id"]?.text, let steps = json["steps"]?.elements
      else {
        throw ConformanceError("\(path): a line is no case")
      }
      let name = json["fixture"]?.text
      cases.append(
        ConformanceCase(
          id: id, topic: json["topic"]?.text ?? "other", steps: try steps.map { try CaseStep($0) },
          fixture: try name.map { try fixture($0, near: folder, &fixtures) } ?? [], fixtureName: name,
          isReadOnly: json["readonly"].map(\.isTrue) ?? false,
          needsFile: json["file_db"].map(\.isTrue) ?? false))
    }
    return cases
  }

  /// The statements of `fixtures/NAME.jsonl` in the folder or one of those above.
  private static func fixture(
    _ name: String, near folder: String, _ known: inout [String: [[UInt8]]]
  ) throws -> [[UInt8]] {
    var base = folder
    for _ in 0..<4 {
      let path = "\(base)/fixtures/\(name).jsonl"
      if let statements = known[path] { return statements }
      if FileManager.default.fileExists(atPath: path) {
        let statements = try readFile(path).split(separator: 10).compactMap { line -> [UInt8]? in
          guard case .text(let text)? = JSONParser.parse(line)?.sqlValue else { return nil }
          return text
        }
        known[path] = statements
        return statements
      }
      base = (base as NSString).deletingLastPathComponent
    }
    throw ConformanceError("fixture \(name) is not in \(folder) or above")
  }
}
