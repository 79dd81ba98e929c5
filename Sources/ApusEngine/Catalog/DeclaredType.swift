/// What a column's declared type means (https://www.sqlite.org/datatype3.html#determination_of_column_affinity).
struct DeclaredType {
  /// The types that STRICT tables allow. SQLite stores their names in capitals whatever the statement says.
  enum Standard: String, CaseIterable {
    case any = "ANY"
    case blob = "BLOB"
    case int = "INT"
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
  }

  /// As SQLite reports it: the source text, quotes taken off; standard names in capitals; empty without a type.
  let name: String
  let standard: Standard?
  let affinity: Affinity

  /// - Parameter source: the type as it stands in the statement, inner spaces and parentheses included.
  init(source: String) {
    let written = Self.withoutGeneratedAlways(source)
    let text = Self.unquoted(written)
    guard !text.isEmpty else {
      name = ""
      standard = nil
      // An empty name is a name.
      affinity = written.isEmpty ? .blob : .numeric
      return
    }
    let known = Standard.allCases.first { $0.rawValue.equalsIgnoringCase(text) }
    standard = known
    name = known?.rawValue ?? text
    switch known {
    case .any?: affinity = .numeric
    case .blob?: affinity = .blob
    case .int?, .integer?: affinity = .integer
    case .real?: affinity = .real
    case .text?: affinity = .text
    case nil: affinity = Self.affinity(ofName: text)
    }
  }

  /// The affinity by the words that a type's name contains: INT before all, then CHAR, CLOB, TEXT, then BLOB, then
  /// REAL, FLOA, DOUB; else NUMERIC.
  static func affinity(ofName name: String) -> Affinity {
    var affinity = Affinity.numeric
    var window: UInt32 = 0
    for byte in name.utf8 {
      window = window << 8 | UInt32(byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte)
      switch window {
      case word("char"), word("clob"), word("text"):
        affinity = .text
      case word("blob") where affinity == .numeric || affinity == .real:
        affinity = .blob
      case word("real") where affinity == .numeric, word("floa") where affinity == .numeric,
        word("doub") where affinity == .numeric:
        affinity = .real
      default:
        if window & 0xff_ffff == word("int") { return .integer }
      }
    }
    return affinity
  }

  private static func word(_ text: StaticString) -> UInt32 {
    var value: UInt32 = 0
    text.withUTF8Buffer { for byte in $0 { value = value << 8 | UInt32(byte) } }
    return value
  }

  /// The words GENERATED ALWAYS at the end of a type belong to the constraint that follows.
  private static func withoutGeneratedAlways(_ source: String) -> String {
    var bytes = Array(source.utf8)
    guard bytes.count >= 16 else { return source }
    func dropWord(_ word: String) -> Bool {
      while let last = bytes.last, last == 0x20 || (last >= 0x09 && last <= 0x0d) { bytes.removeLast() }
      let tail = String(decoding: bytes.suffix(word.utf8.count), as: UTF8.self)
      guard tail.equalsIgnoringCase(word) else { return false }
      bytes.removeLast(word.utf8.count)
      return true
    }
    guard dropWord("always"), dropWord("generated") else { return source }
    while let last = bytes.last, last == 0x20 || (last >= 0x09 && last <= 0x0d) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A quoted type loses its quotes and whatever follows the closing one.
  private static func unquoted(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let open = bytes.first else { return text }
    let close: UInt8
    switch open {
    case 0x22, 0x27, 0x60: close = open
    case 0x5b: close = 0x5d
    default: return text
    }
    var result: [UInt8] = []
    var index = 1
    while index < bytes.count {
      if bytes[index] == close {
        guard close != 0x5d, index + 1 < bytes.count, bytes[index + 1] == close else { break }
        index += 1
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
