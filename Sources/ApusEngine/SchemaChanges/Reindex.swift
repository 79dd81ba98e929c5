import ApusSQL

// REINDEX: indexes are emptied and filled again, because a collation changed.

extension SchemaCompiler {
  func compileReindex(schema: Name?, name: Name?) throws(DatabaseError) -> Program {
    guard let name else { return try reindex(allIndexes { _ in true }) }
    let text = ast.string(name)
    if schema == nil, lookup.findCollation(text) != nil {
      return try reindex(
        allIndexes { index in index.columns.contains { $0.collationName.equalsIgnoringCase(text) } })
    }
    let schemaName = schema == nil ? nil : catalogs.name(ofDatabase: try database(schema))
    if let relation = catalogs.findRelation(text, schema: schemaName) {
      guard case .table(let table) = relation else { return emptyProgram(database: relation.database) }
      return try reindex(catalogs.indexes(of: table).filter { !$0.isTableTree })
    }
    guard let index = catalogs.findIndex(text, schema: schemaName) else {
      throw DatabaseError(.error, "unable to identify the object to be reindexed")
    }
    return try reindex(index.isTableTree ? [] : [index])
  }

  private func allIndexes(where isWanted: (IndexDefinition) -> Bool) -> [IndexDefinition] {
    var found: [IndexDefinition] = []
    for entry in catalogs.entries {
      for table in entry.catalog.tableOrder {
        for index in entry.catalog.indexesByTable[table] ?? [] where !index.isTableTree && isWanted(index) {
          found.append(index)
        }
      }
    }
    return found
  }

  private func reindex(_ wanted: [IndexDefinition]) throws(DatabaseError) -> Program {
    var indexes = wanted
    if let authorization {
      indexes = []
      // SQLite asks on after a refusal.
      var refusal: DatabaseError?
      for index in wanted {
        do throws(DatabaseError) {
          let ignores = try authorization.ignores(.reindex, index.name, database: index.database)
          if !ignores { indexes.append(index) }
        } catch {
          refusal = error
        }
      }
      if let refusal { throw refusal }
      if indexes.isEmpty, let left = wanted.first { return emptyProgram(database: left.database) }
    }
    guard let first = indexes.first else { return emptyProgram(database: 0) }
    var program = SchemaProgram(database: first.database, catalogs: catalogs)
    var begun: Set<Int> = [first.database]
    for index in indexes {
      guard let table = catalogs[index.database]?.tables[index.tableName.lowercasedASCII] else { continue }
      guard index.rootPage > 1 else { throw .corrupt("root page of \(index.name)", page: 1) }
      if begun.insert(index.database).inserted { program.emitTransaction(index.database) }
      program.builder.emit(
        .clearTree, Int32(bitPattern: index.rootPage), Int32(truncatingIfNeeded: index.database), 0, p4: 1)
      let fill = IndexFill(
        index: index, table: table, encoding: encoding(index.database), hooks: hooks)
      try fill.emit(&program.builder, rootRegister: nil)
    }
    return program.finish()
  }
}
