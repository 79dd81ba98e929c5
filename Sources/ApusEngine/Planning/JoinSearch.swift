/// The search for the cheapest order of a join.
///
/// Dynamic programming over partial joins with a bounded beam: per number of joined items the cheapest few partial plans are kept, of the same
/// items one whose order is known and one whose order is open (the N-nearest-neighbours idea of
/// https://www.sqlite.org/queryplanner-ng.html).
///
/// Partial plans are plain data that name their paths by number, since thousands of them are weighed and a handful is kept.
struct JoinSearch {
  typealias Step = (position: Int, path: AccessPath)

  struct Answer {
    var steps: [Step]
    var rows: Estimate
    var cost: Estimate
    /// The first terms of the wanted order that it delivers; nil while that is open.
    var ordered: Int?
    /// The items whose paths run backwards.
    var reversed: SourceSet
  }

  private struct Partial: BitwiseCopyable {
    var open: SourceSet = []
    var rows: Estimate = 0
    /// Sorting included.
    var cost: Estimate = 0
    var unsorted: Estimate = 0
    var ordered: Int?
    var reversed: SourceSet = []
    /// Its last item's path, and the number of the partial join before it in `kept`; -1 for none.
    var path = -1
    var before = -1
  }

  private let sources: [BoundSource]
  private let paths: [Step]
  private let hasRightJoin: Bool
  private let order: OrderSatisfaction
  private let limit: Estimate?
  private var kept: [Partial] = []

  init(
    _ sources: [BoundSource], _ paths: [Step], hasRightJoin: Bool, order: OrderSatisfaction, limit: Estimate?
  ) {
    self.sources = sources
    self.paths = paths
    self.hasRightJoin = hasRightJoin
    self.order = order
    self.limit = limit
  }

  /// - Parameter sortedRows: the rows that would be sorted; nil: no order is wanted.
  /// - Throws: `.error` when no order of the items is possible.
  mutating func run(sortedRows: Estimate?) throws(DatabaseError) -> Answer {
    let terms = order.wanted.count
    let width = sources.count == 1 ? 1 : sources.count == 2 ? 5 : isStar ? 18 : 12
    var beam = [Partial()]
    for depth in sources.indices {
      var next: [Partial] = []
      next.reserveCapacity(width)
      var worst = 0
      for partial in beam {
        let before = depth == 0 ? -1 : kept.count
        if depth > 0 { kept.append(partial) }
        for number in paths.indices {
          guard let candidate = extended(partial, before, by: number, depth, sortedRows, terms) else {
            continue
          }
          var place = next.firstIndex {
            $0.open == candidate.open && ($0.ordered == nil) == (candidate.ordered == nil)
          }
          if let known = place {
            let other = next[known]
            if (other.cost, other.rows, other.unsorted) <= (
              candidate.cost, candidate.rows, candidate.unsorted
            ) {
              continue
            }
          } else if next.count >= width {
            if (next[worst].cost, next[worst].unsorted) <= (candidate.cost, candidate.unsorted) { continue }
            place = worst
          }
          if let place { next[place] = candidate } else { next.append(candidate) }
          guard next.count >= width else { continue }
          worst = 0
          for index in next.indices.dropFirst()
          where (next[index].cost, next[index].unsorted) > (next[worst].cost, next[worst].unsorted) {
            worst = index
          }
        }
      }
      guard !next.isEmpty else { throw DatabaseError(.error, "no query solution") }
      beam = next
    }
    var best = beam[0]
    for partial in beam.dropFirst() where partial.cost < best.cost { best = partial }
    return Answer(
      steps: steps(best), rows: best.rows, cost: best.cost, ordered: best.ordered, reversed: best.reversed)
  }

  private func extended(
    _ partial: Partial, _ before: Int, by number: Int, _ depth: Int, _ sortedRows: Estimate?, _ terms: Int
  ) -> Partial? {
    let position = paths[number].position
    guard !partial.open.contains(position: position),
      partial.open.isSuperset(of: paths[number].path.prerequisites)
    else { return nil }
    // An index that serves hardly more than once is not worth making.
    if paths[number].path.isAutomatic, partial.rows < 3 { return nil }
    var next = partial
    next.before = before
    next.path = number
    next.open.insert(SourceSet(position: position))
    next.unsorted = paths[number].path.cost + partial.rows
    let setUp = paths[number].path.setUp
    if setUp > 0 { next.unsorted = Estimates.sum(setUp, next.unsorted) }
    if depth > 0 { next.unsorted = Estimates.sum(next.unsorted, partial.unsorted) }
    next.rows += paths[number].path.rows
    next.cost = next.unsorted
    if let sortedRows {
      if partial.ordered == nil {
        let answer = order.check(steps(next))
        next.ordered = hasRightJoin && answer.terms != nil ? 0 : answer.terms
        next.reversed = answer.reversed
      }
      if let ordered = next.ordered, ordered < terms {
        let sort = CostModel.sort(sortedRows, sorted: ordered, terms: terms, limit: limit)
        next.cost = Estimates.sum(next.unsorted, sort) + 3
      } else {
        next.unsorted -= 2
      }
    }
    // Beginning with a derived table is not so bad: its rows are made anyway.
    if depth == 0, sources.count > 1, case .materialized = paths[number].path.method {
      next.cost -= 10
      next.rows -= 30
    }
    return next
  }

  private func steps(_ partial: Partial) -> [Step] {
    var found: [Step] = []
    var partial = partial
    while partial.path >= 0 {
      found.append(paths[partial.path])
      if partial.before < 0 { break }
      partial = kept[partial.before]
    }
    found.reverse()
    return found
  }

  /// Four or more items hang on one: more partial joins are kept, or it would fall out of the beam.
  private var isStar: Bool {
    guard sources.count >= 5 else { return false }
    return sources.indices.contains { fact in
      var dimensions = SourceSet()
      for (position, path) in paths where path.prerequisites.contains(position: fact) {
        dimensions.insert(SourceSet(position: position))
      }
      return dimensions.rawValue.nonzeroBitCount >= 4
    }
  }
}
