// SELECT: FROM, result columns, WHERE, GROUP BY, HAVING, compounds, ORDER BY and LIMIT.

import ApusSQL

extension Binder {
  /// A bound arm and the scope that its ORDER BY is resolved in.
  struct Arm {
    var core: BoundQuery.BoundCore
    /// More of them, joined by UNION ALL: rows of VALUES that need a SELECT each.
    var rest: [BoundQuery.BoundCore] = []
    var columns: [OutputColumn]
    var scope: Scope
  }

  /// Binds a query. `parent` is the scope around it, nil at the top and in views.
  func bindQuery(
    _ id: SelectID, parent: Scope?, commonTables: [CommonTableScope] = []
  ) throws(DatabaseError) -> BoundQuery {
    context.nesting += 1
    defer { context.nesting -= 1 }
    guard context.nesting <= 200 else { throw error("parser stack overflow") }
    let select = ast[id]
    let number = context.wantsQueryPlan || context.columnNaming.namesTables ? queryNumber(id) : 0
    let visible = try bindWith(select.with, parent: parent, outer: commonTables)
    do throws(DatabaseError) {
      return try bindArms(
        select, number: number, parent: parent, visible: visible, own: visible[commonTables.count...],
        limits: try earlyLimits(select))
    } catch {
      if context.authorization?.hasRefused ?? false { throw error }
      // After all tables SQLite looks at LIMIT and OFFSET first.
      if select.limit != nil || select.offset != nil, !isOfTables(error) {
        context.forgetCallError()
        try bindLimit(select, BoundQuery(parts: [], columns: []))
      }
      throw error
    }
  }

  private func bindArms(
    _ select: SelectNode, number: Int, parent: Scope?, visible: [CommonTableScope],
    own: ArraySlice<CommonTableScope>, limits: Limits?
  ) throws(DatabaseError) -> BoundQuery {
    guard let first = ast[select.arms].first else { throw error("no query") }
    if select.arms.count == 1 {
      var arm = try bindArm(first, parent: parent, commonTables: visible, hasOrder: !select.orderBy.isEmpty)
      let query = BoundQuery.take(from: context.memory, columns: arm.columns)
      query.parts.append(.init(compoundOperator: .unionAll, core: arm.core))
      for core in arm.rest { query.parts.append(.init(compoundOperator: .unionAll, core: core)) }
      query.number = number
      if case .values(_, let rows) = first, rows.count > 1 {
        query.isRowsClause = isConstantRows && !select.isRowList
        query.isRowList = select.isRowList
      }
      try bindOrder(select, query, arm)
      try settleGroups(first, arm)
      if let error = arm.scope.groupByError { throw error }
      try bindLimit(select, query, limits)
      finish(query, arm.scope)
      if names != nil { bindUnusedCommonTables(own) }
      Scope.giveBack(&arm.scope, to: context.memory)
      return query
    }
    let arms = Array(ast[select.arms])
    var query = try bindCompound(
      sortsByCollation(select) ? withoutLastGroups(arms)[...] : arms[...], parent: parent,
      commonTables: visible)
    query.number = number
    try bindCompoundOrder(select, query)
    if sortsByCollation(select) { query = try sortedApart(query, last: arms.last, parent) }
    try bindLimit(select, query, limits)
    if names != nil { bindUnusedCommonTables(own) }
    return query
  }

  func isSingleRow(_ select: SelectNode) -> Bool {
    guard select.arms.count == 1, case .values(_, let rows)? = ast[select.arms].first else { return false }
    return rows.count == 1
  }

  func finish(_ query: BoundQuery, _ scope: Scope) {
    for source in scope.outerSources where !query.outerSources.contains(where: { $0 === source }) {
      query.outerSources.append(source)
    }
    if scope.isVolatile { query.isVolatile = true }
  }

  /// - Parameters:
  ///   - isLast: no other arm of a compound stands behind it.
  ///   - hasOrder: an ORDER BY is going to be bound, before `settleGroups`.
  func bindArm(
    _ arm: SelectArm, parent: Scope?, commonTables: [CommonTableScope], isLast: Bool = true,
    hasOrder: Bool = false
  ) throws(DatabaseError) -> Arm {
    context.selectCount += 1
    switch arm {
    case .select(_, let core):
      return try bindCore(core, parent: parent, commonTables: commonTables, hasOrder: hasOrder)
    case .values(_, let rows):
      // In a statement with WITH each row is one.
      if context.hasCommonTables { context.selectCount += max(rows.count, 1) - 1 }
      return try bindValues(rows, parent: parent, commonTables: commonTables, isLast: isLast)
    }
  }

  private func bindCore(
    _ core: SelectCore, parent: Scope?, commonTables: [CommonTableScope], hasOrder: Bool
  ) throws(DatabaseError) -> Arm {
    let select = BoundSelect.take(from: context.memory)
    let scope = Scope.take(from: context.memory, parent: parent, select: select)
    scope.commonTables = commonTables
    scope.hasGroups = !core.groupBy.isEmpty
    let lateError = context.lateError
    let aggregates = context.aggregateCount
    try bindFrom(core.from, select, scope)
    if !context.resolvesNamesOnly {
      scope.windowDefinitions = try resolveWindows(core.windows)
      if !core.windows.isEmpty { try refuseMissingTables(inWindows: core.windows, scope) }
    }
    select.isDistinct = core.distinctness == .distinct
    scope.aggregates = .allowed
    scope.windowsAllowed = true
    var columns: [OutputColumn] = []
    if let memory = context.memory { swap(&columns, &memory.columns) }
    columns.reserveCapacity(core.columns.count)
    select.output.reserveCapacity(core.columns.count)
    // Result columns do not see each other's aliases.
    var aliases: [(name: String, expression: BoundExpression)] = []
    scope.bindsResult = true
    for column in ast[core.columns] {
      do throws(DatabaseError) {
        try bindResultColumn(column, select, scope, &columns, &aliases)
      } catch {
        try refuseStars(core.columns, scope)
        throw error
      }
    }
    scope.bindsResult = false
    scope.aliases = aliases
    guard columns.count <= 2000 else { throw error("too many columns in result set") }
    scope.windowsAllowed = false
    // Only the result columns and GROUP BY make a query an aggregate one.
    let isAggregate = !core.groupBy.isEmpty || select.aggregates.count > scope.strayAggregates.count
    select.isAggregate = isAggregate
    // The order of clauses is SQLite's: the first error counts.
    scope.aggregates = isAggregate ? .allowed : .forbidden
    if let having = core.having {
      guard isAggregate || context.resolvesNamesOnly else {
        throw error("HAVING clause on a non-aggregate query")
      }
      select.having = try bindWhole(having, in: scope)
    }
    scope.aggregates = isAggregate ? .forbiddenInFilter : .forbidden
    if let filter = core.filter {
      try bindScalar(filter, in: scope).conjuncts(into: &select.filter)
    }
    try bindJoinConditions(scope)
    if context.resolvesNamesOnly {
      for window in ast[core.windows] { try bindWindowNames(window, in: scope) }
    }
    scope.aggregates = .forbiddenInGroupBy
    scope.hidesOuterColumns = true
    // What is wrong with ORDER BY counts more.
    do throws(DatabaseError) {
      if hasOrder, let authorization = context.authorization {
        scope.waitingGroups = try authorization.postponing { () throws(DatabaseError) in
          try bindGroupBy(core, select, scope)
        }.waiting
      } else {
        try bindGroupBy(core, select, scope)
      }
    } catch {
      scope.groupByError = error
    }
    scope.hidesOuterColumns = false
    scope.aggregates = isAggregate ? .allowed : .forbidden
    settleStrayAggregates(of: select, scope)
    // What is only counted is never computed.
    if context.aggregateCount > aggregates + 1, CountOfUnionAll.counted(by: select) != nil {
      if lateError == nil { context.setLateError(nil) }
      forgetStrayAggregates(after: aggregates, around: scope)
    }
    return Arm(core: .select(select), columns: columns, scope: scope)
  }

  /// Aggregates of outer columns that no outer query may have. SQLite, when it merges a derived table into this query, counts them
  /// as this query's own, provided that it has groups; else it refuses them.
  private func settleStrayAggregates(of select: BoundSelect, _ scope: Scope) {
    guard !scope.strayAggregates.isEmpty else { return }
    let isGroup = select.groupBy.contains { term in
      scope.strayAggregates.contains { stray in hasAggregate(term, select) { $0 == stray.index } }
    }
    // What WHERE makes an inner join is one by then.
    InnerJoinConditions.apply(to: select)
    OuterJoinSimplification.apply(to: select)
    let merged = scope.inlinedGroups + select.mergedCount(others: scope.strayAggregates.map(\.index))
    if select.isAggregate, !isGroup, scope.strayAggregates.allSatisfy({ $0.depth <= merged }) { return }
    // The code of HAVING and of the result columns after it is made to its end: the last error counts.
    for isOfResult in [false, true] {
      guard let last = scope.strayAggregates.last(where: { $0.isOfResult == isOfResult }) else { continue }
      context.noteLate(last.error, in: select, isOfResult: isOfResult)
    }
  }

  /// Takes back the aggregates without a place that were met since there were so many, unless others came after them.
  private func forgetStrayAggregates(after count: Int, around scope: Scope) {
    var present = scope.parent
    while let outer = present {
      while let last = outer.strayAggregates.last, let select = outer.select,
        last.index == select.aggregates.count - 1, select.aggregates[last.index].number > count
      {
        outer.strayAggregates.removeLast()
        select.aggregates.removeLast()
      }
      present = outer.parent
    }
  }

  /// Stars are expanded before names are looked up: what is wrong with one counts more.
  private func refuseStars(_ list: NodeList<ApusSQL.ResultColumn>, _ scope: Scope) throws(DatabaseError) {
    for column in ast[list] {
      switch column.kind {
      case .expression: break
      case .star: if scope.sources.isEmpty { throw error("no tables specified") }
      case .tableStar(let name):
        let qualifier = ast.string(name)
        let isKnown = scope.sources.contains { source in
          source.columns.contains { source.answers(to: qualifier, schema: nil, column: $0) }
            || source.columns.isEmpty && source.name.equalsIgnoringCase(qualifier)
        }
        if !isKnown { throw error("no such table: \(qualifier)") }
      }
    }
  }

  private func bindResultColumn(
    _ column: ApusSQL.ResultColumn, _ select: BoundSelect, _ scope: Scope,
    _ columns: inout [OutputColumn], _ aliases: inout [(name: String, expression: BoundExpression)]
  ) throws(DatabaseError) {
    switch column.kind {
    case .expression(let id):
      let bound = try bindWhole(id, in: scope)
      select.output.append(bound)
      var description = resultColumn(bound, text: column)
      var names: OutputColumn.ItemNames?
      if let alias = column.alias {
        let name = ast.string(alias)
        description.name = name
        aliases.append((name, bound))
      } else {
        names = itemNames(id, bound, description.name)
      }
      // Made where it stays: copies of it count in a short statement.
      columns.append(
        OutputColumn(
          description, affinity: bound.affinity, collation: bound.collation?.collation ?? .binary,
          origin: origin(of: bound, column), itemNames: names))
    case .star, .tableStar:
      var qualifier: String?
      var qualifierName: Name?
      if case .tableStar(let name) = column.kind {
        qualifier = ast.string(name)
        qualifierName = name
      }
      guard !scope.sources.isEmpty else {
        throw error(qualifier.map { "no such table: \($0)" } ?? "no tables specified")
      }
      var matched = false
      let first = columns.count
      defer { scope.starColumns.append(first..<columns.count) }
      for (position, source) in scope.sources.enumerated() {
        if let names, let qualifier, let qualifierName,
          source.answers(to: qualifier, schema: nil, column: nil)
        {
          names.noteQualifier(qualifierName, of: source)
        }
        let front = qualifier == nil && source.isInGroup ? source.columnsInFront(of: scope, position) : []
        for index in front + source.columns.indices.filter({ !front.contains($0) }) {
          let definition = source.columns[index]
          if definition.isHidden {
            // Of a parenthesised join, `t.*` shows also the columns that USING merged with others.
            guard let qualifier, definition.qualifier?.equalsIgnoringCase(qualifier) == true,
              definition.isMerged
            else { continue }
          }
          if let qualifier {
            guard source.answers(to: qualifier, schema: nil, column: definition) else { continue }
          }
          matched = true
          if qualifier == nil,
            source.mergedColumns.contains(where: { $0.equalsIgnoringCase(definition.name) }),
            source.columns.firstIndex(where: { !$0.isHidden && $0.name.equalsIgnoringCase(definition.name) })
              == index
          {
            continue
          }
          var bound = try expandStarColumn(source, index, position, in: scope)
          if context.authorization != nil, try hides(index, of: source) {
            bound = BoundExpression(.constant(.null))
          }
          select.output.append(bound)
          var output = describe(bound, text: column)
          output.name = definition.name
          if context.columnNaming == .full {
            output.origin = .init(table: source.table?.name ?? source.name, written: definition.name)
          }
          columns.append(output)
        }
        if let qualifier, source.columns.isEmpty, source.name.equalsIgnoringCase(qualifier) { matched = true }
      }
      if !matched, let qualifier { throw error("no such table: \(qualifier)") }
    }
  }

  /// `*` of a join of two items with one name: the columns that both have cannot be told apart.
  func refuseNamesakes(
    of source: BoundSource, column: SourceColumn, in scope: Scope
  ) throws(DatabaseError) {
    guard scope.sources.count > 1, !source.name.isEmpty, column.qualifier == nil else { return }
    for other in scope.sources where other !== source && other.name.equalsIgnoringCase(source.name) {
      guard other.schema == source.schema,
        other.columns.contains(where: { !$0.isHidden && $0.name.equalsIgnoringCase(column.name) }),
        !other.mergedColumns.contains(where: { $0.equalsIgnoringCase(column.name) })
      else { continue }
      let full = [source.schema, source.name, column.name].compactMap { $0 }.joined(separator: ".")
      throw error("ambiguous column name: \(full)")
    }
  }

  /// A column of `*` or `t.*`. Where FROM is one parenthesised join with an alias, and on the left of a RIGHT or FULL join for a name that
  /// a later USING has, its name is looked up as if it stood there alone: it may be ambiguous.
  private func expandStarColumn(
    _ source: BoundSource, _ index: Int, _ position: Int, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    let later = scope.sources[(position + 1)...]
    let name = source.columns[index].name
    let isBelowRightJoin = later.contains { $0.join == .right || $0.join == .full }
    if scope.looksUpStarColumns
      || isBelowRightJoin
        && later.contains(where: { item in
          !item.isInGroup && item.mergedColumns.contains { $0.equalsIgnoringCase(name) }
        })
    {
      return try bindStarName(name, in: scope)
    }
    try refuseNamesakes(of: source, column: source.columns[index], in: scope)
    source.usedColumns.insert(index)
    return BoundExpression(.column(source, index))
  }

  /// What a column's bare name means in a parenthesised join: merged with its namesakes of later USING clauses where RIGHT and FULL
  /// joins ask for it.
  func mergedColumn(
    _ source: BoundSource, _ index: Int, _ position: Int, in scope: Scope
  ) -> BoundExpression {
    source.usedColumns.insert(index)
    var parts = [BoundExpression(.column(source, index))]
    let name = source.columns[index].name
    for later in scope.sources[(position + 1)...]
    where later.mergedColumns.contains(where: { $0.equalsIgnoringCase(name) }) {
      guard let other = later.columns.firstIndex(where: { $0.name.equalsIgnoringCase(name) }) else {
        continue
      }
      switch later.join {
      case .right:
        later.usedColumns.insert(other)
        parts = [BoundExpression(.column(later, other))]
      case .full:
        later.usedColumns.insert(other)
        parts.append(BoundExpression(.column(later, other)))
      default: break
      }
    }
    return parts.count == 1 ? parts[0] : coalesce(parts, nil)
  }

  /// Name, affinity, collation and origin of a result column without an alias.
  func describe(_ bound: BoundExpression, text: ApusSQL.ResultColumn?) -> OutputColumn {
    OutputColumn(
      resultColumn(bound, text: text), affinity: bound.affinity,
      collation: bound.collation?.collation ?? .binary)
  }

  /// What a column of the result may be called by instead of its name: nil where names are short.
  func origin(of bound: BoundExpression, _ column: ApusSQL.ResultColumn) -> OutputColumn.Origin? {
    guard context.columnNaming != .short, column.alias == nil, case .column(let source, _) = bound.kind
    else { return nil }
    return .init(table: source.table?.name ?? source.name, written: ast.string(column.range))
  }

  private func itemNames(_ id: ExprID, _ bound: BoundExpression, _ name: String) -> OutputColumn.ItemNames? {
    // Mostly a column under its own name, of which no copy is made to see that.
    if case .column(let word) = ast[id], case .column = bound.kind, ast.isText(word.text, name) { return nil }
    var written = id
    while case .collate(let operand, _) = ast[written] { written = operand }
    var subquery = name
    switch ast[written] {
    case .column(let word): subquery = ast.string(word)
    case .qualifiedColumn(let qualified): subquery = ast.string(ast[qualified].column)
    default: break
    }
    let read = bound.withoutLikelihood
    var view = name
    if read !== bound, case .column = read.kind { view = resultColumn(read, text: nil).name }
    return subquery == name && view == name ? nil : .init(subquery: subquery, view: view)
  }

  private func resultColumn(_ bound: BoundExpression, text: ApusSQL.ResultColumn?) -> ResultColumn {
    guard case .column(let source, let column) = bound.withoutCollate.kind else {
      return ResultColumn(name: text.map { ast.string($0.range) } ?? "")
    }
    let isPlain = if case .column = bound.kind { true } else { false }
    guard let table = source.table else {
      let isKnown = source.columns.indices.contains(column)
      let name =
        column < 0
        ? "rowid"
        : isKnown && isPlain ? source.columns[column].name : text.map { ast.string($0.range) } ?? ""
      let type = column < 0 ? "INTEGER" : isKnown ? source.columns[column].declaredType : ""
      return ResultColumn(name: name, declaredType: type.isEmpty ? nil : type)
    }
    let index = column < 0 && table.rowIDAlias >= 0 ? table.rowIDAlias : column
    guard table.resultColumns.indices.contains(index) else {
      return ResultColumn(name: "rowid", declaredType: "INTEGER", table: table.name, originColumn: "rowid")
    }
    let known = table.resultColumns[index]
    return isPlain ? known : known.named(text.map { ast.string($0.range) } ?? "")
  }

  func bindGroupBy(
    _ core: SelectCore, _ select: BoundSelect, _ scope: Scope
  ) throws(DatabaseError) {
    var outOfRange: DatabaseError?
    var refused: DatabaseError?
    func add(_ term: BoundExpression) {
      do throws(DatabaseError) {
        try refuseAggregates(in: term, of: select, scope)
        select.groupBy.append(term)
      } catch {
        if refused == nil { refused = error }
      }
    }
    for (position, id) in ast[core.groupBy].enumerated() {
      if let ordinal = ordinal(ast.withoutCollation(id)) {
        guard ordinal >= 1, ordinal <= Int64(select.output.count) else {
          if context.resolvesNamesOnly { continue }
          try noteOrdinal(ordinal, ordinalError("GROUP", position, select.output.count), &outOfRange)
          continue
        }
        var term = select.output[Int(ordinal) - 1]
        if case .collate(_, let name) = ast[id], let collation = collation(named: ast.string(ast[name])) {
          term = term.replacing(.collate(term, collation, isExplicit: true))
        }
        add(term)
        continue
      }
      add(try bindWhole(id, in: scope))
    }
    if let error = outOfRange ?? refused { throw error }
    try refuseManyTerms(select.groupBy.count, "GROUP")
  }

  func refuseManyTerms(_ count: Int, _ clause: String) throws(DatabaseError) {
    guard count <= context.connection?.settings.columnLimit ?? TableBuilder.columnLimit else {
      throw error("too many terms in \(clause) BY clause")
    }
  }

  private func refuseAggregates(
    in term: BoundExpression, of select: BoundSelect, _ scope: Scope
  ) throws(DatabaseError) {
    var window: String?
    term.walk { node in
      if case .window(let owner, let index) = node.kind, owner === select {
        window = owner.windows[index].name
      }
    }
    if let window { throw error("misuse of window function \(window)()") }
    let isOwn = hasAggregate(term, select) { index in
      !scope.strayAggregates.contains { $0.index == index }
    }
    if isOwn { throw error("aggregate functions are not allowed in the GROUP BY clause") }
  }

  private func hasAggregate(
    _ term: BoundExpression, _ select: BoundSelect, _ isMeant: (Int) -> Bool
  ) -> Bool {
    var found = false
    term.walk { node in
      if case .aggregate(let owner, let index) = node.kind, owner === select, isMeant(index) { found = true }
    }
    return found
  }

  /// A number that no result column has is told when all names of the clause are known, one that none can have at once.
  func noteOrdinal(
    _ ordinal: Int64, _ error: DatabaseError, _ first: inout DatabaseError?
  ) throws(DatabaseError) {
    guard ordinal >= 1, ordinal <= 0xffff else { throw error }
    if first == nil { first = error }
  }

  func ordinalError(_ clause: String, _ position: Int, _ count: Int) -> DatabaseError {
    error(
      "\(Self.ordinal(position + 1)) \(clause) BY term out of range - should be between 1 and \(count)")
  }

  /// 1st, 2nd, 3rd, 4th …, 11th, 12th, 13th, 21st …
  static func ordinal(_ number: Int) -> String {
    if (number / 10) % 10 != 1 {
      switch number % 10 {
      case 1: return "\(number)st"
      case 2: return "\(number)nd"
      case 3: return "\(number)rd"
      default: break
      }
    }
    return "\(number)th"
  }
}
