// What EXPLAIN QUERY PLAN calls queries and parenthesised joins: as SQLite numbers them, by the ends of their texts, and those of a view, once
// more, as they are bound. VALUES counts each row.

import ApusSQL

extension Binder {
  func queryNumber(_ id: SelectID) -> Int {
    if isView {
      context.queryNumber += weight(ast[id])
      return context.queryNumber
    }
    if !isConstantRows { context.hasCommonTables = true }
    var number = (0...id.index).reduce(0) { total, index in
      total + weight(ast[SelectID(index)], joins: true)
    }
    number += armsBefore(ast[id].range, from: id.index + 1)
    // The outermost query ends last and is bound first.
    context.queryNumber = max(context.queryNumber, number)
    return number
  }

  /// The name of a join in parentheses that stands for a query.
  func joinName(_ node: TableSource) -> String {
    if isView {
      context.queryNumber += 1
      return "(join-\(context.queryNumber))"
    }
    var number = 1
    for index in 0..<Int32(truncatingIfNeeded: ast.selectCount) {
      let select = ast[SelectID(index)]
      guard select.range.end < node.range.end else { continue }
      number += weight(select, joins: true)
    }
    return "(join-\(number + armsBefore(node.range, from: 0)))"
  }

  /// What counts in queries around a text before it ends: the arms before it, and the joins that end before it does.
  private func armsBefore(_ range: SourceRange, from first: Int32) -> Int {
    var total = 0
    for index in first..<max(Int32(truncatingIfNeeded: ast.selectCount), first) {
      let select = ast[SelectID(index)]
      guard select.range.start < range.start || select.range.end > range.end,
        select.range.start <= range.start, select.range.end >= range.end
      else { continue }
      let arms = ast[select.arms]
      for (place, arm) in arms.enumerated() {
        let next = arms.index(arms.startIndex, offsetBy: place + 1)
        if next < arms.endIndex, let start = start(of: arms[next]), start <= range.start {
          total += weight(arm) + joins(in: sources(arm))
        } else {
          total += joins(in: sources(arm)) { $0.range.end < range.end }
          break
        }
      }
    }
    return total
  }

  private func start(of arm: SelectArm) -> UInt32? {
    switch arm {
    case .select(_, let core): ast[core.columns].first?.range.start
    case .values(_, let rows): ast[rows].first.flatMap { ast[$0.values].first }.map { ast.range($0).start }
    }
  }

  private func weight(_ select: SelectNode, joins countsJoins: Bool = false) -> Int {
    ast[select.arms].reduce(0) { total, arm in
      // Rows in a list are a query each.
      if select.isRowList, case .values(_, let rows) = arm { return total + rows.count }
      return total + weight(arm) + (countsJoins ? joins(in: sources(arm)) : 0)
    }
  }

  /// Constant rows are one query and one around it, unless there is a WITH before them.
  private func weight(_ arm: SelectArm) -> Int {
    guard case .values(_, let rows) = arm else { return 1 }
    return min(rows.count, isConstantRows ? 2 : rows.count)
  }

  /// Whether VALUES are one query: SQLite makes a compound of them where the text has WITH, and in views and triggers.
  var isConstantRows: Bool {
    !isView && !isTrigger && !context.hasCommonTables
      && !(0..<Int32(truncatingIfNeeded: ast.selectCount)).contains { ast[SelectID($0)].with != nil }
  }

  private func sources(_ arm: SelectArm) -> NodeList<TableSource> {
    if case .select(_, let core) = arm { return core.from }
    return .empty
  }

  /// The joins in parentheses that count as queries: not those of one item, and not the first of a list without an alias.
  private func joins(in list: NodeList<TableSource>, where counts: (TableSource) -> Bool = { _ in true })
    -> Int
  {
    var total = 0
    for (position, node) in ast[list].enumerated() {
      guard case .group(let inner) = node.kind else { continue }
      total += joins(in: inner, where: counts)
      if position > 0 || node.alias != nil, ast[inner].count > 1, counts(node) { total += 1 }
    }
    return total
  }
}
