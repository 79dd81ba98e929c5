/// What the command line asks for.
struct ShellOptions {
  struct Failure: Error { var message: String }

  private(set) var path: String?
  /// SQL or dot commands behind the file's name.
  private(set) var arguments: [String] = []
  /// `-cmd`: run before anything else.
  private(set) var commands: [String] = []
  private(set) var initFile: String?
  private(set) var showsHelp = false
  private(set) var showsVersion = false
  private(set) var opensAtOnce = false
  /// `-interactive` and `-batch`.
  private(set) var isInteractive: Bool?
  private var settings: [(Shell) -> Void] = []

  init(_ words: [String]) throws(Failure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        if path == nil { path = word } else { arguments.append(word) }
        continue
      }
      if word == "--" {
        for argument in rest { if path == nil { path = argument } else { arguments.append(argument) } }
        break
      }
      try readOption(String(word.drop { $0 == "-" }), word, &rest)
    }
  }

  private mutating func readOption(
    _ name: String, _ word: String, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    func value() throws(Failure) -> String {
      guard let value = rest.popFirst() else { throw Failure(message: "missing argument to \(word)") }
      return value
    }
    if let mode = OutputMode(rawValue: name), mode != .insert, mode != .tcl {
      settings.append { $0.format.selectByOption(mode) }
      return
    }
    switch name {
    case "header": settings.append { ($0.format.showsHeaders, $0.format.headersAreSet) = (true, true) }
    case "noheader": settings.append { ($0.format.showsHeaders, $0.format.headersAreSet) = (false, true) }
    case "separator":
      let text = try value()
      settings.append { $0.format.columnSeparator = Escapes.resolve(text) }
    case "newline":
      let text = try value()
      settings.append { $0.format.rowSeparator = Escapes.resolve(text) }
    case "nullvalue":
      let text = try value()
      settings.append { $0.format.nullValue = text }
    case "cmd": commands.append(try value())
    case "init": initFile = try value()
    case "batch": isInteractive = false
    case "interactive": isInteractive = true
    case "bail": settings.append { $0.bails = true }
    case "echo": settings.append { $0.echoes = true }
    case "readonly": settings.append { $0.isReadOnly = true }
    case "help": showsHelp = true
    case "version": showsVersion = true
    default: throw Failure(message: "unknown option: \(word)")
    }
  }

  func apply(to shell: Shell) {
    if let path { shell.path = path }
    for setting in settings { setting(shell) }
  }

  static let help = """
    Usage: apusdb [OPTIONS] [FILENAME [SQL...]]
           apusdb driver
    FILENAME is the name of an SQLite database. A new database is created
    if the file does not previously exist. Defaults to :memory:.
    OPTIONS include:
       --                   treat no subsequent arguments as options
       -ascii               set output mode to 'ascii'
       -bail                stop after hitting an error
       -batch               force batch I/O
       -box                 set output mode to 'box'
       -cmd COMMAND         run "COMMAND" before reading stdin
       -column              set output mode to 'column'
       -csv                 set output mode to 'csv'
       -echo                print inputs before execution
       -[no]header          turn headers on or off
       -help                show this message
       -html                set output mode to HTML
       -init FILENAME       read/process named file
       -interactive         force interactive I/O
       -json                set output mode to 'json'
       -line                set output mode to 'line'
       -list                set output mode to 'list'
       -markdown            set output mode to 'markdown'
       -newline SEP         set output row separator. Default: '\\n'
       -nullvalue TEXT      set text string for NULL values. Default ''
       -quote               set output mode to 'quote'
       -readonly            open the database read-only
       -separator SEP       set output column separator. Default: '|'
       -table               set output mode to 'table'
       -tabs                set output mode to 'tabs'
       -version             show the version

    """
}

extension OutputFormat {
  /// `-csv` and its kin: the mode with its separators, without `.mode`'s other effects.
  mutating func selectByOption(_ new: OutputMode) {
    let headers = showsHeaders
    let rows = rowSeparator
    select(new)
    showsHeaders = headers
    if new != .ascii { rowSeparator = rows }
  }
}

/// Backslash escapes in arguments.
enum Escapes {
  static func resolve(_ text: String) -> String {
    var result: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = bytes.popFirst() else {
        result.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "a"): result.append(7)
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "v"): result.append(11)
      case UInt8(ascii: "f"): result.append(12)
      case UInt8(ascii: "r"): result.append(13)
      case 48...55:
        var value = Int(next - 48)
        var digits = 1
        while digits < 3, let digit = bytes.first, (48...55).contains(digit) {
          value = value * 8 + Int(digit - 48)
          bytes.removeFirst()
          digits += 1
        }
        result.append(UInt8(truncatingIfNeeded: value))
      default: result.append(next)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
