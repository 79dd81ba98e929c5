/// The rows of an aggregate with ORDER BY: its arguments are sorted before they are added
/// (https://www.sqlite.org/lang_aggfunc.html#aggorderby).
final class OrderedAggregateInput {
  private let generator: CodeGenerator
  private let aggregate: BoundAggregate
  /// Register of the aggregate's state.
  private let state: Int32
  private let sorter: SortOperator
  private let keyInfo: UInt16
  /// The only sort key is the only argument.
  private let keyIsArgument: Bool
  /// Arguments that may carry a subtype: it is kept behind them.
  private let withSubtype: [Int]
  private var keyCount: Int { aggregate.orderBy.count }

  /// DISTINCT needs no set of the values seen: equal ones come out one after the other.
  var dropsDuplicates: Bool { keyIsArgument && aggregate.isDistinct }

  init(
    _ generator: CodeGenerator, _ aggregate: BoundAggregate, state: Int32
  ) throws(DatabaseError) {
    self.generator = generator
    self.aggregate = aggregate
    self.state = state
    let keys = aggregate.orderBy.map {
      KeyInfo.Field(
        collation: $0.expression.collation?.collation ?? .binary, isDescending: $0.isDescending,
        nullsReversed: $0.nullsReversed)
    }
    if keys.count == 1, aggregate.arguments.count == 1, let argument = aggregate.arguments.first,
      aggregate.orderBy[0].expression.isSame(as: argument), !argument.isVolatile
    {
      keyIsArgument = true
    } else {
      keyIsArgument = false
    }
    withSubtype = aggregate.arguments.indices.filter { aggregate.arguments[$0].deliversSubtype }
    keyInfo = try generator.builder.keyInfo(keys, encoding: generator.context.encoding)
    sorter = SortOperator(
      generator,
      columns: keys.count + (keyIsArgument ? 0 : aggregate.arguments.count) + withSubtype.count)
  }

  /// Starts a group.
  func open() { sorter.open(keyInfo: keyInfo) }

  /// Adds a row, whose arguments stand in registers from `arguments`.
  func push(arguments: Int32) throws(DatabaseError) {
    let row = generator.newRegisters(sorter.columns)
    let first = row + Int32(keyCount)
    if keyIsArgument {
      generator.builder.emit(.shallowCopy, arguments, row)
    } else {
      for (index, term) in aggregate.orderBy.enumerated() {
        try generator.emit(term.expression, into: row + Int32(index))
      }
      for index in aggregate.arguments.indices {
        generator.builder.emit(.shallowCopy, arguments + Int32(index), first + Int32(index))
      }
    }
    for (place, index) in withSubtype.enumerated() {
      let target = row + Int32(sorter.columns - withSubtype.count + place)
      generator.builder.emit(.readSubtype, arguments + Int32(index), target)
    }
    sorter.push(row)
  }

  /// Gives the group's rows to the aggregate.
  func drain() throws(DatabaseError) {
    let previous = dropsDuplicates ? generator.newRegister() : 0
    let hasPrevious = dropsDuplicates ? generator.newRegister() : 0
    if dropsDuplicates { generator.builder.emit(.integer, 0, hasPrevious) }
    try sorter.drain { cursor throws(DatabaseError) in
      let first = generator.newRegisters(max(aggregate.arguments.count, 1))
      for index in aggregate.arguments.indices {
        let field = keyIsArgument ? 0 : keyCount + index
        generator.builder.emit(.column, cursor, Int32(field), first + Int32(index))
      }
      for (place, index) in withSubtype.enumerated() {
        let subtype = generator.newRegister()
        let field = sorter.columns - withSubtype.count + place
        generator.builder.emit(.column, cursor, Int32(field), subtype)
        generator.builder.emit(.writeSubtype, first + Int32(index), subtype)
      }
      guard dropsDuplicates else {
        try generator.emitStep(aggregate, arguments: first, state: state)
        return
      }
      // Of equal values the last one counts: a value is added when the next one differs.
      let keep = generator.builder.newLabel()
      let add = generator.builder.newLabel()
      generator.builder.emit(.ifNot, hasPrevious, keep.placeholder)
      generator.builder.emit(.compareRegisters, previous, first, 1, p4: keyInfo)
      generator.builder.emit(.compareJump, add.placeholder, keep.placeholder, add.placeholder)
      generator.builder.place(add)
      try generator.emitStep(aggregate, arguments: previous, state: state)
      generator.builder.place(keep)
      generator.builder.emit(.copy, first, previous, 0)
      generator.builder.emit(.integer, 1, hasPrevious)
    }
    guard dropsDuplicates else { return }
    let none = generator.builder.newLabel()
    generator.builder.emit(.ifNot, hasPrevious, none.placeholder)
    try generator.emitStep(aggregate, arguments: previous, state: state)
    generator.builder.place(none)
  }
}

extension CodeGenerator {
  /// Adds a row, whose arguments stand in registers from `arguments`, to an aggregate's state.
  func emitStep(
    _ aggregate: BoundAggregate, arguments: Int32, state: Int32
  ) throws(DatabaseError) {
    let collation = aggregate.arguments.first?.collation?.collation ?? .binary
    if aggregate.definition.flags.contains(.usesCollation) { builder.need(collation) }
    builder.emitCall(
      .aggregateStep, Int32(collation.id), arguments, state,
      function: try builder.function(aggregate.definition), count: aggregate.arguments.count)
  }
}
