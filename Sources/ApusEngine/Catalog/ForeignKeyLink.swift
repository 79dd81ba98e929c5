/// A foreign key together with the table that declares it.
struct ForeignKeyLink: Sendable {
  let child: TableDefinition
  /// Position among the table's foreign keys as PRAGMA foreign_key_list counts them: the last declared is 0.
  let number: Int

  /// The foreign keys that a table declares, in SQLite's order: the last declared first.
  static func all(of child: TableDefinition) -> [ForeignKeyLink] {
    child.foreignKeys.indices.map { ForeignKeyLink(child: child, number: $0) }
  }

  var definition: ForeignKeyDefinition { child.foreignKeys[child.foreignKeys.count - 1 - number] }

  /// The table refers to itself.
  var isSelfReference: Bool { definition.parentTable.equalsIgnoringCase(child.name) }
}
