// What EXPLAIN QUERY PLAN calls queries and parenthesised joins: as SQLite numbers them, by the ends of their texts, and those of a view, once
// more, as they are bound. VALUES counts each row.

import ApusSQL

extension Binder {
  func queryNumber(_ id: SelectID) -> Int {
    if isView {
      context.queryNumber += ast[ast[id].arms].reduce(0) { $0 + weight($1) }
      return context.queryNumber
    }
    let number = (0...id.index).reduce(0) { total, index in
      ast[ast[SelectID(index)].arms].reduce(total) { $0 + weight($1) + joins(in: sources($1)) }
    }
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
    guard case .group(let inner) = node.kind else { return "" }
    var number = 1
    for index in 0..<Int32(truncatingIfNeeded: ast.selectCount) {
      let select = ast[SelectID(index)]
      let isAround = select.range.end >= node.range.end
      for arm in ast[select.arms] {
        let list = sources(arm)
        if isAround, list.isEmpty || list.start > inner.start {
          number += joins(in: list) { $0.range.end < node.range.end }
        } else {
          number += weight(arm) + joins(in: list)
        }
      }
    }
    return "(join-\(number))"
  }

  private func weight(_ arm: SelectArm) -> Int {
    if case .values(_, let rows) = arm { return ast[rows].count }
    return 1
  }

  private func sources(_ arm: SelectArm) -> NodeList<TableSource> {
    if case .select(_, let core) = arm { return core.from }
    return .empty
  }

  /// The joins in parentheses that count as queries: not those of one item, and not the first of a list without an alias.
  private func joins(in list: NodeList<TableSource>, where counts: (TableSource) -> Bool = { _ in true }) -> Int {
    var total = 0
    for (position, node) in ast[list].enumerated() {
      guard case .group(let inner) = node.kind else { continue }
      total += joins(in: inner, where: counts)
      if position > 0 || node.alias != nil, ast[inner].count > 1, counts(node) { total += 1 }
    }
    return total
  }
}
