/// The foreign keys that a table declares and those that refer to it, and which of them a change is about.
struct TableForeignKeys {
  /// Declared by the table.
  let outgoing: [ForeignKeyLink]
  /// Declared by any table of the schema, this one included, that refer to it.
  let incoming: [ForeignKeyLink]

  /// nil when foreign keys are off or the table has to do with none.
  init?(_ table: TableDefinition, _ context: CompilationContext) {
    guard context.enforcesForeignKeys else { return nil }
    incoming =
      context.catalogs[table.database]?.foreignKeysByParent[table.name.lowercasedASCII] ?? []
    outgoing = ForeignKeyLink.all(of: table)
    if incoming.isEmpty, outgoing.isEmpty { return nil }
  }

  /// What an UPDATE has to do about foreign keys.
  enum UpdateEffect {
    case none
    /// Keys are checked.
    case checks
    /// Rows of this table may be read or changed on the way: the old row has to be gone before the new one is checked.
    case changesRows
  }

  /// - Parameter changed: the columns that are assigned, for the rowid both -1 and its alias.
  func effect(ofUpdating changed: Set<Int>, of table: TableDefinition) -> UpdateEffect {
    var effect = UpdateEffect.none
    for link in outgoing where Self.isChildChanged(link, changed) {
      if link.isSelfReference { return .changesRows }
      effect = .checks
    }
    for link in incoming where Self.isParentChanged(link, changed, table) {
      if link.definition.onUpdate != .noAction { return .changesRows }
      effect = .checks
    }
    return effect
  }

  static func isChildChanged(_ link: ForeignKeyLink, _ changed: Set<Int>) -> Bool {
    link.definition.columns.contains { changed.contains($0) }
  }

  static func isParentChanged(
    _ link: ForeignKeyLink, _ changed: Set<Int>, _ parent: TableDefinition
  ) -> Bool {
    let names = link.definition.parentColumns
    guard !names.isEmpty else {
      return parent.primaryKeyColumns.contains { changed.contains($0) }
    }
    return parent.columns.indices.contains { column in
      changed.contains(column) && names.contains { $0.equalsIgnoringCase(parent.columns[column].name) }
    }
  }
}
