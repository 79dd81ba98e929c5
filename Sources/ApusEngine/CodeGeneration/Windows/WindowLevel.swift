/// Calls with OVER that one window operator computes: those with one order.
///
/// SQLite computes calls with the same window together, and the calls with other windows in a subquery below, which is sorted as
/// the window above asks (https://www.sqlite.org/windowfunctions.html): the first window of the text comes last and decides the
/// order of the rows. The levels here are in the order of the text, so that the first one is the outermost.
struct WindowLevel {
  let window: BoundWindow
  /// Numbers among the SELECT's calls, those of one frame together.
  var groups: [[Int]]

  var calls: [Int] { groups.flatMap { $0 } }

  /// What the operator's input is sorted by.
  var sort: [BoundOrderTerm] {
    window.partition.map { BoundOrderTerm(expression: $0, isDescending: false, nullsReversed: false) }
      + window.order
  }

  /// Rows sorted as the level's input are sorted by `order`.
  func satisfies(_ order: [BoundOrderTerm]) -> Bool {
    let sort = self.sort
    guard order.count <= sort.count else { return false }
    for (wanted, term) in zip(order, sort) where !wanted.isSame(as: term) { return false }
    return true
  }

  /// Which calls have one window, in the order in which SQLite comes to them.
  /// A call that ORDER BY repeats does not join the first group.
  static func groups(of select: BoundSelect) -> [[Int]] {
    let calls = select.windows
    let repeated = Set(select.repeatedWindows.values)
    var groups: [[Int]] = []
    for (index, call) in calls.enumerated() {
      let known = groups.indices.dropFirst(repeated.contains(index) ? 1 : 0)
      if let place = known.first(where: { calls[groups[$0][0]].window.isSame(as: call.window) }) {
        groups[place].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }

  /// Finds out which windows a SELECT has, before it is rewritten.
  static func prepare(_ select: BoundSelect, _ orderBy: [BoundOrderTerm]) {
    guard !select.isRewritten else { return }
    select.windowGroups = groups(of: select)
    select.finalOrder = orderBy
  }

  /// What the innermost window asks of the rows.
  static func baseOrder(of select: BoundSelect) -> [BoundOrderTerm] {
    guard let last = select.windowGroups.last else { return [] }
    return WindowLevel(window: select.windows[last[0]].window, groups: [last]).sort
  }

  /// Groups that follow each other with one order share an operator: sorting the rows once more would change nothing.
  static func levels(of groups: [[Int]], _ calls: [BoundWindowCall]) -> [WindowLevel] {
    var levels: [WindowLevel] = []
    for group in groups {
      let window = calls[group[0]].window
      if let last = levels.last, last.window.hasSameOrder(as: window) {
        levels[levels.count - 1].groups.append(group)
      } else {
        levels.append(WindowLevel(window: window, groups: [group]))
      }
    }
    return levels
  }
}
