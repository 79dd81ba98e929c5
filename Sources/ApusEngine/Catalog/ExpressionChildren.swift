import ApusSQL

extension AST {
  /// Whether an expression is false by a 0 that stands in an AND: SQLite then forgets all else while it parses.
  func isFalse(_ id: ExprID) -> Bool {
    switch self[id] {
    case .integer(0): true
    case .inList(_, let list, negated: false): list.isEmpty
    case .binary(.and, let left, let right):
      (isFalse(left) || isFalse(right)) && !callsFunction(left) && !callsFunction(right)
    default: false
    }
  }

  /// A literal under CAST, or text and blobs under a minus.
  func convertsLiteral(_ id: ExprID) -> Bool {
    switch self[id] {
    case .cast: true
    case .unary(.negate, let operand): isTextOrBlob(operand) || convertsLiteral(operand)
    case .unary(_, let operand): convertsLiteral(operand)
    default: false
    }
  }

  private func isTextOrBlob(_ id: ExprID) -> Bool {
    switch self[id] {
    case .string, .blob: true
    case .column(let name): name.quoting != .none
    case .unary(.plus, let operand): isTextOrBlob(operand)
    default: false
    }
  }

  /// Whether SQLite's parser has noted that a function is called: it does not see those in subqueries, row values, under COLLATE and in the
  /// bounds of BETWEEN.
  func callsFunction(_ id: ExprID) -> Bool {
    switch self[id] {
    case .row, .collate: return false
    case .between(let value, _, _, _): return callsFunction(value)
    case .function, .pattern, .current, .binary(.jsonExtract, _, _), .binary(.jsonExtractText, _, _):
      return true
    default: break
    }
    var calls = false
    try? forEachChild(of: id) { child in if callsFunction(child) { calls = true } }
    return calls
  }

  /// Calls `body` with each direct operand of an expression, from left to right. Subqueries are not entered.
  func forEachChild(
    of id: ExprID, _ body: (ExprID) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    switch self[id] {
    case .null, .integer, .real, .string, .blob, .current, .parameter, .column, .qualifiedColumn, .exists,
      .subquery:
      break
    case .unary(_, let operand): try body(operand)
    case .binary(_, let left, let right):
      try body(left)
      try body(right)
    case .collate(let operand, _): try body(operand)
    case .pattern(let text, let pattern, let escape, _, _):
      try body(text)
      try body(pattern)
      if let escape { try body(escape) }
    case .between(let operand, let low, let high, _):
      try body(operand)
      try body(low)
      try body(high)
    case .inList(let operand, let list, _):
      try body(operand)
      for element in self[list] { try body(element) }
    case .inSelect(let operand, _, _): try body(operand)
    case .inTable(let operand, let reference, _):
      try body(operand)
      for argument in self[self[reference].arguments] { try body(argument) }
    case .caseWhen(let id):
      let node = self[id]
      if let operand = node.operand { try body(operand) }
      for branch in self[node.branches] {
        try body(branch.condition)
        try body(branch.result)
      }
      if let otherwise = node.otherwise { try body(otherwise) }
    case .cast(let operand, _): try body(operand)
    case .function(let id):
      let call = self[id]
      for argument in self[call.arguments] { try body(argument) }
      for term in self[call.orderBy] { try body(term.expression) }
      if let filter = call.filter { try body(filter) }
    case .row(let elements):
      for element in self[elements] { try body(element) }
    case .raise(_, let message):
      if let message { try body(message) }
    }
  }

  /// The expression under any number of COLLATE operators.
  func withoutCollation(_ id: ExprID) -> ExprID {
    var id = id
    while case .collate(let operand, _) = self[id] { id = operand }
    return id
  }

  /// TRUE or FALSE, unless quoted: what a bare name means when no column has it.
  func isTruthName(_ name: Name) -> Bool {
    name.quoting == .none && (equals(name, "true") || equals(name, "false"))
  }
}
