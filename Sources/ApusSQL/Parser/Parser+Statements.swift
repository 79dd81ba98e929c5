// The choice of the statement, and the statements that fit in a few lines.

extension Parser {
  /// One statement with EXPLAIN in front and a semicolon or the end of the text behind.
  mutating func parseTopLevel() throws(ParseFailure) -> ParsedStatement {
    let start = token.start
    var explanation = Explanation.none
    if try accept(.explain) {
      explanation = .program
      if try accept(.query) {
        try expect(.plan)
        explanation = .queryPlan
      }
    }
    let bodyStart = token.start
    let statement = try parseStatementBody()
    guard token.kind == .semicolon || token.kind == .endOfText else { throw unexpected() }
    let end = lastEnd
    return ParsedStatement(
      statement: statement, explanation: explanation, start: start, end: end,
      next: token.kind == .semicolon ? token.end : token.start, bodyRange: range(bodyStart, end))
  }

  private mutating func parseStatementBody() throws(ParseFailure) -> Statement {
    switch token.kind {
    case .select, .values: return .select(try parseSelect())
    case .with: return try parseWithStatement()
    case .insert, .replace: return try parseInsert(with: nil)
    case .update: return try parseUpdate(with: nil)
    case .delete: return try parseDelete(with: nil)
    case .create: return try parseCreate()
    case .drop: return try parseDrop()
    case .alter: return try parseAlter()
    case .pragma: return try parsePragma()
    case .begin, .commit, .end, .rollback, .savepoint, .release: return try parseTransaction()
    case .reindex:
      try advance()
      let (schema, name) = try parseOptionalQualifiedName()
      return .reindex(schema: schema, name: name)
    case .analyze:
      try advance()
      let (schema, name) = try parseOptionalQualifiedName()
      return .analyze(schema: schema, name: name)
    case .vacuum:
      try advance()
      let schema = token.kind.isName ? try takeName() : nil
      return .vacuum(schema: schema, into: try parseOptionalExpression(after: .into))
    case .attach: return try parseAttach()
    case .detach:
      try advance()
      _ = try accept(.database)
      return .detach(try parseExpression())
    default: throw unexpected()
    }
  }

  private mutating func parseWithStatement() throws(ParseFailure) -> Statement {
    let start = token.start
    let with = try parseWith()
    switch token.kind {
    case .insert, .replace: return try parseInsert(with: with)
    case .update: return try parseUpdate(with: with)
    case .delete: return try parseDelete(with: with)
    default: return .select(try parseSelect(with: with, from: start))
    }
  }

  private mutating func parseOptionalQualifiedName() throws(ParseFailure) -> (schema: Name?, name: Name?) {
    guard token.kind.isName else { return (nil, nil) }
    let (schema, name) = try parseQualifiedName()
    return (schema, name)
  }

  private mutating func parseAttach() throws(ParseFailure) -> Statement {
    try advance()
    _ = try accept(.database)
    let file = try parseExpression()
    try expect(.as)
    let schema = try parseExpression()
    return .attach(file: file, schema: schema, key: try parseOptionalExpression(after: .key))
  }

  private mutating func parseDrop() throws(ParseFailure) -> Statement {
    try advance()
    let kind: SchemaObjectKind
    switch token.kind {
    case .table: kind = .table
    case .index: kind = .index
    case .view: kind = .view
    case .trigger: kind = .trigger
    default: throw unexpected()
    }
    try advance()
    var ifExists = false
    if try accept(.if) {
      try expect(.exists)
      ifExists = true
    }
    let (schema, name) = try parseQualifiedName()
    return .drop(DropStatement(kind: kind, ifExists: ifExists, schema: schema, name: name))
  }

  private mutating func parseAlter() throws(ParseFailure) -> Statement {
    try advance()
    try expect(.table)
    let (schema, table) = try parseQualifiedName()
    let action: AlterAction
    switch token.kind {
    case .rename:
      try advance()
      if try accept(.to) {
        action = .renameTable(try parseName())
      } else {
        _ = try accept(.column)
        let old = try parseName()
        try expect(.to)
        action = .renameColumn(old, to: try parseName())
      }
    case .add:
      try advance()
      _ = try accept(.column)
      action = .addColumn(try parseColumnDefinition())
    case .drop:
      try advance()
      _ = try accept(.column)
      action = .dropColumn(try parseName())
    default: throw unexpected()
    }
    return .alterTable(AlterTableStatement(schema: schema, table: table, action: action))
  }

  private mutating func parsePragma() throws(ParseFailure) -> Statement {
    try advance()
    let (schema, name) = try parseQualifiedName()
    var statement = PragmaStatement(schema: schema, name: name)
    if try accept(.equal) {
      statement.value = try parsePragmaValue(isCall: false)
    } else if try accept(.leftParenthesis) {
      statement.value = try parsePragmaValue(isCall: true)
      try expect(.rightParenthesis)
    }
    return .pragma(statement)
  }

  private mutating func parsePragmaValue(isCall: Bool) throws(ParseFailure) -> PragmaValue {
    switch token.kind {
    case .on, .delete, .default: return .name(try takeName(), isCall: isCall)
    case .plus, .minus:
      let isNegative = token.kind == .minus
      try advance()
      return .number(try parsePragmaNumber(), negative: isNegative, isCall: isCall)
    case .integer, .float, .separatedNumber:
      return .number(try parsePragmaNumber(), negative: false, isCall: isCall)
    default: return .name(try parseName(), isCall: isCall)
    }
  }

  private mutating func parsePragmaNumber() throws(ParseFailure) -> Text {
    let number = token
    guard number.kind == .integer || number.kind == .float else { throw unexpected() }
    try advance()
    return text(number.start, number.end)
  }

  private mutating func parseTransaction() throws(ParseFailure) -> Statement {
    let first = token.kind
    try advance()
    switch first {
    case .begin:
      var kind = TransactionKind.unspecified
      if try accept(.deferred) {
        kind = .deferred
      } else if try accept(.immediate) {
        kind = .immediate
      } else if try accept(.exclusive) {
        kind = .exclusive
      }
      try skipTransactionWord()
      return .begin(kind)
    case .commit, .end:
      try skipTransactionWord()
      return .commit
    case .savepoint: return .savepoint(try parseName())
    case .release:
      _ = try accept(.savepoint)
      return .release(try parseName())
    default:
      try skipTransactionWord()
      guard try accept(.to) else { return .rollback }
      _ = try accept(.savepoint)
      return .rollbackTo(try parseName())
    }
  }

  /// `TRANSACTION [name]`, which means nothing.
  private mutating func skipTransactionWord() throws(ParseFailure) {
    guard try accept(.transaction) else { return }
    if token.kind.isName { try advance() }
  }
}
