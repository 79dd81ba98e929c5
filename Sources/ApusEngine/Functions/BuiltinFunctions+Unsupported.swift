// Names that SQLite knows and this library does not, so that errors say what is missing.

extension BuiltinFunctions {
  /// Why a call of a function with that name cannot work; nil when SQLite does not know the name either.
  static func unsupportedName(_ name: String) -> String? {
    let name = name.lowercased()
    if name == "->" || name == "->>" { return "JSON operators are not supported yet: \(name)" }
    if isJSON(name) { return "JSON functions are not supported yet: \(name)" }
    if WindowFunction.named(name) != nil { return "misuse of window function \(name)()" }
    if searchNames.contains(name) || name.hasPrefix("fts5_") {
      return "full-text search is not supported: \(name)"
    }
    if name.hasPrefix("rtree") || name.hasPrefix("geopoly_") { return "R*Tree is not supported: \(name)" }
    if name == "load_extension" { return "extensions cannot be loaded" }
    return nil
  }

  /// Why a table-valued function of that name cannot work; nil when SQLite does not know it either.
  static func unsupportedTableFunction(_ name: String) -> String? {
    let name = name.lowercased()
    switch name {
    case "json_each", "json_tree", "jsonb_each", "jsonb_tree":
      return "JSON functions are not supported yet: \(name)"
    case "dbstat", "sqlite_dbpage", "sqlite_stmt", "bytecode", "tables_used", "carray", "fts5vocab":
      return "table-valued function is not supported: \(name)"
    default: return nil
    }
  }

  private static func isJSON(_ name: String) -> Bool {
    let base = name.hasPrefix("jsonb") ? name.dropFirst(5) : name.hasPrefix("json") ? name.dropFirst(4) : nil
    guard let base else { return false }
    return jsonSuffixes.contains(String(base))
  }

  private static let jsonSuffixes: Set<String> = [
    "", "_array", "_array_insert", "_array_length", "_each", "_error_position", "_extract", "_group_array",
    "_group_object", "_insert", "_object", "_patch", "_pretty", "_quote", "_remove", "_replace", "_set",
    "_tree",
    "_type", "_valid",
  ]

  private static let searchNames: Set<String> = [
    "bm25", "fts3_tokenizer", "fts5", "highlight", "match", "matchinfo", "offsets", "optimize", "snippet",
  ]
}
