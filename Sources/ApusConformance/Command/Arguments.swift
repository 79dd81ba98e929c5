/// The words of a command line, split into options and the rest.
struct Arguments {
  private(set) var values: [String: String] = [:]
  private(set) var flags: Set<String> = []
  private(set) var rest: [String] = []

  /// - Parameters:
  ///   - valued: options with a value, as `--name VALUE` or `--name=VALUE`.
  ///   - flags: options without.
  init(_ words: [String], valued: Set<String>, flags known: Set<String>) throws {
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        rest += words
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        rest.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if known.contains(word) {
        flags.insert(word)
      } else if valued.contains(parts[0]) {
        guard let value = parts.count > 1 ? parts[1] : words.popFirst() else {
          throw ConformanceError("\(word) wants a value")
        }
        values[parts[0]] = value
      } else {
        throw ConformanceError("unknown option \(word)")
      }
    }
  }

  /// A whole number of at least `least`.
  func number(_ name: String, default value: Int, least: Int = 0) throws -> Int {
    guard let text = values[name] else { return value }
    guard let number = Int(text), number >= least else {
      throw ConformanceError("\(name) wants a number of at least \(least)")
    }
    return number
  }
}
