// Stacks on which lists are collected before they move to the arena as contiguous ranges.
//
// Invariant: whoever remembers a mark takes the stack back to it, or the whole parse fails and `reset` clears all.

/// The parser's list stacks.
struct ParserScratch {
  var expressions: [ExprID] = []
  var names: [Name] = []
  var texts: [Text] = []
  var orderingTerms: [OrderingTerm] = []
  var resultColumns: [ResultColumn] = []
  var arms: [SelectArm] = []
  var armRecords: [SelectArmRecord] = []
  var rows: [ValuesRow] = []
  var sources: [TableSource] = []
  var branches: [CaseBranch] = []
  var windows: [WindowDefinition] = []
  var tables: [CommonTableExpression] = []
  var upserts: [UpsertClause] = []
  var assignments: [Assignment] = []
  var columns: [ColumnDefinition] = []
  var columnConstraints: [ColumnConstraint] = []
  var tableConstraints: [TableConstraint] = []
  var statements: [Statement] = []
  var prefixes: [PrefixOperator] = []
  var positions: [Int] = []

  /// Empties all stacks and keeps their memory.
  mutating func reset() {
    expressions.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    resultColumns.removeAll(keepingCapacity: true)
    arms.removeAll(keepingCapacity: true)
    armRecords.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    if !texts.isEmpty { texts.removeAll(keepingCapacity: true) }
    if !orderingTerms.isEmpty { orderingTerms.removeAll(keepingCapacity: true) }
    if !rows.isEmpty { rows.removeAll(keepingCapacity: true) }
    if !branches.isEmpty { branches.removeAll(keepingCapacity: true) }
    if !windows.isEmpty { windows.removeAll(keepingCapacity: true) }
    if !tables.isEmpty { tables.removeAll(keepingCapacity: true) }
    if !upserts.isEmpty { upserts.removeAll(keepingCapacity: true) }
    if !assignments.isEmpty { assignments.removeAll(keepingCapacity: true) }
    if !columns.isEmpty { columns.removeAll(keepingCapacity: true) }
    if !columnConstraints.isEmpty { columnConstraints.removeAll(keepingCapacity: true) }
    if !tableConstraints.isEmpty { tableConstraints.removeAll(keepingCapacity: true) }
    if !statements.isEmpty { statements.removeAll(keepingCapacity: true) }
    if !prefixes.isEmpty { prefixes.removeAll(keepingCapacity: true) }
    if !positions.isEmpty { positions.removeAll(keepingCapacity: true) }
  }
}

/// What the check of a compound SELECT needs to know about one arm.
struct SelectArmRecord {
  var compoundOperator: CompoundOperator
  var hasOrderBy: Bool
  var hasLimit: Bool
}

/// A prefix operator whose operand is being parsed.
struct PrefixOperator {
  var operation: UnaryOperator
  var start: Int
}
