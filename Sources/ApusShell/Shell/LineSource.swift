import ApusDriver

/// What a source of lines answers.
enum InputLine {
  /// A line without its end.
  case text([UInt8])
  /// The person gave up the statement that has begun; nothing of it is to run.
  case cancelled
  case end
}

/// Where the shell's input comes from, line by line.
protocol LineSource: AnyObject {
  /// - Parameter isContinuation: the line goes on with a statement that has begun.
  func next(isContinuation: Bool) -> InputLine
  /// A person types the lines.
  var isInteractive: Bool { get }
}

/// Lines of a file, a pipe, or standard input.
final class FileLines: LineSource {
  private var reader: LineReader
  private let stream: UnsafeMutablePointer<FILE>?
  private let descriptor: Int32
  let isInteractive = false

  /// Standard input.
  init() {
    reader = LineReader(descriptor: 0)
    stream = nil
    descriptor = 0
  }

  /// A file, or the output of a command when the name begins with `|`; nil when it cannot be opened.
  init?(_ name: String) {
    if name.hasPrefix("|") {
      guard let stream = popen(String(name.dropFirst()), "r") else { return nil }
      self.stream = stream
      descriptor = fileno(stream)
    } else {
      let opened = open(name, O_RDONLY)
      guard opened >= 0 else { return nil }
      var status = stat()
      // A directory can be opened, but not read.
      guard fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
        close(opened)
        return nil
      }
      stream = nil
      descriptor = opened
    }
    reader = LineReader(descriptor: descriptor)
  }

  deinit {
    if let stream { pclose(stream) } else if descriptor > 0 { close(descriptor) }
  }

  func next(isContinuation: Bool) -> InputLine {
    guard let line = nextLine() else { return .end }
    return .text(line)
  }

  /// The next line without its LF or CR LF; nil at the end.
  func nextLine() -> [UInt8]? {
    guard var line = reader.next() else { return nil }
    if line.last == 13 { line.removeLast() }
    return line
  }
}
