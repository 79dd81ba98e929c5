/// Lines that were typed, kept in a file between sessions.
final class History {
  static let limit = 2000
  static var defaultPath: String? { Shell.homeFile(".apusdb_history") }

  private(set) var lines: [String] = []
  private let path: String?

  init(path: String?) {
    self.path = path
    guard let path, let source = FileLines(path) else { return }
    while let line = source.nextLine() {
      lines.append(String(decoding: line, as: UTF8.self))
    }
  }

  /// Adds a line; blanks and repetitions of the last one are left out.
  func add(_ line: String) {
    guard !line.allSatisfy({ $0 == " " || $0 == "\t" }), lines.last != line else { return }
    lines.append(line)
  }

  /// Writes the newest lines to the file, readable by its owner alone. History is a convenience: failing is no error.
  func save() {
    guard let path else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return }
    let text = Array(lines.suffix(Self.limit).map { $0 + "\n" }.joined().utf8)
    text.withUnsafeBytes { _ = writeAll(descriptor, $0) }
    close(descriptor)
  }
}
