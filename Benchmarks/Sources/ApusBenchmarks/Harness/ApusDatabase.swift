import Apus

struct ApusFailure: Error, CustomStringConvertible {
  let description: String
}

extension Connection {
  /// Runs every statement of a text; rows are dropped.
  func run(script: String) throws {
    var text = Substring(script)
    while true {
      let (statement, tail) = try prepare(String(text))
      guard let statement else { return }
      while try statement.step() {}
      finish(statement)
      text = text[text.utf8.index(text.startIndex, offsetBy: tail)...]
    }
  }

  /// The caller finishes the statement.
  func compile(_ sql: String) throws -> PreparedStatement {
    guard let statement = try prepare(sql).statement else {
      throw ApusFailure(description: "no statement: \(sql)")
    }
    return statement
  }
}
