/// The rows of EXPLAIN QUERY PLAN as a tree.
struct QueryPlanTree: CustomStringConvertible {
  private struct Node {
    var id: Int64
    var parent: Int64
    var text: String
  }

  private var nodes: [Node] = []

  mutating func add(id: Int64, parent: Int64, text: String) {
    nodes.append(Node(id: id, parent: parent, text: text))
  }

  var description: String {
    guard let first = nodes.first else { return "" }
    // A first row that begins with a hyphen is a heading of its own.
    if first.text.hasPrefix("-") {
      var rest = self
      rest.nodes.removeFirst()
      return String(first.text.dropFirst(3)) + "\n" + rest.lines(below: 0, prefix: "", depth: 0)
    }
    return "QUERY PLAN\n" + lines(below: 0, prefix: "", depth: 0)
  }

  /// - Parameter depth: bounds the recursion should ids form a loop.
  private func lines(below parent: Int64, prefix: String, depth: Int) -> String {
    guard depth < 200 else { return "" }
    let children = nodes.filter { $0.parent == parent }
    var result = ""
    for (index, node) in children.enumerated() {
      let isLast = index + 1 == children.count
      result += prefix + (isLast ? "`--" : "|--") + node.text + "\n"
      if node.id != parent {
        result += lines(below: node.id, prefix: prefix + (isLast ? "   " : "|  "), depth: depth + 1)
      }
    }
    return result
  }
}
