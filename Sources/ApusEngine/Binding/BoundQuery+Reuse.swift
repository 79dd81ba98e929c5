// A statement's query leaves its objects and the memory of its arrays to the next one: making and freeing them took a
// twentieth of a short statement's compilation.

extension BoundQuery {
  /// A query without parts: one that another statement has left, or a new one.
  static func take(from memory: CompilerMemory?, columns: [OutputColumn]) -> BoundQuery {
    guard let memory, let kept = memory.query else { return BoundQuery(parts: [], columns: columns) }
    memory.query = nil
    kept.columns = columns
    return kept
  }

  /// Leaves a query of one SELECT that nobody else has to the next statement.
  static func giveBack(_ query: inout BoundQuery, to memory: CompilerMemory) {
    guard isKnownUniquelyReferenced(&query), query.parts.count == 1,
      case .select(var select) = query.parts.removeLast().core
    else { return }
    if isKnownUniquelyReferenced(&select) {
      select.clear()
      // The scope and its SELECT have one array of FROM items, which the scope fills.
      if let scope = memory.scope { swap(&scope.sources, &select.sources) }
      memory.select = select
    }
    swap(&memory.columns, &query.columns)
    memory.columns.empty()
    query.clear()
    memory.query = query
  }

  /// Makes it what a new one is. Mostly there is nothing in its arrays, and to see that is cheaper than to assign.
  private func clear() {
    if !parts.isEmpty { parts = [] }
    if !orderBy.isEmpty { orderBy = [] }
    if !compoundOrder.isEmpty { compoundOrder = [] }
    if !armScopes.isEmpty { armScopes = [] }
    if limit != nil { limit = nil }
    if offset != nil { offset = nil }
    if !columns.isEmpty { columns = [] }
    if !outerSources.isEmpty { outerSources = [] }
    isVolatile = false
    number = 0
    isRowsClause = false
    isRowList = false
  }
}

extension BoundSelect {
  /// A SELECT that another statement has left, or a new one.
  static func take(from memory: CompilerMemory?) -> BoundSelect {
    guard let memory, let kept = memory.select else { return BoundSelect() }
    memory.select = nil
    return kept
  }

  /// Makes it what a new one is.
  fileprivate func clear() {
    sources.empty()
    filter.empty()
    output.empty()
    isDistinct = false
    isDistinctAnyway = false
    isArm = false
    isDistinctByGroups = false
    if !groupBy.isEmpty { groupBy = [] }
    if having != nil { having = nil }
    if !aggregates.isEmpty { aggregates = [] }
    aggregateRegisters = 0
    isAggregate = false
    if !windows.isEmpty { windows = [] }
    if !repeatedWindows.isEmpty { repeatedWindows = [:] }
    if !windowGroups.isEmpty { windowGroups = [] }
    if !finalOrder.isEmpty { finalOrder = [] }
    isRewritten = false
    if rewrittenOrder != nil { rewrittenOrder = nil }
  }
}

extension BoundQuery {
  /// Becomes another query with the same columns.
  func take(_ other: BoundQuery) {
    parts = other.parts
    orderBy = other.orderBy
    compoundOrder = other.compoundOrder
    if limit == nil { limit = other.limit }
    offset = other.offset
    outerSources = other.outerSources
    isVolatile = other.isVolatile
  }
}
