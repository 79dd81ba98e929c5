// Operands that are no parenthesis: literals, names, calls, CASE, CAST, EXISTS, RAISE, parameters.

extension Parser {
  /// One operand.
  mutating func parsePrimary() throws(ParseFailure) -> ExprID {
    let first = token
    switch first.kind {
    case .integer, .float, .separatedNumber, .blob, .null, .currentDate, .currentTime, .currentTimestamp:
      return try parseLiteral()
    case .variable: return try parseVariable()
    case .cast: return try parseCast()
    case .case: return try parseCase()
    case .raise: return try parseRaise()
    case .exists:
      try advance()
      try expect(.leftParenthesis)
      guard token.kind.beginsSelect else { throw unexpected() }
      let select = try parseSelect()
      try expect(.rightParenthesis)
      return try make(.exists(select), range(from: first.start), height: selectHeight(select) &+ 1)
    case .string:
      let (text, _) = dequote(first)
      try advance()
      if token.kind == .dot { return try parseQualifiedColumn(first) }
      return try make(.string(text), range(from: first.start))
    default:
      guard first.kind.isColumnName else { throw unexpected() }
      try advance()
      switch token.kind {
      case .dot: return try parseQualifiedColumn(first)
      case .leftParenthesis: return try parseFunction(first)
      default: return try make(.column(makeName(first)), range(from: first.start))
      }
    }
  }

  /// Literals other than strings.
  mutating func parseLiteral() throws(ParseFailure) -> ExprID {
    let first = token
    let node: ExprNode
    switch first.kind {
    case .integer: node = integerLiteral(first)
    case .float: node = .real(text(first.start, first.end))
    case .separatedNumber: node = try separatedLiteral(first)
    case .blob: node = .blob(blobText(first))
    case .null: node = .null
    case .currentDate: node = .current(.date)
    case .currentTime: node = .current(.time)
    case .currentTimestamp: node = .current(.timestamp)
    default: throw unexpected()
    }
    try advance()
    return try make(node, range(from: first.start))
  }

  /// `name.name` or `name.name.name`, the first already consumed.
  private mutating func parseQualifiedColumn(_ first: Token) throws(ParseFailure) -> ExprID {
    let table = makeName(first)
    try advance()
    let second = try parseName()
    var name = QualifiedName(table: table, column: second)
    if try accept(.dot) { name = QualifiedName(schema: table, table: second, column: try parseName()) }
    return try make(.qualifiedColumn(ast.add(name)), range(from: first.start))
  }

  /// `CAST(x AS type)`.
  private mutating func parseCast() throws(ParseFailure) -> ExprID {
    let start = token.start
    try advance()
    try expect(.leftParenthesis)
    let operand = try parseExpression()
    try expect(.as)
    let type = try parseTypeName()
    try expect(.rightParenthesis)
    return try make(
      .cast(operand, type: ast.addTypeName(type)), range(from: start), height: height(operand) &+ 1)
  }

  /// `CASE … END`.
  private mutating func parseCase() throws(ParseFailure) -> ExprID {
    let start = token.start
    var highest: Int32 = 0
    var node = CaseExpression()
    try advance()
    if token.kind != .when {
      let operand = try parseExpression()
      highest = height(operand)
      node.operand = operand
    }
    let mark = scratch.branches.count
    try expect(.when)
    repeat {
      let condition = try parseExpression()
      try expect(.then)
      let result = try parseExpression()
      highest = max(highest, max(height(condition), height(result)))
      scratch.branches.append(CaseBranch(condition: condition, result: result))
    } while try accept(.when)
    node.branches = takeBranches(from: mark)
    if let otherwise = try parseOptionalExpression(after: .else) {
      highest = max(highest, height(otherwise))
      node.otherwise = otherwise
    }
    try expect(.end)
    return try make(.caseWhen(ast.add(node)), range(from: start), height: highest &+ 1)
  }

  /// `RAISE(…)`.
  private mutating func parseRaise() throws(ParseFailure) -> ExprID {
    let start = token.start
    try advance()
    try expect(.leftParenthesis)
    let action: RaiseAction
    switch token.kind {
    case .ignore: action = .ignore
    case .rollback: action = .rollback
    case .abort: action = .abort
    case .fail: action = .fail
    default: throw unexpected()
    }
    try advance()
    var message: ExprID?
    var highest: Int32 = 0
    if action != .ignore {
      try expect(.comma)
      let expression = try parseExpression()
      highest = height(expression)
      message = expression
    }
    try expect(.rightParenthesis)
    return try make(.raise(action, message: message), range(from: start), height: highest &+ 1)
  }

  /// A function call, the name already consumed.
  private mutating func parseFunction(_ nameToken: Token) throws(ParseFailure) -> ExprID {
    var call = FunctionCall(name: makeName(nameToken))
    try advance()
    var highest: Int32 = 0
    if try accept(.star) {
      call.isStar = true
    } else {
      if try accept(.distinct) {
        call.distinctness = .distinct
      } else if try accept(.all) {
        call.distinctness = .all
      }
      if token.kind != .rightParenthesis && token.kind != .order {
        call.arguments = try parseNonemptyExpressionList()
        highest = height(call.arguments)
        if call.arguments.count > limits.functionArguments {
          throw fail("too many arguments on function \(text(of: nameToken))", at: nameToken)
        }
      }
      if try accept(.order) {
        try expect(.by)
        call.orderBy = try parseOrderingTerms()
      }
    }
    try expect(.rightParenthesis)
    if token.kind == .filter {
      try advance()
      try expect(.leftParenthesis)
      try expect(.where)
      call.filter = try parseExpression()
      try expect(.rightParenthesis)
    }
    if token.kind == .over { call.over = try parseOver() }
    return try make(.function(ast.add(call)), range(from: nameToken.start), height: highest &+ 1)
  }
}
