/// What an OR says of the items that are open before all that it reads are: of `(a.x = 1 AND b.y = 2) OR (a.x = 3 AND b.y = 4)` with `a` open that
/// `a.x = 1 OR a.x = 3`. It spares the inner loops for rows that cannot pass; the OR itself is tested where all is open.
struct EarlyDisjunction {
  private let expression: BoundExpression
  /// The terms of each operand, with the items that they read.
  private let operands: [[(term: BoundExpression, sources: SourceSet)]]
  /// How many of them were tested by the loops outside.
  private var tested = 0

  /// - Returns: nil when the term is no OR, or has what must not be computed before its place or twice.
  init?(_ term: PredicateTerm, _ analysis: PredicateAnalysis) {
    guard term.expression.isDisjunction, term.joinOwner == nil, !term.isImplied, !term.expression.hasSubquery,
      !term.expression.isVolatile
    else { return nil }
    expression = term.expression
    var branches: [BoundExpression] = []
    term.expression.disjuncts(into: &branches)
    operands = branches.map { branch in
      var terms: [BoundExpression] = []
      branch.conjuncts(into: &terms)
      return terms.map { ($0, analysis.sources(of: $0)) }
    }
  }

  /// What can be tested once these items are open, and was not tested before in its entirety.
  mutating func test(open: SourceSet) -> BoundExpression? {
    var count = 0
    var whole: BoundExpression?
    for operand in operands {
      var part: BoundExpression?
      for (term, sources) in operand where open.isSuperset(of: sources) {
        count += 1
        part = part.map { term.replacing(.and($0, term)) } ?? term
      }
      guard let part else { return nil }
      whole = whole.map { expression.replacing(.or($0, part)) } ?? part
    }
    guard count > tested else { return nil }
    tested = count
    return whole
  }
}
