/// Replaces the columns of a derived table by the expressions that compute them, in a whole SELECT, its subqueries included.
struct ColumnSubstitution {
  private let source: BoundSource
  private let replacements: [BoundExpression]

  init(_ source: BoundSource, _ replacements: [BoundExpression]) {
    self.source = source
    self.replacements = replacements.map(Self.keepingCollation)
  }

  /// - Parameter collations: those of the derived table's columns, where it is a compound of which `replacements` is one arm.
  init(_ source: BoundSource, _ replacements: [BoundExpression], collations: [Collation]) {
    self.source = source
    self.replacements = zip(replacements, collations).map { replacement, collation in
      let own = replacement.collation?.collation ?? .binary
      if own == collation { return Self.keepingCollation(replacement) }
      return replacement.replacing(.collate(replacement.withoutCollate, collation, isExplicit: false))
    }
  }

  /// A column of a derived table has a collation without having asked for one: what replaces it must have the same
  /// (https://www.sqlite.org/datatype3.html §7.1).
  private static func keepingCollation(_ expression: BoundExpression) -> BoundExpression {
    switch expression.kind {
    case .column, .constant(.integer), .constant(.real), .constant(.null): return expression
    case .collate(let operand, let collation, _):
      return expression.replacing(.collate(operand, collation, isExplicit: false))
    default:
      let collation = expression.collation?.collation ?? .binary
      return expression.replacing(.collate(expression, collation, isExplicit: false))
    }
  }

  func apply(to select: BoundSelect) {
    select.output = select.output.map(apply)
    select.filter = select.filter.map(apply)
    select.groupBy = select.groupBy.map(apply)
    select.having = select.having.map(apply)
    select.aggregates = select.aggregates.map { aggregate in
      BoundAggregate(
        aggregate.definition, aggregate.arguments.map(apply), isDistinct: aggregate.isDistinct,
        filter: aggregate.filter.map(apply),
        orderBy: aggregate.orderBy.map { term in
          var copy = term
          copy.expression = apply(term.expression)
          return copy
        })
    }
    select.windows = select.windows.map { $0.map(apply) }
    select.finalOrder = select.finalOrder.map { term in
      var copy = term
      copy.expression = apply(term.expression)
      return copy
    }
    for item in select.sources {
      item.joinFilter = item.joinFilter.map(apply)
      item.tableArguments = item.tableArguments.map(apply)
      switch item.kind {
      case .query(let query): apply(to: query)
      case .shared(let shared):
        apply(to: shared.query)
        for part in shared.recursive?.recursiveParts ?? [] { apply(to: part) }
      default: break
      }
    }
  }

  /// A query that reads the derived table from inside reads what it is made of from now on.
  private func apply(to query: BoundQuery) {
    guard let place = query.outerSources.firstIndex(where: { $0 === source }) else { return }
    query.outerSources.remove(at: place)
    for replacement in replacements {
      replacement.forEachSource { read in
        if !query.outerSources.contains(where: { $0 === read }) { query.outerSources.append(read) }
      }
    }
    for index in query.parts.indices {
      switch query.parts[index].core {
      case .select(let select): apply(to: select)
      case .values(let rows): query.parts[index].core = .values(rows.map { $0.map(apply) })
      }
    }
    query.orderBy = query.orderBy.map { term in
      var copy = term
      copy.expression = apply(term.expression)
      return copy
    }
  }

  func apply(_ expression: BoundExpression) -> BoundExpression {
    expression.mapped { node in
      switch node.kind {
      case .column(let owner, let column):
        return owner === source && replacements.indices.contains(column) ? replacements[column] : node
      case .inQuery(_, let reference, _), .scalarQuery(let reference, _), .exists(let reference):
        apply(to: reference.query)
        return nil
      default: return nil
      }
    }
  }
}
