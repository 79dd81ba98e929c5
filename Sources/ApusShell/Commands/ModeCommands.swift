// .mode .headers .nullvalue .separator .width .explain

extension DotCommand {
  static let modeCommands: [DotCommand] = [
    DotCommand(
      "mode", "MODE ?OPTIONS?", "Set output mode",
      details: [
        "MODE is one of:",
        "  ascii       Columns/rows delimited by 0x1F and 0x1E",
        "  box         Tables using unicode box-drawing characters",
        "  csv         Comma-separated values",
        "  column      Output in columns.  (See .width)",
        "  html        HTML <table> code",
        "  insert      SQL insert statements for TABLE",
        "  json        Results in a JSON array",
        "  line        One value per line",
        "  list        Values delimited by \"|\"",
        "  markdown    Markdown table format",
        "  qbox        Shorthand for \"box --wrap 60 --quote\"",
        "  quote       Escape answers as for SQL",
        "  table       ASCII-art table",
        "  tabs        Tab-separated values",
        "  tcl         TCL list elements",
        "OPTIONS: (for columnar modes or insert mode):",
        "  --wrap N       Wrap output lines to no longer than N characters",
        "  --wordwrap B   Wrap or not at word boundaries per B (on/off)",
        "  --ww           Shorthand for \"--wordwrap 1\"",
        "  --quote        Quote output text as SQL literals",
        "  --noquote      Do not quote output text",
        "  TABLE          The name of SQL table used for \"insert\" mode",
      ], count: 0...10
    ) { shell, arguments in shell.selectMode(arguments) },
    DotCommand("headers", "on|off", "Turn display of headers on or off", count: 1...1) { shell, arguments in
      shell.format.showsHeaders = shell.boolean(arguments[0])
      shell.format.headersAreSet = true
      return .success
    },
    DotCommand("nullvalue", "STRING", "Use STRING in place of NULL values", count: 1...1) {
      shell, arguments in
      shell.format.nullValue = arguments[0]
      return .success
    },
    DotCommand("separator", "COL ?ROW?", "Change the column and row separators", count: 1...2) {
      shell, arguments in
      shell.format.columnSeparator = arguments[0]
      if arguments.count > 1 { shell.format.rowSeparator = arguments[1] }
      return .success
    },
    DotCommand("width", "NUM1 NUM2 ...", "Set minimum column widths for columnar output", count: 0...2000) {
      shell, arguments in
      // Bounded, so that no number asks for gigabytes of blanks.
      shell.format.widths = arguments.map { max(-100_000, min(100_000, Int($0) ?? 0)) }
      return .success
    },
    DotCommand("explain", "?on|off|auto?", "Change the EXPLAIN formatting mode.  Default: auto", count: 0...1)
    {
      shell, arguments in
      switch arguments.first {
      case "auto": shell.explainsInColumns = .automatic
      case let word?: shell.explainsInColumns = shell.boolean(word) ? .on : .off
      case nil: shell.explainsInColumns = .on
      }
      return .success
    },
  ]
}

extension Shell {
  fileprivate func selectMode(_ arguments: [String]) -> Outcome {
    var name: String?
    var table: String?
    var wrap: Int?
    var wordWrap: Bool?
    var quote: Bool?
    var rest = arguments[...]
    while let word = rest.popFirst() {
      let option = word.hasPrefix("-") ? String(word.drop { $0 == "-" }) : nil
      switch option {
      case "wrap":
        guard let value = rest.popFirst() else { return modeError("missing argument: --wrap") }
        wrap = max(0, min(100_000, Int(value) ?? 0))
      case "wordwrap":
        guard let value = rest.popFirst() else { return modeError("missing argument: --wordwrap") }
        wordWrap = boolean(value)
      case "ww": wordWrap = true
      case "quote": quote = true
      case "noquote": quote = false
      case let option?: return modeError("unknown option: --\(option)")
      case nil where name == nil: name = word
      case nil where table == nil: table = word
      case nil: return modeError("extra argument: \"\(word)\"")
      }
    }
    guard var name else { return showOrChangeMode(wrap, wordWrap, quote) }
    if name == "qbox" {
      name = "box"
      quote = quote ?? true
    }
    if name.hasPrefix("col"), "columns".hasPrefix(name) { name = "column" }
    if name.count > 1, "lines".hasPrefix(name), name.hasPrefix("line") { name = "line" }
    guard let mode = OutputMode.named(name) else {
      return modeError(
        "mode should be one of: ascii box column csv html insert json line list markdown qbox quote table tabs tcl"
      )
    }
    format.select(mode)
    if mode.isColumnar {
      format.wrap = wrap ?? OutputFormat.standardWrap
      format.wrapsAtWords = wordWrap ?? false
      format.quotesValues = quote ?? false
    }
    if mode == .insert { format.insertTable = table ?? "table" }
    return .success
  }

  private func showOrChangeMode(_ wrap: Int?, _ wordWrap: Bool?, _ quote: Bool?) -> Outcome {
    guard wrap == nil, wordWrap == nil, quote == nil else {
      format.wrap = wrap ?? format.wrap
      format.wrapsAtWords = wordWrap ?? format.wrapsAtWords
      format.quotesValues = quote ?? format.quotesValues
      return .success
    }
    sink.write("current output mode: \(modeDescription)\n")
    return .success
  }

  private func modeError(_ message: String) -> Outcome {
    report("Error: \(message)")
    return .failure
  }

  /// The mode with its options, for `.mode` and `.show`.
  var modeDescription: String {
    guard format.mode.isColumnar else { return format.mode.rawValue }
    return "\(format.mode.rawValue) --wrap \(format.wrap) --wordwrap \(format.wrapsAtWords ? "on" : "off") "
      + (format.quotesValues ? "--quote" : "--noquote")
  }
}
