// .help .version

extension DotCommand {
  static let helpCommands: [DotCommand] = [
    DotCommand("help", "?-all? ?PATTERN?", "Show help text for PATTERN", count: 0...2) { shell, arguments in
      shell.showHelp(arguments)
    },
    DotCommand("version", "", "Show the version", count: 0...0) { shell, _ in
      shell.sink.write("apusdb \(Shell.version), SQLite 3.51.3 dialect and file format\n")
      return .success
    },
  ]
}

enum HelpText {
  /// The line of a command and its details.
  static func full(_ command: DotCommand) -> String {
    command.helpLine + "\n" + command.details.map { "   \($0)\n" }.joined()
  }
}

extension Shell {
  fileprivate func showHelp(_ arguments: [String]) -> Outcome {
    let wantsAll = arguments.contains { $0 == "-all" || $0 == "--all" }
    guard let pattern = arguments.first(where: { !$0.hasPrefix("-") }) else {
      for command in DotCommand.all {
        sink.write(wantsAll ? HelpText.full(command) : command.helpLine + "\n")
      }
      return .success
    }
    let word = pattern.hasPrefix(".") ? String(pattern.dropFirst()) : pattern
    let found = DotCommand.all.filter { $0.name.hasPrefix(word) }
    guard !found.isEmpty else {
      sink.write("Nothing matches '\(pattern)'\n")
      return .success
    }
    for command in found { sink.write(found.count == 1 ? HelpText.full(command) : command.helpLine + "\n") }
    return .success
  }
}
