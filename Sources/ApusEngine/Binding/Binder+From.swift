// The FROM clause: tables, views, common tables, subqueries, parenthesised joins; ON, USING and NATURAL.

import ApusSQL

extension Binder {
  func bindFrom(
    _ list: NodeList<TableSource>, _ select: BoundSelect, _ scope: Scope
  ) throws(DatabaseError) {
    try addSources(list, scope, isNested: false)
    guard scope.sources.count <= 64 else { throw error("at most 64 tables in a join") }
    select.sources = scope.sources
    select.noteNullableSources()
  }

  func addSources(
    _ list: NodeList<TableSource>, _ scope: Scope, isNested: Bool
  ) throws(DatabaseError) {
    // USING and NATURAL look at the items of their own parentheses.
    let start = scope.sources.count
    for (position, written) in ast[list].enumerated() {
      let node = withoutParentheses(written, isFirst: position == 0)
      let join: BoundSource.Join
      if position == 0 {
        join = .inner
      } else if node.join.contains(.left), node.join.contains(.right) {
        join = .full
      } else if node.join.contains(.left) {
        join = .left
      } else if node.join.contains(.right) {
        join = .right
      } else {
        join = node.join.contains(.cross) ? .cross : .inner
      }
      let before = scope.sources.count
      // The item whose join the ON condition belongs to; nil: the last one.
      var owner: BoundSource?
      if case .group(let inner) = node.kind {
        scope.looksUpStarColumns = !isNested && list.count == 1 && node.alias != nil
        if names != nil {
          try addSchemaGroup(inner, node, isFirst: position == 0, join, scope)
        } else if position == 0 && node.alias == nil
          || canInline(inner, join: join, hasRightJoin: hasRightJoin(list))
            && node.using.isEmpty && !node.join.contains(.natural)
        {
          if position > 0, !hasRightJoin(list) { scope.inlinedGroups += 1 }
          let pending = scope.pendingConditions.count
          let aliases = scope.groupAliases.count
          try addSources(inner, scope, isNested: true)
          if position > 0 || node.alias != nil {
            for index in scope.groupAliases.indices[aliases...] { scope.groupAliases[index].isNested = true }
          }
          if let alias = node.alias {
            scope.groupAliases.append((ast.string(alias), Array(scope.sources[before...]), false))
          }
          if position > 0 { for source in scope.sources[before...] { source.isInGroup = true } }
          // Parentheses that come first are as if they were not there: their conditions see the items behind them.
          if position > 0 || node.alias != nil {
            for index in scope.pendingConditions.indices[pending...]
            where scope.pendingConditions[index].visible == nil {
              scope.pendingConditions[index].visible = before..<scope.sources.count
            }
          }
          // The group's last item may be that of a LEFT JOIN inside, whose condition is another.
          if scope.sources.indices.contains(before), scope.sources.last?.join == .left {
            owner = scope.sources[before]
          }
          if scope.sources.indices.contains(before), join == .cross { scope.sources[before].join = .cross }
        } else {
          let source = try bindGroup(inner, alias: node.alias, scope)
          if context.wantsQueryPlan, node.alias == nil { source.planName = joinName(node) }
          source.join = join
          scope.sources.append(source)
        }
      } else {
        let source = try bindSource(node, scope)
        source.join = join
        scope.sources.append(source)
      }
      guard let added = scope.sources.last, scope.sources.count > before else { continue }
      // No join condition, no work: most items are the first of their list.
      guard position > 0 else { continue }
      do throws(DatabaseError) {
        try bindJoinCondition(
          node, owner ?? added, last: added, Array(scope.sources[start..<before]), scope,
          hasRightJoin: hasRightJoin(list))
      } catch {
        // All items are looked for before they are joined.
        for later in ast[list].dropFirst(position + 1) {
          if case .table = later.kind { _ = try bindSource(later, scope) }
        }
        throw error
      }
    }
  }

  /// There is a RIGHT or FULL join in the list, or in a group that it begins with.
  private func hasRightJoin(_ list: NodeList<TableSource>) -> Bool {
    if case .group(let inner)? = ast[list].first?.kind, hasRightJoin(inner) { return true }
    return ast[list].contains { $0.join.contains(.right) }
  }

  /// One table in parentheses is that table, under the alias of the parentheses, and whatever it says of an index is forgotten. Only
  /// parentheses without an alias that come first change nothing.
  private func withoutParentheses(_ node: TableSource, isFirst: Bool) -> TableSource {
    var node = node
    while !isFirst || node.alias != nil, case .group(let inner) = node.kind, ast[inner].count == 1,
      var only = ast[inner].first
    {
      while case .group(let deeper) = only.kind, only.alias == nil, ast[deeper].count == 1,
        let next = ast[deeper].first
      {
        only = next
      }
      node.kind = only.kind
      node.index = .none
    }
    return node
  }

  private func bindJoinCondition(
    _ node: TableSource, _ right: BoundSource, last: BoundSource, _ left: [BoundSource], _ scope: Scope,
    hasRightJoin: Bool
  ) throws(DatabaseError) {
    var names: [String] = []
    if node.join.contains(.natural) {
      if node.on != nil || !node.using.isEmpty {
        throw error("a NATURAL join may not have an ON or USING clause")
      }
      for column in right.columns where !column.isHidden {
        if left.contains(where: { source in
          source.columns.contains { !$0.isHidden && $0.name.equalsIgnoringCase(column.name) }
            || source.hides(column.name)
        }) {
          names.append(column.name)
        }
      }
    }
    for name in ast[node.using] { names.append(ast.string(name)) }
    for name in names {
      guard let rightColumn = right.joinedColumn(name),
        let leftExpression = try mergedColumn(name, left, hasRightJoin: hasRightJoin)
      else {
        throw error("cannot join using column \(name) - column not present in both tables")
      }
      right.usedColumns.insert(rightColumn)
      right.mergedColumns.append(name)
      if right.joinFilter.isEmpty { context.note(right) }
      right.joinFilter.append(
        BoundExpression(
          .comparison(.eq, leftExpression, BoundExpression(.column(right, rightColumn)))))
    }
    if let on = node.on { scope.pendingConditions.append(.init(condition: on, right: right, last: last)) }
  }

  /// Binds the ON conditions. As in SQLite they see every FROM item and result alias; what refers to the right of an
  /// outer join is refused (https://www.sqlite.org/lang_select.html#inner_join).
  func bindJoinConditions(_ scope: Scope) throws(DatabaseError) {
    if scope.pendingConditions.isEmpty, scope.pendingArguments.isEmpty { return try settleCallErrors() }
    defer { scope.pendingConditions = [] }
    if scope.aggregates != .forbiddenInFilter { scope.aggregates = .forbidden }
    let hasRightJoin = scope.sources.contains { $0.join == .right || $0.join == .full }
    let all = scope.sources
    let aliases = scope.groupAliases
    for pending in scope.pendingConditions {
      let right = pending.right
      if let visible = pending.visible {
        scope.sources = Array(all[visible])
        // Within the parentheses their own alias is none.
        scope.groupAliases = aliases.filter { $0.items.count < visible.count }
        for index in scope.groupAliases.indices { scope.groupAliases[index].isNested = false }
      }
      defer {
        scope.sources = all
        scope.groupAliases = aliases
      }
      let bound = try bindScalar(pending.condition, in: scope)
      scope.sources = all
      if right.join != .inner && right.join != .cross || hasRightJoin,
        let position = scope.sources.firstIndex(where: { $0 === pending.last })
      {
        var reachesRight = false
        bound.forEachSource { source in
          if scope.sources[(position + 1)...].contains(where: { $0 === source }) { reachesRight = true }
        }
        if reachesRight { throw error("ON clause references tables to its right") }
      }
      if right.joinFilter.isEmpty { context.note(right) }
      bound.conjuncts(into: &right.joinFilter)
    }
    // WHERE and ON are one expression.
    try settleCallErrors()
    try bindTableArguments(scope)
  }

  /// What a merged name means among the items on the left of a join.
  private func mergedColumn(
    _ name: String, _ left: [BoundSource], hasRightJoin: Bool
  ) throws(DatabaseError) -> BoundExpression? {
    var parts: [BoundExpression] = []
    for source in left {
      guard let index = source.joinedColumn(name) else { continue }
      let reference = BoundExpression(.column(source, index))
      let isMerged = source.mergedColumns.contains { $0.equalsIgnoringCase(name) }
      if parts.isEmpty {
        parts = [reference]
      } else if isMerged {
        // As in SQLite all of them, whatever joins are between.
        guard hasRightJoin else { continue }
        parts.append(reference)
      } else if hasRightJoin {
        throw error("ambiguous reference to \(name) in USING()")
      } else {
        // Without RIGHT and FULL joins the first table that has the name is meant.
        continue
      }
      source.usedColumns.insert(index)
    }
    if parts.isEmpty { return nil }
    return parts.count == 1 ? parts[0] : coalesce(parts, nil)
  }

  func bindSource(
    _ node: TableSource, _ scope: Scope
  ) throws(DatabaseError) -> BoundSource {
    let alias = node.alias.map { ast.string($0) }
    switch node.kind {
    case .table(let schemaName, let tableName):
      let name = ast.string(tableName)
      let schema = schemaName.map { ast.string($0) }
      if schema == nil, let common = findCommonTable(name, scope) {
        if case .indexedBy(let index) = node.index {
          throw error("no such index: \"\(ast.string(index))\"")
        }
        let source = try useCommonTable(common, alias: alias, name: name)
        if case .shared(let shared) = source.kind {
          for outer in shared.query.outerSources { scope.noteOuter(outer) }
        }
        return source
      }
      let source = try bindRelation(name, schema: schema, alias: alias, name: tableName)
      if context.authorization != nil { note(source, named: name, schema: schema) }
      names?.noteTable(source, name: tableName, hasAlias: alias != nil)
      switch node.index {
      case .none: break
      case .notIndexed: source.indexHint = .notIndexed
      case .indexedBy(let index):
        let wanted = ast.string(index)
        guard let table = source.table,
          context.catalogs.indexes(of: table).contains(where: { $0.name.equalsIgnoringCase(wanted) })
        else { throw error("no such index: \(wanted)") }
        source.indexHint = .named(wanted)
      }
      return source
    case .function(let schema, let name, let arguments):
      return try bindTableFunction(name, schema: schema, arguments, alias: alias, scope)
    case .subquery(let select):
      // Derived tables see common tables around them, and nothing else.
      scope.parent?.derivedDepth += 1
      defer { scope.parent?.derivedDepth -= 1 }
      let query = try bindQuery(
        select, parent: scope.parent, commonTables: scope.commonTables)
      let source = derived(query, name: alias ?? "", scope)
      noteUncountedRows(source, select, alias)
      return source
    case .group: throw error("a join group in a place without one")
    }
  }

  /// In SQLite several rows of VALUES that are not constant when they are parsed, or stand in a view or a statement with WITH, are SELECTs, of
  /// which EXPLAIN QUERY PLAN knows no number.
  private func noteUncountedRows(_ source: BoundSource, _ id: SelectID, _ alias: String?) {
    guard ast[id].arms.count == 1, case .values(_, let rows)? = ast[ast[id].arms].first, rows.count > 1 else {
      return
    }
    let isConstant = ast[rows].allSatisfy { row in ast[row.values].allSatisfy(ParsedRows(ast).isConstant) }
    guard context.hasCommonTables || isView || !isConstant else { return }
    source.planName = alias == nil ? "0-ROW VALUES CLAUSE" : nil
    source.isRows = false
    source.hasUncountedRows = true
  }

  /// A derived table over a bound query.
  func derived(
    _ query: BoundQuery, name: String, _ scope: Scope?, columns: [SourceColumn]? = nil
  ) -> BoundSource {
    for source in query.outerSources {
      if let scope, !scope.outerSources.contains(where: { $0 === source }) {
        scope.outerSources.append(source)
      }
    }
    if query.isVolatile { scope?.isVolatile = true }
    requireCollations(of: query)
    let source = BoundSource(
      .query(query), name: name.isEmpty && query.number > 0 ? "(subquery-\(query.number))" : name,
      schema: nil,
      columns: columns ?? Self.sourceColumns(query.columns, names: []))
    if context.wantsQueryPlan, query.parts.count == 1, case .values(let rows) = query.parts[0].core,
      rows.count > 1, !context.hasCommonTables, !isView
    {
      source.planName = "\(rows.count)-ROW VALUES CLAUSE"
      source.isRows = true
    }
    return source
  }

  /// As SQLite, which gives each column of a table that a query makes its collation, used or not: it must be there.
  func requireCollations(of query: BoundQuery) {
    guard !context.resolvesNamesOnly else { return }
    for column in query.columns where column.collation.isMissing {
      do throws(DatabaseError) {
        try column.collation.requireKnown()
      } catch {
        context.noteLate(error, in: nil, isOfResult: false)
      }
      return
    }
  }

  /// Columns of a derived table: names made unique as SQLite does.
  /// - Parameter isResolved: the names are those of a view or of CREATE TABLE AS.
  static func sourceColumns(
    _ columns: [OutputColumn], names: [String], isResolved: Bool = false
  ) -> [SourceColumn] {
    var used: Set<String> = []
    return columns.enumerated().map { index, column in
      var name = names.indices.contains(index) ? names[index] : column.itemName(isResolved: isResolved)
      // A name that would be read as a number names nothing.
      if name.equalsIgnoringCase("true") || name.equalsIgnoringCase("false") { name = "column\(index + 1)" }
      var suffix = 0
      while !used.insert(name.lowercasedASCII).inserted {
        suffix += 1
        name = "\(withoutNumber(name)):\(suffix)"
      }
      return SourceColumn(
        name: name, affinity: column.affinity, collation: column.itemCollation ?? column.collation,
        declaredType: column.declaredType ?? "")
    }
  }

  /// `a` of `a:1`.
  private static func withoutNumber(_ name: String) -> Substring {
    let digits = name.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    let stem = name.utf8.dropLast(digits)
    guard stem.last == UInt8(ascii: ":") else { return name[...] }
    return Substring(stem.dropLast())
  }

  /// A table or view by name.
  func bindRelation(
    _ name: String, schema: String?, alias: String?, name node: Name?
  ) throws(DatabaseError) -> BoundSource {
    guard let relation = context.catalogs.findRelation(name, schema: schema ?? homeSchema) else {
      if let connected = try context.eponymousTable(named: name) {
        return try virtualSource(connected, alias: alias)
      }
      if let reason = BuiltinFunctions.unsupportedTableFunction(name) { throw error(reason) }
      let offset = parametersAllowed ? node.map { Int($0.range.start) } : nil
      throw CatalogSet.missing("table", name, schema: schema ?? homeSchema, sqlOffset: offset)
    }
    switch relation {
    case .table(let table):
      let source = BoundSource(
        .table(table), name: alias ?? table.name, schema: context.catalogs.name(ofDatabase: table.database),
        columns: table.sourceColumns)
      if context.wantsQueryPlan, alias == nil { source.planName = (schema.map { "\($0)." } ?? "") + name }
      return source
    case .virtual(let table): return try virtualSource(try context.connectedTable(table), alias: alias)
    case .view(let view):
      let source = try viewSource(view, alias: alias, name: name, mayMismatch: false)
      if context.wantsQueryPlan {
        source.viewName = name
        if alias == nil { source.planName = name }
      }
      return source
    }
  }

  /// A view as a FROM item.
  /// - Parameters:
  ///   - name: as the statement has it.
  ///   - mayMismatch: the view may have more or fewer names than its query has columns: then the names count.
  func viewSource(
    _ view: ViewDefinition, alias: String?, name: String, mayMismatch: Bool
  ) throws(DatabaseError) -> BoundSource {
    let query = try within(name) { () throws(DatabaseError) in try bindView(view) }
    let names = view.columnNames
    var columns = query.columns
    if mayMismatch, !names.isEmpty {
      if columns.count > names.count { columns.removeLast(columns.count - names.count) }
      while columns.count < names.count {
        columns.append(OutputColumn(name: "", affinity: .none, collation: .binary))
      }
    }
    let source = BoundSource(
      .query(query), name: alias ?? view.name, schema: context.catalogs.name(ofDatabase: view.database),
      columns: Self.sourceColumns(columns, names: names, isResolved: true))
    requireCollations(of: query)
    if case .values(let rows)? = query.parts.first?.core, query.parts.count == 1 {
      source.hasUncountedRows = rows.count > 1
    }
    if !mayMismatch { try checkWidth(of: view, source) }
    context.authorization?.note(source, showing: view)
    return source
  }

  /// - Throws: when the view has not as many names as its query has columns.
  func checkWidth(of view: ViewDefinition, _ source: BoundSource) throws(DatabaseError) {
    guard case .query(let query) = source.kind, !context.resolvesNamesOnly else { return }
    let names = view.columnNames
    if !names.isEmpty, names.count != query.columns.count {
      throw error("expected \(names.count) columns for '\(view.name)' but got \(query.columns.count)")
    }
  }

  private func bindView(_ view: ViewDefinition) throws(DatabaseError) -> BoundQuery {
    let identity = ObjectIdentifier(view)
    guard context.viewsInUse.insert(identity).inserted else {
      throw error("view \(view.name) is circularly defined")
    }
    defer { context.viewsInUse.remove(identity) }
    context.viewReferences[identity, default: 0] += 1
    // What the view is must still hold when the program runs, whatever it reads.
    context.viewDatabases.insert(view.database)
    if context.viewReferences[identity, default: 0] > 65_535 {
      throw error("too many references to \"\(view.name)\": max 65535")
    }
    var binder = Binder(ast: view.ast, context: context)
    binder.parametersAllowed = false
    binder.isView = true
    if view.database != 1 { binder.homeSchema = context.catalogs.name(ofDatabase: view.database) }
    return try binder.bindQuery(view.select, parent: nil)
  }

  /// `x IN table`: all columns of the table.
  func bindTableAsQuery(
    _ table: TableReference, in scope: Scope
  ) throws(DatabaseError) -> BoundQuery {
    let name = ast.string(table.name)
    let select = BoundSelect()
    let source: BoundSource
    if table.hasArguments {
      return try bindTableFunctionAsQuery(table, in: scope)
    } else if table.schema == nil, let common = findCommonTable(name, scope) {
      source = try useCommonTable(common, alias: nil, name: name)
    } else {
      let schema = table.schema.map { ast.string($0) }
      source = try bindRelation(name, schema: schema, alias: nil, name: table.name)
      if context.authorization != nil { note(source, named: name, schema: schema) }
    }
    select.sources = [source]
    return try queryOfColumns(source, select)
  }

  /// All visible columns of the one item of a SELECT; all columns with `includingHidden`.
  func queryOfColumns(
    _ source: BoundSource, _ select: BoundSelect, includingHidden: Bool = false
  ) throws(DatabaseError) -> BoundQuery {
    var columns: [OutputColumn] = []
    for (index, column) in source.columns.enumerated() where includingHidden || !column.isHidden {
      source.usedColumns.insert(index)
      let isHidden = context.authorization == nil ? false : try hides(index, of: source)
      select.output.append(BoundExpression(isHidden ? .constant(.null) : .column(source, index)))
      columns.append(
        OutputColumn(name: column.name, affinity: column.affinity, collation: column.collation))
    }
    return BoundQuery(
      parts: [.init(compoundOperator: .unionAll, core: .select(select))], columns: columns)
  }
}
