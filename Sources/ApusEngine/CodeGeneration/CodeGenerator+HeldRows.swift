// Correlated subqueries of several columns: `(a, b) = (SELECT …)`, `SET (a, b) = (SELECT …)`. Each of their columns is an expression of its own, and
// they run once for all of them: for the first that is computed, which is always computed before the others.

extension CodeGenerator {
  /// Where the row of a correlated subquery stands that several expressions read: it runs for the first of them.
  func heldRow(_ query: BoundQuery) throws(DatabaseError) -> Int32? {
    let key = ObjectIdentifier(query)
    guard !heldRows.isEmpty, let known = heldRows[key] else { return nil }
    if known != 0 { return known }
    let count = query.columns.count
    let first = newRegisters(count)
    builder.emit(.null, 0, first, first + Int32(count - 1))
    try explain("CORRELATED SCALAR SUBQUERY \(query.number)") { () throws(DatabaseError) in
      try self.generate(query, firstRowOnly: true) { row, _ throws(DatabaseError) in
        self.builder.emit(.copy, row, first, Int32(count - 1))
      }
    }
    heldRows[key] = first
    return first
  }

  /// Computes expressions one after the other into registers from `first`.
  func emitInOrder(_ expressions: [BoundExpression], into first: Int32) throws(DatabaseError) {
    func emitAll() throws(DatabaseError) {
      for (index, expression) in expressions.enumerated() { try emit(expression, into: first + Int32(index)) }
    }
    let readsRow = expressions.contains { expression in
      if case .scalarQuery(let reference, _) = expression.kind {
        reference.query.columns.count > 1
      } else {
        false
      }
    }
    if readsRow { try holdingRows(of: expressions, emitAll) } else { try emitAll() }
  }

  /// Makes code for `expressions`, computed one after the other: a row that several of them read is computed once.
  func holdingRows(
    of expressions: [BoundExpression], _ body: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    var rows = RowReads()
    for expression in expressions { rows.add(expression) }
    let held = rows.several.filter { heldRows[$0] == nil }
    for key in held { heldRows[key] = 0 }
    defer { for key in held { heldRows[key] = nil } }
    try body()
  }
}

/// Which correlated row subqueries expressions read as they are computed, whatever else decides.
private struct RowReads {
  private var once: [ObjectIdentifier] = []
  private(set) var several: [ObjectIdentifier] = []

  mutating func add(_ expression: BoundExpression) {
    switch expression.kind {
    case .scalarQuery(let reference, _):
      guard reference.query.columns.count > 1, reference.query.isCorrelated else { return }
      let key = ObjectIdentifier(reference.query)
      if !once.contains(key) {
        once.append(key)
      } else if !several.contains(key) {
        several.append(key)
      }
    case .comparison(_, let left, let right):
      add(left)
      add(right)
    case .and(let left, let right), .or(let left, let right):
      guard expression.isRowComparison else { return }
      add(left)
      add(right)
    case .inQuery(let values, _, _): for value in values { add(value) }
    case .not(let operand): add(operand)
    default: break
    }
  }
}

extension BoundExpression {
  /// It stands for a comparison of rows: what compares their first columns has its place in the text.
  var isRowComparison: Bool {
    switch kind {
    case .and(let left, _), .or(let left, _):
      left.sourceStart == sourceStart && left.sourceEnd == sourceEnd && sourceEnd > 0
    default: false
    }
  }
}
