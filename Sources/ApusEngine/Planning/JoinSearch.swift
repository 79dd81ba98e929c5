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
    var weight = Weight(unsorted: 0, rows: 0)
    /// The first terms of the wanted order that it delivers; -1 while that is open.
    var ordered = -1
    /// Its last item's path, and the number of the partial join before it in `kept`; -1 for none.
    var path: Int32 = -1
    var before: Int32 = -1
    /// What was taken off the rows of a derived table that it begins with.
    var madeAnyway: Estimate = 0
  }

  /// What partial joins are compared by.
  private struct Weight: BitwiseCopyable {
    var unsorted: Estimate
    var rows: Estimate
    /// Sorting included.
    var cost: Estimate
    /// As in `Way`, of the last item.
    var entryWidth: Estimate

    /// Worse than all others.
    static var none: Weight { Weight(unsorted: .max, rows: .max) }

    @inline(__always)
    init(unsorted: Estimate, rows: Estimate, entryWidth: Estimate = -1) {
      self.entryWidth = entryWidth
      self.unsorted = unsorted
      self.rows = rows
      cost = unsorted
    }

    /// - Parameter sort: what sorting costs; nil: nothing is sorted.
    @inline(__always)
    mutating func add(_ sort: Estimate?) {
      if let sort { cost = Estimates.sum(unsorted, sort) + 3 } else { unsorted -= 2 }
    }

    /// Beginning with a derived table is not so bad: its rows are made anyway.
    mutating func favour() {
      cost -= 10
      rows -= JoinSearch.derivedFirst
    }

    /// What the beam is ordered by: the cost, and of equal ones the cost without sorting.
    var rank: Int { cost << 32 &+ unsorted }

    @inline(__always)
    func isBetter(than other: Weight) -> Bool {
      if cost != other.cost { return cost < other.cost }
      if rows != other.rows { return rows < other.rows }
      if unsorted != other.unsorted { return unsorted < other.unsorted }
      return entryWidth >= 0 && entryWidth < other.entryWidth
    }
  }

  /// A partial join with one item more, as far as it is needed to see whether it is worth keeping.
  private struct Extension: BitwiseCopyable {
    var weight: Weight
    var ordered: Int
    var reversed: SourceSet

    @inline(__always)
    init(_ weight: Weight, _ ordered: Int, _ reversed: SourceSet) {
      self.weight = weight
      self.ordered = ordered
      self.reversed = reversed
    }
  }

  /// What is weighed of a path, beside the path: thousands of candidates read it.
  struct Way: BitwiseCopyable {
    /// The number of the path.
    var path: Int
    var prerequisites: SourceSet
    var rows: Estimate
    var cost: Estimate
    var setUp: Estimate
    /// The rows that must come from before: an index that serves hardly more than once is not worth making.
    var leastRows: Estimate
    /// Of the index that it reads, -1 without one: of otherwise equal joins the one whose last index is narrower is taken.
    var entryWidth: Estimate
    var isMaterialized: Bool
    /// No term narrows it.
    var isScan: Bool
  }

  /// The ways to one item.
  struct Item: BitwiseCopyable {
    var first = 0
    var end = 0
  }

  /// Beginning with a derived table is taken to give an eighth of the rows.
  private static let derivedFirst: Estimate = 30

  private let sources: [BoundSource]
  private let paths: AccessPathList
  private let ways: [Way]
  /// By position.
  private let items: [Item]
  private let hasRightJoin: Bool
  private let order: OrderSatisfaction
  private let limit: Estimate?
  /// Four or more items hang on one: more partial joins are kept, or it would fall out of the beam.
  private let isStar: Bool
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
    var items = [Item](repeating: Item(), count: sources.count)
    for number in numbers {
      let position = paths.positions[number]
      if items[position].end == 0 { items[position].first = ways.count }
      ways.append(Self.way(paths.paths, number))
      items[position].end = ways.count
    }
    isStar = sources.count >= 5 && StarJoin.makeScansDearer(&ways, items, sources)
    self.ways = ways
    self.items = items
  }

  private static func way(_ paths: [AccessPath], _ number: Int) -> Way {
    var way = Way(
      path: number, prerequisites: paths[number].prerequisites, rows: paths[number].rows,
      cost: paths[number].cost, setUp: paths[number].setUp, leastRows: .min,
      entryWidth: paths[number].entryWidth, isMaterialized: false, isScan: paths[number].usedTerms.isEmpty)
    switch paths[number].method {
    case .automaticIndex: way.leastRows = 3
    case .materialized: way.isMaterialized = true
    default: break
    }
    return way
  }

  /// - Parameters:
  ///   - sortedRows: the rows that would be sorted; nil: no order is wanted.
  ///   - outerRows: how often the whole join is run.
  /// - Throws: `.error` when no order of the items is possible.
  mutating func run(
    sortedRows: Estimate?, outerRows: Estimate
  ) throws(DatabaseError) -> Answer {
    let width = sources.count == 1 ? 1 : sources.count == 2 ? 5 : isStar ? 18 : 12
    var beam = Beam(width: width)
    var next = Beam(width: width)
    var start = Partial()
    // Not more than 28 times: the estimate is a rough one.
    start.weight.rows = min(outerRows, 48)
    beam.set(0, start)
    if sources.count > 2 { kept.reserveCapacity(width * (sources.count - 2) + 1) }
    for depth in sources.indices {
      next.removeAll()
      for index in 0..<beam.count {
        let partial = beam[index]
        let before = depth == 0 ? -1 : kept.count
        if depth > 0 { kept.append(partial) }
        extend(partial, before, depth, sortedRows, into: next)
      }
      guard next.count > 0 else { throw DatabaseError(.error, "no query solution") }
      swap(&beam, &next)
    }
    var best = beam[0]
    for index in 1..<max(beam.count, 1) where beam[index].weight.cost < best.weight.cost {
      best = beam[index]
    }
    return Answer(
      steps: steps(best), rows: best.weight.rows, cost: best.weight.cost,
      ordered: best.ordered < 0 ? nil : best.ordered,
      reversed: best.reversed)
  }

  /// Offers the beam a partial join with each further item, by the best of the item's ways; where the order is still open, by each of them.
  private func extend(
    _ partial: Partial, _ before: Int, _ depth: Int, _ sortedRows: Estimate?, into next: Beam
  ) {
    let mostTakenOff: Estimate = depth == 0 ? 12 : sortedRows == nil ? 0 : 2
    let sorting = sorting(after: partial, sortedRows)
    // What was before costs nothing when nothing was.
    let costBefore = depth > 0 ? partial.weight.unsorted : -1_000
    let prefersMaterialized = depth == 0 && sources.count > 1
    ways.withUnsafeBufferPointer { ways in
      var others = SourceSet.first(items.count).subtracting(partial.open).rawValue
      while others != 0 {
        let position = others.trailingZeroBitCount
        others &= others &- 1
        let item = items[position]
        var best = Weight.none
        var bestPath = -1
        var madeAnyway: Estimate = 0
        let tooDear = next.highestCost &+ mostTakenOff
        for number in item.first..<item.end {
          // Few are weighed further: nothing of the way is copied before.
          guard partial.open.isSuperset(of: ways[number].prerequisites),
            partial.weight.rows &+ partial.madeAnyway >= ways[number].leastRows
          else { continue }
          var unsorted = ways[number].cost &+ partial.weight.rows
          if ways[number].setUp > 0 { unsorted = Estimates.sum(ways[number].setUp, unsorted) }
          unsorted = Estimates.sum(unsorted, costBefore)
          // Dearer than all that are kept, whatever is taken off it below.
          if unsorted > tooDear { continue }
          var weight = Weight(
            unsorted: unsorted, rows: partial.weight.rows &+ ways[number].rows,
            entryWidth: ways[number].entryWidth)
          switch sorting {
          case .notWanted: weight.add(nil)
          case .open(let rows):
            let answer = satisfied(by: ways[number].path, after: before)
            weight.add(sort(rows, answer.terms ?? -1))
            let isFavoured = prefersMaterialized && ways[number].isMaterialized
            if isFavoured { weight.favour() }
            offer(
              Extension(weight, answer.terms ?? -1, answer.reversed), ways[number].path, partial, before,
              SourceSet(position: position), madeAnyway: isFavoured ? Self.derivedFirst : 0, to: next)
            continue
          case .known(let sort): weight.add(sort)
          }
          let isFavoured = prefersMaterialized && ways[number].isMaterialized
          if isFavoured { weight.favour() }
          guard weight.isBetter(than: best) else { continue }
          best = weight
          bestPath = ways[number].path
          madeAnyway = isFavoured ? Self.derivedFirst : 0
        }
        guard bestPath >= 0 else { continue }
        offer(
          Extension(best, partial.ordered, partial.reversed), bestPath, partial, before,
          SourceSet(position: position), madeAnyway: madeAnyway, to: next)
      }
    }
  }

  /// What sorting means for the partial joins that come of one.
  private enum Sorting {
    case notWanted
    /// Each way may give another order; the number of rows to be sorted.
    case open(Estimate)
    /// What sorting costs, the same for all; nil: the rows come in order.
    case known(Estimate?)
  }

  private func sorting(after partial: Partial, _ rows: Estimate?) -> Sorting {
    guard let rows else { return .notWanted }
    return partial.ordered < 0 ? .open(rows) : .known(sort(rows, partial.ordered))
  }

  /// What sorting costs when so many terms of the wanted order are there; nil when all are, or when it is open.
  private func sort(_ rows: Estimate, _ ordered: Int) -> Estimate? {
    let terms = order.wanted.count
    guard ordered >= 0, ordered < terms else { return nil }
    return CostModel.sort(rows, sorted: ordered, terms: terms, limit: limit, isDistinct: order.isDistinct)
  }

  /// How much of the wanted order a path delivers behind the partial join `before`.
  private func satisfied(by path: Int, after before: Int) -> OrderSatisfaction.Answer {
    var steps = before < 0 ? [] : self.steps(kept[before])
    steps.append((paths.positions[path], paths.paths[path]))
    var answer = order.check(steps)
    if hasRightJoin, answer.terms != nil { answer.terms = 0 }
    return answer
  }

  /// - Parameter madeAnyway: as in `Partial`.
  private func offer(
    _ candidate: Extension, _ path: Int, _ partial: Partial, _ before: Int, _ item: SourceSet,
    madeAnyway: Estimate, to next: Beam
  ) {
    let open = partial.open.union(item)
    guard let place = next.place(candidate, open) else { return }
    next.set(
      place,
      Partial(
        open: open, reversed: candidate.reversed, weight: candidate.weight, ordered: candidate.ordered,
        path: Int32(truncatingIfNeeded: path),
        before: Int32(truncatingIfNeeded: before), madeAnyway: madeAnyway))
  }

  /// The cheapest partial joins of one number of items.
  private final class Beam {
    private let width: Int
    private(set) var count = 0
    private let partials: UnsafeMutablePointer<Partial>
    /// What is compared of each, side by side.
    private let open: UnsafeMutablePointer<SourceSet>
    private let ranks: UnsafeMutablePointer<Int>
    /// A bit for each set of items that was kept, of many a set the same: without the bit the set is not there.
    private var signatures: UInt64 = 0
    /// When it is full: the one that goes first, and its cost; before, one as high as no cost is.
    private var worst = 0
    private(set) var highestCost = Beam.unknown
    private static var unknown: Estimate { .max / 2 }

    init(width: Int) {
      self.width = width
      partials = .allocate(capacity: width)
      open = .allocate(capacity: width)
      ranks = .allocate(capacity: width)
    }

    deinit {
      partials.deallocate()
      open.deallocate()
      ranks.deallocate()
    }

    subscript(index: Int) -> Partial {
      precondition(index >= 0 && index < count)
      return partials[index]
    }

    func removeAll() {
      count = 0
      signatures = 0
      highestCost = Beam.unknown
    }

    /// Where a candidate belongs; nil when it is not worth keeping.
    @inline(__always)
    func place(_ candidate: Extension, _ items: SourceSet) -> Int? {
      // Of the same items it competes with the one that is there.
      if signatures & Beam.signature(items) != 0 {
        for index in 0..<count where open[index] == items {
          guard (partials[index].ordered >= 0) == (candidate.ordered >= 0) else { continue }
          return candidate.weight.isBetter(than: partials[index].weight) ? index : nil
        }
      }
      guard count == width else { return count }
      return candidate.weight.rank < ranks[worst] ? worst : nil
    }

    /// - Parameter place: what `place` answered.
    @inline(__always)
    func set(_ place: Int, _ partial: Partial) {
      precondition(place >= 0 && place < width)
      (partials + place).initialize(to: partial)
      open[place] = partial.open
      signatures |= Beam.signature(partial.open)
      ranks[place] = partial.weight.rank
      if place == count { count += 1 }
      if count == width { findWorst() }
    }

    @inline(__always)
    private static func signature(_ items: SourceSet) -> UInt64 {
      1 &<< ((items.rawValue &* 0x9e37_79b9_7f4a_7c15) &>> 58)
    }

    private func findWorst() {
      var highest = ranks[0]
      worst = 0
      for index in 1..<max(width, 1) where ranks[index] > highest {
        highest = ranks[index]
        worst = index
      }
      highestCost = partials[worst].weight.cost
    }
  }

  private func steps(_ partial: Partial) -> [Step] {
    // From the last one back; then in order, so that no path is moved.
    var numbers: [Int] = []
    numbers.reserveCapacity(sources.count)
    var partial = partial
    while partial.path >= 0 {
      numbers.append(Int(partial.path))
      if partial.before < 0 { break }
      partial = kept[Int(partial.before)]
    }
    var found: [Step] = []
    found.reserveCapacity(numbers.count)
    for number in numbers.reversed() { found.append((paths.positions[number], paths.paths[number])) }
    return found
  }
}
