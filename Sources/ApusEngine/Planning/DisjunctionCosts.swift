/// What the operands of an OR cost together, by the items that must be open before: the three cheapest combinations, none of which another one beats
/// with fewer items.
struct DisjunctionCosts {
  struct Entry {
    var prerequisites: SourceSet
    var cost: Estimate
    var rows: Estimate
  }

  private static let capacity = 3
  private(set) var entries: [Entry] = []

  mutating func insert(_ prerequisites: SourceSet, _ cost: Estimate, _ rows: Estimate) {
    for index in entries.indices {
      let known = entries[index]
      if cost <= known.cost, known.prerequisites.isSuperset(of: prerequisites) {
        entries[index] = Entry(prerequisites: prerequisites, cost: cost, rows: min(known.rows, rows))
        return
      }
      if known.cost <= cost, prerequisites.isSuperset(of: known.prerequisites) { return }
    }
    if entries.count < Self.capacity {
      entries.append(Entry(prerequisites: prerequisites, cost: cost, rows: rows))
      return
    }
    guard let worst = entries.indices.max(by: { entries[$0].cost < entries[$1].cost }),
      entries[worst].cost > cost
    else { return }
    entries[worst] = Entry(
      prerequisites: prerequisites, cost: cost, rows: min(entries[worst].rows, rows))
  }

  /// Each combination of an entry of both.
  func combined(with other: DisjunctionCosts) -> DisjunctionCosts {
    var result = DisjunctionCosts()
    for left in entries {
      for right in other.entries {
        result.insert(
          left.prerequisites.union(right.prerequisites), Estimates.sum(left.cost, right.cost),
          Estimates.sum(left.rows, right.rows))
      }
    }
    return result
  }
}
