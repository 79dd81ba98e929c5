/// Parts of the dialect that generation can leave out, by `--without`.
enum Feature: String, CaseIterable, Sendable {
  case aggregateOrder = "aggregate-order"
  case alter
  case analyze
  case attach
  case autoincrement
  case collations
  case compounds
  case ctes
  case dates
  case errors
  case files
  case foreignKeys = "foreign-keys"
  case generated
  case indexes
  case json
  case jsonTables = "json-tables"
  case math
  case outerJoins = "outer-joins"
  case pragmas
  case recursion
  case returning
  case rowValues = "row-values"
  case savepoints
  case strict
  case subqueries
  case transactions
  case triggers
  case updateFrom = "update-from"
  case upsert
  case utf16
  case vacuum
  case views
  case windows
  case withoutRowid = "without-rowid"

  /// All features but those named in a list with commas.
  static func all(without list: String) throws -> Set<Feature> {
    var features = Set(allCases)
    for name in list.split(separator: ",") {
      guard let feature = Feature(rawValue: name.trimmingPrefix(" ").lowercased()) else {
        let known = allCases.map(\.rawValue).joined(separator: ", ")
        throw ConformanceError("no feature \(name); there are \(known)")
      }
      features.remove(feature)
    }
    return features
  }
}
