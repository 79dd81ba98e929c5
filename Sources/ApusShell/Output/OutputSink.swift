/// Where results go: standard output, a file, or the input of a command; buffered.
final class OutputSink {
  private var descriptor: Int32 = 1
  private var pipe: UnsafeMutablePointer<FILE>?
  private var buffer: [UInt8] = []
  /// `stdout`, or the file's or command's name, for `.show`.
  private(set) var name = "stdout"
  /// Output goes elsewhere until the end of the next statement or command.
  var isOnce = false

  func write(_ text: String) { append(text.utf8) }

  func append(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { flush() }
  }

  func flush() {
    guard !buffer.isEmpty else { return }
    let isWritten = buffer.withUnsafeBytes { writeAll(descriptor, $0) }
    buffer.removeAll(keepingCapacity: true)
    // Nobody reads what is written (a pager was left, a disk is full): there is no use in going on.
    if !isWritten, name == "stdout" { exit(1) }
  }

  /// Sends output to a file, or to a command when the name begins with `|`.
  /// - Returns: false when it cannot be opened; output is standard output then.
  func redirect(to target: String) -> Bool {
    restore()
    if target.hasPrefix("|") {
      guard let stream = popen(String(target.dropFirst()), "w") else { return false }
      pipe = stream
      descriptor = fileno(stream)
    } else {
      let opened = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      guard opened >= 0 else { return false }
      descriptor = opened
    }
    name = target
    return true
  }

  /// Back to standard output.
  func restore() {
    flush()
    if let pipe { pclose(pipe) } else if descriptor != 1 { close(descriptor) }
    pipe = nil
    descriptor = 1
    name = "stdout"
    isOnce = false
  }

  /// What `.once` asked for is done.
  func statementEnded() {
    if isOnce { restore() }
  }
}
