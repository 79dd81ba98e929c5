/// The flat arrays of an ``AST``.
@usableFromInline
struct ASTArrays: Sendable {
  @usableFromInline var source: [UInt8] = []
  @usableFromInline var ownBytes: [UInt8] = []
  @usableFromInline var ranges: [SourceRange] = []
  @usableFromInline var parameterCount: Int32 = 0
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

  @usableFromInline
  init() {
    expressions.reserveCapacity(16)
    ranges.reserveCapacity(16)
  }

  /// Forgets everything and keeps the memory.
  mutating func reset() {
    if !source.isEmpty { source.empty() }
    if !ownBytes.isEmpty { ownBytes.empty() }
    if !ranges.isEmpty { ranges.empty() }
    parameterCount = 0
    if !expressions.isEmpty { expressions.empty() }
    if !selects.isEmpty { selects.empty() }
    if !functions.isEmpty { functions.empty() }
    if !cases.isEmpty { cases.empty() }
    if !windows.isEmpty { windows.empty() }
    if !parameters.isEmpty { parameters.empty() }
    if !qualifiedNames.isEmpty { qualifiedNames.empty() }
    if !tableReferences.isEmpty { tableReferences.empty() }
    if !withClauses.isEmpty { withClauses.empty() }
    if !collations.isEmpty { collations.empty() }
    if !typeNames.isEmpty { typeNames.empty() }
    if !expressionLists.isEmpty { expressionLists.empty() }
    if !nameLists.isEmpty { nameLists.empty() }
    if !textLists.isEmpty { textLists.empty() }
    if !orderingTerms.isEmpty { orderingTerms.empty() }
    if !resultColumns.isEmpty { resultColumns.empty() }
    if !selectArms.isEmpty { selectArms.empty() }
    if !valuesRows.isEmpty { valuesRows.empty() }
    if !tableSources.isEmpty { tableSources.empty() }
    if !caseBranches.isEmpty { caseBranches.empty() }
    if !windowLists.isEmpty { windowLists.empty() }
    if !commonTables.isEmpty { commonTables.empty() }
    if !upserts.isEmpty { upserts.empty() }
    if !assignments.isEmpty { assignments.empty() }
    if !columnDefinitions.isEmpty { columnDefinitions.empty() }
    if !columnConstraints.isEmpty { columnConstraints.empty() }
    if !tableConstraints.isEmpty { tableConstraints.empty() }
    if !statements.isEmpty { statements.empty() }
  }
}

extension Array {
  /// Removes all members and keeps the memory. A few of them one by one: the general way costs as much as twenty.
  @inline(__always)
  fileprivate mutating func empty() {
    if count <= 8 {
      while !isEmpty { removeLast() }
    } else {
      removeLast(count)
    }
  }
}
