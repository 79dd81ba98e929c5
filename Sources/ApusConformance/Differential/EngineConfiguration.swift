/// Named settings of Apus, for comparing it with itself by `--self A,B`.
enum EngineConfiguration {
  /// SQL that runs when a database has been opened.
  static let named: [String: [String]] = [
    "default": [],
    "no-automatic-index": ["PRAGMA automatic_index = OFF"],
    "small-cache": ["PRAGMA cache_size = 10"],
  ]

  /// The statements of a configuration: a name of the table above, or one that the command line defines.
  /// - Parameter defined: `NAME=SQL;SQL…` from `--configuration`.
  static func preparation(_ name: String, defined: String?) throws -> [String] {
    if let defined {
      let parts = defined.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0] == name {
        return SQLText.statements(Array(parts[1].utf8)).map { String(decoding: $0, as: UTF8.self) }
      }
    }
    guard let preparation = named[name] else {
      throw ConformanceError(
        "no configuration \(name); there are \(named.keys.sorted().joined(separator: ", "))")
    }
    return preparation
  }
}
