import Apus
import ApusSQL

extension Shell {
  /// How a piece of input ended.
  enum Outcome { case success, failure, quit }

  /// Reads statements and dot commands until the source ends, or at the first error when `bails`.
  /// - Returns: `.failure` when anything failed, `.quit` after `.quit`.
  func process(_ source: any LineSource) -> Outcome {
    var errors = 0
    var statement: [UInt8] = []
    var lineNumber = 0
    var startLine = 0
    lines: while errors == 0 || !bails || source.isInteractive {
      sink.flush()
      let line: [UInt8]
      switch source.next(isContinuation: !statement.isEmpty) {
      case .text(let text): line = text
      case .cancelled:
        statement.removeAll()
        continue
      case .end: break lines
      }
      lineNumber += 1
      if source.isInteractive { Interrupts.reset() }
      if statement.isEmpty {
        if Self.isOnlyBlank(line) {
          if echoes, !source.isInteractive { echo(line) }
          continue
        }
        if line[0] == UInt8(ascii: ".") || line[0] == UInt8(ascii: "#") {
          if echoes { echo(line) }
          guard line[0] == UInt8(ascii: ".") else { continue }
          switch runDotCommand(String(decoding: line, as: UTF8.self)) {
          case .quit:
            sink.statementEnded()
            return .quit
          case .failure: errors += 1
          case .success: break
          }
          continue
        }
        startLine = lineNumber
        statement = Array(line.drop(while: isBlank))
      } else if Self.isTerminator(line), StatementScanner.isComplete(Self.text(statement + [10, 59])) {
        statement += [UInt8(ascii: ";")]
      } else {
        statement.append(10)
        statement += line
      }
      if statement.contains(UInt8(ascii: ";")), StatementScanner.isComplete(Self.text(statement)) {
        if !runStatements(statement, line: source.isInteractive ? nil : startLine) { errors += 1 }
        statement.removeAll()
        // Ctrl-C ends a script, not only the statement that it met.
        if Interrupts.isRequested, !source.isInteractive { return .failure }
      } else if Self.isOnlyBlank(statement) {
        if echoes { echo(statement) }
        statement.removeAll()
      }
    }
    if !statement.isEmpty, !Self.isOnlyBlank(statement), !(errors > 0 && bails) {
      if !runStatements(statement, line: source.isInteractive ? nil : startLine) { errors += 1 }
    }
    return errors > 0 ? .failure : .success
  }

  /// Runs a text's statements and prints what failed.
  /// - Parameter line: where the text began in its file; nil for what a person types.
  private func runStatements(_ text: [UInt8], line: Int?) -> Bool {
    defer { sink.statementEnded() }
    if echoes { echo(text) }
    do throws(StatementFailure) {
      try run(text)
      return true
    } catch {
      let kind = error.stage == .preparing ? "Parse error" : "Runtime error"
      report("\(kind)\(line.map { " near line \($0)" } ?? ""): \(error.message)")
      return false
    }
  }

  private func echo(_ line: [UInt8]) {
    sink.append(line)
    sink.write("\n")
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A line that ends a statement as other databases' shells have it.
  private static func isTerminator(_ line: [UInt8]) -> Bool {
    let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" }
    guard words.count == 1, let word = words.first else { return false }
    return word == "/" || word.lowercased() == "go"
  }

  /// Blanks and comments alone.
  static func isOnlyBlank(_ text: [UInt8]) -> Bool {
    var index = 0
    while index < text.count {
      if isBlank(text[index]) {
        index += 1
      } else if text[index...].starts(with: Array("--".utf8)) {
        guard let end = text[index...].firstIndex(of: 10) else { return true }
        index = end + 1
      } else if text[index...].starts(with: Array("/*".utf8)) {
        var end = index + 2
        while end + 1 < text.count, !(text[end] == UInt8(ascii: "*") && text[end + 1] == UInt8(ascii: "/")) {
          end += 1
        }
        guard end + 1 < text.count else { return false }
        index = end + 2
      } else {
        return false
      }
    }
    return true
  }
}
