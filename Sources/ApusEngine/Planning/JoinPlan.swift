/// The nested loops of one SELECT from the outermost in: an operator value that EXPLAIN QUERY PLAN prints and the
/// code generator turns into loops.
struct JoinPlan {
  struct Level {
    var source: BoundSource
    /// Its position in the FROM clause.
    var position: Int
    var path: AccessPath
    /// Terms of the item's own ON clause: false means "no match" for an outer join.
    var joinFilter: [BoundExpression]
    /// Terms of WHERE that can be tested once this level is open.
    var filter: [BoundExpression]
  }

  var levels: [Level]
  /// Terms that read no item: tested once, before the loops.
  var constantFilter: [BoundExpression]
  var rows: Double
  var cost: Double
  /// The loops deliver rows in the wanted order.
  var isOrdered: Bool
}
