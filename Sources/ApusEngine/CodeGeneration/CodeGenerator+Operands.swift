// The two operands of an operator. As in SQLite, where one has a subquery and the other is NULL, the subquery does not run: the answer is NULL
// whatever it says, and errors in it, or what it would have read, do not show.

extension CodeGenerator {
  /// Two operands in registers.
  struct OperandPair {
    let left: Operand
    let right: Operand
    /// Where a NULL operand leads before the other one is computed; nil when both are computed in any case.
    let whenNull: Label?
  }

  func operands(_ left: BoundExpression, _ right: BoundExpression) throws(DatabaseError) -> OperandPair {
    // Most statements have no subquery.
    guard context.hasSubqueries else { return try bothOperands(left, right) }
    let isLeftSubquery = left.hasSubquery
    let isRightSubquery = right.hasSubquery
    if isLeftSubquery, !isRightSubquery, right.mayBeNull {
      let whenNull = builder.newLabel()
      let second = try operand(right)
      builder.emit(.isNull, second.register, whenNull.placeholder)
      return OperandPair(left: try operand(left), right: second, whenNull: whenNull)
    }
    guard isRightSubquery, left.mayBeNull else { return try bothOperands(left, right) }
    let whenNull = builder.newLabel()
    let first = try operand(left)
    builder.emit(.isNull, first.register, whenNull.placeholder)
    return OperandPair(left: first, right: try operand(right), whenNull: whenNull)
  }

  /// Both are computed, whatever they are.
  func bothOperands(
    _ left: BoundExpression, _ right: BoundExpression
  ) throws(DatabaseError) -> OperandPair {
    let first = try operand(left)
    return OperandPair(left: first, right: try operand(right), whenNull: nil)
  }

  func release(_ pair: OperandPair) {
    release(pair.left)
    release(pair.right)
  }

  /// Behind code that has put an operator's answer into `target`: NULL where an operand was NULL.
  func emitNull(_ pair: OperandPair, into target: Int32) {
    guard let whenNull = pair.whenNull else { return }
    let end = builder.newLabel()
    builder.emit(.goto, 0, end.placeholder)
    builder.place(whenNull)
    builder.emit(.null, 0, target, target)
    builder.place(end)
  }
}

extension BoundExpression {
  /// As SQLite sees it: a literal and a column that is NOT NULL cannot.
  fileprivate var mayBeNull: Bool {
    switch kind {
    case .plus(let operand), .negate(let operand): return operand.mayBeNull
    case .constant(let constant): return constant == .null
    case .column(let source, let column):
      guard !source.isNullable, let table = source.table else { return true }
      if source.isRowID(column) { return false }
      return !table.columns.indices.contains(column) || !table.columns[column].isNotNull
    default: return true
    }
  }
}
