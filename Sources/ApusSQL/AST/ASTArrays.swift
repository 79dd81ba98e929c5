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
    if !source.isEmpty { source.removeLast(source.count) }
    if !ownBytes.isEmpty { ownBytes.removeLast(ownBytes.count) }
    if !ranges.isEmpty { ranges.removeLast(ranges.count) }
    parameterCount = 0
    if !expressions.isEmpty { expressions.removeLast(expressions.count) }
    if !selects.isEmpty { selects.removeLast(selects.count) }
    if !functions.isEmpty { functions.removeLast(functions.count) }
    if !cases.isEmpty { cases.removeLast(cases.count) }
    if !windows.isEmpty { windows.removeLast(windows.count) }
    if !parameters.isEmpty { parameters.removeLast(parameters.count) }
    if !qualifiedNames.isEmpty { qualifiedNames.removeLast(qualifiedNames.count) }
    if !tableReferences.isEmpty { tableReferences.removeLast(tableReferences.count) }
    if !withClauses.isEmpty { withClauses.removeLast(withClauses.count) }
    if !collations.isEmpty { collations.removeLast(collations.count) }
    if !typeNames.isEmpty { typeNames.removeLast(typeNames.count) }
    if !expressionLists.isEmpty { expressionLists.removeLast(expressionLists.count) }
    if !nameLists.isEmpty { nameLists.removeLast(nameLists.count) }
    if !textLists.isEmpty { textLists.removeLast(textLists.count) }
    if !orderingTerms.isEmpty { orderingTerms.removeLast(orderingTerms.count) }
    if !resultColumns.isEmpty { resultColumns.removeLast(resultColumns.count) }
    if !selectArms.isEmpty { selectArms.removeLast(selectArms.count) }
    if !valuesRows.isEmpty { valuesRows.removeLast(valuesRows.count) }
    if !tableSources.isEmpty { tableSources.removeLast(tableSources.count) }
    if !caseBranches.isEmpty { caseBranches.removeLast(caseBranches.count) }
    if !windowLists.isEmpty { windowLists.removeLast(windowLists.count) }
    if !commonTables.isEmpty { commonTables.removeLast(commonTables.count) }
    if !upserts.isEmpty { upserts.removeLast(upserts.count) }
    if !assignments.isEmpty { assignments.removeLast(assignments.count) }
    if !columnDefinitions.isEmpty { columnDefinitions.removeLast(columnDefinitions.count) }
    if !columnConstraints.isEmpty { columnConstraints.removeLast(columnConstraints.count) }
    if !tableConstraints.isEmpty { tableConstraints.removeLast(tableConstraints.count) }
    if !statements.isEmpty { statements.removeLast(statements.count) }
  }
}
