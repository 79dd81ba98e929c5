import Apus

/// Names of SQL objects in text.
enum Identifier {
  /// A name as SQL reads it: in quotation marks when it is a keyword or has other characters than letters, digits and `_`.
  static func quotedIfNeeded(_ name: String) -> String { isPlain(name) ? name : quoted(name) }

  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
    let isWord = name.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 0x5f
    }
    return isWord && !Keywords.all.contains(name.lowercased())
  }
}
