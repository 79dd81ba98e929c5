// .open .read .cd .shell .system .quit .exit

extension DotCommand {
  static let fileCommands: [DotCommand] = [
    DotCommand(
      "open", "?OPTIONS? ?FILE?", "Close existing database and reopen FILE",
      details: [
        "Options:", "   --new           Initialize FILE to an empty database",
        "   --readonly      Open FILE readonly",
      ],
      count: 0...3
    ) { shell, arguments in shell.reopen(arguments) },
    DotCommand(
      "read", "FILE", "Read input from FILE or command output",
      details: ["If FILE begins with \"|\", it is a command that generates the input."], count: 1...1
    ) { shell, arguments in
      guard let source = FileLines(arguments[0]) else {
        shell.report("Error: cannot open \"\(arguments[0])\"")
        return .failure
      }
      return shell.reading { shell.process(source) }
    },
    DotCommand("cd", "DIRECTORY", "Change the working directory to DIRECTORY", count: 1...1) {
      shell, arguments in
      guard chdir(arguments[0]) == 0 else {
        shell.report("Cannot change to directory \"\(arguments[0])\"")
        return .failure
      }
      return .success
    },
    DotCommand("shell", "CMD ARGS...", "Run CMD ARGS... in a system shell", count: 1...1000) {
      shell, arguments in
      shell.runSystemShell(arguments)
    },
    DotCommand("system", "CMD ARGS...", "Run CMD ARGS... in a system shell", count: 1...1000) {
      shell, arguments in
      shell.runSystemShell(arguments)
    },
    DotCommand("quit", "", "Exit this program", count: 0...0) { _, _ in .quit },
    DotCommand("exit", "?CODE?", "Exit this program with return-code CODE", count: 0...1) {
      shell, arguments in
      guard let code = arguments.first.flatMap({ Int32($0) }), code != 0 else { return .quit }
      shell.sink.restore()
      shell.closeDatabase()
      exit(code)
    },
  ]
}

extension Shell {
  private static let readDepthLimit = 25

  /// Files that read each other end at a depth, not by a stack overflow.
  fileprivate func reading(_ body: () -> Outcome) -> Outcome {
    guard readDepth < Self.readDepthLimit else {
      report("Input nesting limit (\(Self.readDepthLimit)) reached. Check recursion.")
      return .failure
    }
    readDepth += 1
    defer { readDepth -= 1 }
    // `.quit` in a file ends the file.
    let outcome = body()
    return outcome == .quit ? .success : outcome
  }

  fileprivate func reopen(_ arguments: [String]) -> Outcome {
    var isNew = false
    var readOnly = false
    var name: String?
    for word in arguments {
      switch word.hasPrefix("-") ? String(word.drop { $0 == "-" }) : "" {
      case "new": isNew = true
      case "readonly": readOnly = true
      case "" where name == nil: name = word
      case "":
        report("extra argument: \"\(word)\"")
        return .failure
      default:
        report("unknown option: \(word)")
        return .failure
      }
    }
    closeDatabase()
    if isNew, let name {
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(name + suffix) }
    }
    use(name ?? ":memory:", isReadOnly: readOnly)
    guard open() else {
      use(":memory:")
      return .failure
    }
    return .success
  }

  /// The words with blanks are quoted, so that the system's shell sees them as they were.
  fileprivate func runSystemShell(_ arguments: [String]) -> Outcome {
    sink.flush()
    let line = arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
    // popen instead of system(), which is not there on every platform; what the command prints comes through.
    guard let stream = popen(line, "r") else {
      report("System command returns -1")
      return .failure
    }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      sink.append(buffer[..<count])
    }
    let status = pclose(stream)
    if status != 0 { report("System command returns \(status)") }
    return status == 0 ? .success : .failure
  }
}
