// Window functions. Where the order of peers would show, the window's order is total.

extension Generator {
  /// Calls of window functions; named windows go to the WINDOW clause.
  mutating func windowFunctions(_ from: FromClause, _ scope: Scope, _ clause: inout String) -> [Leaf] {
    var leaves: [Leaf] = []
    var named: [String] = []
    for _ in 0...random.below(2) {
      let inner = Scope(leaves: scope.leaves, outer: scope.outer, allowsSubqueries: false)
      let partition =
        random.chance(60)
        ? "PARTITION BY \((0...(random.chance(20) ? 1 : 0)).map { _ in columnOrLiteral(inner) }.joined(separator: ", ")) "
        : ""
      let showsOrder = random.chance(60)
      let call: (text: String, type: ValueType) = showsOrder ? orderedCall(inner) : peerCall(inner)
      var window = partition
      if showsOrder {
        window +=
          "ORDER BY "
          + ([columnOrLiteral(inner) + random.pick(["", " DESC", " NULLS LAST"])] + from.keys).joined(
            separator: ", ")
        if random.chance(60) {
          window += " " + frame(random.pick(["ROWS", "ROWS", "GROUPS", "RANGE"]), isNumeric: false)
        }
      } else {
        let unit = random.pick(["RANGE", "GROUPS", "RANGE"])
        let numeric = scope.leaves.filter { $0.type.isNumeric }
        if random.chance(85) {
          let isNumeric = !numeric.isEmpty && random.chance(70)
          let term = isNumeric ? random.pick(numeric).text : columnOrLiteral(inner)
          window += "ORDER BY \(term)\(random.pick(["", " DESC"]))"
          if random.chance(75) { window += " " + frame(unit, isNumeric: isNumeric || unit == "GROUPS") }
        }
      }
      let filter = !showsOrder && random.chance(12) ? " FILTER (WHERE \(condition(inner, 1)))" : ""
      var over = "(\(window))"
      if !partition.isEmpty, random.chance(15) {
        // A window that goes on from a named one.
        let base = "win\(named.count + 1)"
        named.append("\(base) AS (\(partition.dropLast()))")
        over = "(\(base) \(window.dropFirst(partition.count)))"
      }
      if random.chance(20) {
        let name = "win\(named.count + 1)"
        named.append("\(name) AS \(over)")
        over = name
      }
      leaves.append(Leaf(text: "\(call.text)\(filter) OVER \(over)", type: call.type, isColumn: false))
    }
    if !named.isEmpty { clause = " WINDOW \(named.joined(separator: ", "))" }
    return leaves
  }

  private mutating func columnOrLiteral(_ scope: Scope) -> String {
    scope.leaves.isEmpty ? literal(.text) : random.pick(scope.leaves).text
  }

  /// A call whose result depends on the order of peers.
  private mutating func orderedCall(_ scope: Scope) -> (text: String, type: ValueType) {
    let type = randomType()
    switch random.below(10) {
    case 0, 1: return ("row_number()", .integer)
    case 2: return ("\(random.pick(["rank", "dense_rank"]))()", .integer)
    case 3: return ("\(random.pick(["percent_rank", "cume_dist"]))()", .real)
    case 4: return ("ntile(\(1 + random.below(4)))", .integer)
    case 5, 6:
      let more = random.pick(["", ", 1", ", 2", ", 0", ", 1, \(literal(type))"])
      return ("\(random.pick(["lag", "lead"]))(\(leaf(type, scope))\(more))", type)
    case 7: return ("\(random.pick(["first_value", "last_value"]))(\(leaf(type, scope)))", type)
    case 8: return ("nth_value(\(leaf(type, scope)), \(1 + random.below(3)))", type)
    default: return ("group_concat(\(leaf(.text, scope)), '.')", .text)
    }
  }

  /// A call that peers share.
  private mutating func peerCall(_ scope: Scope) -> (text: String, type: ValueType) {
    switch random.below(6) {
    case 0: ("count(*)", .integer)
    case 1: ("count(\(leaf(.text, scope)))", .integer)
    case 2: ("sum(\(leaf(.integer, scope)) % 1000)", .integer)
    case 3: ("\(random.pick(["avg", "total"]))(\(leaf(.real, scope)))", .real)
    case 4: ("\(random.pick(["min", "max"]))(\(leaf(.text, scope)))", .text)
    default: ("\(random.pick(["min", "max"]))(\(leaf(.integer, scope)))", .integer)
    }
  }

  private mutating func frame(_ unit: String, isNumeric: Bool) -> String {
    let distance =
      unit == "RANGE" ? random.pick(["1", "2.5", "10", "0"]) : random.pick(["1", "2", "0", "3"])
    let allowsDistance = unit != "RANGE" || isNumeric
    var starts = ["UNBOUNDED PRECEDING", "CURRENT ROW"]
    var ends = ["CURRENT ROW", "UNBOUNDED FOLLOWING"]
    if allowsDistance {
      starts += ["\(distance) PRECEDING", "\(distance) PRECEDING"]
      ends += ["\(distance) FOLLOWING", "\(distance) FOLLOWING"]
    }
    var start = random.pick(starts)
    var end = random.pick(ends)
    if allowsDistance, random.chance(12) {
      (start, end) = random.pick([
        ("\(distance) FOLLOWING", "UNBOUNDED FOLLOWING"), ("UNBOUNDED PRECEDING", "\(distance) PRECEDING"),
        ("2 PRECEDING", "1 PRECEDING"), ("1 FOLLOWING", "2 FOLLOWING"),
      ])
    }
    let exclusion =
      random.chance(25) ? " EXCLUDE \(random.pick(["NO OTHERS", "CURRENT ROW", "GROUP", "TIES"]))" : ""
    if random.chance(10), !start.contains("FOLLOWING") { return "\(unit) \(start)\(exclusion)" }
    return "\(unit) BETWEEN \(start) AND \(end)\(exclusion)"
  }
}
