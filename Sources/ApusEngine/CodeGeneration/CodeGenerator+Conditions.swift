// Code that jumps on an expression's truth without building its value.

extension CodeGenerator {
  typealias Label = ProgramBuilder.Label

  /// Jumps when the expression is true; falls through when false; when NULL jumps iff `whenNull`.
  func jumpIfTrue(
    _ expression: BoundExpression, to label: Label, whenNull: Bool
  ) throws(DatabaseError) {
    switch expression.kind {
    case .and(let left, let right):
      // NULL AND true is NULL: a NULL on the left may only be skipped over when NULL does not jump.
      let skip = builder.newLabel()
      try jumpIfFalse(left, to: skip, whenNull: !whenNull)
      try jumpIfTrue(right, to: label, whenNull: whenNull)
      builder.place(skip)
    case .or(let left, let right):
      try jumpIfTrue(left, to: label, whenNull: whenNull)
      try jumpIfTrue(right, to: label, whenNull: whenNull)
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

  /// Jumps when the expression is false; falls through when true; when NULL jumps iff `whenNull`.
  func jumpIfFalse(
    _ expression: BoundExpression, to label: Label, whenNull: Bool
  ) throws(DatabaseError) {
    switch expression.kind {
    case .and(let left, let right):
      try jumpIfFalse(left, to: label, whenNull: whenNull)
      try jumpIfFalse(right, to: label, whenNull: whenNull)
    case .or(let left, let right):
      let skip = builder.newLabel()
      try jumpIfTrue(left, to: skip, whenNull: !whenNull)
      try jumpIfFalse(right, to: label, whenNull: whenNull)
      builder.place(skip)
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
    let a = try operand(left)
    let b = try operand(right)
    emitComparison(
      op, a.register, b.register, ComparisonRules(left, right), target: label.placeholder,
      flags: whenNull ? InstructionFlag.jumpIfNull : 0)
    release(a)
    release(b)
  }
}
