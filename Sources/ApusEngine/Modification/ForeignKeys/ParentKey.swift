/// The key of a parent table that a foreign key refers to, and which child column stands for each of its columns.
///
/// A parent key is the INTEGER PRIMARY KEY, or a UNIQUE index without WHERE over exactly the columns named, in any order, with
/// the columns' own collations; without names it is the PRIMARY KEY (https://www.sqlite.org/foreignkeys.html §3).
struct ParentKey {
  let link: ForeignKeyLink
  let parent: TableDefinition
  /// nil: the key is the rowid.
  let index: IndexDefinition?
  /// Columns of the parent, in the order of the index.
  let parentColumns: [Int]
  /// Columns of the child, each for the parent column at the same place.
  let childColumns: [Int]

  var child: TableDefinition { link.child }
  var definition: ForeignKeyDefinition { link.definition }

  /// What is told of a row that violates the foreign key, without the row's values.
  var violation: ConstraintViolation {
    ConstraintViolation(
      kind: .foreignKey, name: definition.name, table: child.name,
      columns: childColumns.map { child.columns[$0].name })
  }

  /// nil when the parent has no such key: a "foreign key mismatch".
  init?(_ link: ForeignKeyLink, parent: TableDefinition, catalogs: CatalogSet) {
    self.link = link
    self.parent = parent
    let definition = link.definition
    let names = definition.parentColumns
    if definition.columns.count == 1, parent.rowIDAlias >= 0, !parent.isWithoutRowID,
      names.isEmpty || names[0].equalsIgnoringCase(parent.columns[parent.rowIDAlias].name)
    {
      index = nil
      parentColumns = [parent.rowIDAlias]
      childColumns = definition.columns
      return
    }
    for index in catalogs.indexes(of: parent) {
      if let children = Self.childColumns(of: definition, on: index, of: parent) {
        self.index = index
        parentColumns = index.columns.map(\.tableColumn)
        childColumns = children
        return
      }
    }
    return nil
  }

  private static func childColumns(
    of definition: ForeignKeyDefinition, on index: IndexDefinition, of parent: TableDefinition
  ) -> [Int]? {
    guard index.isUnique, index.partialCondition == nil, index.columns.count == definition.columns.count
    else { return nil }
    let names = definition.parentColumns
    if names.isEmpty { return index.origin == .primaryKey ? definition.columns : nil }
    var children: [Int] = []
    for column in index.columns {
      guard parent.columns.indices.contains(column.tableColumn) else { return nil }
      let own = parent.columns[column.tableColumn]
      guard own.collation == column.collation,
        let position = names.firstIndex(where: { $0.equalsIgnoringCase(own.name) })
      else { return nil }
      children.append(definition.columns[position])
    }
    return children
  }

  static func mismatch(_ link: ForeignKeyLink) -> DatabaseError {
    DatabaseError(
      .error,
      "foreign key mismatch - \"\(link.child.name)\" referencing \"\(link.definition.parentTable)\"")
  }
}
