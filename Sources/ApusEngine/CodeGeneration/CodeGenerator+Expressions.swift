// Code for the value of an expression.

extension CodeGenerator {
  /// A register that holds the expression's value: an existing one where possible, else a temporary. Its bytes may borrow from
  /// a page; it is valid until the cursors that it was read from move.
  func operand(_ expression: BoundExpression) throws(DatabaseError) -> Operand {
    if let known = computed(expression) { return known }
    switch expression.kind {
    case .constant(let constant): return Operand(register: register(of: constant), isTemporary: false)
    case .parameter(let number):
      return Operand(register: register(ofParameter: number), isTemporary: false)
    case .register(let register, _): return Operand(register: register, isTemporary: false)
    case .aggregate(let select, let index):
      return Operand(register: select.aggregateRegisters + Int32(index), isTemporary: false)
    case .collate(let inner, _, let isExplicit) where isExplicit || !inner.mayHaveSubtype:
      return try operand(inner)
    case .column(let source, let column):
      if case .registers(let first, let rowID) = source.access, redirects.isEmpty,
        !source.mayBeInteger(column)
      {
        let register = source.isRowID(column) ? rowID : first + Int32(column)
        if register > 0 { return Operand(register: register, isTemporary: false) }
      }
    default: break
    }
    let target = temporary()
    try emit(expression, into: target)
    return Operand(register: target, isTemporary: true)
  }

  /// The expression's value where it has been computed before: a term of GROUP BY, a field of the index that is read.
  func computed(_ expression: BoundExpression) -> Operand? {
    if let register = substituted(expression) { return Operand(register: register, isTemporary: false) }
    guard !indexedFields.isEmpty else { return nil }
    let target = temporary()
    if emitIndexedField(expression, into: target) { return Operand(register: target, isTemporary: true) }
    release(target)
    return nil
  }

  /// Computes the expression into `target`.
  func emit(_ expression: BoundExpression, into target: Int32) throws(DatabaseError) {
    if let register = substituted(expression) {
      if register != target { builder.emit(.shallowCopy, register, target) }
      return
    }
    if !indexedFields.isEmpty, emitIndexedField(expression, into: target) { return }
    switch expression.kind {
    case .constant(let constant): emit(loading: constant, into: target)
    case .parameter(let number): builder.emit(.shallowCopy, register(ofParameter: number), target)
    case .column(let source, let column): try emitColumn(source, column, into: target)
    case .arithmetic(let op, let left, let right):
      try emitBinary(opcode(of: op), left, right, into: target)
    case .and where expression.isRowComparison, .or where expression.isRowComparison:
      try holdingRows(of: [expression]) { () throws(DatabaseError) in
        try self.emitLogical(expression, into: target)
      }
    case .and, .or: try emitLogical(expression, into: target)
    case .negate(let operand): try emitUnary(.negate, operand, into: target)
    case .bitNot(let operand): try emitUnary(.bitNot, operand, into: target)
    case .not(let operand): try emitUnary(.not, operand, into: target)
    case .plus(let operand): try emit(operand, into: target)
    case .collate(let operand, _, let isExplicit):
      try emit(operand, into: target)
      // What stands for a column of a derived table has no subtype.
      if !isExplicit, operand.mayHaveSubtype { builder.emit(.clearSubtype, target) }
    case .comparison(let op, let left, let right):
      // IS has an answer for NULL.
      let pair = op == .is || op == .isNot ? try bothOperands(left, right) : try operands(left, right)
      emitComparison(
        op, pair.left.register, pair.right.register, ComparisonRules(left, right), target: target,
        flags: InstructionFlag.storeResult)
      emitNull(pair, into: target)
      release(pair)
    case .isNull(let inner, let negated):
      let value = try operand(inner)
      let label = builder.newLabel()
      // The operand may be the target itself: test before writing.
      let answer = temporary()
      builder.emit(.integer, 1, answer)
      builder.emit(negated ? .notNull : .isNull, value.register, label.placeholder)
      builder.emit(.integer, 0, answer)
      builder.place(label)
      builder.emit(.shallowCopy, answer, target)
      release(answer)
      release(value)
    case .isTruth(let inner, let truth, let negated):
      let value = try operand(inner)
      // NULL is neither: it stands for the truth value that, flipped where the rest is, gives the answer.
      let flip = truth == negated
      builder.emit(.isTrue, value.register, target, truth ? 0 : 1, p4: flip ? 1 : 0)
      release(value)
    case .between(let value, let low, let high, let negated):
      let held = try operand(value)
      let fixed = value.replacing(.register(held.register, like: value))
      let within = value.replacing(
        .and(
          value.replacing(.comparison(.ge, fixed, low)),
          value.replacing(.comparison(.le, fixed, high))))
      try emit(negated ? value.replacing(.not(within)) : within, into: target)
      release(held)
    case .inList, .inQuery: try emitMembership(expression, into: target)
    case .scalarQuery(let reference, let column):
      try emitScalar(reference.query, column: column, into: target)
    case .exists(let reference): try emitExists(reference.query, into: target)
    case .row:
      throw DatabaseError(.error, "row value misused", sqlOffset: Int(expression.sourceStart))
    case .function(let call): try emitFunction(call, into: target)
    case .case(nil, let branches, let otherwise) where branches.first?.when.isRowComparison == true:
      // CASE of a row.
      try holdingRows(of: branches.map(\.when)) { () throws(DatabaseError) in
        try self.emitCase(nil, branches, otherwise, into: target)
      }
    case .case(let base, let branches, let otherwise):
      try emitCase(base, branches, otherwise, into: target)
    case .cast(let inner, let affinity):
      try emit(inner, into: target)
      builder.emit(.cast, target, Int32(affinity.rawValue))
    case .raise(let action, let message): try emitRaise(action, message)
    case .window(let select, let index):
      throw DatabaseError(.internal, "\(select.windows[index].name)() is read outside its operator")
    case .aggregate, .register:
      let value = try operand(expression)
      if value.register != target { builder.emit(.shallowCopy, value.register, target) }
    }
  }

  /// Flags of `column` instructions.
  var columnFlags: UInt8 { borrowsColumns ? InstructionFlag.borrow : 0 }

  /// Reads a column of a FROM item in whatever way its loop offers it at the moment.
  func emitColumn(_ source: BoundSource, _ column: Int, into target: Int32) throws(DatabaseError) {
    if !redirects.isEmpty, let redirect = redirects[Slot(source, column)] {
      switch redirect {
      case .field(let cursor, let field): builder.emit(.column, cursor, field, target, p5: columnFlags)
      case .register(let register): builder.emit(.shallowCopy, register, target)
      }
      return
    }
    // SQLite reads integers of a REAL column as reals, of a derived table's too.
    defer { if source.mayBeInteger(column) { builder.emit(.realAffinity, target) } }
    let isRowID = source.isRowID(column)
    switch source.access {
    case .table(let cursor):
      if isRowID {
        builder.emit(.rowID, cursor, target)
      } else {
        try emitStoredColumn(source, column, cursor: cursor, into: target)
      }
    case .index(let indexCursor, let map, let cursor):
      if isRowID {
        builder.emit(.indexRowID, indexCursor, target)
      } else if map.indices.contains(column), map[column] >= 0 {
        builder.emit(
          .column, indexCursor, map[column], target, p4: try shortRecordDefault(source, column),
          p5: columnFlags)
        if source.columns[column].affinity == .real { builder.emit(.realAffinity, target) }
      } else if let table = source.table, table.generated != nil, table.columns.indices.contains(column),
        table.columns[column].generated == .virtual
      {
        try emitVirtualColumn(source, table, column, into: target)
      } else if cursor >= 0 {
        try emitStoredColumn(source, column, cursor: cursor, into: target)
      } else {
        throw DatabaseError(.internal, "column \(column) of \(source.name) is not in the covering index")
      }
    case .registers(let first, let rowID):
      builder.emit(.shallowCopy, isRowID && rowID > 0 ? rowID : first + Int32(column), target)
    case .parameters(let base):
      builder.emit(.parameter, isRowID ? base : base + 1 + Int32(column), target)
    case .virtual(let cursor):
      if isRowID {
        builder.emit(.rowID, cursor, target)
      } else {
        builder.emit(.virtualColumn, cursor, Int32(column), target)
      }
    case .closed:
      throw DatabaseError(.internal, "FROM item \(source.name) is read outside its loop")
    }
  }

  /// Reads column `column` of a table row: its place in the record, its default for short records, REAL's integers.
  private func emitStoredColumn(
    _ source: BoundSource, _ column: Int, cursor: Int32, into target: Int32
  ) throws(DatabaseError) {
    guard case .table(let table) = source.kind else {
      builder.emit(.column, cursor, Int32(column), target, p5: columnFlags)
      return
    }
    guard table.columns.indices.contains(column) else {
      throw DatabaseError(.internal, "no column \(column) in \(table.name)")
    }
    // (No copy of the definition: it has many texts.)
    if table.columns[column].generated == .virtual {
      try emitVirtualColumn(source, table, column, into: target)
      return
    }
    builder.emit(
      .column, cursor, Int32(table.recordField(ofColumn: column)), target,
      p4: try shortRecordDefault(source, column), p5: columnFlags)
    if table.columns[column].affinity == .real { builder.emit(.realAffinity, target) }
  }

  /// The constant that stands for a column in records that were written before it was added.
  private func shortRecordDefault(_ source: BoundSource, _ column: Int) throws(DatabaseError) -> UInt16 {
    guard case .table(let table) = source.kind, table.columns.indices.contains(column),
      table.columns[column].defaultExpression != nil,
      let value = context.constantDefault(
        of: table, column: column, affinity: table.columns[column].affinity)
    else { return Instruction.noP4 }
    return try builder.constantP4(value)
  }

  private func opcode(of op: ArithmeticOperator) -> Opcode {
    switch op {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .remainder: .remainder
    case .concat: .concat
    case .bitAnd: .bitAnd
    case .bitOr: .bitOr
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    }
  }

  /// AND and OR as a value.
  private func emitLogical(_ expression: BoundExpression, into target: Int32) throws(DatabaseError) {
    let short = expression.simplified
    let opcode: Opcode
    let sides: (BoundExpression, BoundExpression)
    switch expression.kind {
    case .and(let left, let right): (opcode, sides) = (.and, (left, right))
    case .or(let left, let right): (opcode, sides) = (.or, (left, right))
    default: return
    }
    if short !== expression {
      let value = try operand(short)
      builder.emit(opcode, value.register, value.register, target)
      release(value)
      return
    }
    guard sides.0.hasSubquery || sides.1.hasSubquery else {
      return try emitBinary(opcode, sides.0, sides.1, into: target)
    }
    // A subquery is run only if it can still decide.
    let (first, second) = expression.inOrder(sides.0, sides.1)
    let done = builder.newLabel()
    let end = builder.newLabel()
    let a = temporary()
    try emit(first, into: a)
    builder.emit(opcode == .and ? .ifNot : .if, a, done.placeholder)
    let b = try operand(second)
    builder.emit(opcode, a, b.register, target)
    release(b)
    builder.emit(.goto, 0, end.placeholder)
    builder.place(done)
    builder.emit(opcode, a, a, target)
    builder.place(end)
    release(a)
  }

  private func emitBinary(
    _ opcode: Opcode, _ left: BoundExpression, _ right: BoundExpression, into target: Int32
  ) throws(DatabaseError) {
    let pair = try operands(left, right)
    builder.emit(opcode, pair.left.register, pair.right.register, target)
    emitNull(pair, into: target)
    release(pair)
  }

  private func emitUnary(
    _ opcode: Opcode, _ inner: BoundExpression, into target: Int32
  ) throws(DatabaseError) {
    let value = try operand(inner)
    builder.emit(opcode, value.register, target)
    release(value)
  }

  /// Emits a comparison of two registers; `target` is a label's placeholder, an address, or with `storeResult` a register.
  func emitComparison(
    _ op: ComparisonOperator, _ left: Int32, _ right: Int32, _ rules: ComparisonRules, target: Int32,
    flags: UInt8
  ) {
    let opcode: Opcode
    var allFlags = flags | (rules.affinity.rawValue & InstructionFlag.affinityMask)
    switch op {
    case .eq: opcode = .eq
    case .ne: opcode = .ne
    case .lt: opcode = .lt
    case .le: opcode = .le
    case .gt: opcode = .gt
    case .ge: opcode = .ge
    case .is:
      opcode = .eq
      allFlags |= InstructionFlag.nullEquals
      allFlags &= ~InstructionFlag.jumpIfNull
    case .isNot:
      opcode = .ne
      allFlags |= InstructionFlag.nullEquals
      allFlags &= ~InstructionFlag.jumpIfNull
    }
    builder.need(rules.collation)
    builder.emit(opcode, left, target, right, p4: rules.collation.id, p5: allFlags)
  }

  private func emitCase(
    _ base: BoundExpression?, _ branches: [(when: BoundExpression, then: BoundExpression)],
    _ otherwise: BoundExpression?, into target: Int32
  ) throws(DatabaseError) {
    let end = builder.newLabel()
    var held: Operand?
    if let base { held = try operand(base) }
    // The answer is built in a register of its own: a branch may read the target's old value.
    let answer = temporary()
    for branch in branches {
      let next = builder.newLabel()
      if let base, let held {
        let fixed = base.replacing(.register(held.register, like: base))
        try jumpIfFalse(
          branch.when.replacing(.comparison(.eq, fixed, branch.when)), to: next, whenNull: true)
      } else {
        try jumpIfFalse(branch.when, to: next, whenNull: true)
      }
      try emit(branch.then, into: answer)
      builder.emit(.goto, 0, end.placeholder)
      builder.place(next)
    }
    if let otherwise {
      try emit(otherwise, into: answer)
    } else {
      builder.emit(.null, 0, answer, answer)
    }
    builder.place(end)
    builder.emit(.shallowCopy, answer, target)
    // `answer` stays reserved: the copy is shallow and may borrow its bytes.
    if let held { release(held) }
  }

  private func emitFunction(_ call: BoundFunctionCall, into target: Int32) throws(DatabaseError) {
    let arguments = call.arguments
    if call.definition.flags.contains(.inlined) {
      switch call.definition.name {
      case "coalesce", "ifnull":
        let end = builder.newLabel()
        let answer = newRegister()
        for (index, argument) in arguments.enumerated() {
          try emit(argument, into: answer)
          if index + 1 < arguments.count { builder.emit(.notNull, answer, end.placeholder) }
        }
        builder.place(end)
        builder.emit(.shallowCopy, answer, target)
        return
      case "iif", "if":
        var branches: [(when: BoundExpression, then: BoundExpression)] = []
        var index = 0
        while index + 1 < arguments.count {
          branches.append((arguments[index], arguments[index + 1]))
          index += 2
        }
        try emitCase(nil, branches, index < arguments.count ? arguments[index] : nil, into: target)
        return
      case "likely", "unlikely", "likelihood":
        if let first = arguments.first {
          try emit(first, into: target)
          return
        }
      default: break
      }
    }
    let function = try builder.function(call.definition)
    var collation = Collation.binary
    if call.definition.flags.contains(.usesCollation) {
      for argument in arguments {
        if let found = argument.collation {
          collation = found.collation
          break
        }
      }
    }
    let count = arguments.count
    let first = count == 0 ? 0 : newRegisters(count)
    for (index, argument) in arguments.enumerated() { try emit(argument, into: first + Int32(index)) }
    builder.need(collation)
    let place = Int32(call.schemaPlace?.rawValue ?? 0)
    builder.emitCall(
      .function, Int32(collation.id) | place << 16, first, target, function: function, count: count)
  }

  private func emitRaise(
    _ action: ConflictAction, _ message: BoundExpression?
  ) throws(DatabaseError) {
    guard let context = triggerContext else {
      throw DatabaseError(.error, "RAISE() may only be used within a trigger-program")
    }
    if action == .ignore {
      builder.emit(.halt, 0, Int32(ConflictAction.ignore.rawValue), -1)
      return
    }
    // The message is evaluated at run time: it travels in a register to a native call that throws.
    let register = newRegister()
    if let message { try emit(message, into: register) }
    let trigger = context.trigger
    var violation = ConstraintViolation(kind: .trigger, name: trigger.name, table: trigger.tableName)
    var key: [Int32] = []
    if let restriction = trigger.restriction, let old = context.rows.first {
      violation = restriction.violation
      for column in restriction.columns {
        key.append(newRegister())
        try emit(BoundExpression(.column(old, column)), into: key[key.count - 1])
      }
    }
    builder.emit(
      .haltMessage, ResultCode.constraintTrigger.rawValue, Int32(action.rawValue), register,
      p4: try builder.violation(violation, key: key))
  }
}
