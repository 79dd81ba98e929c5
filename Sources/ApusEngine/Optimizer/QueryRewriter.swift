/// Rewrites of one SELECT before it is planned, each in a file of its own. A SELECT is rewritten once, however often code is
/// generated for it.
enum QueryRewriter {
  static func rewrite(
    _ select: BoundSelect, _ orderBy: inout [BoundOrderTerm], context: CompilationContext
  ) throws(DatabaseError) {
    if select.isRewritten {
      if let kept = select.rewrittenOrder { orderBy = kept }
      return
    }
    select.isRewritten = true
    if hasDerivedTable(select) { CountOfUnionAll.apply(to: select, orderBy, context: context) }
    HavingTerms.apply(to: select)
    // EXISTS in an ON clause stays what it is, as in SQLite.
    let conditions = select.sources.count > 1 ? select.sources.flatMap(\.joinFilter) : []
    try merge(select, &orderBy, context: context)
    ExistsAsJoin.apply(to: select, except: conditions, context: context)
    CommonConjuncts.apply(to: select)
    OrToIn.apply(to: select)
    EqualityTransfer.apply(to: select)
    if hasDerivedTable(select) { ConditionPushDown.apply(to: select) }
    select.rewrittenOrder = orderBy
  }

  private static func hasDerivedTable(_ select: BoundSelect) -> Bool {
    for source in select.sources where source.isDerived { return true }
    return false
  }

  /// Outer joins that cannot add a row become inner ones, whose conditions are WHERE terms.
  static func simplifyJoins(of select: BoundSelect) {
    guard select.sources.count > 1 else { return }
    InnerJoinConditions.apply(to: select)
    OuterJoinSimplification.apply(to: select)
    InnerJoinConditions.apply(to: select)
  }

  /// The rewrites that decide which items there are. To do them twice changes nothing more.
  static func merge(
    _ select: BoundSelect, _ orderBy: inout [BoundOrderTerm], context: CompilationContext
  ) throws(DatabaseError) {
    simplifyJoins(of: select)
    // Most queries are of tables.
    guard hasDerivedTable(select) else { return }
    NeedlessOrder.apply(to: select, orderBy, context: context)
    try SubqueryFlattening.apply(to: select, orderBy: &orderBy, context: context)
  }
}
