// Parentheses at the start of an operand: grouping, row values and scalar subqueries.
//
// Invariant: `((((x` is counted, not recursed into, so that nested grouping costs no stack.

extension Parser {
  /// An operand that begins with a parenthesis.
  mutating func parseParenthesized() throws(ParseFailure) -> ExprID {
    let mark = scratch.positions.count
    while token.kind == .leftParenthesis {
      scratch.positions.append(token.start)
      try advance()
    }
    var inner: ExprID
    if token.kind.beginsSelect {
      let start = scratch.positions.popLast() ?? token.start
      let select = try parseSelect()
      try expect(.rightParenthesis)
      inner = try make(.subquery(select), range(from: start), height: selectHeight(select) &+ 1)
      if scratch.positions.count == mark { return inner }
      inner = try continueExpression(inner, from: start)
    } else {
      inner = try parseExpression()
    }
    while let start = scratch.positions.popLast() {
      if token.kind == .comma {
        inner = try parseRow(inner, from: start)
      } else {
        try expect(.rightParenthesis)
      }
      if scratch.positions.count == mark { break }
      inner = try continueExpression(inner, from: start)
    }
    return inner
  }

  /// The operators behind a closed parenthesis that is itself inside parentheses.
  private mutating func continueExpression(_ left: ExprID, from start: Int) throws(ParseFailure) -> ExprID {
    try climb(left, from: start, .lowest)
  }

  /// The rest of a row value behind its first element.
  private mutating func parseRow(_ first: ExprID, from start: Int) throws(ParseFailure) -> ExprID {
    let mark = scratch.expressions.count
    scratch.expressions.append(first)
    while try accept(.comma) {
      let element = try parseExpression()
      scratch.expressions.append(element)
    }
    try expect(.rightParenthesis)
    let list = takeExpressions(from: mark)
    return try make(.row(list), range(from: start), height: height(list) &+ 1)
  }
}
