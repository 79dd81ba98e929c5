/// A module's plan for one FROM item.
final class VirtualTablePath {
  /// A value that the cursor is filtered by; for IN, each member in turn.
  struct Argument {
    let value: BoundExpression
    let isMembership: Bool
    let term: Int
    let collation: Collation
  }

  let connected: ConnectedTable
  let scan: IndexScan
  let arguments: [Argument]
  /// The rows come in the order that the query wants.
  let isOrdered: Bool

  init(connected: ConnectedTable, scan: IndexScan, arguments: [Argument], isOrdered: Bool) {
    self.connected = connected
    self.scan = scan
    self.arguments = arguments
    self.isOrdered = isOrdered
  }
}

/// Asks the modules of virtual tables for plans.
extension AccessPathPlanner {
  /// A term as a constraint on a virtual table.
  private struct Candidate {
    var constraint: IndexQuery.Constraint
    var argument: VirtualTablePath.Argument
  }

  /// The plans of a module when all other items may be open before and when only those must be that have to; of each, one without loops over
  /// IN members if the first has any.
  func virtualPaths(
    _ connected: ConnectedTable, _ position: Int, _ prerequisites: SourceSet
  ) throws(DatabaseError) -> [AccessPath] {
    let order = wantedOrder(of: position)
    var found: [AccessPath] = []
    var others = SourceSet.first(sources.count)
    others.remove(SourceSet(position: position))
    for open in others.isSubset(of: prerequisites) ? [prerequisites] : [others, prerequisites] {
      let candidates = self.candidates(position, open: open)
      guard let path = try virtualPath(connected, position, candidates, order) else { continue }
      found.append(path)
      guard case .virtual(let plan) = path.method, plan.arguments.contains(where: \.isMembership) else {
        continue
      }
      let single = candidates.map { candidate in
        var copy = candidate
        if candidate.argument.isMembership { copy.constraint.isUsable = false }
        return copy
      }
      if let path = try virtualPath(connected, position, single, order) { found.append(path) }
    }
    for index in found.indices { found[index].prerequisites.formUnion(prerequisites) }
    return found
  }

  private func virtualPath(
    _ connected: ConnectedTable, _ position: Int, _ candidates: [Candidate], _ order: [IndexQuery.OrderTerm]
  ) throws(DatabaseError) -> AccessPath? {
    let used = sources[position].usedColumns
    let query = IndexQuery(
      constraints: candidates.map(\.constraint), order: order, isColumnUsed: { used.contains($0) })
    guard let plan = try connected.table.plan(query) else { return nil }
    var arguments: [VirtualTablePath.Argument] = []
    var consumed: [Int] = []
    var members = 1.0
    for use in plan.arguments {
      guard candidates.indices.contains(use.constraint), candidates[use.constraint].constraint.isUsable else {
        throw DatabaseError(.error, "\(connected.definition.name).xBestIndex malfunction")
      }
      let argument = candidates[use.constraint].argument
      arguments.append(argument)
      if use.isTestOmitted || argument.isMembership { consumed.append(argument.term) }
      if argument.isMembership {
        if case .inList(_, let items, _) = argument.value.kind {
          members *= max(Double(items.count), 1)
        } else {
          members *= 25
        }
      }
    }
    let isOrdered = plan.isOrderConsumed && !order.isEmpty && members == 1
    var needed = SourceSet()
    for argument in arguments { needed.formUnion(analysis.sources(of: argument.value)) }
    needed.remove(SourceSet(position: position))
    return AccessPath(
      method: .virtual(
        VirtualTablePath(
          connected: connected, scan: plan.scan, arguments: arguments, isOrdered: isOrdered)),
      rows: Estimates.of(max(plan.estimatedRows, 1) * members),
      cost: Estimates.of(min(max(plan.estimatedCost, 0), 1e15) * members), prerequisites: needed,
      consumedTerms: consumed, isUnique: plan.isUnique && members == 1)
  }

  /// The wanted order in columns of one item; empty when it is of anything else.
  private func wantedOrder(of position: Int) -> [IndexQuery.OrderTerm] {
    var order: [IndexQuery.OrderTerm] = []
    for term in wantedOrder {
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

  private func candidates(_ position: Int, open: SourceSet) -> [Candidate] {
    let source = sources[position]
    var found: [Candidate] = []
    for (index, term) in analysis.terms.enumerated() where term.sources.contains(position: position) {
      if let owner = term.joinOwner {
        if owner != position { continue }
      } else if hasRightJoin || source.join == .left {
        continue
      }
      for (column, operation, value) in Self.readings(of: term.expression, on: source) {
        var needed = analysis.sources(of: value)
        let isMembership: Bool
        switch value.kind {
        case .inList(_, let items, negated: false) where value === term.expression:
          isMembership = true
          needed = []
          for item in items { needed.formUnion(analysis.sources(of: item)) }
        case .inQuery(_, let reference, negated: false) where value === term.expression:
          isMembership = true
          needed = []
          for outer in reference.query.outerSources {
            needed.formUnion(analysis.sources(of: BoundExpression(.column(outer, -1))))
          }
        default: isMembership = false
        }
        guard !needed.contains(position: position) else { continue }
        var constant: ProgramBuilder.Constant?
        if case .constant(let known) = value.kind { constant = known }
        let collation = source.columns.indices.contains(column) ? source.columns[column].collation : .binary
        found.append(
          Candidate(
            constraint: IndexQuery.Constraint(
              column: column, operation: operation, isUsable: open.isSuperset(of: needed),
              isMembership: isMembership, constant: constant, collation: collation),
            argument: VirtualTablePath.Argument(
              value: value, isMembership: isMembership, term: index, collation: collation)))
      }
    }
    return found
  }

  /// The ways to read a term as `column operation value` of one item.
  private static func readings(
    of expression: BoundExpression, on source: BoundSource
  ) -> [(column: Int, operation: IndexQuery.Operation, value: BoundExpression)] {
    func column(_ operand: BoundExpression) -> Int? {
      guard case .column(let owner, let column) = operand.withoutCollate.kind, owner === source else {
        return nil
      }
      return column
    }
    let null = expression.replacing(.constant(.null))
    switch expression.kind {
    case .comparison(let op, let left, let right):
      var found: [(Int, IndexQuery.Operation, BoundExpression)] = []
      if let place = column(left) { found.append((place, IndexQuery.Operation(op), right)) }
      if let place = column(right) { found.append((place, IndexQuery.Operation(op.swapped), left)) }
      return found
    case .isNull(let operand, let negated):
      guard let place = column(operand) else { return [] }
      return [(place, negated ? .isNotNull : .isNull, null)]
    case .inList(let operand, _, negated: false):
      guard let place = column(operand) else { return [] }
      return [(place, .equal, expression)]
    case .inQuery(let operands, _, negated: false):
      guard operands.count == 1, let place = column(operands[0]) else { return [] }
      return [(place, .equal, expression)]
    case .function(let call):
      guard call.arguments.count == 2, let place = column(call.arguments[1]) else { return [] }
      let operation: IndexQuery.Operation
      switch call.definition.name {
      case "like": operation = .like
      case "glob": operation = .glob
      case "match": operation = .match
      case "regexp": operation = .regexp
      default: return []
      }
      return [(place, operation, call.arguments[0])]
    default: return []
    }
  }
}

extension IndexQuery.Operation {
  init(_ op: ComparisonOperator) {
    self =
      switch op {
      case .eq: .equal
      case .ne: .notEqual
      case .lt: .less
      case .le: .lessOrEqual
      case .gt: .greater
      case .ge: .greaterOrEqual
      case .is: .is
      case .isNot: .isNot
      }
  }
}
