/// A statement to which the engines give different answers, and what came before it.
struct Difference: Sendable {
  var kind: DifferenceKind
  /// The statements from the start of the episode; the last one differs.
  var script: [String]
  var oracle: Reply
  var ours: Reply
  var seed: UInt64
  var episode: Int
  var isShrunk = false
  /// It did not show again on a new database in memory.
  var isReproducible = true

  /// Equal for differences that look like having one cause: the messages, or the statement's shape.
  var signature: String {
    switch kind {
    case .failure, .refused, .code, .died: "\(kind.rawValue): \(Self.shape(reason(ours)))"
    case .success: "success: \(Self.shape(reason(oracle)))"
    case .message: "message: \(Self.shape(reason(oracle))) / \(Self.shape(reason(ours)))"
    case .rows, .order, .type:
      // An answer says little of its cause before the script is small.
      isShrunk
        ? "\(kind.rawValue): \(script.map(Self.shape).joined(separator: "; "))"
        : "\(kind.rawValue): episode \(episode), statement \(script.count)"
    }
  }

  private func reason(_ reply: Reply) -> String {
    switch reply {
    case .failure(let message, _): message
    case .died(let reason): "died: \(reason)"
    case .rows, .opened: ""
    }
  }

  /// A text without literals, and with one name for all generated names.
  static func shape(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return SQLToken.all(in: bytes).compactMap { token -> String? in
      let word = String(decoding: bytes[token.range], as: UTF8.self)
      switch token.kind {
      case .space: return nil
      case .number, .quoted: return "?"
      case .word:
        let isGenerated = word.count <= 5 && word.last?.isNumber == true
        return isGenerated || word.count == 1 ? "n" : word
      case .semicolon, .symbol: return word
      }
    }.joined(separator: " ")
  }

  /// The script with both answers as comments.
  var text: String {
    var lines = ["-- \(kind.rawValue); seed \(seed), episode \(episode)"]
    if !isReproducible {
      lines.append("-- not seen again on a new database in memory; the whole episode follows")
    }
    lines += script.map { $0 + ";" }
    lines += Self.comment("SQLite", oracle) + Self.comment("Apus", ours)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func comment(_ name: String, _ reply: Reply) -> [String] {
    let text: String
    switch reply {
    case .opened: text = "opened"
    case .failure(let message, let code): text = "error: \(message)" + (code.map { " (\($0))" } ?? "")
    case .died(let reason): text = "died: \(reason)"
    case .rows(let rows, _): text = rows.isEmpty ? "no rows" : describe(rows, limit: 600)
    }
    let label = "-- \(name): "
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      (index == 0 ? label : "-- " + String(repeating: " ", count: name.count + 2)) + line
    }
  }
}
