// The lines of EXPLAIN QUERY PLAN for join levels, in SQLite's shape (https://www.sqlite.org/eqp.html).

extension CodeGenerator {
  func explainLevel(_ level: JoinPlan.Level) {
    guard context.wantsQueryPlan else { return }
    let name = level.source.name
    let suffix =
      switch level.source.join {
      case .left: " LEFT-JOIN"
      case .right: " RIGHT-JOIN"
      case .full: " FULL-JOIN"
      default: ""
      }
    explain(text(level, name) + suffix)
  }

  private func text(_ level: JoinPlan.Level, _ name: String) -> String {
    switch level.path.method {
    case .tableScan, .materialized, .inline, .recursiveRow: return "SCAN \(name)"
    case .virtual(let path):
      let scan = path.scan
      let number = scan.isNumberHexadecimal ? "0x" + String(scan.number, radix: 16) : "\(scan.number)"
      return "SCAN \(name) VIRTUAL TABLE INDEX \(number):\(scan.text)"
    case .rowIDEqual: return "SEARCH \(name) USING INTEGER PRIMARY KEY (rowid=?)"
    case .rowIDRange(let lower, let upper):
      let terms = [lower.map { _ in "rowid>?" }, upper.map { _ in "rowid<?" }].compactMap { $0 }
      return "SEARCH \(name) USING INTEGER PRIMARY KEY (\(terms.joined(separator: " AND ")))"
    case .automaticIndex(let bounds):
      let terms = bounds.map { "\(columnName(level, $0.column))=?" }
      return "SEARCH \(name) USING AUTOMATIC COVERING INDEX (\(terms.joined(separator: " AND ")))"
    case .index(let index, let equal, let lower, let upper):
      var terms = equal.map { "\(columnName(level, $0.column))=?" }
      if let lower { terms.append("\(columnName(level, lower.column))>?") }
      if let upper { terms.append("\(columnName(level, upper.column))<?") }
      let isPrimary = level.source.table?.primaryKeyIndex === index
      let kind =
        isPrimary
        ? "PRIMARY KEY" : (level.path.isCovering ? "COVERING INDEX \(index.name)" : "INDEX \(index.name)")
      if terms.isEmpty { return isPrimary ? "SCAN \(name)" : "SCAN \(name) USING \(kind)" }
      return "SEARCH \(name) USING \(kind) (\(terms.joined(separator: " AND ")))"
    }
  }

  private func columnName(_ level: JoinPlan.Level, _ column: Int) -> String {
    level.source.columns.indices.contains(column) ? level.source.columns[column].name : "rowid"
  }
}
