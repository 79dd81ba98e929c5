// Names that SQLite knows and this library does not, so that errors say what is missing.

extension BuiltinFunctions {
  /// Why a call of a function with that name cannot work; nil when SQLite does not know the name either.
  static func unsupportedName(_ name: String) -> String? {
    let name = name.lowercased()
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
    case "sqlite_stmt", "bytecode", "tables_used", "carray", "fts5vocab":
      return "table-valued function is not supported: \(name)"
    default: return nil
    }
  }

  private static let searchNames: Set<String> = [
    "bm25", "fts3_tokenizer", "fts5", "highlight", "matchinfo", "offsets", "optimize", "snippet",
  ]
}
