// How an index orders its entries.

extension IndexDefinition {
  /// The index is the tree of a WITHOUT ROWID table; any other index of a PRIMARY KEY ends in the rowid.
  public var isTableTree: Bool { origin == .primaryKey && storedColumns.last?.tableColumn != -1 }

  /// The fields by which entries compare: the key of a WITHOUT ROWID table's tree, all fields of any other index.
  public var keyFields: [KeyInfo.Field] {
    (isTableTree ? columns : storedColumns).map {
      KeyInfo.Field(collation: $0.collation, isDescending: $0.isDescending)
    }
  }

  /// The fields that UNIQUE speaks of.
  public var uniqueFields: [KeyInfo.Field] {
    columns.map { KeyInfo.Field(collation: $0.collation, isDescending: $0.isDescending) }
  }

  /// What "UNIQUE constraint failed: …" names: the columns, or the index when it holds expressions.
  public func uniqueViolationText(columnNames: [String]) -> String {
    guard !columns.contains(where: { $0.tableColumn == -2 }) else { return "index '\(name)'" }
    return columns.map { column in
      let title = columnNames.indices.contains(column.tableColumn) ? columnNames[column.tableColumn] : "rowid"
      return "\(tableName).\(title)"
    }.joined(separator: ", ")
  }
}

extension TableDefinition {
  /// Where a column's value lies in the records of the table's tree; nil for virtual columns and for the column that
  /// is the rowid (whose field is NULL) of a rowid table.
  public func storageIndex(ofColumn column: Int) -> Int? {
    guard columns.indices.contains(column), columns[column].generated != .virtual else { return nil }
    if let primaryKeyIndex {
      return primaryKeyIndex.storedColumns.firstIndex { $0.tableColumn == column }
    }
    guard column != rowIDAlias else { return nil }
    var position = 0
    for index in 0..<column where columns[index].generated != .virtual { position += 1 }
    return position
  }
}
