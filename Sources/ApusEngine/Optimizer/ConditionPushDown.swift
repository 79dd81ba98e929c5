/// WHERE terms that read one derived table only are tested within it too, in each arm of a compound, so that fewer rows are made and indexes
/// can find them (https://www.sqlite.org/optoverview.html#the_where_clause_push_down_optimization). Of a LEFT JOIN's right side the
/// ON terms are.
///
/// The terms stay where they are: an arm compares by its own affinity, the query around it by that of the compound's column. As in SQLite a row
/// must pass both.
enum ConditionPushDown {
  static func apply(to select: BoundSelect) {
    guard !select.hasRightJoin else { return }
    for source in select.sources {
      guard let query = target(source) else { continue }
      for term in source.join == .left ? source.joinFilter : select.filter
      where isPushable(term, source, query) {
        for part in query.parts {
          if case .select(let arm) = part.core { push(term, of: source, query, into: arm) }
        }
      }
    }
  }

  /// The query of a FROM item that may take terms.
  private static func target(_ source: BoundSource) -> BoundQuery? {
    if case .shared(let shared) = source.kind, shared.isCopied { return nil }
    guard let query = source.ownQuery, query.limit == nil, query.offset == nil else { return nil }
    var isUnionAll = true
    var isBinary = true
    for (index, part) in query.parts.enumerated() {
      guard case .select(let arm) = part.core, !arm.isRewritten,
        arm.windows.isEmpty || query.parts.count == 1
      else { return nil }
      if index > 0, part.compoundOperator != .unionAll { isUnionAll = false }
      if !arm.output.allSatisfy({ ($0.collation?.collation ?? .binary) == .binary }) { isBinary = false }
    }
    // Of rows that are equal under another collation, any may stay: the terms must not choose.
    return isUnionAll || isBinary ? query : nil
  }

  /// It reads columns of the derived table, and nothing else, that can be computed once more.
  private static func isPushable(
    _ term: BoundExpression, _ source: BoundSource, _ query: BoundQuery
  ) -> Bool {
    guard term.readsOnly(source), !term.isVolatile else { return false }
    var hasColumn = false
    var isPossible = true
    term.walk { node in
      guard case .column(_, let column) = node.kind else { return }
      hasColumn = true
      for part in query.parts {
        guard case .select(let arm) = part.core, arm.output.indices.contains(column),
          !arm.output[column].hasSubquery, !arm.output[column].isVolatile,
          isSameInPartitions(arm.output[column], arm)
        else {
          isPossible = false
          return
        }
      }
    }
    return hasColumn && isPossible
  }

  /// Windows see whole partitions with the term or without it: it reads what makes them.
  private static func isSameInPartitions(_ column: BoundExpression, _ arm: BoundSelect) -> Bool {
    arm.windows.allSatisfy { call in
      call.window.partition.contains {
        $0.isSame(as: column) && ($0.collation?.collation ?? .binary) == .binary
      }
    }
  }

  private static func push(
    _ term: BoundExpression, of source: BoundSource, _ query: BoundQuery, into arm: BoundSelect
  ) {
    let substitution = ColumnSubstitution(source, arm.output, collations: source.columns.map(\.collation))
    let pushed = substitution.apply(term)
    if arm.isAggregate {
      arm.having = arm.having.map { BoundExpression(.and($0, pushed)) } ?? pushed
    } else {
      arm.filter.append(pushed)
    }
  }
}
