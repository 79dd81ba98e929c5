// SELECT by SELECT, as SQLite comes to them when it makes code.

import ApusSQL

extension Authorization {
  /// SELECTs that SQLite asks for while it parses. They are not what answers the rows: only a refusal counts.
  func checkRows(in ast: AST) throws(DatabaseError) {
    for _ in 0..<ParsedRows(ast).count { _ = try ignores(.select) }
  }

  /// Asks for a query when its code is going to be made for the first time. Without permission it has no rows.
  func checkSelect(_ query: BoundQuery) throws(DatabaseError) {
    guard isNew(query) else { return }
    if try ignores(.select) { query.limit = BoundExpression(.constant(.integer(0))) }
  }

  /// A derived table that is merged into the query around it. It is merged whatever the answer, unless that is a refusal.
  func checkMerged(_ source: BoundSource) throws(DatabaseError) {
    // The arms of a UNION ALL were one derived table.
    if source.isArm { return }
    _ = try within(name(of: source)) { () throws(DatabaseError) in try self.ignores(.select) }
  }

  /// A part of a compound whose parts are made one after the other. Before the first one SQLite comes to the compounds of all parts but the last,
  /// but the last two, and so on.
  /// - Returns: whether it is left out.
  func leavesOut(part: Int, of query: BoundQuery) throws(DatabaseError) -> Bool {
    try decide(query, parts: part..<(part + 1)) { () throws(DatabaseError) in
      for _ in 0..<(part == 0 ? query.parts.count - 1 : 1) where try ignores(.select) { return true }
      return false
    }
  }

  /// One side of an operator whose sides are merged.
  /// - Returns: whether it is left out.
  func leavesOut(side parts: ArraySlice<BoundQuery.Part>, of query: BoundQuery) throws(DatabaseError) -> Bool
  {
    // A part by itself is not what it is among parts that follow each other.
    try decide(query, parts: parts.startIndex..<parts.endIndex) { () throws(DatabaseError) in
      try ignores(.select)
    }
  }

  /// A recursive table. Without permission it has no rows, and nobody is asked for its SELECTs.
  func leavesOut(_ query: RecursiveQuery) throws(DatabaseError) -> Bool {
    try decide(query, parts: 0..<0) { () throws(DatabaseError) in
      guard try ignores(.recursive) else { return false }
      query.limit = BoundExpression(.constant(.integer(0)))
      for part in [query.initial] + query.recursiveParts { _ = isNew(part) }
      return true
    }
  }
}

extension CompilationContext {
  /// Makes the code of a derived table's text.
  func within(_ source: BoundSource, _ body: () throws(DatabaseError) -> Void) throws(DatabaseError) {
    guard let authorization else { return try body() }
    try authorization.within(authorization.name(of: source), body)
  }
}
