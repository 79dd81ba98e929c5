/// What an authorizer is asked about a SELECT once it is rewritten: its items of which no column is read, and the SELECTs of those that are derived
/// tables. SQLite makes the code of derived tables before that of the SELECT around them, and asks in that order; here they are made where
/// the loops come to them, so it is asked ahead. Subqueries of expressions are asked about when their code is made.
struct QueryAuthorization {
  private let authorization: Authorization
  private let context: CompilationContext

  init(_ authorization: Authorization, _ context: CompilationContext) {
    self.authorization = authorization
    self.context = context
  }

  /// The items of a query that is one SELECT, before its LIMIT.
  func checkItems(of query: BoundQuery) throws(DatabaseError) {
    guard query.compoundOrder.isEmpty, let select = query.singleSelect else { return }
    try check(select, query.orderBy)
  }

  /// - Parameter select: a SELECT that is rewritten.
  func checkItems(of select: BoundSelect) throws(DatabaseError) {
    guard authorization.isNew(select) else { return }
    for source in select.sources {
      try authorization.checkRows(of: source)
      guard source.isDerived else { continue }
      try context.within(source) { () throws(DatabaseError) in try checkDerived(source) }
    }
  }

  /// In SQLite each window is that of a query around a derived table without a name, which has the rest of the SELECT.
  func checkWindows(of select: BoundSelect, _ baseOrder: inout [BoundOrderTerm]) throws(DatabaseError) {
    let isFirst = !select.isRewritten
    var order = baseOrder
    if isFirst, !select.windowGroups.isEmpty { try checkFunctions(ofWindow: 0, select) }
    try authorization.within(nil) { () throws(DatabaseError) in
      if isFirst {
        for level in select.windowGroups.indices {
          if level > 0 { try checkFunctions(ofWindow: level, select) }
          _ = try authorization.ignores(.select)
        }
      }
      try QueryRewriter.rewrite(select, &order, context: context)
      try checkItems(of: select)
    }
    baseOrder = order
  }

  /// What a derived table takes over from the query around it has its names resolved again: columns are known, functions are asked for.
  private func checkFunctions(ofWindow level: Int, _ select: BoundSelect) throws(DatabaseError) {
    var names: [String] = []
    func add(_ expression: BoundExpression) {
      expression.walk { node in
        if case .function(let call) = node.kind { names.append(call.definition.name) }
      }
    }
    // The table's name resolution goes through its clauses in this order.
    let group = select.windowGroups[level]
    var known: Set<Int> = []
    func addAggregates(in expression: BoundExpression) {
      expression.walk { node in
        guard case .aggregate(let owner, let index) = node.kind, owner === select,
          known.insert(index).inserted
        else { return }
        names.append(select.aggregates[index].definition.name)
        select.aggregates[index].inputs.forEach(add)
      }
    }
    select.output.forEach(addAggregates)
    for index in select.windowGroups[(level + 1)...].joined().sorted() {
      names.append(select.windows[index].name)
      select.windows[index].forEachExpression(add)
    }
    select.finalOrder.forEach { addAggregates(in: $0.expression) }
    let window = select.windows[group[0]].window
    window.forEachExpression(add)
    for index in group {
      select.windows[index].arguments.forEach(add)
      if let filter = select.windows[index].filter { add(filter) }
    }
    if let having = select.having { add(having) }
    select.filter.forEach(add)
    window.forEachExpression(add)
    select.groupBy.forEach(add)
    for name in names { _ = try authorization.hidesFunction(name, written: name, offset: nil) }
  }

  private func checkDerived(_ source: BoundSource) throws(DatabaseError) {
    switch source.kind {
    case .query(let query): try check(query)
    case .shared(let shared):
      guard let recursive = shared.recursive else {
        shared.keepAsBound(context)
        return try check(shared.query)
      }
      guard authorization.isNew(shared) else { return }
      if try authorization.ignores(.select) { recursive.limit = BoundExpression(.constant(.integer(0))) }
      guard try !authorization.leavesOut(recursive) else { return }
      try check(recursive.initial)
      // Several recursive parts are a compound.
      for _ in recursive.recursiveParts.dropFirst() { _ = try authorization.ignores(.select) }
      for part in recursive.recursiveParts { try check(part) }
    default: break
    }
  }

  private func check(_ query: BoundQuery) throws(DatabaseError) {
    guard !authorization.isKnown(query) else { return }
    try authorization.checkSelect(query)
    LimitTransfer.apply(to: query)
    try UnionAllFlattening.apply(to: query, context: context)
    if query.parts.count > 1, query.canMerge(context) {
      try checkMerged(query, query.parts[...], query.compoundOrder)
      return
    }
    let isAlone = query.parts.count == 1
    for (number, part) in query.parts.enumerated() {
      if !isAlone, try authorization.leavesOut(part: number, of: query) { continue }
      guard case .select(let select) = part.core else { continue }
      // (It may become several; that is seen when its code is made.)
      if !isAlone, select.sources.contains(where: { $0.ownQuery?.canBeDistributed ?? false }) { continue }
      try check(select, isAlone && query.compoundOrder.isEmpty ? query.orderBy : [])
    }
  }

  private func checkMerged(
    _ query: BoundQuery, _ parts: ArraySlice<BoundQuery.Part>, _ order: [CodeGenerator.CompoundTerm]
  ) throws(DatabaseError) {
    guard let last = parts.last else { return }
    if parts.count == 1 {
      guard case .select(let select) = last.core else { return }
      select.isArm = true
      return try check(select, CodeGenerator.armOrder(select, order))
    }
    let split = CodeGenerator.split(parts, last.compoundOperator)
    let order = CodeGenerator.mergeOrder(of: query, last.compoundOperator, order)
    for side in [parts[..<split], parts[split...]] {
      if try authorization.leavesOut(side: side, of: query) { continue }
      try checkMerged(query, side, order)
    }
  }

  private func check(_ select: BoundSelect, _ orderBy: [BoundOrderTerm]) throws(DatabaseError) {
    var order = orderBy
    if select.windows.isEmpty {
      try QueryRewriter.rewrite(select, &order, context: context)
      try checkItems(of: select)
    } else {
      WindowLevel.prepare(select, orderBy)
      var base = WindowLevel.baseOrder(of: select)
      try checkWindows(of: select, &base)
    }
  }
}
