/// The search for the cheapest order of a join.
///
/// Dynamic programming over partial joins with a bounded beam: per number of joined items the cheapest few partial plans are kept, one
/// of them delivering the wanted order if there is any (the N-nearest-neighbours idea of
/// https://www.sqlite.org/queryplanner-ng.html).
///
/// Partial plans are plain data that name their paths by number, since thousands of them are weighed and a handful is kept.
struct JoinSearch {
  struct Answer {
    var steps: [(position: Int, path: AccessPath)]
    var rows: Double
    var cost: Double
    /// The rows come in the wanted order.
    var isOrdered: Bool
  }

  /// A partial join: one more item after another partial join.
  private struct Partial: BitwiseCopyable {
    var open: SourceSet
    var rows: Double
    var cost: Double
    /// Its last item's path, and the number of the partial join before it in `kept`; -1 for none.
    var path: Int32
    var before: Int32
    var isOrdered: Bool
    /// The first item's path runs backwards.
    var isReversed: Bool
  }

  /// What weighing needs of a path.
  private struct PathFacts: BitwiseCopyable {
    var position: Int32
    var rows: Double
    /// Of one run.
    var cost: Double
    /// Paid once per run of the loop around it.
    var setUp: Double
    /// The terms that the path makes true, as far as their numbers are below 64, and their classes.
    var consumed: UInt64
    var equated: UInt64
  }

  private let pathPlanner: AccessPathPlanner
  private let sources: [BoundSource]
  /// The order that the rows should come in, empty for any.
  private let wantedOrder: [BoundOrderTerm]
  /// The order is that of GROUP BY: directions do not matter.
  private let directionsFree: Bool
  /// The loops are left at the first row if they deliver the wanted order.
  private let wantsFirstRow: Bool
  /// Terms that read an item, by item; empty while a single item makes their shares pointless.
  private var terms: [[TermFacts]] = []
  /// By term, as in `Selectivity`.
  private var classes: [Int] = []
  private var paths: [AccessPath] = []
  private var facts: [PathFacts] = []
  /// By item: the open items that matter for it, and the numbers of its paths then.
  private var known: [[(open: SourceSet, paths: Range<Int>)]]
  private var kept: [Partial] = []

  private struct TermFacts: BitwiseCopyable {
    var index: Int
    /// The term in a set of small numbers; 0 from number 64 on.
    var bit: UInt64
    var sources: SourceSet
    /// Share of rows that pass the term.
    var share: Double
    var classBit: UInt64
  }

  init(
    _ pathPlanner: AccessPathPlanner, wantedOrder: [BoundOrderTerm], directionsFree: Bool,
    wantsFirstRow: Bool
  ) {
    self.pathPlanner = pathPlanner
    self.wantedOrder = wantedOrder
    self.directionsFree = directionsFree
    self.wantsFirstRow = wantsFirstRow
    sources = pathPlanner.sources
    known = Array(repeating: [], count: sources.count)
    guard sources.count > 1 || !wantedOrder.isEmpty else { return }
    let selectivity = Selectivity(pathPlanner)
    classes = selectivity.classes
    terms = Array(repeating: [], count: sources.count)
    for (index, term) in pathPlanner.analysis.terms.enumerated() {
      let facts = TermFacts(
        index: index, bit: Self.bit(index), sources: term.sources, share: selectivity.shares[index],
        classBit: Self.bit(selectivity.classes[index]))
      for position in sources.indices where term.sources.contains(position: position) {
        terms[position].append(facts)
      }
    }
  }

  private static func bit(_ number: Int) -> UInt64 { number < 0 || number > 63 ? 0 : 1 << UInt64(number) }

  /// - Parameter prerequisites: by item, what must be open before it.
  /// - Throws: `.error` when no order is possible, and what modules throw.
  mutating func run(prerequisites: [SourceSet]) throws(DatabaseError) -> Answer {
    let relevant = sources.count > 1 ? relevantItems() : [[]]
    let width = sources.count <= 3 ? 18 : 12
    var beam = Beam(width: width)
    var partials = [
      Partial(
        open: [], rows: 1, cost: 0, path: -1, before: -1, isOrdered: false, isReversed: false)
    ]
    for depth in sources.indices {
      beam.removeAll()
      for partial in partials {
        let before: Int32
        if depth == 0 {
          before = -1
        } else {
          before = Int32(kept.count)
          kept.append(partial)
        }
        for position in sources.indices where !partial.open.contains(position: position) {
          guard partial.open.isSuperset(of: prerequisites[position]) else { continue }
          let range = try paths(position, partial.open, relevant[position], depth)
          for path in range { extend(partial, before, by: path, depth, &beam) }
        }
      }
      guard !beam.partials.isEmpty else { throw DatabaseError(.error, "no query solution") }
      partials = beam.sorted()
    }
    guard let best = partials.min(by: { finalCost($0) < finalCost($1) }) else {
      throw DatabaseError(.internal, "no plan")
    }
    return answer(best)
  }

  private func answer(_ best: Partial) -> Answer {
    var steps: [(position: Int, path: AccessPath)] = []
    steps.reserveCapacity(sources.count)
    var partial = best
    while true {
      var path = paths[Int(partial.path)]
      if partial.before < 0, partial.isOrdered { path.isReversed = partial.isReversed }
      steps.append((Int(facts[Int(partial.path)].position), path))
      if partial.before < 0 { break }
      partial = kept[Int(partial.before)]
    }
    steps.reverse()
    return Answer(steps: steps, rows: best.rows, cost: best.cost, isOrdered: best.isOrdered)
  }

  // MARK: Paths

  /// By item, what of the open items matters for reaching it: those that its terms read.
  private func relevantItems() -> [SourceSet] {
    var result = [SourceSet](repeating: [], count: sources.count)
    for term in pathPlanner.analysis.terms {
      for bound in term.bounds { result[bound.source].formUnion(bound.valueSources) }
    }
    for position in sources.indices {
      guard case .virtual = sources[position].kind else { continue }
      var set = SourceSet()
      for term in pathPlanner.analysis.terms where term.sources.contains(position: position) {
        set.formUnion(term.sources)
      }
      set.remove(SourceSet(position: position))
      result[position] = set
    }
    return result
  }

  /// The numbers of the paths to an item, listed when first asked for.
  private mutating func paths(
    _ position: Int, _ open: SourceSet, _ relevant: SourceSet, _ depth: Int
  ) throws(DatabaseError) -> Range<Int> {
    let useful = open.intersection(relevant)
    // Whether it is the outermost loop matters too: derived tables are inlined only there.
    let key = depth == 0 ? SourceSet() : useful.union(SourceSet(rawValue: 1 << 63))
    for entry in known[position] where entry.open == key { return entry.paths }
    let start = paths.count
    let found = try pathPlanner.paths(
      position, open: depth == 0 ? [] : (useful.isEmpty ? open : useful))
    for path in found {
      var setUp = 0.0
      if case .automaticIndex = path.method {
        let size = pathPlanner.tableRows(position)
        setUp = size * (2.5 + CostModel.seek(size) * 0.25)
      }
      var consumed: UInt64 = 0
      var equated: UInt64 = 0
      for index in path.consumedTerms where !classes.isEmpty {
        consumed |= Self.bit(index)
        equated |= Self.bit(classes[index])
      }
      facts.append(
        PathFacts(
          position: Int32(position), rows: path.rows, cost: path.cost, setUp: setUp, consumed: consumed,
          equated: equated))
      paths.append(path)
    }
    known[position].append((key, start..<paths.count))
    return start..<paths.count
  }

  // MARK: Weighing

  /// Offers the partial join with one more item to the beam.
  private func extend(
    _ partial: Partial, _ before: Int32, by number: Int, _ depth: Int, _ beam: inout Beam
  ) {
    let path = facts[number]
    let position = Int(path.position)
    var step = partial
    step.path = Int32(number)
    step.before = before
    // The rows that a RIGHT or FULL join adds come after all others.
    if depth == 0, !wantedOrder.isEmpty, !pathPlanner.hasRightJoin,
      let reversed = OrderSatisfaction.check(
        paths[number], sources[position], analysis: pathPlanner.analysis, position: position,
        wanted: wantedOrder, directionsFree: directionsFree)
    {
      step.isReversed = reversed
      step.isOrdered = true
    }
    step.open.insert(SourceSet(position: position))
    step.cost += partial.rows * path.cost + path.setUp
    var rows = path.rows
    if terms.isEmpty {
      step.rows = max(rows, 0.01)
    } else {
      // Of several terms that equate a column with equal columns only one narrows.
      var equated = path.equated
      for term in terms[position] where step.open.isSuperset(of: term.sources) {
        guard equated & term.classBit == 0, path.consumed & term.bit == 0 else { continue }
        if term.bit == 0, paths[number].consumedTerms.contains(term.index) { continue }
        equated |= term.classBit
        rows *= term.share
      }
      if sources[position].join == .left { rows = max(rows, 1) }
      step.rows = max(partial.rows * rows, 0.01)
    }
    step.cost += step.rows * 0.1
    beam.offer(step)
  }

  private func finalCost(_ partial: Partial) -> Double {
    // Somewhere among them; the estimates are too rough to trust that the wanted rows are spread evenly.
    if wantsFirstRow, partial.isOrdered { return partial.cost / max(partial.rows, 1).squareRoot() }
    if wantedOrder.isEmpty || partial.isOrdered { return partial.cost }
    return partial.cost + CostModel.sort(partial.rows)
  }

  /// The cheapest partial joins, at most one for a set of open items with and without order, and the cheapest ordered one.
  private struct Beam {
    let width: Int
    private(set) var partials: [Partial] = []
    private var ordered: Partial?
    /// The number of the most expensive one, once the beam is full.
    private var worst = 0

    init(width: Int) {
      self.width = width
      partials.reserveCapacity(width + 1)
    }

    mutating func removeAll() {
      partials.removeAll(keepingCapacity: true)
      ordered = nil
    }

    mutating func offer(_ candidate: Partial) {
      if candidate.isOrdered, candidate.cost < ordered?.cost ?? .infinity { ordered = candidate }
      let isFull = partials.count == width
      if isFull, candidate.cost >= partials[worst].cost { return }
      for index in partials.indices
      where partials[index].open == candidate.open && partials[index].isOrdered == candidate.isOrdered {
        guard candidate.cost < partials[index].cost else { return }
        partials[index] = candidate
        if isFull { findWorst() }
        return
      }
      if isFull { partials[worst] = candidate } else { partials.append(candidate) }
      if partials.count == width { findWorst() }
    }

    private mutating func findWorst() {
      worst = 0
      for index in partials.indices where partials[index].cost > partials[worst].cost { worst = index }
    }

    /// From the cheapest on.
    mutating func sorted() -> [Partial] {
      partials.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.open.rawValue < $1.open.rawValue }
      if let ordered, !partials.contains(where: \.isOrdered) { partials.append(ordered) }
      return partials
    }
  }
}
