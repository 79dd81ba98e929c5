/// ON and USING terms of inner joins are WHERE terms, unless a RIGHT or FULL join can still add rows that they must not test.
enum InnerJoinConditions {
  static func apply(to select: BoundSelect) {
    guard !select.hasRightJoin else { return }
    for source in select.sources
    where (source.join == .inner || source.join == .cross) && !source.joinFilter.isEmpty {
      select.filter.append(contentsOf: source.joinFilter)
      source.joinFilter = []
    }
  }
}
