// Stacks on which lists are collected before they move to the arena as contiguous ranges.
//
// Invariant: whoever remembers a mark takes the stack back to it, or the whole parse fails and `reset` clears all.

/// The parser's list stacks.
struct ParserScratch: ~Copyable {
  var expressions = ScratchStack<ExprID>()
  var names = ScratchStack<Name>()
  var texts = ScratchStack<Text>()
  var orderingTerms = ScratchStack<OrderingTerm>()
  var resultColumns = ScratchStack<ResultColumn>()
  var arms = ScratchStack<SelectArm>()
  var armRecords = ScratchStack<SelectArmRecord>()
  var rows = ScratchStack<ValuesRow>()
  var sources = ScratchStack<TableSource>()
  var branches = ScratchStack<CaseBranch>()
  var windows = ScratchStack<WindowDefinition>()
  var tables = ScratchStack<CommonTableExpression>()
  var upserts = ScratchStack<UpsertClause>()
  var assignments = ScratchStack<Assignment>()
  var columns = ScratchStack<ColumnDefinition>()
  var columnConstraints = ScratchStack<ColumnConstraint>()
  var tableConstraints = ScratchStack<TableConstraint>()
  var statements = ScratchStack<Statement>()
  var prefixes = ScratchStack<PrefixOperator>()
  var positions = ScratchStack<Int>()

  /// Empties all stacks and keeps their memory.
  mutating func reset() {
    expressions.truncate(to: 0)
    names.truncate(to: 0)
    texts.truncate(to: 0)
    orderingTerms.truncate(to: 0)
    resultColumns.truncate(to: 0)
    arms.truncate(to: 0)
    armRecords.truncate(to: 0)
    rows.truncate(to: 0)
    sources.truncate(to: 0)
    branches.truncate(to: 0)
    windows.truncate(to: 0)
    tables.truncate(to: 0)
    upserts.truncate(to: 0)
    assignments.truncate(to: 0)
    columns.truncate(to: 0)
    columnConstraints.truncate(to: 0)
    tableConstraints.truncate(to: 0)
    statements.truncate(to: 0)
    prefixes.truncate(to: 0)
    positions.truncate(to: 0)
  }
}

/// What the check of a compound SELECT needs to know about one arm.
struct SelectArmRecord: BitwiseCopyable {
  var compoundOperator: CompoundOperator
  var hasOrderBy: Bool
  var hasLimit: Bool
}

/// A prefix operator whose operand is being parsed.
struct PrefixOperator: BitwiseCopyable {
  var operation: UnaryOperator
  var start: Int
}
