/// The nested loops of one SELECT from the outermost in: an operator value that EXPLAIN QUERY PLAN prints and the
/// code generator turns into loops.
struct JoinPlan {
  /// Immutable, and a class because it is handed around more often than it is made.
  final class Level {
    let source: BoundSource
    /// Its position in the FROM clause.
    let position: Int
    let path: AccessPath
    /// Terms of the item's own ON clause: false means "no match" for an outer join.
    let joinFilter: [BoundExpression]
    /// Terms of WHERE that can be tested once this level is open.
    let filter: [BoundExpression]
    /// The terms of `filter`, by number, that read no item and are the same for every row: if one is false the join is over.
    let invariants: [Int]

    init(
      source: BoundSource, position: Int, path: AccessPath, joinFilter: [BoundExpression],
      filter: [BoundExpression], invariants: [Int] = []
    ) {
      self.source = source
      self.position = position
      self.path = path
      self.joinFilter = joinFilter
      self.filter = filter
      self.invariants = invariants
    }
  }

  var levels: [Level]
  /// Terms that read no item and have no subquery: tested once, before the loops.
  var constantFilter: [BoundExpression]
  var rows: Estimate
  var cost: Estimate
  /// The loops deliver rows in the wanted order.
  var isOrdered: Bool
  /// The first terms of the wanted order that the loops deliver.
  var orderedTerms = 0
  /// The loops deliver the groups in the order of ORDER BY.
  var isSorted = false
  /// Rows that DISTINCT calls equal come one after the other.
  var bringsEqualsTogether = false
  /// The loops look for the row that min() or max() wants.
  var isSearchForExtreme = false
}
