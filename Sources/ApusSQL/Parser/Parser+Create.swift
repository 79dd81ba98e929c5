// CREATE INDEX, VIEW, TRIGGER and VIRTUAL TABLE.

extension Parser {
  /// CREATE of anything.
  mutating func parseCreate() throws(ParseFailure) -> Statement {
    try expect(.create)
    let isTemporary = token.kind == .temp || token.kind == .temporary
    if isTemporary { try advance() }
    switch token.kind {
    case .table:
      try advance()
      return try parseCreateTable(isTemporary: isTemporary)
    case .view:
      try advance()
      return try parseCreateView(isTemporary: isTemporary)
    case .trigger:
      try advance()
      return try parseCreateTrigger(isTemporary: isTemporary)
    case .index where !isTemporary:
      try advance()
      return try parseCreateIndex(isUnique: false)
    case .unique where !isTemporary:
      try advance()
      try expect(.index)
      return try parseCreateIndex(isUnique: true)
    case .virtual where !isTemporary:
      try advance()
      try expect(.table)
      return try parseCreateVirtualTable()
    default: throw unexpected()
    }
  }

  private mutating func parseCreateIndex(isUnique: Bool) throws(ParseFailure) -> Statement {
    let ifNotExists = try parseIfNotExists()
    let (schema, name) = try parseQualifiedName()
    try expect(.on)
    var statement = CreateIndexStatement(
      isUnique: isUnique, ifNotExists: ifNotExists, schema: schema, name: name, table: try parseName())
    try expect(.leftParenthesis)
    statement.columns = try parseOrderingTerms()
    try expect(.rightParenthesis)
    statement.filter = try parseOptionalExpression(after: .where)
    try refuseNulls(statement.columns)
    if statement.columns.count > limits.columns { throw fail("too many columns in index") }
    return .createIndex(statement)
  }

  private mutating func parseCreateView(isTemporary: Bool) throws(ParseFailure) -> Statement {
    let ifNotExists = try parseIfNotExists()
    let (schema, name) = try parseQualifiedName()
    let columns = try parseOptionalColumnNameList()
    try expect(.as)
    return .createView(
      CreateViewStatement(
        isTemporary: isTemporary, ifNotExists: ifNotExists, schema: schema, name: name, columns: columns,
        select: try parseSelect()))
  }

  private mutating func parseCreateTrigger(isTemporary: Bool) throws(ParseFailure) -> Statement {
    let ifNotExists = try parseIfNotExists()
    let (schema, name) = try parseQualifiedName()
    var statement = CreateTriggerStatement(
      isTemporary: isTemporary, ifNotExists: ifNotExists, schema: schema, name: name, event: .delete,
      table: Name(text: .empty))
    if try accept(.before) {
      statement.time = .before
    } else if try accept(.after) {
      statement.time = .after
    } else if try accept(.instead) {
      try expect(.of)
      statement.time = .insteadOf
    }
    statement.event = try parseTriggerEvent()
    try expect(.on)
    (statement.tableSchema, statement.table) = try parseQualifiedName()
    if try accept(.for) {
      try expect(.each)
      try expect(.row)
      statement.forEachRow = true
    }
    statement.condition = try parseOptionalExpression(after: .when)
    let start = token.start
    try expect(.begin)
    statement.body = try parseTriggerBody()
    try expect(.end)
    statement.bodyRange = range(from: start)
    return .createTrigger(statement)
  }

  private mutating func parseTriggerEvent() throws(ParseFailure) -> TriggerEvent {
    if try accept(.delete) { return .delete }
    if try accept(.insert) { return .insert }
    try expect(.update)
    return .update(try accept(.of) ? try parseNameList() : .empty)
  }

  /// The statements up to END, each with its semicolon.
  private mutating func parseTriggerBody() throws(ParseFailure) -> NodeList<Statement> {
    isInTrigger = true
    let mark = scratch.statements.count
    repeat {
      let statement: Statement
      switch token.kind {
      case .update: statement = try parseUpdate(with: nil)
      case .insert, .replace: statement = try parseInsert(with: nil)
      case .delete: statement = try parseDelete(with: nil)
      case .select, .values, .with: statement = .select(try parseSelect())
      default: throw unexpected()
      }
      scratch.statements.append(statement)
      try expect(.semicolon)
    } while token.kind != .end
    isInTrigger = false
    return takeStatements(from: mark)
  }

  private mutating func parseCreateVirtualTable() throws(ParseFailure) -> Statement {
    let ifNotExists = try parseIfNotExists()
    let (schema, name) = try parseQualifiedName()
    try expect(.using)
    var statement = CreateVirtualTableStatement(
      ifNotExists: ifNotExists, schema: schema, name: name, module: try parseName())
    guard try accept(.leftParenthesis) else { return .createVirtualTable(statement) }
    statement.hasArguments = true
    let mark = scratch.texts.count
    var nesting = 0
    var start = token.start
    var isEmpty = true
    scanning: while true {
      switch token.kind {
      case .endOfText: throw unexpected()
      case .leftParenthesis: nesting += 1
      case .rightParenthesis:
        if nesting == 0 { break scanning }
        nesting -= 1
      case .comma where nesting == 0:
        if !isEmpty { scratch.texts.append(text(start, lastEnd)) }
        try advance()
        start = token.start
        isEmpty = true
        continue scanning
      default: break
      }
      isEmpty = false
      try advance()
    }
    if !isEmpty { scratch.texts.append(text(start, lastEnd)) }
    try expect(.rightParenthesis)
    statement.arguments = takeTexts(from: mark)
    return .createVirtualTable(statement)
  }
}
