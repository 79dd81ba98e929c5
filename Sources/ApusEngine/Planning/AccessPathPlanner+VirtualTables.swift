/// Asks the modules of virtual tables for plans.
extension AccessPathPlanner {
  /// The plans of a module when all other items may be open before and when only those must be that have to; of each, one without loops over
  /// IN members if the first has any.
  func virtualPaths(
    _ connected: ConnectedTable, _ position: Int, _ prerequisites: SourceSet
  ) throws(DatabaseError) -> [AccessPath] {
    let order = wantedOrder(of: position)
    var found: [AccessPath] = []
    for open in openings(position, prerequisites) {
      var candidates = self.candidates(position, open: open, analysis.terms)
      candidates += limitCandidates(position, candidates, order)
      let ways = try virtualWays(connected, position, candidates, order)
      found += ways
      // What the other items would give is not wanted: with less of it there is no better way.
      if !ways.isEmpty, ways.allSatisfy({ prerequisites.isSuperset(of: $0.prerequisites) }) { break }
    }
    for index in found.indices { found[index].prerequisites.formUnion(prerequisites) }
    return found
  }

  /// The module's way with these constraints, and if that runs once for each member of an IN, another one that does not.
  private func virtualWays(
    _ connected: ConnectedTable, _ position: Int, _ candidates: [VirtualConstraint],
    _ order: [IndexQuery.OrderTerm]
  ) throws(DatabaseError) -> [AccessPath] {
    guard let path = try virtualPath(connected, position, candidates, order) else { return [] }
    guard case .virtual(let plan) = path.method, plan.arguments.contains(where: \.isLoop) else {
      return [path]
    }
    var single = candidates
    for index in single.indices where single[index].argument.isMembership {
      single[index].constraint.isUsable = false
    }
    guard let other = try virtualPath(connected, position, single, order) else { return [path] }
    return [path, other]
  }

  /// The sets of items that may be open when the table is reached.
  private func openings(_ position: Int, _ prerequisites: SourceSet) -> [SourceSet] {
    var others = SourceSet.first(sources.count)
    others.remove(SourceSet(position: position))
    return others.isSubset(of: prerequisites) ? [prerequisites] : [others, prerequisites]
  }

  private func virtualPath(
    _ connected: ConnectedTable, _ position: Int, _ candidates: [VirtualConstraint],
    _ order: [IndexQuery.OrderTerm]
  ) throws(DatabaseError) -> AccessPath? {
    let used = sources[position].usedColumns
    var query = IndexQuery(
      constraints: candidates.map(\.constraint), order: order,
      orderUse: order.isEmpty ? .sorting : offer?.orderUse ?? .sorting,
      isColumnUsed: { used.contains($0) })
    guard var plan = try connected.table.plan(query) else { return nil }
    if obeysLimitTooEarly(plan, candidates) {
      for index in candidates.indices where candidates[index].argument.role != .condition {
        query.constraints[index].isUsable = false
      }
      guard let other = try connected.table.plan(query) else { return nil }
      plan = other
    }
    var arguments: [VirtualTablePath.Argument] = []
    var consumed = TermSet()
    var hasLoops = false
    var offsetRegister: Int32 = 0
    for use in plan.arguments {
      guard query.constraints.indices.contains(use.constraint), query.constraints[use.constraint].isUsable
      else {
        throw DatabaseError(.error, "\(connected.definition.name).xBestIndex malfunction")
      }
      var argument = candidates[use.constraint].argument
      argument.isWholeList = use.isWholeList && argument.isMembership
      argument.isTestOmitted = use.isTestOmitted
      arguments.append(argument)
      if argument.term >= 0, use.isTestOmitted || argument.isLoop { consumed.insert(argument.term) }
      if argument.role == .offset, use.isTestOmitted, let offer { offsetRegister = offer.offsetRegister }
      if argument.isLoop { hasLoops = true }
    }
    let isOrdered = plan.isOrderConsumed && !order.isEmpty && !hasLoops
    var needed = SourceSet()
    for argument in arguments { needed.formUnion(analysis.sources(of: argument.value)) }
    needed.remove(SourceSet(position: position))
    return AccessPath(
      method: .virtual(
        VirtualTablePath(
          connected: connected, scan: plan.scan, arguments: arguments, isOrdered: isOrdered,
          offsetRegister: offsetRegister)),
      rows: Estimates.of(max(plan.estimatedRows, 1)),
      cost: Estimates.of(min(max(plan.estimatedCost, 0), 1e15)), prerequisites: needed,
      consumedTerms: consumed, isUnique: plan.isUnique && !hasLoops)
  }

  /// Rows would be counted that are not wanted: by a table that is filtered once for each member of an IN, or that does not know of all
  /// conditions.
  private func obeysLimitTooEarly(_ plan: IndexPlan, _ candidates: [VirtualConstraint]) -> Bool {
    let used = Set(plan.arguments.map(\.constraint))
    let loops = plan.arguments.contains { use in
      candidates.indices.contains(use.constraint) && candidates[use.constraint].argument.isMembership
        && !use.isWholeList
    }
    return plan.arguments.contains { use in
      guard use.isTestOmitted, candidates.indices.contains(use.constraint),
        candidates[use.constraint].argument.role != .condition
      else { return false }
      return loops || !(0..<use.constraint).allSatisfy(used.contains)
    }
  }

  /// The wanted order in columns of one item; empty when it is of anything else.
  private func wantedOrder(of position: Int) -> [IndexQuery.OrderTerm] {
    var order: [IndexQuery.OrderTerm] = []
    for term in wantedOrder.isEmpty ? offer?.distinctOrder ?? [] : wantedOrder {
      if term.expression.isConstant { continue }
      guard !term.nullsReversed, case .column(let owner, let column) = term.expression.withoutCollate.kind,
        owner === sources[position]
      else { return [] }
      let own = owner.columns.indices.contains(column) ? owner.columns[column].collation : .binary
      guard (term.expression.collation?.collation ?? .binary) == own else { return [] }
      order.append(IndexQuery.OrderTerm(column: column, isDescending: term.isDescending))
    }
    return order
  }

  // MARK: OR

  /// The ways through several searches of the module, one for each operand of an OR; none when an operand narrows nothing.
  func anyOfVirtual(
    _ connected: ConnectedTable, _ position: Int, _ prerequisites: SourceSet
  ) throws(DatabaseError) -> [AccessPath] {
    let source = sources[position]
    guard context.optimizations.contains(.orByIndexes), !hasRightJoin, source.join != .left,
      !connected.definition.isWithoutRowID
    else { return [] }
    var found: [AccessPath] = []
    for (number, term) in analysis.terms.enumerated()
    where term.expression.isDisjunction && mayNarrow(term, position) {
      for open in openings(position, prerequisites) {
        if let path = try anyOfVirtual(term, number, connected, position, prerequisites, open: open) {
          found.append(path)
        }
      }
    }
    return found
  }

  private func anyOfVirtual(
    _ term: PredicateTerm, _ number: Int, _ connected: ConnectedTable, _ position: Int,
    _ prerequisites: SourceSet, open: SourceSet
  ) throws(DatabaseError) -> AccessPath? {
    var operands: [BoundExpression] = []
    term.expression.disjuncts(into: &operands)
    guard operands.count <= 64 else { return nil }
    // What else the filter says narrows each operand, but is tested for all of them together.
    let shared = candidates(position, open: open, analysis.terms).filter { $0.argument.term != number }.map {
      VirtualConstraint(constraint: $0.constraint, argument: $0.argument.sharing)
    }
    var alternatives: [AccessPath.Alternative] = []
    var total = AccessPath(method: .tableScan, rows: 0, cost: 0)
    total.prerequisites = prerequisites
    var isSufficient = true
    for (index, operand) in operands.enumerated() {
      let inner = PredicateAnalysis(analysis, operand: operand, owner: term.joinOwner)
      let own = candidates(position, open: open, inner.terms)
      let ways = try virtualWays(connected, position, own + shared, []).filter { way in
        guard case .virtual(let plan) = way.method else { return false }
        return !plan.arguments.isEmpty
      }
      guard let path = ways.min(by: { $0.cost < $1.cost }) else { return nil }
      total.prerequisites.formUnion(path.prerequisites)
      let readable = total.prerequisites.union(SourceSet(position: position))
      var alternative = AccessPath.Alternative(number: index + 1, path: path, filter: [])
      for (place, part) in inner.terms.enumerated() where !path.consumedTerms.contains(place) {
        if readable.isSuperset(of: part.sources) {
          alternative.filter.append(part.expression)
        } else {
          // The whole OR is tested once the other items are open.
          isSufficient = false
        }
      }
      alternatives.append(alternative)
      total.rows = index == 0 ? path.rows : Estimates.sum(total.rows, path.rows)
      total.cost = index == 0 ? path.cost : Estimates.sum(total.cost, path.cost)
    }
    // The rows of an earlier operand are kept out.
    total.cost += 1
    total.method = .anyOf(alternatives)
    total.usedTerms = TermSet(number)
    if isSufficient { total.consumedTerms = TermSet(number) }
    return total
  }
}

extension VirtualTablePath.Argument {
  /// The same of another list of terms.
  fileprivate var sharing: Self {
    var copy = Self(value: value, isMembership: isMembership, term: -1, collation: collation)
    copy.role = role
    return copy
  }
}
