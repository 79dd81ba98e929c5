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
    /// The items whose paths run backwards.
    var reversed: SourceSet = []
    var rows: Estimate = 0
    /// Sorting included.
    var cost: Estimate = 0
    var unsorted: Estimate = 0
    /// The first terms of the wanted order that it delivers; -1 while that is open.
    var ordered = -1
    /// Its last item's path, and the number of the partial join before it in `kept`; -1 for none.
    var path: Int32 = -1
    var before: Int32 = -1

    /// What the beam is ordered by: the cost, and of equal ones the cost without sorting.
    var rank: Int { Self.rank(cost, unsorted) }

    static func rank(_ cost: Estimate, _ unsorted: Estimate) -> Int { cost << 32 &+ unsorted }
  }

  /// A partial join with one item more, as far as it is needed to see whether it is worth keeping.
  private struct Extension {
    var unsorted: Estimate
    var rows: Estimate
    var cost: Estimate
    var ordered = -1
    var reversed: SourceSet = []

    init(unsorted: Estimate, rows: Estimate) {
      self.unsorted = unsorted
      self.rows = rows
      cost = unsorted
    }
  }

  /// What is weighed of a path, beside the path: thousands of candidates read it.
  private struct Way: BitwiseCopyable {
    /// The number of the path.
    var path: Int
    var item: SourceSet
    var prerequisites: SourceSet
    var rows: Estimate
    var cost: Estimate
    var setUp: Estimate
    var isAutomatic: Bool
    var isMaterialized: Bool
  }

  private let sources: [BoundSource]
  private let paths: AccessPathList
  private let ways: [Way]
  /// The numbers of the ways to each item.
  private let waysOfItems: [Range<Int>]
  private let hasRightJoin: Bool
  private let order: OrderSatisfaction
  private let limit: Estimate?
  private var kept: [Partial] = []

  /// - Parameter numbers: those of the paths that are weighed.
  init(
    _ sources: [BoundSource], _ paths: AccessPathList, numbers: some Sequence<Int>, hasRightJoin: Bool,
    order: OrderSatisfaction, limit: Estimate?
  ) {
    self.sources = sources
    self.paths = paths
    self.hasRightJoin = hasRightJoin
    self.order = order
    self.limit = limit
    var ways: [Way] = []
    ways.reserveCapacity(paths.paths.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(sources.count)
    for number in numbers {
      let way = Self.way(paths.paths, number, item: SourceSet(position: paths.positions[number]))
      if let last = ways.last, last.item == way.item {
        ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<(ways.count + 1)
      } else {
        ranges.append(ways.count..<(ways.count + 1))
      }
      ways.append(way)
    }
    self.ways = ways
    waysOfItems = ranges
  }

  private static func way(_ paths: [AccessPath], _ number: Int, item: SourceSet) -> Way {
    var way = Way(
      path: number, item: item, prerequisites: paths[number].prerequisites, rows: paths[number].rows,
      cost: paths[number].cost, setUp: paths[number].setUp, isAutomatic: false, isMaterialized: false)
    switch paths[number].method {
    case .automaticIndex: way.isAutomatic = true
    case .materialized: way.isMaterialized = true
    default: break
    }
    return way
  }

  /// - Parameter sortedRows: the rows that would be sorted; nil: no order is wanted.
  /// - Throws: `.error` when no order of the items is possible.
  mutating func run(sortedRows: Estimate?) throws(DatabaseError) -> Answer {
    let terms = order.wanted.count
    let width = sources.count == 1 ? 1 : sources.count == 2 ? 5 : isStar ? 18 : 12
    var beam = [Partial()]
    var next = Beam(width: width)
    for depth in sources.indices {
      next.removeAll()
      let mostTakenOff: Estimate = depth == 0 ? 12 : sortedRows == nil ? 0 : 2
      for partial in beam {
        let before = depth == 0 ? -1 : kept.count
        if depth > 0 { kept.append(partial) }
        for range in waysOfItems where partial.open.isDisjoint(with: ways[range.lowerBound].item) {
          for number in range {
            let way = ways[number]
            guard partial.open.isSuperset(of: way.prerequisites),
              // An index that serves hardly more than once is not worth making.
              !way.isAutomatic || partial.rows >= 3
            else { continue }
            let unsorted = cost(of: partial, extendedBy: way, depth)
            // Dearer than all that are kept, whatever is taken off it below.
            if next.isFull, unsorted - mostTakenOff > next.highestCost { continue }
            var candidate = Extension(unsorted: unsorted, rows: partial.rows + way.rows)
            if let sortedRows { order(&candidate, partial, before, way, sortedRows, terms) }
            // Beginning with a derived table is not so bad: its rows are made anyway.
            if depth == 0, sources.count > 1, way.isMaterialized {
              candidate.cost -= 10
              candidate.rows -= 30
            }
            let open = partial.open.union(way.item)
            guard let place = next.place(candidate, open) else { continue }
            next.set(
              place,
              Partial(
                open: open, reversed: candidate.reversed, rows: candidate.rows, cost: candidate.cost,
                unsorted: candidate.unsorted, ordered: candidate.ordered,
                path: Int32(truncatingIfNeeded: way.path), before: Int32(truncatingIfNeeded: before)))
          }
        }
      }
      guard !next.partials.isEmpty else { throw DatabaseError(.error, "no query solution") }
      swap(&beam, &next.partials)
    }
    var best = beam[0]
    for partial in beam.dropFirst() where partial.cost < best.cost { best = partial }
    return Answer(
      steps: steps(best), rows: best.rows, cost: best.cost, ordered: best.ordered < 0 ? nil : best.ordered,
      reversed: best.reversed)
  }

  /// The cheapest partial joins of one number of items.
  private struct Beam {
    let width: Int
    var partials: [Partial] = []
    /// When it is full: the one that goes first.
    private var worst = 0

    init(width: Int) {
      self.width = width
      partials.reserveCapacity(width)
    }

    var isFull: Bool { partials.count >= width }
    var highestCost: Estimate { partials[worst].cost }

    mutating func removeAll() {
      partials.removeAll(keepingCapacity: true)
      worst = 0
    }

    /// Where a candidate belongs; nil when it is not worth keeping.
    @inline(__always)
    func place(_ candidate: Extension, _ open: SourceSet) -> Int? {
      let isOrderKnown = candidate.ordered >= 0
      // Of the same items it competes with the one that is there.
      for index in partials.indices
      where partials[index].open == open && (partials[index].ordered >= 0) == isOrderKnown {
        let other = partials[index]
        let isBetter =
          (other.cost, other.rows, other.unsorted) > (candidate.cost, candidate.rows, candidate.unsorted)
        return isBetter ? index : nil
      }
      guard isFull else { return partials.count }
      return Partial.rank(candidate.cost, candidate.unsorted) < partials[worst].rank ? worst : nil
    }

    @inline(__always)
    mutating func set(_ place: Int, _ partial: Partial) {
      if place < partials.count { partials[place] = partial } else { partials.append(partial) }
      findWorst()
    }

    private mutating func findWorst() {
      guard isFull else { return }
      var highest = partials[0].rank
      worst = 0
      for index in 1..<partials.count {
        let rank = partials[index].rank
        if rank > highest { (highest, worst) = (rank, index) }
      }
    }
  }

  /// Without sorting.
  private func cost(of partial: Partial, extendedBy way: Way, _ depth: Int) -> Estimate {
    var cost = way.cost + partial.rows
    if way.setUp > 0 { cost = Estimates.sum(way.setUp, cost) }
    return depth > 0 ? Estimates.sum(cost, partial.unsorted) : cost
  }

  /// Adds what sorting costs.
  private func order(
    _ candidate: inout Extension, _ partial: Partial, _ before: Int, _ way: Way, _ sortedRows: Estimate,
    _ terms: Int
  ) {
    candidate.ordered = partial.ordered
    candidate.reversed = partial.reversed
    if partial.ordered < 0 {
      let number = way.path
      var steps = before < 0 ? [] : self.steps(kept[before])
      steps.append((paths.positions[number], paths.paths[number]))
      let answer = order.check(steps)
      candidate.ordered = answer.terms.map { hasRightJoin ? 0 : $0 } ?? -1
      candidate.reversed = answer.reversed
    }
    if candidate.ordered >= 0, candidate.ordered < terms {
      let sort = CostModel.sort(sortedRows, sorted: candidate.ordered, terms: terms, limit: limit)
      candidate.cost = Estimates.sum(candidate.unsorted, sort) + 3
    } else {
      candidate.unsorted -= 2
    }
  }

  private func steps(_ partial: Partial) -> [Step] {
    var found: [Step] = []
    var partial = partial
    while partial.path >= 0 {
      let number = Int(partial.path)
      found.append((paths.positions[number], paths.paths[number]))
      if partial.before < 0 { break }
      partial = kept[Int(partial.before)]
    }
    found.reverse()
    return found
  }

  /// Four or more items hang on one: more partial joins are kept, or it would fall out of the beam.
  private var isStar: Bool {
    guard sources.count >= 5 else { return false }
    return sources.indices.contains { fact in
      var dimensions = SourceSet()
      for way in ways where way.prerequisites.contains(position: fact) { dimensions.formUnion(way.item) }
      return dimensions.rawValue.nonzeroBitCount >= 4
    }
  }
}
