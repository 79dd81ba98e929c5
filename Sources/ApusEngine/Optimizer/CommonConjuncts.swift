/// `(a AND b) OR (a AND c)` becomes `a AND (b OR c)`: what every branch demands can drive an index or a join.
enum CommonConjuncts {
  static func apply(to select: BoundSelect) {
    if select.filter.contains(where: \.isDisjunction) { select.filter = select.filter.flatMap(extract) }
    for source in select.sources where source.joinFilter.contains(where: \.isDisjunction) {
      source.joinFilter = source.joinFilter.flatMap(extract)
    }
  }

  /// The terms that stand for `term`; itself where its branches have nothing in common.
  private static func extract(_ term: BoundExpression) -> [BoundExpression] {
    guard case .or = term.kind else { return [term] }
    var branches: [[BoundExpression]] = []
    split(term, &branches)
    var common: [BoundExpression] = []
    for candidate in branches[0] where !candidate.hasSubquery {
      let isEverywhere = branches.dropFirst().allSatisfy { branch in
        branch.contains { $0.isSame(as: candidate) }
      }
      if isEverywhere { common.append(candidate) }
    }
    guard !common.isEmpty else { return [term] }
    var rest: BoundExpression?
    for branch in branches {
      let left = branch.filter { conjunct in !common.contains { $0.isSame(as: conjunct) } }
      // A branch that demands nothing more: the others cannot narrow it.
      guard let first = left.first else { return common }
      let joined = left.dropFirst().reduce(first) { term.replacing(.and($0, $1)) }
      rest = rest.map { term.replacing(.or($0, joined)) } ?? joined
    }
    return common + (rest.map { [$0] } ?? [])
  }

  private static func split(_ term: BoundExpression, _ branches: inout [[BoundExpression]]) {
    if case .or(let left, let right) = term.kind {
      split(left, &branches)
      split(right, &branches)
    } else {
      var conjuncts: [BoundExpression] = []
      flatten(term, &conjuncts)
      branches.append(conjuncts)
    }
  }

  private static func flatten(_ term: BoundExpression, _ conjuncts: inout [BoundExpression]) {
    if case .and(let left, let right) = term.kind {
      flatten(left, &conjuncts)
      flatten(right, &conjuncts)
    } else {
      conjuncts.append(term)
    }
  }
}
