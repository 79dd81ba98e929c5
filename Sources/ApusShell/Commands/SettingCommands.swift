// .bail .echo .changes .timer .eqp .timeout .prompt .show

extension DotCommand {
  static let settingCommands: [DotCommand] = [
    DotCommand("bail", "on|off", "Stop after hitting an error.  Default OFF", count: 1...1) {
      shell, arguments in
      shell.bails = shell.boolean(arguments[0])
      return .success
    },
    DotCommand("echo", "on|off", "Turn command echo on or off", count: 1...1) { shell, arguments in
      shell.echoes = shell.boolean(arguments[0])
      return .success
    },
    DotCommand("changes", "on|off", "Show number of rows changed by SQL", count: 1...1) { shell, arguments in
      shell.showsChanges = shell.boolean(arguments[0])
      return .success
    },
    DotCommand("timer", "on|off", "Turn SQL timer on or off", count: 1...1) { shell, arguments in
      shell.showsTime = shell.boolean(arguments[0])
      return .success
    },
    DotCommand("eqp", "on|off|full|...", "Enable or disable automatic EXPLAIN QUERY PLAN", count: 1...1) {
      shell, arguments in
      shell.queryPlans =
        Shell.QueryPlanDisplay(rawValue: arguments[0]) ?? (shell.boolean(arguments[0]) ? .on : .off)
      return .success
    },
    DotCommand("timeout", "MS", "Try opening locked tables for MS milliseconds", count: 0...1) {
      shell, arguments in
      shell.busyTimeout = max(0, arguments.first.flatMap { Int($0) } ?? 0)
      return shell.reporting { try shell.connection().settings.busyTimeout = shell.busyTimeout }
    },
    DotCommand("prompt", "MAIN CONTINUE", "Replace the standard prompts", count: 0...2) { shell, arguments in
      if let first = arguments.first { shell.prompts.main = first }
      if arguments.count > 1 { shell.prompts.more = arguments[1] }
      return .success
    },
    DotCommand("show", "", "Show the current values for various settings", count: 0...0) { shell, _ in
      shell.showSettings()
      return .success
    },
  ]
}

extension Shell {
  fileprivate func showSettings() {
    func word(_ value: Bool) -> String { value ? "on" : "off" }
    let widths = format.widths.map { "\($0) " }.joined()
    let settings: [(String, String)] = [
      ("echo", word(echoes)), ("eqp", queryPlans.rawValue), ("explain", explainsInColumns.rawValue),
      ("headers", word(format.showsHeaders)), ("mode", modeDescription),
      ("nullvalue", TclPrinter.quoted(format.nullValue)), ("output", sink.name),
      ("colseparator", TclPrinter.quoted(format.columnSeparator)),
      ("rowseparator", TclPrinter.quoted(format.rowSeparator)), ("stats", "off"), ("width", widths),
      ("filename", path),
    ]
    for (name, value) in settings {
      sink.write(String(repeating: " ", count: 12 - name.count) + name + ": " + value + "\n")
    }
  }
}
