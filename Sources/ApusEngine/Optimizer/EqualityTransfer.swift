/// What follows from equalities of columns, where affinities and collations allow it: with `b = 1`, `a = b` becomes `a = 1`; from `a = b` and
/// `b = c` follows `a = c`. It gives the planner more orders to join in, and constants to more items.
///
/// Only between columns of equal affinity and collation, where equality is transitive.
enum EqualityTransfer {
  /// Puts known values in place of columns.
  static func apply(to select: BoundSelect) {
    guard !select.hasRightJoin, select.sources.count > 1 else { return }
    var known: [(column: BoundExpression, value: BoundExpression)] = []
    for term in select.filter {
      guard case .comparison(.eq, let left, let right) = term.kind else { continue }
      if isColumn(left), isLiteral(right) { known.append((left, right)) }
      if isColumn(right), isLiteral(left) { known.append((right, left)) }
    }
    guard !known.isEmpty else { return }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for index in select.filter.indices {
        guard let (left, right) = columns(of: select.filter[index]) else { continue }
        for (column, other) in [(left, right), (right, left)] {
          guard let value = known.first(where: { $0.column.isSame(as: column) })?.value else { continue }
          select.filter[index] = select.filter[index].replacing(.comparison(.eq, other, value))
          known.append((other, value))
          hasChanged = true
          break
        }
      }
    }
  }

  /// Equalities of columns that follow from those of a filter, and are not among them.
  static func implied(by filter: [BoundExpression]) -> [BoundExpression] {
    var classes: [[BoundExpression]] = []
    for term in filter {
      guard let (left, right) = columns(of: term) else { continue }
      merge(left, right, &classes)
    }
    var found: [BoundExpression] = []
    for group in classes where group.count > 2 && group.count <= 8 {
      for (index, left) in group.enumerated() {
        for right in group[(index + 1)...] where !hasTerm(filter, left, right) {
          found.append(left.replacing(.comparison(.eq, left, right)))
        }
      }
    }
    return found
  }

  private static func columns(of term: BoundExpression) -> (BoundExpression, BoundExpression)? {
    guard case .comparison(.eq, let left, let right) = term.kind, isColumn(left), isColumn(right),
      left.affinity == right.affinity, left.affinity != .none,
      left.collation?.collation == right.collation?.collation
    else { return nil }
    return (left, right)
  }

  private static func isColumn(_ expression: BoundExpression) -> Bool {
    guard case .column(let source, _) = expression.kind else { return false }
    // What a module means by equality with a hidden column is its own affair.
    if case .virtual = source.kind { return false }
    return source.join != .left && source.table != nil
  }

  private static func isLiteral(_ expression: BoundExpression) -> Bool {
    switch expression.kind {
    case .constant(.null): false
    case .constant, .parameter: true
    default: false
    }
  }

  private static func merge(
    _ left: BoundExpression, _ right: BoundExpression, _ classes: inout [[BoundExpression]]
  ) {
    let a = classes.firstIndex { $0.contains { $0.isSame(as: left) } }
    let b = classes.firstIndex { $0.contains { $0.isSame(as: right) } }
    switch (a, b) {
    case (let a?, let b?):
      if a != b {
        classes[a] += classes[b]
        classes.remove(at: b)
      }
    case (let a?, nil): classes[a].append(right)
    case (nil, let b?): classes[b].append(left)
    case (nil, nil): classes.append([left, right])
    }
  }

  private static func hasTerm(
    _ filter: [BoundExpression], _ left: BoundExpression, _ right: BoundExpression
  ) -> Bool {
    filter.contains { term in
      guard case .comparison(.eq, let a, let b) = term.kind else { return false }
      return (a.isSame(as: left) && b.isSame(as: right)) || (a.isSame(as: right) && b.isSame(as: left))
    }
  }
}
