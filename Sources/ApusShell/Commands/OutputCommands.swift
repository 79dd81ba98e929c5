// .output .once .print

extension DotCommand {
  static let outputCommands: [DotCommand] = [
    DotCommand(
      "output", "?FILE?", "Send output to FILE or stdout if FILE is omitted",
      details: ["If FILE begins with '|' then open it as a pipe."], count: 0...1
    ) { shell, arguments in shell.sendOutput(arguments.first, once: false) },
    DotCommand(
      "once", "?FILE?", "Output for the next SQL command only to FILE",
      details: ["If FILE begins with '|' then open it as a pipe."], count: 0...1
    ) { shell, arguments in shell.sendOutput(arguments.first, once: true) },
    DotCommand("print", "STRING...", "Print literal STRING", count: 0...1000) { shell, arguments in
      shell.sink.write(arguments.joined(separator: " ") + "\n")
      return .success
    },
  ]
}

extension Shell {
  fileprivate func sendOutput(_ target: String?, once: Bool) -> Outcome {
    guard let target, target != "stdout" else {
      sink.restore()
      return .success
    }
    guard sink.redirect(to: target == "off" ? "/dev/null" : target) else {
      report("Error: cannot \(target.hasPrefix("|") ? "open pipe" : "write to") \"\(target)\"")
      return .failure
    }
    sink.isOnce = once
    return .success
  }
}
