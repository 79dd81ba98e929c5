/// A term of a query's filter, its LIMIT or OFFSET, as a constraint on a virtual table.
struct VirtualConstraint {
  var constraint: IndexQuery.Constraint
  var argument: VirtualTablePath.Argument
}

// What the modules of virtual tables are told of a query's conditions.
extension AccessPathPlanner {
  /// LIMIT and OFFSET, when the table sees all else that decides which rows come first.
  func limitCandidates(
    _ position: Int, _ candidates: [VirtualConstraint], _ order: [IndexQuery.OrderTerm]
  ) -> [VirtualConstraint] {
    guard sources.count == 1, let offer, let limit = offer.limit else { return [] }
    guard wantedOrder.allSatisfy(\.expression.isConstant) || !order.isEmpty else { return [] }
    for number in analysis.terms.indices {
      guard candidates.contains(where: { $0.argument.term == number && $0.constraint.isUsable }) else {
        return []
      }
    }
    var found: [VirtualConstraint] = []
    func add(
      _ operation: IndexQuery.Operation, _ value: BoundExpression, _ role: VirtualTablePath.Argument.Role
    ) {
      found.append(
        VirtualConstraint(
          constraint: IndexQuery.Constraint(
            column: 0, operation: operation, isUsable: true, isMembership: false, constant: value.literal,
            collation: .binary, collationName: "BINARY"),
          argument: VirtualTablePath.Argument(
            value: value, isMembership: false, term: -1, collation: .binary, role: role)))
    }
    if let offset = offer.offset { add(.offset, offset, .offset) }
    add(.limit, limit, .limit)
    return found
  }

  func candidates(_ position: Int, open: SourceSet, _ terms: [PredicateTerm]) -> [VirtualConstraint] {
    let source = sources[position]
    var found: [VirtualConstraint] = []
    for (index, term) in terms.enumerated() where term.sources.contains(position: position) {
      if let owner = term.joinOwner {
        if owner != position { continue }
      } else if hasRightJoin || source.join == .left {
        continue
      }
      for reading in Self.readings(of: term.expression, on: source) {
        var needed = analysis.sources(of: reading.value)
        let isMembership: Bool
        switch reading.value.kind {
        case .inList(_, let items, negated: false) where reading.value === term.expression:
          isMembership = true
          needed = []
          for item in items { needed.formUnion(analysis.sources(of: item)) }
        case .inQuery(_, let reference, negated: false) where reading.value === term.expression:
          isMembership = true
          needed = []
          for outer in reference.query.outerSources {
            needed.formUnion(analysis.sources(of: BoundExpression(.column(outer, -1))))
          }
        default: isMembership = false
        }
        guard !needed.contains(position: position) else { continue }
        found.append(
          VirtualConstraint(
            constraint: IndexQuery.Constraint(
              column: reading.column, operation: reading.operation, isUsable: open.isSuperset(of: needed),
              isMembership: isMembership, constant: reading.value.literal, collation: reading.collation,
              collationName: context.name(of: reading.collation)),
            argument: VirtualTablePath.Argument(
              value: reading.value, isMembership: isMembership, term: index, collation: reading.collation)))
      }
      found += patternCandidates(term.expression, source)
    }
    return found
  }

  /// The range that LIKE or GLOB implies, for tables that do not know of these.
  private func patternCandidates(_ expression: BoundExpression, _ source: BoundSource) -> [VirtualConstraint]
  {
    guard context.optimizations.contains(.patternRanges),
      let range = PatternRange(
        expression, isCaseSensitive: context.isLikeCaseSensitive, encoding: context.encoding),
      case .column(let owner, let column) = range.value.withoutCollate.kind, owner === source, column >= 0,
      owner.columns.indices.contains(column), owner.columns[column].collation == range.collation
    else { return [] }
    let ends: [(IndexQuery.Operation, [UInt8])] = [(.greaterOrEqual, range.lower), (.less, range.upper)]
    return ends.map { operation, text in
      VirtualConstraint(
        constraint: IndexQuery.Constraint(
          column: column, operation: operation, isUsable: true, isMembership: false, constant: .text(text),
          collation: range.collation, collationName: context.name(of: range.collation)),
        argument: VirtualTablePath.Argument(
          value: expression.replacing(.constant(.text(text))), isMembership: false, term: -1,
          collation: range.collation))
    }
  }

  /// The ways to read a term as `column operation value` of one item.
  private static func readings(
    of expression: BoundExpression, on source: BoundSource
  ) -> [(column: Int, operation: IndexQuery.Operation, value: BoundExpression, collation: Collation)] {
    func column(_ operand: BoundExpression) -> Int? {
      guard case .column(let owner, let column) = operand.withoutCollate.kind, owner === source else {
        return nil
      }
      return column
    }
    let null = expression.replacing(.constant(.null))
    switch expression.kind {
    case .comparison(let op, let left, let right):
      let collation = ComparisonRules.collation(left, right)
      var found: [(Int, IndexQuery.Operation, BoundExpression, Collation)] = []
      if let place = column(left) { found.append((place, IndexQuery.Operation(op), right, collation)) }
      if let place = column(right) {
        found.append((place, IndexQuery.Operation(op.swapped), left, collation))
      }
      return found
    case .isNull(let operand, let negated):
      guard let place = column(operand) else { return [] }
      return [(place, negated ? .isNotNull : .isNull, null, .binary)]
    case .inList(let operand, _, negated: false):
      guard let place = column(operand) else { return [] }
      return [(place, .equal, expression, operand.collation?.collation ?? .binary)]
    case .inQuery(let operands, _, negated: false):
      guard operands.count == 1, let place = column(operands[0]) else { return [] }
      return [(place, .equal, expression, operands[0].collation?.collation ?? .binary)]
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
      return [(place, operation, call.arguments[0], .binary)]
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

extension BoundExpression {
  /// The value that the statement's text gives, a sign included.
  fileprivate var literal: ProgramBuilder.Constant? {
    switch kind {
    case .constant(let known): return known
    case .plus(let operand): return operand.literal
    case .negate(let operand):
      switch operand.literal {
      case .integer(let number)? where number != .min: return .integer(-number)
      case .real(let number)?: return .real(-number)
      default: return nil
      }
    default: return nil
    }
  }
}
