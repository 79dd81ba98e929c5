// INSERT, REPLACE, UPDATE and DELETE, as statements and inside triggers, where the grammar is narrower.

extension Parser {
  /// INSERT or REPLACE.
  mutating func parseInsert(with: WithID?) throws(ParseFailure) -> Statement {
    var conflict = ConflictAction.replace
    if try !accept(.replace) {
      try expect(.insert)
      conflict = try parseOrConflict()
    }
    try expect(.into)
    var statement = InsertStatement(
      with: with, conflict: conflict, table: Name(text: .empty), source: .defaultValues)
    try parseTarget(&statement.schema, &statement.table, &statement.alias)
    if try accept(.leftParenthesis) {
      statement.columns = try parseNameList()
      try expect(.rightParenthesis)
    }
    if token.kind == .default && !isInTrigger {
      try advance()
      try expect(.values)
      statement.returning = try parseReturning()
      return .insert(statement)
    }
    statement.source = .select(try parseSelect())
    let mark = scratch.upserts.count
    while token.kind == .on {
      let clause = try parseUpsert()
      scratch.upserts.append(clause)
      if clause.target.isEmpty { break }
    }
    statement.upserts = takeUpserts(from: mark)
    statement.returning = try parseReturning()
    return .insert(statement)
  }

  /// `OR action`.
  mutating func parseOrConflict() throws(ParseFailure) -> ConflictAction {
    try accept(.or) ? try parseConflictAction() : .unspecified
  }

  /// The action behind OR or ON CONFLICT.
  mutating func parseConflictAction() throws(ParseFailure) -> ConflictAction {
    let action: ConflictAction
    switch token.kind {
    case .rollback: action = .rollback
    case .abort: action = .abort
    case .fail: action = .fail
    case .ignore: action = .ignore
    case .replace: action = .replace
    default: throw unexpected()
    }
    try advance()
    return action
  }

  /// `ON CONFLICT action` of a constraint.
  mutating func parseOnConflict() throws(ParseFailure) -> ConflictAction {
    guard try accept(.on) else { return .unspecified }
    try expect(.conflict)
    return try parseConflictAction()
  }

  /// The table that is changed. Triggers allow neither a database nor an alias.
  private mutating func parseTarget(
    _ schema: inout Name?, _ table: inout Name, _ alias: inout Name?
  ) throws(ParseFailure) {
    let first = token
    (schema, table) = try parseQualifiedName()
    if isInTrigger {
      guard schema == nil else {
        throw fail(
          "qualified table names are not allowed on INSERT, UPDATE, and DELETE statements within triggers",
          at: first)
      }
    } else if try accept(.as) {
      alias = try parseName()
    }
  }

  private mutating func parseTargetIndex() throws(ParseFailure) -> IndexHint {
    let first = token
    let hint = try parseIndexHint()
    if isInTrigger, hint != .none {
      let clause = hint == .notIndexed ? "NOT INDEXED" : "INDEXED BY"
      throw fail(
        "the \(clause) clause is not allowed on UPDATE or DELETE statements within triggers", at: first)
    }
    return hint
  }

  /// `ON CONFLICT …`. A clause without target has to be the last.
  private mutating func parseUpsert() throws(ParseFailure) -> UpsertClause {
    try expect(.on)
    try expect(.conflict)
    var clause = UpsertClause()
    if try accept(.leftParenthesis) {
      clause.target = try parseOrderingTerms()
      try refuseNulls(clause.target)
      try expect(.rightParenthesis)
      clause.targetFilter = try parseOptionalExpression(after: .where)
    }
    try expect(.do)
    if try accept(.nothing) { return clause }
    try expect(.update)
    clause.isUpdate = true
    try expect(.set)
    clause.assignments = try parseAssignments()
    clause.filter = try parseOptionalExpression(after: .where)
    return clause
  }

  /// How many values an expression is; nil for a subquery.
  private func valueCount(of expression: ExprID) -> Int? {
    switch ast[expression] {
    case .subquery: nil
    case .row(let items): items.count
    default: 1
    }
  }

  /// The list behind SET.
  private mutating func parseAssignments() throws(ParseFailure) -> NodeList<Assignment> {
    let mark = scratch.assignments.count
    repeat {
      let nameMark = scratch.names.count
      let isRow = try accept(.leftParenthesis)
      if isRow {
        let columns = try parseNameList()
        try expect(.rightParenthesis)
        try expect(.equal)
        let value = try parseExpression()
        // What a subquery gives is known when its names are.
        if let count = valueCount(of: value), count != columns.count {
          throw fail("\(columns.count) columns assigned \(count) values")
        }
        scratch.assignments.append(Assignment(columns: columns, isRow: true, value: value))
      } else {
        scratch.names.append(try parseName())
        let columns = takeNames(from: nameMark)
        try expect(.equal)
        let value = try parseExpression()
        scratch.assignments.append(Assignment(columns: columns, value: value))
      }
    } while try accept(.comma)
    if scratch.assignments.count &- mark > limits.columns { throw fail("too many columns in set list") }
    return takeAssignments(from: mark)
  }

  private mutating func parseReturning() throws(ParseFailure) -> NodeList<ResultColumn> {
    let first = token
    guard try accept(.returning) else { return .empty }
    var highest: Int32 = 0
    let columns = try parseResultColumns(&highest)
    if isInTrigger { throw fail("cannot use RETURNING in a trigger", at: first) }
    return columns
  }

  /// UPDATE.
  mutating func parseUpdate(with: WithID?) throws(ParseFailure) -> Statement {
    try expect(.update)
    var statement = UpdateStatement(with: with, conflict: try parseOrConflict(), table: Name(text: .empty))
    try parseTarget(&statement.schema, &statement.table, &statement.alias)
    statement.index = try parseTargetIndex()
    try expect(.set)
    statement.assignments = try parseAssignments()
    if try accept(.from) { statement.from = try parseTableSources() }
    statement.filter = try parseOptionalExpression(after: .where)
    if !isInTrigger { statement.returning = try parseReturning() }
    return .update(statement)
  }

  /// DELETE.
  mutating func parseDelete(with: WithID?) throws(ParseFailure) -> Statement {
    try expect(.delete)
    try expect(.from)
    var statement = DeleteStatement(with: with, table: Name(text: .empty))
    try parseTarget(&statement.schema, &statement.table, &statement.alias)
    statement.index = try parseTargetIndex()
    statement.filter = try parseOptionalExpression(after: .where)
    if !isInTrigger { statement.returning = try parseReturning() }
    return .delete(statement)
  }
}
