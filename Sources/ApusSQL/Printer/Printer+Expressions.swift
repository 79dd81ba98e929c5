// Expressions, with parentheses where precedence asks for them.
//
// Invariant: `print(_:_:)` with a minimum writes text that `Parser.parseExpression(_:)` with the same minimum reads
// back whole.

extension Printer {
  /// Prints an expression that stands where operators weaker than `minimum` would end it.
  mutating func print(_ id: ExprID, _ minimum: BindingPower = .lowest) {
    let node = ast[id]
    guard Self.power(node) < minimum else { return printBare(node) }
    write("(")
    printBare(node)
    write(")")
  }

  /// How tightly the outermost operator binds.
  private static func power(_ node: ExprNode) -> BindingPower {
    switch node {
    case .unary(let operation, _):
      switch operation {
      case .not: return .not
      case .isNull, .notNull: return .equality
      default: return .tightest
      }
    case .binary(let operation, _, _): return operation.power
    case .collate: return .collate
    case .pattern, .between, .inList, .inSelect, .inTable: return .equality
    default: return .tightest
    }
  }

  private mutating func printBare(_ node: ExprNode) {
    switch node {
    case .null: write("NULL")
    case .integer(let value):
      write(value < 0 ? "0x" + String(UInt64(bitPattern: value), radix: 16) : String(value))
    case .real(let text): write(raw: text)
    case .string(let text): printString(text)
    case .blob(let text): printBlob(text)
    case .current(.date): write("CURRENT_DATE")
    case .current(.time): write("CURRENT_TIME")
    case .current(.timestamp): write("CURRENT_TIMESTAMP")
    case .parameter(let id): write(raw: ast[id].name)
    case .column(let name): print(name)
    case .qualifiedColumn(let id): printQualified(ast[id])
    case .unary(let operation, let operand): printUnary(operation, operand)
    case .binary(let operation, let left, let right):
      print(left, operation.power)
      write(operation.text)
      print(right, operation.rightPower)
    case .collate(let operand, let collation):
      print(operand, .collate)
      write(" COLLATE ")
      print(ast[collation])
    case .pattern(let text, let pattern, let escape, let operation, let negated):
      print(text, .equality)
      write(negated ? " NOT " : " ")
      write(operation.text)
      print(pattern, .comparison)
      if let escape {
        write(" ESCAPE ")
        print(escape, .comparison)
      }
    case .between(let operand, let low, let high, let negated):
      print(operand, .equality)
      write(negated ? " NOT BETWEEN " : " BETWEEN ")
      print(low, .comparison)
      write(" AND ")
      print(high, .comparison)
    default: printCompound(node)
    }
  }

  private mutating func printCompound(_ node: ExprNode) {
    switch node {
    case .inList(let operand, let list, let negated):
      printIn(operand, negated)
      printParenthesized(list)
    case .inSelect(let operand, let select, let negated):
      printIn(operand, negated)
      if ast[select].isRowList { printRowList(ast[select]) } else { printSubquery(select) }
    case .inTable(let operand, let id, let negated):
      printIn(operand, negated)
      let reference = ast[id]
      print(reference.schema, reference.name)
      if reference.hasArguments { printParenthesized(reference.arguments) }
    case .exists(let select):
      write("EXISTS ")
      printSubquery(select)
    case .subquery(let select): printSubquery(select)
    case .caseWhen(let id): printCase(ast[id])
    case .cast(let operand, let type):
      write("CAST(")
      print(operand)
      write(" AS ")
      write(raw: ast[type])
      write(")")
    case .function(let id): printFunction(ast[id])
    case .row(let list): printParenthesized(list)
    case .raise(let action, let message):
      switch action {
      case .ignore: write("RAISE(IGNORE")
      case .rollback: write("RAISE(ROLLBACK, ")
      case .abort: write("RAISE(ABORT, ")
      case .fail: write("RAISE(FAIL, ")
      }
      if let message { print(message) }
      write(")")
    default: break
    }
  }

  private mutating func printQualified(_ name: QualifiedName) {
    print(name.schema, name.table)
    write(".")
    print(name.column)
  }

  private mutating func printUnary(_ operation: UnaryOperator, _ operand: ExprID) {
    switch operation {
    case .not:
      write("NOT ")
      print(operand, .not)
    case .isNull:
      print(operand, .equality)
      write(" ISNULL")
    case .notNull:
      print(operand, .equality)
      write(" NOTNULL")
    case .negate:
      write("-")
      let start = output.count
      print(operand, .tightest)
      // Two minus signs would begin a comment.
      if start < output.count, output[start] == 0x2D { output.insert(0x20, at: start) }
    case .plus:
      write("+")
      print(operand, .tightest)
    case .bitNot:
      write("~")
      print(operand, .tightest)
    }
  }

  private mutating func printIn(_ operand: ExprID, _ negated: Bool) {
    print(operand, .equality)
    write(negated ? " NOT IN " : " IN ")
  }

  /// `(a, b, …)`, also for an empty list.
  mutating func printParenthesized(_ list: NodeList<ExprID>) {
    write("(")
    printExpressions(list)
    write(")")
  }

  mutating func printExpressions(_ list: NodeList<ExprID>) {
    printList(ast[list]) { $0.print($1) }
  }

  private mutating func printRowList(_ select: SelectNode) {
    write("(")
    for arm in ast[select.arms] {
      if case .values(_, let rows) = arm { printList(ast[rows]) { $0.printParenthesized($1.values) } }
    }
    write(")")
  }

  mutating func printSubquery(_ select: SelectID) {
    write("(")
    print(select)
    write(")")
  }

  private mutating func printCase(_ node: CaseExpression) {
    write("CASE")
    if let operand = node.operand {
      write(" ")
      print(operand)
    }
    for branch in ast[node.branches] {
      write(" WHEN ")
      print(branch.condition)
      write(" THEN ")
      print(branch.result)
    }
    if let otherwise = node.otherwise {
      write(" ELSE ")
      print(otherwise)
    }
    write(" END")
  }

  private mutating func printFunction(_ call: FunctionCall) {
    print(call.name)
    write("(")
    switch call.distinctness {
    case .unspecified: break
    case .all: write("ALL ")
    case .distinct: write("DISTINCT ")
    }
    if call.isStar { write("*") }
    printExpressions(call.arguments)
    printOrderBy(call.orderBy)
    write(")")
    if let filter = call.filter {
      write(" FILTER (WHERE ")
      print(filter)
      write(")")
    }
    switch call.over {
    case .none: break
    case .named(let name):
      write(" OVER ")
      print(name)
    case .definition(let id):
      write(" OVER ")
      printWindow(ast[id])
    }
  }
}
