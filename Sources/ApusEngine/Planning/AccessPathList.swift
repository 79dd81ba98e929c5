/// The ways to reach one item that may be part of a best plan: none that another one beats in every respect.
struct AccessPathList {
  private(set) var paths: [AccessPath] = []

  mutating func insert(_ new: AccessPath) {
    var new = new
    reconcile(&new)
    var place: Int?
    var index = 0
    while index < paths.count {
      let old = paths[index]
      guard old.sortKey == new.sortKey else {
        index += 1
        continue
      }
      // An index that is there is better than one that would have to be made.
      let replacesMade =
        old.isAutomatic && new.isIndexed && new.skipped == 0 && new.hasEquality
        && old.prerequisites.isSuperset(of: new.prerequisites)
      if !replacesMade {
        if new.prerequisites.isSuperset(of: old.prerequisites), old.setUp <= new.setUp, old.cost <= new.cost,
          old.rows <= new.rows
        {
          if place == nil { return }
          index += 1
          continue
        }
      }
      if replacesMade
        || old.prerequisites.isSuperset(of: new.prerequisites) && old.cost >= new.cost && old.rows >= new.rows
      {
        if place == nil {
          place = index
          paths[index] = new
          index += 1
        } else {
          paths.remove(at: index)
        }
        continue
      }
      index += 1
    }
    if place == nil { paths.append(new) }
  }

  /// What uses more of the terms than another path must not look worse than it, whatever the rounding says.
  private func reconcile(_ new: inout AccessPath) {
    guard new.isIndexed else { return }
    for old in paths where old.isIndexed {
      if Self.isSubset(old, of: new) {
        new.cost = min(old.cost, new.cost)
        new.rows = min(old.rows - 1, new.rows)
      } else if Self.isSubset(new, of: old) {
        new.cost = max(old.cost, new.cost)
        new.rows = max(old.rows + 1, new.rows)
      }
    }
  }

  private static func isSubset(_ less: AccessPath, of more: AccessPath) -> Bool {
    if less.cost > more.cost, less.rows > more.rows { return false }
    guard less.usedTerms.count < more.usedTerms.count, more.skipped <= less.skipped else { return false }
    guard less.usedTerms.allSatisfy(more.usedTerms.contains) else { return false }
    return !less.isCovering || more.isCovering
  }
}

extension AccessPath {
  var isAutomatic: Bool {
    if case .automaticIndex = method { return true }
    return false
  }

  /// It reads an index that the schema has.
  var isIndexed: Bool {
    if case .index = method { return true }
    return false
  }

  var isRowIDOrder: Bool {
    switch method {
    case .tableScan, .rowIDRange, .rowIDEqual: true
    default: false
    }
  }

  /// An index that nothing narrows: all of its entries.
  var isWhole: Bool {
    if case .index(_, let equal, nil, nil) = method { return equal.isEmpty }
    return false
  }
}
