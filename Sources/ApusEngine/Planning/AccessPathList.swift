/// The ways to reach the items of a join that may be part of a best plan: none that another one to the same item beats in every respect.
struct AccessPathList {
  /// Item by item.
  private(set) var paths: [AccessPath]
  /// The item of each.
  private(set) var positions: [Int]
  /// Where the paths to the last item begin.
  private var start = 0

  /// - Parameter items: their number.
  init(items: Int) {
    paths = []
    paths.reserveCapacity(4 * items)
    positions = []
    positions.reserveCapacity(4 * items)
  }

  /// What is inserted before the call are all ways to an item.
  mutating func finishItem(_ position: Int) {
    while positions.count < paths.count { positions.append(position) }
    start = paths.count
  }

  mutating func insert(_ new: consuming AccessPath) {
    reconcile(&new)
    var place: Int?
    var index = start
    while index < paths.count {
      guard paths[index].sortKey == new.sortKey else {
        index += 1
        continue
      }
      // An index that is there is better than one that would have to be made.
      let replacesMade =
        new.hasEquality && new.skipped == 0 && paths[index].isAutomatic && new.isIndexed
        && paths[index].prerequisites.isSuperset(of: new.prerequisites)
      if !replacesMade, Self.isAtLeastAsGood(paths[index], as: new) {
        if place == nil { return }
        index += 1
        continue
      }
      guard
        replacesMade
          || paths[index].prerequisites.isSuperset(of: new.prerequisites) && paths[index].cost >= new.cost
            && paths[index].rows >= new.rows
      else {
        index += 1
        continue
      }
      if place == nil {
        place = index
        index += 1
      } else {
        paths.remove(at: index)
      }
    }
    if let place { paths[place] = new } else { paths.append(new) }
  }

  private static func isAtLeastAsGood(_ old: borrowing AccessPath, as new: borrowing AccessPath) -> Bool {
    new.prerequisites.isSuperset(of: old.prerequisites) && old.setUp <= new.setUp && old.cost <= new.cost
      && old.rows <= new.rows
  }

  /// What uses more of the terms than another path must not look worse than it, whatever the rounding says.
  private func reconcile(_ new: inout AccessPath) {
    guard new.isIndexed else { return }
    for index in start..<paths.count where paths[index].isIndexed {
      if Self.isSubset(paths[index], of: new) {
        new.cost = min(paths[index].cost, new.cost)
        new.rows = min(paths[index].rows - 1, new.rows)
      } else if Self.isSubset(new, of: paths[index]) {
        new.cost = max(paths[index].cost, new.cost)
        new.rows = max(paths[index].rows + 1, new.rows)
      }
    }
  }

  private static func isSubset(_ less: borrowing AccessPath, of more: borrowing AccessPath) -> Bool {
    if less.cost > more.cost, less.rows > more.rows { return false }
    guard less.usedTerms.count < more.usedTerms.count, more.skipped <= less.skipped else { return false }
    guard less.usedTerms.isSubset(of: more.usedTerms) else { return false }
    return !less.isCovering || more.isCovering
  }
}

extension AccessPath {
  var isAutomatic: Bool {
    if case .automaticIndex = method { return true }
    return false
  }

  var isAnyOf: Bool {
    if case .anyOf = method { return true }
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
