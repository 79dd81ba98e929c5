// Code that jumps on an expression's truth without building its value.

extension CodeGenerator {
  typealias Label = ProgramBuilder.Label

  /// Jumps when the expression is true; falls through when false; when NULL jumps iff `whenNull`.
  func jumpIfTrue(
    _ expression: BoundExpression, to label: Label, whenNull: Bool
  ) throws(DatabaseError) {
    if let value = computed(expression) {
      builder.emit(.if, value.register, label.placeholder, whenNull ? 1 : 0)
      release(value)
      return
    }
    switch expression.kind {
    case .and where expression.simplified !== expression, .or where expression.simplified !== expression:
      try jumpIfTrue(expression.simplified, to: label, whenNull: whenNull)
    case .and where expression.isRowComparison, .or where expression.isRowComparison:
      try holdingRows(of: [expression]) { () throws(DatabaseError) in
        try self.jumpIfTrueOfParts(expression, to: label, whenNull: whenNull)
      }
    case .and, .or: try jumpIfTrueOfParts(expression, to: label, whenNull: whenNull)
    case .not(let inner): try jumpIfFalse(inner, to: label, whenNull: whenNull)
    case .comparison(let op, let left, let right):
      try jumpOnComparison(op, left, right, to: label, whenNull: whenNull)
    case .isNull(let inner, let negated):
      let value = try operand(inner)
      builder.emit(negated ? .notNull : .isNull, value.register, label.placeholder)
      release(value)
    case .between(let value, let low, let high, let negated):
      let held = try operand(value)
      let within = expandBetween(value, held.register, low, high)
      if negated {
        try jumpIfFalse(within, to: label, whenNull: whenNull)
      } else {
        try jumpIfTrue(within, to: label, whenNull: whenNull)
      }
      release(held)
    case .inList(_, _, let negated), .inQuery(_, _, let negated):
      let isFalse = builder.newLabel()
      let isNull = builder.newLabel()
      try jumpUnlessMember(expression, ifFalse: isFalse, ifNull: isNull)
      if negated {
        let end = builder.newLabel()
        builder.emit(.goto, 0, end.placeholder)
        builder.place(isFalse)
        builder.emit(.goto, 0, label.placeholder)
        builder.place(isNull)
        if whenNull { builder.emit(.goto, 0, label.placeholder) }
        builder.place(end)
      } else {
        builder.emit(.goto, 0, label.placeholder)
        builder.place(isNull)
        if whenNull { builder.emit(.goto, 0, label.placeholder) }
        builder.place(isFalse)
      }
    default:
      let value = try operand(expression)
      builder.emit(.if, value.register, label.placeholder, whenNull ? 1 : 0)
      release(value)
    }
  }

  /// `jumpIfTrue` for AND and OR.
  private func jumpIfTrueOfParts(
    _ expression: BoundExpression, to label: Label, whenNull: Bool
  ) throws(DatabaseError) {
    switch expression.kind {
    case .and(let left, let right):
      let (first, second) = expression.inOrder(left, right)
      // NULL AND true is NULL: a NULL on one side may only be skipped over when NULL does not jump.
      let skip = builder.newLabel()
      try jumpIfFalse(first, to: skip, whenNull: !whenNull)
      try jumpIfTrue(second, to: label, whenNull: whenNull)
      builder.place(skip)
    case .or(let left, let right):
      let (first, second) = expression.inOrder(left, right)
      try jumpIfTrue(first, to: label, whenNull: whenNull)
      try jumpIfTrue(second, to: label, whenNull: whenNull)
    default: break
    }
  }

  /// `jumpIfFalse` for AND and OR.
  private func jumpIfFalseOfParts(
    _ expression: BoundExpression, to label: Label, whenNull: Bool
  ) throws(DatabaseError) {
    switch expression.kind {
    case .and(let left, let right):
      let (first, second) = expression.inOrder(left, right)
      try jumpIfFalse(first, to: label, whenNull: whenNull)
      try jumpIfFalse(second, to: label, whenNull: whenNull)
    case .or(let left, let right):
      let (first, second) = expression.inOrder(left, right)
      let skip = builder.newLabel()
      try jumpIfTrue(first, to: skip, whenNull: !whenNull)
      try jumpIfFalse(second, to: label, whenNull: whenNull)
      builder.place(skip)
    default: break
    }
  }

  /// Jumps when the expression is false; falls through when true; when NULL jumps iff `whenNull`.
  func jumpIfFalse(
    _ expression: BoundExpression, to label: Label, whenNull: Bool
  ) throws(DatabaseError) {
    // What stands computed must not be computed again: its columns may be out of reach.
    if let value = computed(expression) {
      builder.emit(.ifNot, value.register, label.placeholder, whenNull ? 1 : 0)
      release(value)
      return
    }
    switch expression.kind {
    case .and where expression.simplified !== expression, .or where expression.simplified !== expression:
      try jumpIfFalse(expression.simplified, to: label, whenNull: whenNull)
    case .and where expression.isRowComparison, .or where expression.isRowComparison:
      try holdingRows(of: [expression]) { () throws(DatabaseError) in
        try self.jumpIfFalseOfParts(expression, to: label, whenNull: whenNull)
      }
    case .and, .or: try jumpIfFalseOfParts(expression, to: label, whenNull: whenNull)
    case .not(let inner): try jumpIfTrue(inner, to: label, whenNull: whenNull)
    case .comparison(let op, let left, let right):
      try jumpOnComparison(op.negated, left, right, to: label, whenNull: whenNull)
    case .isNull(let inner, let negated):
      let value = try operand(inner)
      builder.emit(negated ? .isNull : .notNull, value.register, label.placeholder)
      release(value)
    case .between(let value, let low, let high, let negated):
      let held = try operand(value)
      let within = expandBetween(value, held.register, low, high)
      if negated {
        try jumpIfTrue(within, to: label, whenNull: whenNull)
      } else {
        try jumpIfFalse(within, to: label, whenNull: whenNull)
      }
      release(held)
    case .inList(_, _, let negated), .inQuery(_, _, let negated):
      let isFalse = builder.newLabel()
      let isNull = builder.newLabel()
      try jumpUnlessMember(expression, ifFalse: isFalse, ifNull: isNull)
      if negated {
        builder.emit(.goto, 0, label.placeholder)
        builder.place(isNull)
        if whenNull { builder.emit(.goto, 0, label.placeholder) }
        builder.place(isFalse)
      } else {
        let end = builder.newLabel()
        builder.emit(.goto, 0, end.placeholder)
        builder.place(isFalse)
        builder.emit(.goto, 0, label.placeholder)
        builder.place(isNull)
        if whenNull { builder.emit(.goto, 0, label.placeholder) }
        builder.place(end)
      }
    default:
      let value = try operand(expression)
      builder.emit(.ifNot, value.register, label.placeholder, whenNull ? 1 : 0)
      release(value)
    }
  }

  private func expandBetween(
    _ value: BoundExpression, _ register: Int32, _ low: BoundExpression, _ high: BoundExpression
  ) -> BoundExpression {
    let fixed = value.replacing(.register(register, like: value))
    return value.replacing(
      .and(
        value.replacing(.comparison(.ge, fixed, low)), value.replacing(.comparison(.le, fixed, high))))
  }

  private func jumpOnComparison(
    _ op: ComparisonOperator, _ left: BoundExpression, _ right: BoundExpression, to label: Label,
    whenNull: Bool
  ) throws(DatabaseError) {
    let pair = op == .is || op == .isNot ? try bothOperands(left, right) : try operands(left, right)
    emitComparison(
      op, pair.left.register, pair.right.register, ComparisonRules(left, right), target: label.placeholder,
      flags: whenNull ? InstructionFlag.jumpIfNull : 0)
    if let isNull = pair.whenNull {
      if whenNull {
        let end = builder.newLabel()
        builder.emit(.goto, 0, end.placeholder)
        builder.place(isNull)
        builder.emit(.goto, 0, label.placeholder)
        builder.place(end)
      } else {
        builder.place(isNull)
      }
    }
    release(pair)
  }
}

extension BoundExpression {
  /// AND and OR without the sides that an integer in the text makes meaningless: what cannot change the answer is not computed.
  var simplified: BoundExpression {
    let isAnd: Bool
    let left: BoundExpression
    let right: BoundExpression
    switch kind {
    case .and(let a, let b): (isAnd, left, right) = (true, a.simplified, b.simplified)
    case .or(let a, let b): (isAnd, left, right) = (false, a.simplified, b.simplified)
    default: return self
    }
    if left.isAlways(true) || right.isAlways(false) { return isAnd ? right : left }
    if right.isAlways(true) || left.isAlways(false) { return isAnd ? left : right }
    return self
  }

  private func isAlways(_ truth: Bool) -> Bool {
    guard case .constant(.integer(let number)) = kind, number >= 0 else { return false }
    return (number != 0) == truth
  }

  /// The sides of AND or OR as they are to be computed: one without a subquery first.
  func inOrder(
    _ left: BoundExpression, _ right: BoundExpression
  ) -> (first: BoundExpression, second: BoundExpression) {
    left.hasSubquery && !right.hasSubquery ? (right, left) : (left, right)
  }
}
