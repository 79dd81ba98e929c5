// What the text of a statement says about how its answers may be compared. Read from the text and not from the
// generator, so that it holds for shrunk statements too.

import ApusSQL

struct StatementTraits: Sendable {
  /// Leading ORDER BY terms as positions of result columns, from 0.
  var orderColumns: [Int] = []
  /// Sums may differ in their last digits.
  var usesSums = false
  /// Whether it only reads.
  var isQuery = false

  init(_ sql: String) {
    let lower = sql.lowercased()
    usesSums = ["sum(", "avg(", "total(", "median(", "percentile"].contains { lower.contains($0) }
    var parser = Parser()
    var ast = AST()
    guard let parsed = try? parser.parseStatement(sql, into: &ast) else {
      isQuery = lower.hasPrefix("select") || lower.hasPrefix("with") || lower.hasPrefix("pragma")
      return
    }
    switch parsed.statement {
    case .select(let id):
      isQuery = true
      orderColumns = Self.orderColumns(ast[id], ast)
    case .pragma: isQuery = true
    default: break
    }
  }

  private static func orderColumns(_ select: SelectNode, _ ast: AST) -> [Int] {
    var aliases: [String: Int] = [:]
    if case .select(_, let core)? = ast[select.arms].first {
      for (index, column) in ast[core.columns].enumerated() {
        guard case .expression = column.kind else { break }
        if let alias = column.alias { aliases[ast.string(alias).lowercased()] = index }
      }
    }
    var columns: [Int] = []
    for term in ast[select.orderBy] {
      var expression = ast[term.expression]
      if case .collate(let inner, _) = expression { expression = ast[inner] }
      switch expression {
      case .integer(let position) where position > 0 && position < 1000: columns.append(Int(position) - 1)
      case .column(let name):
        guard let index = aliases[ast.string(name).lowercased()] else { return columns }
        columns.append(index)
      default: return columns
      }
    }
    return columns
  }
}
