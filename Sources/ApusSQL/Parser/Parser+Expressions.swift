// Expressions: prefix operators, then precedence climbing over the infix operators.
//
// Invariants:
// - `operand()` collects prefix operators on a stack and so do parentheses that open an operand: neither recurses.
// - Every node is made by `make`, which refuses trees that are too high.

extension Parser {
  /// Parses an expression whose operators bind at least as tightly as `minimum`.
  mutating func parseExpression(_ minimum: BindingPower = .lowest) throws(ParseFailure) -> ExprID {
    try enter()
    let start = token.start
    let left = try parseOperand()
    let result = try climb(left, from: start, minimum)
    leave()
    return result
  }

  /// Adds a node and records its height.
  @inline(never)
  mutating func make(_ node: ExprNode, _ range: SourceRange, height: Int32 = 1) throws(ParseFailure) -> ExprID
  {
    if Int(height) > limits.expressionDepth { throw tooDeep() }
    heights.append(height)
    return ast.add(node, range: range)
  }

  @inline(never)
  private mutating func tooDeep() -> ParseFailure {
    fail("Expression tree is too large (maximum depth \(limits.expressionDepth))")
  }

  /// The height of an expression.
  @inline(__always)
  func height(_ id: ExprID) -> Int32 { heights[Int(id.index)] }

  /// The greatest height in a list.
  func height(_ list: NodeList<ExprID>) -> Int32 {
    var highest: Int32 = 0
    for index in list.indices { highest = max(highest, height(ast.expressionLists[index])) }
    return highest
  }

  /// An operand with its prefix operators.
  private mutating func parseOperand() throws(ParseFailure) -> ExprID {
    let mark = scratch.prefixes.count
    prefixes: while true {
      let operation: UnaryOperator
      switch token.kind {
      case .minus: operation = .negate
      case .plus: operation = .plus
      case .tilde: operation = .bitNot
      case .not: operation = .not
      default: break prefixes
      }
      scratch.prefixes.append(PrefixOperator(operation: operation, start: token.start))
      try advance()
    }
    let start = token.start
    var operand = token.kind == .leftParenthesis ? try parseParenthesized() : try parsePrimary()
    guard scratch.prefixes.count > mark else { return operand }
    var operandStart = start
    while scratch.prefixes.count > mark, let prefix = scratch.prefixes.popLast() {
      if prefix.operation == .not { operand = try climb(operand, from: operandStart, .not) }
      operandStart = prefix.start
      operand = try make(
        .unary(prefix.operation, operand), range(from: operandStart), height: height(operand) &+ 1)
    }
    return operand
  }

  /// Takes infix operators that bind at least as tightly as `minimum`.
  mutating func climb(
    _ first: ExprID, from start: Int, _ minimum: BindingPower
  ) throws(ParseFailure) -> ExprID {
    var left = first
    while true {
      switch token.kind.infixAction {
      case .none: return left
      case .binary(let operation, let power, let rightPower):
        if power < minimum { return left }
        try advance()
        let right = try parseExpression(rightPower)
        left = try make(
          .binary(operation, left, right), range(from: start), height: max(height(left), height(right)) &+ 1)
      case .special:
        guard let next = try parseSpecial(left, from: start, minimum) else { return left }
        left = next
      }
    }
  }

  /// One of the operators that are more than a token between two operands.
  private mutating func parseSpecial(
    _ left: ExprID, from start: Int, _ minimum: BindingPower
  ) throws(ParseFailure) -> ExprID? {
    switch token.kind {
    case .collate:
      if minimum > .collate { return nil }
      try advance()
      let name = try parseIdentifierOrString()
      return try make(
        .collate(left, ast.addCollation(name)), range(from: start), height: height(left) &+ 1)
    case .not:
      if minimum > .not { return nil }
      try advance()
      if token.kind == .null {
        try advance()
        return try make(.unary(.notNull, left), range(from: start), height: height(left) &+ 1)
      }
      return try parseMatching(left, from: start, negated: true)
    default:
      if minimum > .equality { return nil }
      switch token.kind {
      case .isnull, .notnull:
        let operation: UnaryOperator = token.kind == .isnull ? .isNull : .notNull
        try advance()
        return try make(.unary(operation, left), range(from: start), height: height(left) &+ 1)
      case .is: return try parseIs(left, from: start)
      default: return try parseMatching(left, from: start, negated: false)
      }
    }
  }

  /// `IS [NOT] [DISTINCT FROM]`.
  private mutating func parseIs(_ left: ExprID, from start: Int) throws(ParseFailure) -> ExprID {
    try advance()
    var isNegated = try accept(.not)
    if try accept(.distinct) {
      try expect(.from)
      isNegated.toggle()
    }
    let right = try parseExpression(.comparison)
    return try make(
      .binary(isNegated ? .isNot : .is, left, right), range(from: start),
      height: max(height(left), height(right)) &+ 1)
  }

  /// LIKE and its relatives, BETWEEN and IN.
  private mutating func parseMatching(
    _ left: ExprID, from start: Int, negated: Bool
  ) throws(ParseFailure) -> ExprID {
    let operation: PatternOperator
    switch token.kind {
    case .like: operation = .like
    case .glob: operation = .glob
    case .regexp: operation = .regexp
    case .match: operation = .match
    case .between: return try parseBetween(left, from: start, negated: negated)
    case .in: return try parseIn(left, from: start, negated: negated)
    default: throw unexpected()
    }
    try advance()
    let pattern = try parseExpression(.comparison)
    var escape: ExprID?
    var highest = max(height(left), height(pattern))
    if try accept(.escape) {
      let character = try parseExpression(.comparison)
      highest = max(highest, height(character))
      escape = character
    }
    return try make(
      .pattern(left, pattern, escape: escape, operation, negated: negated), range(from: start),
      height: highest &+ (negated ? 2 : 1))
  }

  /// `BETWEEN low AND high`. An OR that follows `low` swallows the AND, as it does in SQLite.
  private mutating func parseBetween(
    _ left: ExprID, from start: Int, negated: Bool
  ) throws(ParseFailure) -> ExprID {
    try advance()
    let lowStart = token.start
    var low = try parseExpression(.not)
    if token.kind == .or { low = try climb(low, from: lowStart, .or) }
    try expect(.and)
    let high = try parseExpression(.comparison)
    let highest = max(height(left), max(height(low), height(high)))
    return try make(
      .between(left, low: low, high: high, negated: negated), range(from: start),
      height: highest &+ (negated ? 2 : 1))
  }

  /// `IN` with a list, a SELECT, a table or a table-valued function.
  private mutating func parseIn(_ left: ExprID, from start: Int, negated: Bool) throws(ParseFailure) -> ExprID
  {
    try advance()
    let extra: Int32 = negated ? 2 : 1
    guard token.kind == .leftParenthesis else {
      let (schema, name) = try parseQualifiedName()
      var reference = TableReference(schema: schema, name: name)
      if token.kind == .leftParenthesis {
        try advance()
        reference.hasArguments = true
        reference.arguments = try parseExpressionList(upTo: .rightParenthesis)
      }
      return try make(
        .inTable(left, ast.add(reference), negated: negated), range(from: start),
        height: height(left) &+ extra)
    }
    try advance()
    if token.kind.beginsSelect {
      let select = try parseSelect()
      try expect(.rightParenthesis)
      return try make(
        .inSelect(left, select, negated: negated), range(from: start),
        height: max(height(left), selectHeight(select)) &+ extra)
    }
    let listStart = token.start
    let list = try parseExpressionList(upTo: .rightParenthesis)
    if let select = makeRowList(list, for: left, from: listStart) {
      return try make(
        .inSelect(left, select, negated: negated), range(from: start),
        height: max(height(left), selectHeight(select)) &+ extra)
    }
    return try make(
      .inList(left, list, negated: negated), range(from: start),
      height: max(height(left), height(list)) &+ extra)
  }

  /// `a, b, …` and the closing token; may be empty.
  mutating func parseExpressionList(upTo end: TokenKind) throws(ParseFailure) -> NodeList<ExprID> {
    if try accept(end) { return .empty }
    let list = try parseNonemptyExpressionList()
    try expect(end)
    return list
  }

  /// `a, b, …`
  mutating func parseNonemptyExpressionList() throws(ParseFailure) -> NodeList<ExprID> {
    let mark = scratch.expressions.count
    repeat {
      let element = try parseExpression()
      scratch.expressions.append(element)
    } while try accept(.comma)
    return takeExpressions(from: mark)
  }

  /// An expression behind a keyword, if the keyword is next.
  mutating func parseOptionalExpression(after keyword: TokenKind) throws(ParseFailure) -> ExprID? {
    guard try accept(keyword) else { return nil }
    return try parseExpression()
  }
}

extension TokenKind {
  /// Whether a SELECT may begin with this token.
  @inline(__always)
  var beginsSelect: Bool { self == .select || self == .values || self == .with }
}
