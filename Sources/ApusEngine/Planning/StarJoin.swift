/// Joins of a large table, the facts, with four or more others that hang on it, its dimensions: the loops had better begin with the facts, wherefore
/// scans of dimensions are made to cost more than any way to them (https://www.sqlite.org/queryplanner-ng.html).
enum StarJoin {
  private static let dimensions = 4

  /// - Parameters:
  ///   - ways: those of all items.
  ///   - items: which of them are whose.
  /// - Returns: whether there is such a table.
  static func makeScansDearer(
    _ ways: inout [JoinSearch.Way], _ items: [JoinSearch.Item], _ sources: [BoundSource]
  ) -> Bool {
    var fixed = SourceSet()
    for (position, source) in sources.enumerated() where isFixed(source) {
      fixed.insert(SourceSet(position: position))
    }
    // What the ways to an item need is looked at item by item.
    let needed = items.map { item in
      ways[item.first..<item.end].reduce(into: SourceSet()) { $0.formUnion($1.prerequisites) }
    }
    var isStar = false
    var selves = SourceSet()
    var start = 0
    for fact in sources.indices {
      if fixed.contains(position: fact) {
        guard fact + dimensions <= sources.count else { break }
        // Its dimensions are behind it.
        start = fact + 1
      }
      var found = SourceSet()
      for position in start..<max(sources.count, start) {
        if fixed.contains(position: position) { break }
        guard needed[position].contains(position: fact), !selves.contains(position: position) else {
          continue
        }
        if let table = sources[fact].table, sources[position].table === table {
          selves.insert(SourceSet(position: fact))
        } else {
          found.insert(SourceSet(position: position))
        }
      }
      guard found.rawValue.nonzeroBitCount >= dimensions else { continue }
      isStar = true
      guard fact >= start else { continue }
      var dearest = Estimate.min
      for number in items[fact].first..<items[fact].end { dearest = max(dearest, ways[number].cost) }
      for position in sources.indices where found.contains(position: position) && dearest != .min {
        for number in items[position].first..<items[position].end where ways[number].isScan {
          ways[number].cost = max(ways[number].cost, dearest + 1)
        }
      }
    }
    return isStar
  }

  /// An outer or CROSS join stands between it and what is before it.
  private static func isFixed(_ source: BoundSource) -> Bool {
    switch source.join {
    case .inner: source.isExists
    default: true
    }
  }
}
