/// How many rows a term leaves: from index statistics where there are any, else SQLite's assumptions.
struct Selectivity {
  private let pathPlanner: AccessPathPlanner
  /// Share of rows that pass each term.
  private(set) var shares: [Double] = []
  /// Terms that equate columns of one equivalence class, by the class; -1 for other terms.
  private(set) var classes: [Int] = []

  /// A column of a FROM item; -1 is the rowid.
  private struct Slot: Hashable {
    let source: Int
    let column: Int
  }

  init(_ pathPlanner: AccessPathPlanner) {
    self.pathPlanner = pathPlanner
    var known: [Slot: Int] = [:]
    var parents: [Int] = []
    for term in pathPlanner.analysis.terms {
      shares.append(share(of: term))
      let ends = term.bounds.filter { $0.operation == .equal }
      guard ends.count == 2 else {
        classes.append(-1)
        continue
      }
      let numbers = ends.map { end -> Int in
        let slot = Slot(source: end.source, column: end.column)
        if let number = known[slot] { return number }
        known[slot] = parents.count
        parents.append(parents.count)
        return parents.count - 1
      }
      parents[Self.root(numbers[0], parents)] = Self.root(numbers[1], parents)
      classes.append(numbers[0])
    }
    classes = classes.map { $0 < 0 ? -1 : Self.root($0, parents) }
  }

  private static func root(_ number: Int, _ parents: [Int]) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  private func share(of term: PredicateTerm) -> Double {
    var least: Double?
    for bound in term.bounds where bound.operation == .equal {
      let rows = pathPlanner.tableRows(bound.source)
      guard let equal = pathPlanner.equalRows(bound.source, column: bound.column) else { continue }
      // Of two joined columns the one with more values decides: each value of the other meets one of its.
      least = min(least ?? 1, equal / rows)
    }
    return least ?? CostModel.selectivity(term)
  }
}

extension AccessPathPlanner {
  /// Rows of an item with one value in a column, as far as keys and statistics tell.
  func equalRows(_ position: Int, column: Int) -> Double? {
    if column == -1 { return 1 }
    guard let table = sources[position].table else { return nil }
    var best: Double?
    for index in indexes(position) where index.key(of: table, indexed[position])?.first == column {
      if index.isUnique && index.columns.count == 1 && index.partialCondition == nil { return 1 }
      if index.statistics.count > 1 { best = min(best ?? .infinity, max(index.statistics[1], 1)) }
    }
    return best
  }
}
