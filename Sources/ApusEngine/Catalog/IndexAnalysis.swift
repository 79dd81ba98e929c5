import ApusSQL

/// Works out what the entries of an index hold.
enum IndexAnalysis {
  /// What CREATE INDEX needs to know of its table.
  struct Table {
    var name: String
    var columns: [ColumnDefinition]
    var rowIDAlias: Int
    /// For WITHOUT ROWID tables: the key columns of the table's own tree.
    var primaryKey: [IndexDefinition.Column]?

    init(
      name: String, columns: [ColumnDefinition], rowIDAlias: Int, primaryKey: [IndexDefinition.Column]?
    ) {
      self.name = name
      self.columns = columns
      self.rowIDAlias = rowIDAlias
      self.primaryKey = primaryKey
    }

    init(_ table: TableDefinition) {
      self.init(
        name: table.name, columns: table.columns, rowIDAlias: table.rowIDAlias,
        primaryKey: table.primaryKeyIndex?.columns)
    }

    func columnIndex(named name: String) -> Int? {
      columns.firstIndex { $0.name.equalsIgnoringCase(name) }
    }
  }

  /// The key columns of a CREATE INDEX statement.
  /// - Parameter allowsDescending: false for files of schema format below 4, where DESC has no effect.
  /// - Throws: SQLite's error for what is wrong with them or with the WHERE clause.
  static func columns(
    _ statement: CreateIndexStatement, ast: AST, table: Table, schemaName: String, lookup: SchemaLookup,
    allowsDescending: Bool
  ) throws(DatabaseError) -> [IndexDefinition.Column] {
    func expressionCheck(_ place: SchemaExpressionCheck.Place) -> SchemaExpressionCheck {
      SchemaExpressionCheck(
        ast: ast, place: place, lookup: lookup, tableName: table.name, schemaName: schemaName,
        hasRowID: table.primaryKey == nil, hasColumn: { table.columnIndex(named: $0) != nil })
    }
    // What is wrong with the first column counts more.
    var filterError: DatabaseError?
    do throws(DatabaseError) {
      if let filter = statement.filter { try expressionCheck(.partialIndex).check(filter) }
    } catch {
      filterError = error
    }
    var result: [IndexDefinition.Column] = []
    for term in ast[statement.columns] { try TableAnalysis.refuseNullsOrder(term) }
    for term in ast[statement.columns] {
      let inner = ast.withoutCollation(term.expression)
      var name: String?
      switch ast[inner] {
      case .column(let column): name = ast.string(column)
      case .string(let text): name = ast.string(text)
      default: break
      }
      let column = name.flatMap { table.columnIndex(named: $0) }
      if column == nil {
        if case .string = ast[inner], let name {
          throw DatabaseError(
            .error, "no such column: \(name)", sqlOffset: Int(ast.range(inner).start))
        }
        try expressionCheck(.index).check(inner)
      }
      if let filterError { throw filterError }
      var collationName = column.flatMap { table.columns[$0].collationName } ?? "BINARY"
      if case .collate(_, let id) = ast[term.expression] { collationName = ast.string(ast[id]) }
      result.append(
        IndexDefinition.Column(
          tableColumn: column ?? -2, expression: column == nil ? inner : nil,
          collation: try lookup.collation(named: collationName), collationName: collationName,
          isDescending: allowsDescending && term.order == .descending))
    }
    return result
  }

  /// All fields of an entry: the key columns, then what finds the row.
  /// - Parameter keepsOrder: the appended primary-key columns sort as in the table's tree (CREATE INDEX), not
  ///   ascending (indexes of constraints: an old mistake that files depend on).
  static func storedColumns(
    _ columns: [IndexDefinition.Column], primaryKey: [IndexDefinition.Column]?, keepsOrder: Bool
  ) -> [IndexDefinition.Column] {
    guard let primaryKey else {
      return columns + [
        IndexDefinition.Column(
          tableColumn: -1, expression: nil, collation: .binary, collationName: "BINARY", isDescending: false)
      ]
    }
    var stored = columns
    for key in primaryKey where !contains(columns, key) {
      var added = key
      if !keepsOrder { added.isDescending = false }
      stored.append(added)
    }
    return stored
  }

  /// The fields of a WITHOUT ROWID table's own tree: the key, then every other column that is stored.
  static func treeColumns(
    key: [IndexDefinition.Column], columns: [ColumnDefinition]
  ) -> [IndexDefinition.Column] {
    var stored = key
    for (index, column) in columns.enumerated()
    where column.generated != .virtual && !key.contains(where: { $0.tableColumn == index }) {
      stored.append(
        IndexDefinition.Column(
          tableColumn: index, expression: nil, collation: .binary, collationName: "BINARY",
          isDescending: false))
    }
    return stored
  }

  private static func contains(
    _ columns: [IndexDefinition.Column], _ wanted: IndexDefinition.Column
  ) -> Bool {
    columns.contains {
      $0.tableColumn == wanted.tableColumn && $0.collationName.equalsIgnoringCase(wanted.collationName)
    }
  }
}
