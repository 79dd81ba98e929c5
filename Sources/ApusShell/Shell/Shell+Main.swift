import Apus

extension Shell {
  /// The program: reads the command line, runs what it says, and ends the process.
  static func runMain() -> Never {
    Interrupts.install()
    let options: ShellOptions
    do {
      options = try ShellOptions(Array(CommandLine.arguments.dropFirst()))
    } catch {
      complain("apusdb: Error: \(error.message)\nUse -help for a list of options.")
      exit(1)
    }
    if options.showsHelp {
      print(ShellOptions.help, terminator: "")
      exit(0)
    }
    if options.showsVersion {
      print("apusdb \(version), SQLite 3.51.3 dialect and file format")
      exit(0)
    }
    let shell: Shell
    do {
      shell = try Shell()
    } catch {
      complain("apusdb: Error: \(error.message)")
      exit(1)
    }
    let status = shell.run(options)
    shell.sink.restore()
    shell.closeDatabase()
    exit(status)
  }

  /// - Returns: the exit status.
  private func run(_ options: ShellOptions) -> Int32 {
    options.apply(to: self)
    if options.opensAtOnce || isReadOnly, !open() { return 1 }
    let isTerminal = isatty(0) == 1
    isInteractive = options.isInteractive ?? isTerminal
    if let outcome = readStartFile(options) { return outcome }
    for command in options.commands {
      let status = runArgument(command)
      if let status { return status }
    }
    if !options.arguments.isEmpty {
      for argument in options.arguments {
        if let status = runArgument(argument) { return status }
      }
      return 0
    }
    if isInteractive && isTerminal {
      let history = History(path: History.defaultPath)
      sink.write("apusdb \(Self.version)\nEnter \".help\" for usage hints.\n")
      if path == ":memory:" {
        sink.write("Connected to a transient in-memory database.\n")
        sink.write("Use \".open FILENAME\" to reopen on a persistent database.\n")
      }
      let outcome = process(TerminalLines(self, history))
      history.save()
      return outcome == .failure ? 1 : 0
    }
    return process(isInteractive ? PromptedLines(self) : FileLines()) == .failure ? 1 : 0
  }

  /// `-init FILE`, or `~/.apusdbrc` if there is one.
  private func readStartFile(_ options: ShellOptions) -> Int32? {
    guard let name = options.initFile ?? Self.homeFile(".apusdbrc") else { return nil }
    guard let source = FileLines(name) else {
      guard options.initFile != nil else { return nil }
      report("cannot open: \"\(name)\"")
      return 1
    }
    if isInteractive { complain("-- Loading resources from \(name)") }
    let outcome = process(source)
    if outcome == .quit { return 0 }
    return outcome == .failure && bails ? 1 : nil
  }

  static func homeFile(_ name: String) -> String? {
    guard let home = getenv("HOME") else { return nil }
    return String(cString: home) + "/" + name
  }

  /// Runs one argument of the command line.
  /// - Returns: the exit status when that is the end.
  private func runArgument(_ text: String) -> Int32? {
    if text.hasPrefix(".") {
      switch runDotCommand(text) {
      case .success: return nil
      case .failure: return 1
      case .quit: return 0
      }
    }
    defer { sink.statementEnded() }
    do throws(StatementFailure) {
      try run(Array(text.utf8))
      return nil
    } catch {
      report("Error: \(error.stage == .preparing ? "in prepare" : "stepping"), \(error.message)")
      return error.error.code.primary.rawValue
    }
  }
}
