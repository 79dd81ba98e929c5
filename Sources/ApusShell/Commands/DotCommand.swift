/// A dot command of the shell.
struct DotCommand: Sendable {
  typealias Action = @Sendable (Shell, [String]) -> Shell.Outcome

  /// Without the dot.
  let name: String
  /// Arguments, for help and usage.
  let arguments: String
  /// One line.
  let summary: String
  /// Further lines of help.
  let details: [String]
  /// Fewest and most arguments; other numbers print the usage.
  let count: ClosedRange<Int>
  let action: Action

  init(
    _ name: String, _ arguments: String, _ summary: String, details: [String] = [], count: ClosedRange<Int>,
    _ action: @escaping Action
  ) {
    self.name = name
    self.arguments = arguments
    self.summary = summary
    self.details = details
    self.count = count
    self.action = action
  }

  /// Name and arguments, filled to the column of the summary.
  var helpLine: String {
    let head = arguments.isEmpty ? ".\(name)" : ".\(name) \(arguments)"
    return head + String(repeating: " ", count: max(1, 25 - head.utf8.count)) + summary
  }

  static let all: [DotCommand] =
    (modeCommands + schemaCommands + fileCommands + backupCommands + importCommands + dumpCommands
    + outputCommands
    + settingCommands
    + parameterCommands + helpCommands).sorted { $0.name < $1.name }

  /// The command that a word names: a beginning of its name will do when it is that of one command only, or of one that
  /// comes first.
  static func named(_ word: String) -> DotCommand? {
    all.first { $0.name == word } ?? all.first { !word.isEmpty && $0.name.hasPrefix(word) }
  }

  /// Words of a command line: blanks separate, apostrophes and quotation marks keep together, and in quotation marks
  /// backslashes escape.
  static func words(_ line: String) -> [String] {
    var result: [String] = []
    var bytes = Array(line.utf8)[...]
    while true {
      bytes = bytes.drop(while: isBlank)
      guard let first = bytes.first else { return result }
      if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
        bytes.removeFirst()
        var word: [UInt8] = []
        while let byte = bytes.popFirst(), byte != first {
          word.append(byte)
          if byte == UInt8(ascii: "\\"), first == UInt8(ascii: "\""), let next = bytes.popFirst() {
            word.append(next)
          }
        }
        let text = String(decoding: word, as: UTF8.self)
        result.append(first == UInt8(ascii: "\"") ? Escapes.resolve(text) : text)
      } else {
        let word = bytes.prefix { !isBlank($0) }
        bytes = bytes.dropFirst(word.count)
        result.append(Escapes.resolve(String(decoding: word, as: UTF8.self)))
      }
    }
  }
}

extension Shell {
  /// Runs a line that begins with a dot.
  func runDotCommand(_ line: String) -> Outcome {
    let words = DotCommand.words(String(line.dropFirst()))
    guard let name = words.first else { return .success }
    guard let command = DotCommand.named(name) else {
      report("Error: unknown command or invalid arguments:  \"\(name)\". Enter \".help\" for help")
      return .failure
    }
    let arguments = Array(words.dropFirst())
    guard command.count.contains(arguments.count) else {
      report("Usage: .\(command.name) \(command.arguments)")
      return .failure
    }
    let outcome = command.action(self, arguments)
    if command.name != "once", command.name != "output" { sink.statementEnded() }
    return outcome
  }

  /// Reads `on`, `off` and their synonyms; says so when a word is none of them, which counts as off.
  func boolean(_ word: String) -> Bool {
    if let number = Int(word) { return number != 0 }
    switch word.lowercased() {
    case "on", "yes": return true
    case "off", "no": return false
    default:
      report("ERROR: Not a boolean value: \"\(word)\". Assuming \"no\".")
      return false
    }
  }

  /// Runs `body` and reports its error.
  func reporting(_ body: () throws -> Void) -> Outcome {
    do {
      try body()
      return .success
    } catch {
      report("Error: \(error)")
      return .failure
    }
  }
}
