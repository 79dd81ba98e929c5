/// Lines that a person types at a terminal, with editing and history.
final class TerminalLines: LineSource {
  let isInteractive = true
  private let shell: Shell
  private let history: History

  init(_ shell: Shell, _ history: History) {
    self.shell = shell
    self.history = history
  }

  func next(isContinuation: Bool) -> InputLine {
    let prompt = isContinuation ? shell.prompts.more : shell.prompts.main
    shell.sink.flush()
    guard let mode = RawMode() else {
      return PromptedLines(shell).next(isContinuation: isContinuation)
    }
    defer { mode.restore() }
    var editor = LineEditor(history: history.lines)
    let keys = KeyReader(nextByte: Self.readByte, hasMore: Self.hasByte)
    draw(prompt, editor)
    while true {
      let outcome = editor.handle(keys.next())
      switch outcome {
      case .editing: draw(prompt, editor)
      case .clearScreen:
        put("\u{1b}[H\u{1b}[2J")
        draw(prompt, editor)
      case .done(let line):
        _ = editor.handle(.end)
        draw(prompt, editor)
        put("\r\n")
        history.add(line)
        return .text(Array(line.utf8))
      case .cancelled:
        put("^C\r\n")
        return .cancelled
      case .endOfInput:
        put("\r\n")
        return .end
      }
    }
  }

  /// Draws the line anew: as much of it around the cursor as fits behind the prompt.
  private func draw(_ prompt: String, _ editor: LineEditor) {
    let shown = editor.search.map { "(search '\(String($0))') " } ?? prompt
    let room = max(10, Self.columns() - shown.count - 1)
    let start = max(0, editor.cursor - room)
    // A tab takes one column here, so that columns are counted as characters.
    let visible = String(
      editor.text[start..<min(editor.text.count, start + room)].map { $0 == "\t" ? " " : $0 })
    let column = shown.count + editor.cursor - start
    put("\r\u{1b}[K" + shown + visible + "\r" + (column > 0 ? "\u{1b}[\(column)C" : ""))
  }

  private func put(_ text: String) { Array(text.utf8).withUnsafeBytes { _ = writeAll(1, $0) } }

  private static func columns() -> Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private static func readByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = read(0, &byte, 1)
      if count == 1 { return byte }
      if count < 0 && errno == EINTR { continue }
      return nil
    }
  }

  private static func hasByte() -> Bool {
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 30) > 0
  }
}

/// The terminal without its own line editing and signals, until it is restored.
struct RawMode {
  private var saved = termios()

  /// nil when standard input is no terminal.
  init?() {
    guard tcgetattr(0, &saved) == 0 else { return nil }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(ICRNL | IXON)
    guard tcsetattr(0, TCSADRAIN, &raw) == 0 else { return nil }
  }

  func restore() {
    var saved = self.saved
    tcsetattr(0, TCSADRAIN, &saved)
  }
}

/// Lines of standard input with prompts and without editing: `-interactive` on a pipe.
final class PromptedLines: LineSource {
  let isInteractive = true
  private let shell: Shell
  private let lines = FileLines()

  init(_ shell: Shell) { self.shell = shell }

  func next(isContinuation: Bool) -> InputLine {
    shell.sink.flush()
    let prompt = isContinuation ? shell.prompts.more : shell.prompts.main
    Array(prompt.utf8).withUnsafeBytes { _ = writeAll(1, $0) }
    return lines.next(isContinuation: isContinuation)
  }
}
