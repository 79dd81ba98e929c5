/// The form of ALTER TABLE after which a schema is read again, as SQLite's messages name it: "error in view v after
/// rename: …".
public enum SchemaAlteration: Int32, Sendable {
  case rename = 1
  case dropColumn = 2
  case addColumn = 3

  var title: String {
    switch self {
    case .rename: "rename"
    case .dropColumn: "drop column"
    case .addColumn: "add column"
    }
  }
}
