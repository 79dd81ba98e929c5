/// From `a = b` and `b = c` follows `a = c`: gives the planner more orders to join in, and constants to more items.
///
/// Only between columns of equal affinity and collation, where equality is transitive. Added terms are redundant: they are implied by the
/// terms they come from.
enum EqualityTransfer {
  static func apply(to select: BoundSelect) {
    guard !select.hasRightJoin, select.sources.count > 1, select.sources.count <= 32 else { return }
    var classes: [[BoundExpression]] = []
    var constants: [(column: BoundExpression, value: BoundExpression)] = []
    for term in select.filter {
      guard case .comparison(.eq, let left, let right) = term.kind else { continue }
      if isColumn(left), isColumn(right) {
        guard left.affinity == right.affinity, left.collation?.collation == right.collation?.collation,
          left.affinity != .none
        else { continue }
        merge(left, right, &classes)
      } else if isColumn(left), isLiteral(right) {
        constants.append((left, right))
      } else if isColumn(right), isLiteral(left) {
        constants.append((right, left))
      }
    }
    for group in classes {
      var known: BoundExpression?
      for (column, value) in constants where group.contains(where: { $0.isSame(as: column) }) {
        known = value
      }
      guard let value = known else { continue }
      for member in group where !constants.contains(where: { $0.column.isSame(as: member) }) {
        select.filter.append(member.replacing(.comparison(.eq, member, value)))
      }
    }
    for group in classes where group.count > 2 && group.count <= 6 {
      for (index, left) in group.enumerated() {
        for right in group[(index + 1)...] where !hasTerm(select.filter, left, right) {
          select.filter.append(left.replacing(.comparison(.eq, left, right)))
        }
      }
    }
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
