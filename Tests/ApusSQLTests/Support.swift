// Helpers of the tests: parse a text, print it, and say what went wrong.

import ApusSQL

/// A parsed statement with its arena.
struct Parsed {
  var ast: AST
  var statement: ParsedStatement

  /// The SELECT that the statement is.
  var select: SelectNode? {
    guard case .select(let id) = statement.statement else { return nil }
    return ast[id]
  }

  /// The clauses of the first arm.
  var core: SelectCore? {
    guard let arm = select.flatMap({ ast[$0.arms].first }), case .select(_, let core) = arm else {
      return nil
    }
    return core
  }

  /// The expression of result column `index`.
  func column(_ index: Int) -> ExprID? {
    guard let core, index < core.columns.count else { return nil }
    guard case .expression(let id) = Array(ast[core.columns])[index].kind else { return nil }
    return id
  }
}

/// Parses one statement.
func parse(_ sql: String) throws -> Parsed {
  var parser = Parser()
  var ast = AST()
  guard let statement = try parser.parseStatement(sql, into: &ast) else {
    throw SyntaxError(message: "no statement", offset: 0, length: 0)
  }
  return Parsed(ast: ast, statement: statement)
}

/// The printed form of a statement.
func printed(_ sql: String) throws -> String {
  let parsed = try parse(sql)
  return String(decoding: Printer.text(parsed.statement, in: parsed.ast), as: UTF8.self)
}

/// The message with which a text is refused; `nil` if it parses.
func message(_ sql: String) -> String? {
  var parser = Parser()
  var ast = AST()
  do throws(SyntaxError) {
    _ = try parser.parseStatement(sql, into: &ast)
    return nil
  } catch {
    return error.message
  }
}

/// An expression as SQLite groups it, with every operator in parentheses.
func grouped(_ expression: String) throws -> String {
  var parser = Parser()
  var ast = AST()
  let id = try parser.parseExpression(expression, into: &ast)
  return group(id, ast)
}

private func group(_ id: ExprID, _ ast: AST) -> String {
  switch ast[id] {
  case .binary(let operation, let left, let right):
    return "(\(group(left, ast)) \(operation) \(group(right, ast)))"
  case .unary(let operation, let operand): return "(\(operation) \(group(operand, ast)))"
  case .collate(let operand, let name): return "(\(group(operand, ast)) collate \(ast.string(ast[name])))"
  case .pattern(let text, let pattern, let escape, let operation, let negated):
    let tail = escape.map { " escape \(group($0, ast))" } ?? ""
    return "(\(group(text, ast)) \(negated ? "not " : "")\(operation) \(group(pattern, ast))\(tail))"
  case .between(let operand, let low, let high, let negated):
    return
      "(\(group(operand, ast)) \(negated ? "not " : "")between \(group(low, ast)) and \(group(high, ast)))"
  default: return String(decoding: Printer.text(id, in: ast), as: UTF8.self)
  }
}
