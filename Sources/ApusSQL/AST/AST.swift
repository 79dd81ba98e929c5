// The arena that holds one parsed or built statement.
//
// Nodes are trivial data in flat arrays and refer to each other by index, so that parsing allocates nothing
// once the arrays have grown, and throwing a tree away is resetting counters. The text of the statement is
// kept in `source`; names and literals that appear there as they are point into it, others into `ownBytes`.
//
// Invariants:
// - `ranges` has as many elements as `expressions`.
// - A child was added before its parent: expression identifiers grow from leaves to root.
// - Source ranges never decide meaning: erasing them leaves the same statement.

/// A statement as a tree in flat arrays.
public struct AST: Sendable {
  /// The text of the statement, from its first to its last token.
  public var source: [UInt8] = []
  /// Bytes of names and literals that do not appear in `source` as they are.
  public var ownBytes: [UInt8] = []
  /// Source spans, parallel to `expressions`.
  public var ranges: [SourceRange] = []
  /// The highest parameter number.
  public var parameterCount: Int32 = 0
  @usableFromInline var expressions: [ExprNode] = []
  @usableFromInline var selects: [SelectNode] = []
  @usableFromInline var functions: [FunctionCall] = []
  @usableFromInline var cases: [CaseExpression] = []
  @usableFromInline var windows: [WindowDefinition] = []
  @usableFromInline var parameters: [ParameterUse] = []
  @usableFromInline var qualifiedNames: [QualifiedName] = []
  @usableFromInline var tableReferences: [TableReference] = []
  @usableFromInline var withClauses: [WithClause] = []
  @usableFromInline var collations: [Name] = []
  @usableFromInline var typeNames: [Text] = []
  @usableFromInline var expressionLists: [ExprID] = []
  @usableFromInline var nameLists: [Name] = []
  @usableFromInline var textLists: [Text] = []
  @usableFromInline var orderingTerms: [OrderingTerm] = []
  @usableFromInline var resultColumns: [ResultColumn] = []
  @usableFromInline var selectArms: [SelectArm] = []
  @usableFromInline var valuesRows: [ValuesRow] = []
  @usableFromInline var tableSources: [TableSource] = []
  @usableFromInline var caseBranches: [CaseBranch] = []
  @usableFromInline var windowLists: [WindowDefinition] = []
  @usableFromInline var commonTables: [CommonTableExpression] = []
  @usableFromInline var upserts: [UpsertClause] = []
  @usableFromInline var assignments: [Assignment] = []
  @usableFromInline var columnDefinitions: [ColumnDefinition] = []
  @usableFromInline var columnConstraints: [ColumnConstraint] = []
  @usableFromInline var tableConstraints: [TableConstraint] = []
  @usableFromInline var statements: [Statement] = []

  /// Makes an empty arena.
  public init() {}

  /// Forgets everything and keeps the memory.
  public mutating func reset() {
    source.removeAll(keepingCapacity: true)
    ownBytes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    parameterCount = 0
    if !expressions.isEmpty { expressions.removeAll(keepingCapacity: true) }
    if !selects.isEmpty { selects.removeAll(keepingCapacity: true) }
    if !functions.isEmpty { functions.removeAll(keepingCapacity: true) }
    if !cases.isEmpty { cases.removeAll(keepingCapacity: true) }
    if !windows.isEmpty { windows.removeAll(keepingCapacity: true) }
    if !parameters.isEmpty { parameters.removeAll(keepingCapacity: true) }
    if !qualifiedNames.isEmpty { qualifiedNames.removeAll(keepingCapacity: true) }
    if !tableReferences.isEmpty { tableReferences.removeAll(keepingCapacity: true) }
    if !withClauses.isEmpty { withClauses.removeAll(keepingCapacity: true) }
    if !collations.isEmpty { collations.removeAll(keepingCapacity: true) }
    if !typeNames.isEmpty { typeNames.removeAll(keepingCapacity: true) }
    if !expressionLists.isEmpty { expressionLists.removeAll(keepingCapacity: true) }
    if !nameLists.isEmpty { nameLists.removeAll(keepingCapacity: true) }
    if !textLists.isEmpty { textLists.removeAll(keepingCapacity: true) }
    if !orderingTerms.isEmpty { orderingTerms.removeAll(keepingCapacity: true) }
    if !resultColumns.isEmpty { resultColumns.removeAll(keepingCapacity: true) }
    if !selectArms.isEmpty { selectArms.removeAll(keepingCapacity: true) }
    if !valuesRows.isEmpty { valuesRows.removeAll(keepingCapacity: true) }
    if !tableSources.isEmpty { tableSources.removeAll(keepingCapacity: true) }
    if !caseBranches.isEmpty { caseBranches.removeAll(keepingCapacity: true) }
    if !windowLists.isEmpty { windowLists.removeAll(keepingCapacity: true) }
    if !commonTables.isEmpty { commonTables.removeAll(keepingCapacity: true) }
    if !upserts.isEmpty { upserts.removeAll(keepingCapacity: true) }
    if !assignments.isEmpty { assignments.removeAll(keepingCapacity: true) }
    if !columnDefinitions.isEmpty { columnDefinitions.removeAll(keepingCapacity: true) }
    if !columnConstraints.isEmpty { columnConstraints.removeAll(keepingCapacity: true) }
    if !tableConstraints.isEmpty { tableConstraints.removeAll(keepingCapacity: true) }
    if !statements.isEmpty { statements.removeAll(keepingCapacity: true) }
  }
}
