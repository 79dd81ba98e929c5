// Parenthesised joins: in place among the items around them where that means the same, else as derived tables.

import ApusSQL

extension Binder {
  /// A parenthesised join in a view or trigger that ALTER TABLE looks at. As in SQLite, a first group stands in place, a group of
  /// one is its only member, and others hide the names of their columns.
  func addSchemaGroup(
    _ list: NodeList<TableSource>, _ node: TableSource, isFirst: Bool, _ join: BoundSource.Join,
    _ scope: Scope
  ) throws(DatabaseError) {
    if isFirst, node.alias == nil { return try addSources(list, scope, isNested: true) }
    let source: BoundSource
    if list.count == 1, var only = ast[list].first {
      only.alias = node.alias ?? only.alias
      source = try bindSource(only, scope)
    } else {
      let group = try bindGroup(list, alias: node.alias, scope)
      var columns = group.columns
      for index in columns.indices { columns[index].name = "" }
      source = BoundSource(group.kind, name: group.name, schema: nil, columns: columns)
      source.hiddenNames = group.columns.map(\.name)
    }
    source.join = join
    scope.sources.append(source)
  }

  /// A parenthesised join may stand in place when it is inner-joined and needs no NULL row as a whole.
  /// - Parameter hasRightJoin: around it: then its condition belongs to its last item, which must be inner-joined, too.
  func canInline(
    _ list: NodeList<TableSource>, join: BoundSource.Join, hasRightJoin: Bool
  ) -> Bool {
    // (An authorizer is asked for the columns of a derived table.)
    guard join == .inner || join == .cross, context.authorization == nil else { return false }
    for node in ast[list] {
      if node.join.contains(.right) || (hasRightJoin && node.join.contains(.left)) { return false }
      if case .group(let inner) = node.kind, !canInline(inner, join: .inner, hasRightJoin: hasRightJoin) {
        return false
      }
    }
    return true
  }

  /// A parenthesised join as a derived table whose columns keep their tables' names.
  func bindGroup(
    _ list: NodeList<TableSource>, alias: Name?, _ scope: Scope
  ) throws(DatabaseError) -> BoundSource {
    let select = BoundSelect()
    let inner = Scope(parent: scope.parent, select: select)
    inner.commonTables = scope.commonTables
    try bindFrom(list, select, inner)
    let hidden = try hiddenColumns(of: inner)
    try bindJoinConditions(inner)
    func field(_ source: BoundSource, _ index: Int) -> BoundExpression {
      let isHidden = !hidden.isEmpty && hidden[ObjectIdentifier(source)]?.contains(index) ?? false
      return BoundExpression(isHidden ? .constant(.null) : .column(source, index))
    }
    var columns: [OutputColumn] = []
    var qualifiers: [String?] = []
    var merged: Set<Int> = []
    for (position, source) in inner.sources.enumerated() {
      let front = source.columnsInFront(of: inner, position)
      for index in front {
        let column = source.columns[index]
        try refuseNamesakes(of: source, column: column, in: inner)
        try refuseMergedNamesakes(of: source, column: column, in: inner)
        let bare = mergedColumn(source, index, position, in: inner)
        select.output.append(bare)
        var output = OutputColumn(
          name: column.name, affinity: bare.affinity, collation: bare.collation?.collation ?? .binary)
        if !column.declaredType.isEmpty { output.declaredType = column.declaredType }
        columns.append(output)
        qualifiers.append(nil)
      }
      for (index, column) in source.columns.enumerated() {
        source.usedColumns.insert(index)
        var output = OutputColumn(
          name: column.name, affinity: column.affinity, collation: column.collation,
          isHidden: column.isHidden || source.mergedColumns.contains { $0.equalsIgnoringCase(column.name) })
        if !column.declaredType.isEmpty { output.declaredType = column.declaredType }
        if front.contains(index) {
          output.isHidden = true
        } else if !output.isHidden {
          try refuseNamesakes(of: source, column: column, in: inner)
          try refuseMergedNamesakes(of: source, column: column, in: inner)
          // Below RIGHT and FULL joins the bare name means the merged column, a qualified one the item's own.
          let bare = mergedColumn(source, index, position, in: inner)
          if case .column(let owner, _) = bare.kind, owner === source {
          } else {
            select.output.append(bare)
            var shown = output
            shown.affinity = bare.affinity
            shown.collation = bare.collation?.collation ?? .binary
            columns.append(shown)
            qualifiers.append(nil)
            output.isHidden = true
          }
        }
        if output.isHidden, !column.isHidden || column.isMerged { merged.insert(columns.count) }
        select.output.append(field(source, index))
        columns.append(output)
        qualifiers.append(column.qualifier ?? source.name)
      }
      if source.hasRowID {
        select.output.append(field(source, -1))
        columns.append(
          OutputColumn(name: "rowid", affinity: .integer, collation: .binary, isHidden: true))
        qualifiers.append(source.name)
      }
    }
    let query = BoundQuery(
      parts: [.init(compoundOperator: .unionAll, core: .select(select))], columns: columns)
    query.outerSources = inner.outerSources
    var visible = Self.sourceColumns(query.columns, names: [])
    for index in visible.indices {
      visible[index].name = columns[index].name
      visible[index].isHidden = columns[index].isHidden
      visible[index].isMerged = merged.contains(index)
      visible[index].qualifier = qualifiers[index]
    }
    return derived(query, name: alias.map { ast.string($0) } ?? "", scope, columns: visible)
  }

  /// The columns of a parenthesised join that an authorizer hides: it is asked for all of them, since those around read the join's.
  private func hiddenColumns(of scope: Scope) throws(DatabaseError) -> [ObjectIdentifier: Set<Int>] {
    guard context.authorization != nil else { return [:] }
    var hidden: [ObjectIdentifier: Set<Int>] = [:]
    for (position, source) in scope.sources.enumerated() {
      // Columns that the next item's USING merges stand before the item's own, without its name.
      for name in scope.sources.dropFirst(position + 1).first?.mergedColumns ?? [] {
        for left in scope.sources[...position] {
          guard let index = left.joinedColumn(name) else { continue }
          if try hides(index, of: left) { hidden[ObjectIdentifier(left), default: []].insert(index) }
          break
        }
      }
      var indices = source.columns.indices.filter { !source.columns[$0].isHidden }
      if source.hasRowID { indices.append(-1) }
      for index in indices where try hides(index, of: source) {
        hidden[ObjectIdentifier(source), default: []].insert(index)
      }
    }
    return hidden
  }

  /// A merged column stands in the join's columns by its bare name, which another item must not have too.
  private func refuseMergedNamesakes(
    of source: BoundSource, column: SourceColumn, in scope: Scope
  ) throws(DatabaseError) {
    func hasName(_ other: BoundSource) -> Bool {
      other.columns.contains { !$0.isHidden && $0.name.equalsIgnoringCase(column.name) }
    }
    func isMerged(_ other: BoundSource) -> Bool {
      other.mergedColumns.contains { $0.equalsIgnoringCase(column.name) }
    }
    let others = scope.sources.filter { $0 !== source && hasName($0) }
    guard others.contains(where: isMerged), !others.allSatisfy(isMerged) else { return }
    throw error("ambiguous column name: \(column.name)")
  }
}

extension BoundSource {
  /// Where only names matter: a parenthesised join has that name, though nobody may write it.
  func hides(_ name: String) -> Bool { hiddenNames.contains { $0.equalsIgnoringCase(name) } }

  /// The column that USING means; any one of a parenthesised join that hides it.
  func joinedColumn(_ name: String) -> Int? {
    columns.firstIndex { $0.name.equalsIgnoringCase(name) } ?? (hides(name) ? 0 : nil)
  }

  /// Columns that stand before the others in `*` of a parenthesised join: those that USING of the next item merges. None where that changes
  /// nothing.
  func columnsInFront(of scope: Scope, _ position: Int) -> [Int] {
    guard scope.sources.indices.contains(position + 1) else { return [] }
    let next = scope.sources[position + 1]
    guard next.isInGroup == isInGroup else { return [] }
    let merged = next.mergedColumns.compactMap { name -> Int? in
      if mergedColumns.contains(where: { $0.equalsIgnoringCase(name) }) { return nil }
      return columns.firstIndex { !$0.isHidden && $0.name.equalsIgnoringCase(name) }
    }
    return merged.enumerated().allSatisfy { $0.offset == $0.element } ? [] : merged
  }
}
