// SELECT, VALUES, compound operators, WITH.
//
// SQLite's grammar lets every arm of a compound carry ORDER BY and LIMIT and refuses them afterwards, with a
// message that names the operator. The same is done here.

extension Parser {
  /// A whole SELECT with its WITH clause.
  mutating func parseSelect() throws(ParseFailure) -> SelectID {
    try enter()
    let start = token.start
    var node = SelectNode()
    if token.kind == .with { node.with = try parseWith() }
    let select = try parseSelectBody(&node, from: start)
    leave()
    return select
  }

  /// A SELECT whose WITH clause was already parsed.
  mutating func parseSelect(with: WithID?, from start: Int) throws(ParseFailure) -> SelectID {
    try enter()
    var node = SelectNode(with: with)
    let select = try parseSelectBody(&node, from: start)
    leave()
    return select
  }

  /// The height of a SELECT, for the limit on expression trees.
  func selectHeight(_ id: SelectID) -> Int32 { selectHeights[Int(id.index)] }

  private mutating func parseSelectBody(
    _ node: inout SelectNode, from start: Int
  ) throws(ParseFailure) -> SelectID {
    let mark = scratch.arms.count
    let recordMark = scratch.armRecords.count
    var highest: Int32 = 0
    var compoundOperator = CompoundOperator.first
    while true {
      switch token.kind {
      case .select: try parseArm(&node, compoundOperator, &highest)
      case .values: try parseValues(compoundOperator, &highest)
      default: throw unexpected()
      }
      guard let next = try parseCompoundOperator() else { break }
      compoundOperator = next
    }
    let count = scratch.arms.count &- mark
    if count > 1 { try checkCompound(from: recordMark) }
    scratch.armRecords.truncate(to: recordMark)
    node.arms = takeArms(from: mark)
    node.range = range(from: start)
    selectHeights.append(highest)
    return ast.add(node)
  }

  private mutating func parseCompoundOperator() throws(ParseFailure) -> CompoundOperator? {
    switch token.kind {
    case .union:
      try advance()
      return try accept(.all) ? .unionAll : .union
    case .except:
      try advance()
      return .except
    case .intersect:
      try advance()
      return .intersect
    default: return nil
    }
  }

  /// Refuses ORDER BY and LIMIT before the last arm, and too many arms.
  private mutating func checkCompound(from mark: Int) throws(ParseFailure) {
    var index = scratch.armRecords.count &- 1
    while index > mark {
      let arm = scratch.armRecords[index &- 1]
      if arm.hasOrderBy || arm.hasLimit {
        let name = Self.name(of: scratch.armRecords[index].compoundOperator)
        throw fail("\(arm.hasOrderBy ? "ORDER BY" : "LIMIT") clause should come after \(name) not before")
      }
      index &-= 1
    }
    if scratch.armRecords.count &- mark > limits.compoundSelect {
      throw fail("too many terms in compound SELECT")
    }
  }

  private static func name(of compoundOperator: CompoundOperator) -> String {
    switch compoundOperator {
    case .unionAll: return "UNION ALL"
    case .intersect: return "INTERSECT"
    case .except: return "EXCEPT"
    case .union, .first: return "UNION"
    }
  }

  /// `SELECT …` up to LIMIT.
  private mutating func parseArm(
    _ node: inout SelectNode, _ compoundOperator: CompoundOperator, _ highest: inout Int32
  ) throws(ParseFailure) {
    var core = SelectCore()
    try advance()
    if try accept(.distinct) {
      core.distinctness = .distinct
    } else if try accept(.all) {
      core.distinctness = .all
    }
    core.columns = try parseResultColumns(&highest)
    if try accept(.from) { core.from = try parseTableSources() }
    if let filter = try parseOptionalExpression(after: .where) {
      highest = max(highest, height(filter))
      core.filter = filter
    }
    if try accept(.group) {
      try expect(.by)
      core.groupBy = try parseNonemptyExpressionList()
      highest = max(highest, height(core.groupBy))
    }
    if let having = try parseOptionalExpression(after: .having) {
      highest = max(highest, height(having))
      core.having = having
    }
    core.windows = try parseWindowClause()
    var record = SelectArmRecord(compoundOperator: compoundOperator, hasOrderBy: false, hasLimit: false)
    if try accept(.order) {
      try expect(.by)
      node.orderBy = try parseOrderingTerms()
      record.hasOrderBy = true
      for term in ast[node.orderBy] { highest = max(highest, height(term.expression)) }
    }
    if try accept(.limit) {
      record.hasLimit = true
      let first = try parseExpression()
      node.limit = first
      highest = max(highest, height(first))
      if try accept(.offset) {
        let offset = try parseExpression()
        node.offset = offset
        highest = max(highest, height(offset))
      } else if try accept(.comma) {
        let limit = try parseExpression()
        node.offset = first
        node.isOffsetFirst = true
        node.limit = limit
        highest = max(highest, height(limit))
      }
    }
    scratch.arms.append(.select(compoundOperator, core))
    scratch.armRecords.append(record)
  }

  /// `VALUES (…), …`
  private mutating func parseValues(
    _ compoundOperator: CompoundOperator, _ highest: inout Int32
  ) throws(ParseFailure) {
    try advance()
    let mark = scratch.rows.count
    repeat {
      try expect(.leftParenthesis)
      let values = try parseNonemptyExpressionList()
      try expect(.rightParenthesis)
      highest = max(highest, height(values))
      if scratch.rows.count > mark {
        let previous = scratch.rows[scratch.rows.count &- 1].values
        if previous.count != values.count, isCompiledEarly(previous, values), token.kind.mayFollowValues {
          throw fail("all VALUES must have the same number of terms")
        }
      }
      scratch.rows.append(ValuesRow(values: values))
    } while try accept(.comma)
    let rows = takeRows(from: mark)
    scratch.arms.append(.values(compoundOperator, rows))
    scratch.armRecords.append(
      SelectArmRecord(compoundOperator: compoundOperator, hasOrderBy: false, hasLimit: false))
  }

  /// The rows behind `row IN` as the query that they stand for; nil when some element is no row of that width.
  mutating func makeRowList(_ list: NodeList<ExprID>, for left: ExprID, from start: Int) -> SelectID? {
    guard case .row(let columns) = ast[left], !list.isEmpty else { return nil }
    let mark = scratch.rows.count
    for element in ast[list] {
      guard case .row(let values) = ast[element], values.count == columns.count else {
        scratch.rows.truncate(to: mark)
        return nil
      }
      scratch.rows.append(ValuesRow(values: values))
    }
    let arm = scratch.arms.count
    scratch.arms.append(.values(.first, takeRows(from: mark)))
    selectHeights.append(height(list))
    return ast.add(
      SelectNode(arms: takeArms(from: arm), isRowList: true, range: range(start, lastEnd)))
  }

  /// SQLite compiles rows of constants while it parses them; the widths of all others are compared when their names are looked up.
  private func isCompiledEarly(_ row: NodeList<ExprID>, _ next: NodeList<ExprID>) -> Bool {
    !hasWith && ast[row].allSatisfy { ast.isConstantByForm($0) && !ast.isCast($0) }
      && ast[next].allSatisfy { ast.isConstantByForm($0) }
  }

  /// The columns behind SELECT or RETURNING.
  mutating func parseResultColumns(_ highest: inout Int32) throws(ParseFailure) -> NodeList<ResultColumn> {
    let mark = scratch.resultColumns.count
    repeat {
      let column = try parseResultColumn(&highest)
      scratch.resultColumns.append(column)
    } while try accept(.comma)
    if scratch.resultColumns.count &- mark > limits.columns { throw fail("too many columns in result set") }
    return takeResultColumns(from: mark)
  }

  private mutating func parseResultColumn(_ highest: inout Int32) throws(ParseFailure) -> ResultColumn {
    let first = token
    if try accept(.star) { return ResultColumn(kind: .star, range: range(from: first.start)) }
    if first.kind.isName, let table = try parseTableStar() {
      return ResultColumn(kind: .tableStar(table), range: range(from: first.start))
    }
    let expression = try parseExpression()
    highest = max(highest, height(expression))
    // The text that names the column goes on to the next token, comments included.
    var end = token.start
    while end > lastEnd, CharacterClass.isSpace(lexer.byte(end &- 1)) { end &-= 1 }
    if end > lastEnd { namedEnd = end }
    let span = range(first.start, end)
    return ResultColumn(kind: .expression(expression), alias: try parseAlias(), range: span)
  }

  /// `name.*`, found by looking two tokens ahead, or `nil` with nothing consumed.
  private mutating func parseTableStar() throws(ParseFailure) -> Name? {
    let behind = lexer.byte(token.end)
    guard behind == 0x2E || behind <= 0x2F && behind != 0x2C && behind != 0x28 && behind != 0x29 else {
      return nil
    }
    var ahead = lexer
    guard ahead.scan().kind == .dot, ahead.scan().kind == .star else { return nil }
    let name = try takeName()
    try advance()
    try advance()
    return name
  }

  /// `AS name`, or a name or string without AS.
  mutating func parseAlias() throws(ParseFailure) -> Name? {
    if try accept(.as) { return try parseName() }
    guard token.kind.isID || token.kind == .string else { return nil }
    return try takeName()
  }

  /// The terms of ORDER BY or of an index.
  mutating func parseOrderingTerms() throws(ParseFailure) -> NodeList<OrderingTerm> {
    let mark = scratch.orderingTerms.count
    repeat {
      var term = OrderingTerm(expression: try parseExpression())
      if try accept(.asc) {
        term.order = .ascending
      } else if try accept(.desc) {
        term.order = .descending
      }
      if try accept(.nulls) {
        switch token.kind {
        case .first: term.nulls = .first
        case .last: term.nulls = .last
        default: throw unexpected()
        }
        try advance()
      }
      scratch.orderingTerms.append(term)
    } while try accept(.comma)
    return takeOrderingTerms(from: mark)
  }

  /// `WITH [RECURSIVE] …`
  mutating func parseWith() throws(ParseFailure) -> WithID {
    try expect(.with)
    hasWith = true
    let isRecursive = try accept(.recursive)
    let mark = scratch.tables.count
    repeat {
      let name = try parseName()
      let columns = try parseOptionalColumnNameList()
      try expect(.as)
      var materialization = Materialization.unspecified
      if try accept(.materialized) {
        materialization = .materialized
      } else if try accept(.not) {
        try expect(.materialized)
        materialization = .notMaterialized
      }
      try expect(.leftParenthesis)
      let select = try parseSelect()
      try expect(.rightParenthesis)
      scratch.tables.append(
        CommonTableExpression(name: name, columns: columns, materialization: materialization, select: select))
    } while try accept(.comma)
    return ast.add(WithClause(isRecursive: isRecursive, tables: takeTables(from: mark)))
  }
}

extension TokenKind {
  /// May stand behind a row of VALUES: anything else is a syntax error, which counts before what is wrong with the row.
  fileprivate var mayFollowValues: Bool {
    switch self {
    case .comma, .rightParenthesis, .semicolon, .endOfText, .union, .except, .intersect, .on, .returning: true
    default: false
    }
  }
}
