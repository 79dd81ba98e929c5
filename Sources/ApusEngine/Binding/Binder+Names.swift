// Column names, by SQLite's order of search: the FROM items of the innermost scope, then rows that a trigger offers,
// then result aliases, then the next scope outwards; at last a double-quoted name is a string.

import ApusSQL

extension Binder {
  static func isRowIDName(_ name: String) -> Bool {
    name.equalsIgnoringCase("rowid") || name.equalsIgnoringCase("oid") || name.equalsIgnoringCase("_rowid_")
  }

  /// Whether a bare name is a column here (so that TRUE may be one).
  func isColumn(_ name: Name, in scope: Scope) throws(DatabaseError) -> Bool {
    let text = ast.string(name)
    var present: Scope? = scope
    while let current = present {
      if matches(text, qualifier: nil, schema: nil, in: current.sources).count > 0 { return true }
      present = current.parent
    }
    return false
  }

  func bindName(_ name: Name, id: ExprID, in scope: Scope) throws(DatabaseError) -> BoundExpression {
    let text = ast.string(name)
    if let found = try lookUp(text, qualifier: nil, schema: nil, id: id, in: scope) { return found }
    if name.quoting == .none {
      if ast.equals(name, "true") { return node(.constant(.integer(1)), id) }
      if ast.equals(name, "false") { return node(.constant(.integer(0)), id) }
    }
    if name.quoting == .double, doubleQuotedStrings {
      names?.noteString(name)
      return node(.constant(.text(WTF8.literal(ast.bytes(name.text), context.encoding))), id)
    }
    throw error("no such column: \(text)", at: id)
  }

  func bindQualified(
    _ name: QualifiedName, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    let column = ast.string(name.column)
    let table = ast.string(name.table)
    let schema = ignoresDatabaseNames ? nil : name.schema.map { ast.string($0) }
    if let found = try lookUp(column, qualifier: table, schema: schema, id: id, in: scope) {
      return found
    }
    let full = (schema.map { $0 + "." } ?? "") + table + "." + column
    throw error("no such column: \(full)", at: id)
  }

  /// A column of `*` that is looked up by its bare name.
  func bindStarName(_ name: String, in scope: Scope) throws(DatabaseError) -> BoundExpression {
    guard let found = try lookUp(name, qualifier: nil, schema: nil, id: nil, in: scope) else {
      throw error("no such column: \(name)")
    }
    return found
  }

  private func lookUp(
    _ name: String, qualifier: String?, schema: String?, id: ExprID?, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression? {
    if schema == nil, names == nil, context.authorization == nil,
      let match = plainMatch(name, qualifier: qualifier, in: scope.sources)
    {
      match.source.usedColumns.insert(match.column)
      return node(.column(match.source, match.column), id)
    }
    var present: Scope? = scope
    while let current = present {
      var found = matches(name, qualifier: qualifier, schema: schema, in: current.sources)
      if found.count == 0 {
        found = rowIDMatches(name, qualifier: qualifier, schema: schema, in: current.sources)
      }
      if found.count == 0, let qualifier, schema == nil {
        found = groupMatch(name, alias: qualifier, in: current)
      }
      if found.count > 1 {
        let full = [schema, qualifier, name].compactMap { $0 }.joined(separator: ".")
        throw error("ambiguous column name: \(full)", at: id)
      }
      if let match = found.first {
        return try use(match, found.merged, id: id, from: scope, owner: current)
      }
      if current.parent == nil || current.hidesOuterColumns, !rowSources.isEmpty, qualifier != nil {
        var rows = matches(name, qualifier: qualifier, schema: schema, in: rowSources)
        if rows.count == 0 {
          rows = rowIDMatches(name, qualifier: qualifier, schema: schema, in: rowSources)
        }
        if let match = rows.first {
          return try use(match, rows.merged, id: id, from: scope, owner: nil)
        }
      }
      if qualifier == nil {
        for alias in current.aliases where alias.name.equalsIgnoringCase(name) {
          try checkAlias(alias, in: current, isOwn: current === scope, id: id)
          if current !== scope {
            alias.expression.forEachSource { source in scope.noteOuter(source, owner: current) }
          }
          if current.repeatsWindows, let select = current.select {
            return repeatingWindows(alias.expression, of: select)
          }
          return alias.expression
        }
      }
      present = current.hidesOuterColumns ? nil : current.parent
    }
    return nil
  }

  private func checkAlias(
    _ alias: (name: String, expression: BoundExpression), in scope: Scope, isOwn: Bool, id: ExprID?
  ) throws(DatabaseError) {
    let windowsAllowed = scope.windowsAllowed && isOwn
    if scope.aggregates == .allowed, windowsAllowed { return }
    var misused: String?
    var hasWindow = false
    alias.expression.walk { node in
      if case .window(let select, _) = node.kind, select === scope.select { hasWindow = true }
      guard scope.aggregates != .allowed else { return }
      if case .aggregate(let select, let index) = node.kind, select === scope.select {
        misused = select.aggregates[index].definition.name
      }
    }
    if hasWindow, !windowsAllowed {
      throw error("misuse of aliased window function \(alias.name)", at: id)
    }
    guard let misused else { return }
    switch scope.aggregates {
    // What is wrong is found when the clause is complete.
    case .forbiddenInGroupBy where isOwn: break
    case .forbiddenInFilter:
      context.noteLate(
        error("misuse of aggregate: \(misused)()", at: id), in: scope.select, isOfResult: false)
    default: throw error("misuse of aliased aggregate \(alias.name)", at: id)
    }
  }

  /// The one column of that name where nothing merges columns: what `matches` finds of nearly all names, without the list that it makes.
  /// - Returns: nil when there is no such column, or more to the matter.
  private func plainMatch(
    _ name: String, qualifier: String?, in sources: [BoundSource]
  ) -> (source: BoundSource, column: Int)? {
    let nameHash = name.foldedHash
    let qualifierHash = qualifier?.foldedHash ?? 0
    var found: (source: BoundSource, column: Int)?
    for source in sources {
      guard !source.hasQualifiedColumns, source.mergedColumns.isEmpty else { return nil }
      if let qualifier {
        if source.isSchemaTable { return nil }
        guard source.nameHash == qualifierHash, source.answers(to: qualifier, schema: nil, column: nil) else {
          continue
        }
      }
      for index in source.columns.indices
      where source.columns[index].nameHash == nameHash && source.columns[index].name.equalsIgnoringCase(name)
      {
        guard found == nil else { return nil }
        found = (source, index)
        break
      }
    }
    return found
  }

  /// What a name was found to mean.
  private struct Matches {
    /// 2 or more: the name is ambiguous.
    var count = 0
    var first: (source: BoundSource, column: Int)?
    /// Namesakes that FULL JOINs merged with `first`: the first that is not NULL counts.
    var merged: [(source: BoundSource, column: Int)] = []

    mutating func add(_ source: BoundSource, _ column: Int) {
      count += 1
      first = first ?? (source, column)
    }
  }

  private func matches(
    _ name: String, qualifier: String?, schema: String?, in sources: [BoundSource]
  ) -> Matches {
    var found = Matches()
    let nameHash = name.foldedHash
    let qualifierHash = qualifier?.foldedHash ?? 0
    for source in sources {
      // Another table's name, as a rule: none of its columns need be looked at.
      if let qualifier, !source.hasQualifiedColumns {
        if source.nameHash != qualifierHash && !source.isSchemaTable { continue }
        if !source.answers(to: qualifier, schema: schema, column: nil) { continue }
      }
      let columns = source.columns
      for index in columns.indices
      where columns[index].nameHash == nameHash && columns[index].name.equalsIgnoringCase(name) {
        if let qualifier, !source.answers(to: qualifier, schema: schema, column: columns[index]) { continue }
        // Of a parenthesised join's columns only merged ones lie behind their namesakes.
        if qualifier == nil, columns[index].isHidden, columns[index].qualifier != nil { continue }
        // (Of items of one name, too.)
        if found.count > 0,
          source.mergedColumns.contains(where: { $0.equalsIgnoringCase(name) })
        {
          switch source.join {
          case .right:
            found = Matches()
            found.add(source, index)
          case .full: found.merged.append((source, index))
          default: break
          }
          // Of a parenthesised join no other column may have the name.
          if source.join == .right || source.join == .full, source.hasQualifiedColumns {
            let namesakes = columns.count { !$0.isHidden && $0.name.equalsIgnoringCase(name) }
            if namesakes > 1 { found.count += 1 }
          }
          break
        }
        found.add(source, index)
        // A table has a name once; a derived table with the same name twice offers the first.
        if columns[index].qualifier == nil || qualifier != nil { break }
      }
    }
    return found
  }

  /// The first column of a name in a join in parentheses with an alias; the tables within keep their own names.
  private func groupMatch(_ name: String, alias: String, in scope: Scope) -> Matches {
    var found = Matches()
    func look(at source: BoundSource) {
      guard found.count == 0,
        let column = source.columns.firstIndex(where: { !$0.isHidden && $0.name.equalsIgnoringCase(name) })
      else { return }
      found.add(source, column)
    }
    for group in scope.groupAliases where !group.isNested && group.name.equalsIgnoringCase(alias) {
      // An ON clause may see fewer of them.
      for source in group.items where scope.sources.contains(where: { $0 === source }) { look(at: source) }
    }
    for source in scope.sources where source.hasQualifiedColumns && source.name.equalsIgnoringCase(alias) {
      look(at: source)
    }
    return found
  }

  private func rowIDMatches(
    _ name: String, qualifier: String?, schema: String?, in sources: [BoundSource]
  ) -> Matches {
    var found = Matches()
    guard Self.isRowIDName(name) else { return found }
    for source in sources {
      if let qualifier,
        let column = source.columns.firstIndex(where: {
          $0.isHidden && $0.qualifier?.equalsIgnoringCase(qualifier) ?? false && Self.isRowIDName($0.name)
        })
      {
        found.add(source, column)
        continue
      }
      if qualifier == nil, source.hasQualifiedColumns {
        for (index, column) in source.columns.enumerated()
        where column.isHidden && Self.isRowIDName(column.name) {
          found.add(source, index)
        }
        continue
      }
      guard source.hasRowID else { continue }
      if let qualifier, !source.answers(to: qualifier, schema: schema, column: nil) { continue }
      found.add(source, -1)
    }
    return found
  }

  private func use(
    _ match: (source: BoundSource, column: Int), _ merged: [(source: BoundSource, column: Int)],
    id: ExprID?, from scope: Scope, owner: Scope?
  ) throws(DatabaseError) -> BoundExpression {
    func column(_ match: (source: BoundSource, column: Int)) throws(DatabaseError) -> BoundExpression {
      match.source.usedColumns.insert(match.column)
      if let id { names?.noteColumn(match.column, of: match.source, at: id, in: ast) }
      if let owner, owner !== scope { scope.noteOuter(match.source, owner: owner) }
      if context.authorization != nil, try hides(match.column, of: match.source) {
        return node(.constant(.null), id)
      }
      return node(.column(match.source, match.column), id)
    }
    let first = try column(match)
    if merged.isEmpty { return first }
    var parts = [first]
    for match in merged { parts.append(try column(match)) }
    return coalesce(parts, id)
  }

  /// coalesce(a, b, …) of merged columns.
  func coalesce(_ parts: [BoundExpression], _ id: ExprID?) -> BoundExpression {
    let start = parts.first?.sourceStart ?? 0
    let end = parts.first?.sourceEnd ?? 0
    var branches: [(when: BoundExpression, then: BoundExpression)] = []
    for part in parts.dropLast() {
      branches.append((BoundExpression(.isNull(part, negated: true), start: start, end: end), part))
    }
    return BoundExpression(
      .case(base: nil, branches: branches, else: parts.last), start: start, end: end)
  }
}

extension BoundSource {
  /// Whether `qualifier.column` may mean a column of this item.
  func answers(to qualifier: String, schema wanted: String?, column: SourceColumn?) -> Bool {
    if let wanted {
      guard let schema, schema.equalsIgnoringCase(wanted) else { return false }
      return name.equalsIgnoringCase(qualifier) || isSchemaTable(called: qualifier, isSchemaGiven: true)
    }
    if let own = column?.qualifier { return own.equalsIgnoringCase(qualifier) }
    return name.equalsIgnoringCase(qualifier) || isSchemaTable(called: qualifier, isSchemaGiven: false)
  }

  /// The schema table answers to its other names, unless it has an alias; without a schema, the temporary database's
  /// only to its own (https://www.sqlite.org/schematab.html#alternative_names).
  private func isSchemaTable(called qualifier: String, isSchemaGiven: Bool) -> Bool {
    guard let table, name.equalsIgnoringCase(table.name) else { return false }
    switch table.name {
    case "sqlite_master": return qualifier.equalsIgnoringCase("sqlite_schema")
    case "sqlite_temp_master":
      return qualifier.equalsIgnoringCase("sqlite_temp_schema")
        || isSchemaGiven
          && (qualifier.equalsIgnoringCase("sqlite_schema") || qualifier.equalsIgnoringCase("sqlite_master"))
    default: return false
    }
  }
}
