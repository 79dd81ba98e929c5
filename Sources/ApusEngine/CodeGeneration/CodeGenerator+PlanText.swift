// The lines of EXPLAIN QUERY PLAN for join levels, in SQLite's shape (https://www.sqlite.org/eqp.html).

extension CodeGenerator {
  func explainLevel(_ level: JoinPlan.Level, isSearchForExtreme: Bool) {
    guard context.wantsQueryPlan else { return }
    explainPending()
    let suffix = joinSuffix(level.source)
    if case .automaticIndex(let bounds, _) = level.path.method, filters[ObjectIdentifier(level.source)] != nil
    {
      explain("BLOOM FILTER ON \(level.source.explainedName) (\(keyText(bounds, level.source)))")
    }
    guard case .anyOf = level.path.method else {
      explain(text(level.path, level.source, isSearch: isSearchForExtreme) + suffix)
      return
    }
    alternativeLines[ObjectIdentifier(level.source)] = explain("MULTI-INDEX OR")
  }

  private func joinSuffix(_ source: BoundSource) -> String {
    switch source.join {
    case .left, .full: " LEFT-JOIN"
    default: ""
    }
  }

  /// Adds the lines that waited for the derived tables of the loops.
  func explainPending() {
    guard !pendingLines.isEmpty else { return }
    for line in pendingLines { explain(line) }
    pendingLines = []
  }

  /// The lines of an operand of an OR: its search stands behind the subqueries that it needs.
  func explainAlternative(
    _ alternative: AccessPath.Alternative, _ source: BoundSource, around body: Body
  ) throws(DatabaseError) {
    let parent = explainParent
    if let line = alternativeLines[ObjectIdentifier(source)] { explainParent = line }
    defer { explainParent = parent }
    try explain("INDEX \(alternative.number)") { () throws(DatabaseError) in
      if case .anyOf = alternative.path.method {
        let item = ObjectIdentifier(source)
        let outer = self.alternativeLines[item]
        self.alternativeLines[item] = self.explain("MULTI-INDEX OR")
        defer { self.alternativeLines[item] = outer }
        try body()
        return
      }
      try body()
      self.explain(self.text(alternative.path, source, isSearch: false) + self.joinSuffix(source))
    }
  }

  /// The line of the pass over the rows of a right-joined table that found no partner.
  func text(_ pass: JoinPlan.Level) -> String {
    text(
      pass.path, pass.source, isSearch: false,
      isCovering: pass.path.isCovering && pass.source.table?.isWithoutRowID != true)
  }

  private func text(_ path: AccessPath, _ source: BoundSource, isSearch: Bool) -> String {
    // The loops of a RIGHT join read its table in any case, for the pass over the rows without a partner.
    let isRight = source.join == .right || source.join == .full
    return text(path, source, isSearch: isSearch, isCovering: path.isCovering && !isRight)
  }

  private func text(
    _ path: AccessPath, _ source: BoundSource, isSearch: Bool, isCovering: Bool
  ) -> String {
    let name = source.explainedName + (source.isExists ? " EXISTS" : "")
    let scan = isSearch ? "SEARCH" : "SCAN"
    switch path.method {
    case .tableScan where isSearch && source.table?.isWithoutRowID == true:
      return "SEARCH \(name) USING PRIMARY KEY"
    case .tableScan, .materialized, .inline, .recursiveRow: return "\(scan) \(name)"
    case .anyOf: return "MULTI-INDEX OR"
    case .virtual(let path):
      let scan = path.scan
      let number = scan.isNumberHexadecimal ? "0x" + String(scan.number, radix: 16) : "\(scan.number)"
      return "SCAN \(name) VIRTUAL TABLE INDEX \(number):\(scan.text)"
    case .rowIDEqual: return "SEARCH \(name) USING INTEGER PRIMARY KEY (rowid=?)"
    case .rowIDRange(let lower, let upper):
      let terms = [lower.map { _ in "rowid>?" }, upper.map { _ in "rowid<?" }].compactMap { $0 }
      return "SEARCH \(name) USING INTEGER PRIMARY KEY (\(terms.joined(separator: " AND ")))"
    case .automaticIndex(let bounds, let partial):
      let kind = partial.isEmpty ? "" : "PARTIAL "
      return "SEARCH \(name) USING AUTOMATIC \(kind)COVERING INDEX (\(keyText(bounds, source)))"
    case .index(let index, let equal, let lower, let upper):
      let keyCount = path.skipped + equal.count
      var terms = (0..<keyCount).map { field in
        let column = columnName(index, field, source)
        return field < path.skipped ? "ANY(\(column))" : "\(column)=?"
      }
      if let lower { terms.append(rangeText(lower, ">", index, keyCount, source)) }
      if let upper { terms.append(rangeText(upper, "<", index, keyCount, source)) }
      let isPrimary = source.table?.primaryKeyIndex === index
      let kind =
        isPrimary ? "PRIMARY KEY" : (isCovering ? "COVERING INDEX \(index.name)" : "INDEX \(index.name)")
      if terms.isEmpty { return isPrimary && !isSearch ? "\(scan) \(name)" : "\(scan) \(name) USING \(kind)" }
      return "SEARCH \(name) USING \(kind) (\(terms.joined(separator: " AND ")))"
    }
  }

  private func rangeText(
    _ bound: ColumnBound, _ sign: String, _ index: IndexDefinition, _ field: Int, _ source: BoundSource
  ) -> String {
    guard bound.rowLength > 1 else { return columnName(index, field, source) + sign + "?" }
    let columns = (0..<bound.rowLength).map { columnName(index, field + $0, source) }
    let values = [String](repeating: "?", count: bound.rowLength)
    return "(\(columns.joined(separator: ",")))\(sign)(\(values.joined(separator: ",")))"
  }

  private func keyText(_ bounds: [ColumnBound], _ source: BoundSource) -> String {
    bounds.map { bound in
      let columns = source.columns
      return (columns.indices.contains(bound.column) ? columns[bound.column].name : "rowid") + "=?"
    }.joined(separator: " AND ")
  }

  private func columnName(_ index: IndexDefinition, _ field: Int, _ source: BoundSource) -> String {
    guard index.storedColumns.indices.contains(field) else { return "rowid" }
    let column = index.storedColumns[field]
    if column.expression != nil { return "<expr>" }
    return source.columns.indices.contains(column.tableColumn)
      ? source.columns[column.tableColumn].name : "rowid"
  }
}
