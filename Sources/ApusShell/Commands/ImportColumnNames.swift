/// Names for the columns of an imported table: what the first row says, numbered where a name is missing or comes twice.
struct ImportColumnNames {
  private let given: [String]
  let names: [String]

  init(_ given: [String]) {
    self.given = given
    let texts = given.map { $0.isEmpty ? "?" : $0 }
    func isRepeated(_ name: String) -> Bool {
      texts.count { $0.lowercased() == name.lowercased() } > 1
    }
    let digits = String(texts.count).count
    names = texts.enumerated().map { index, name in
      guard isRepeated(name) else { return name }
      let number = String(index + 1)
      return name + "_" + String(repeating: "0", count: digits - number.count) + number
    }
  }

  /// What to tell the user about changed names; nil when none was.
  func renamingMessage(file: String) -> String? {
    // A name for a column that had none takes nothing away from anybody.
    let changes = zip(given, names).filter { $0 != $1 && !($0.isEmpty && $1 == "?") }
    guard !changes.isEmpty else { return nil }
    let list = changes.map { "\"\($0)\" to \"\($1)\"" }.joined(separator: ",\n")
    return "Columns renamed during .import \(file) due to duplicates:\n" + list
  }
}
