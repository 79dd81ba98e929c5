// Reading and adding lists of nodes: `ast[list]` is the slice of the flat array.

extension AST {
  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<ExprID>) -> ArraySlice<ExprID> { expressionLists[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<ExprID>) -> NodeList<ExprID> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: expressionLists.count)
    expressionLists.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<Name>) -> ArraySlice<Name> { nameLists[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<Name>) -> NodeList<Name> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: nameLists.count)
    nameLists.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<Text>) -> ArraySlice<Text> { textLists[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<Text>) -> NodeList<Text> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: textLists.count)
    textLists.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<OrderingTerm>) -> ArraySlice<OrderingTerm> { orderingTerms[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<OrderingTerm>) -> NodeList<OrderingTerm> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: orderingTerms.count)
    orderingTerms.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<ResultColumn>) -> ArraySlice<ResultColumn> { resultColumns[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<ResultColumn>) -> NodeList<ResultColumn> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: resultColumns.count)
    resultColumns.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<SelectArm>) -> ArraySlice<SelectArm> { selectArms[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<SelectArm>) -> NodeList<SelectArm> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: selectArms.count)
    selectArms.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<ValuesRow>) -> ArraySlice<ValuesRow> { valuesRows[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<ValuesRow>) -> NodeList<ValuesRow> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: valuesRows.count)
    valuesRows.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<TableSource>) -> ArraySlice<TableSource> { tableSources[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<TableSource>) -> NodeList<TableSource> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: tableSources.count)
    tableSources.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<CaseBranch>) -> ArraySlice<CaseBranch> { caseBranches[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<CaseBranch>) -> NodeList<CaseBranch> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: caseBranches.count)
    caseBranches.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<WindowDefinition>) -> ArraySlice<WindowDefinition> {
    windowLists[list.indices]
  }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<WindowDefinition>) -> NodeList<WindowDefinition> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: windowLists.count)
    windowLists.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<CommonTableExpression>) -> ArraySlice<CommonTableExpression> {
    commonTables[list.indices]
  }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<CommonTableExpression>) -> NodeList<
    CommonTableExpression
  > {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: commonTables.count)
    commonTables.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<UpsertClause>) -> ArraySlice<UpsertClause> { upserts[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<UpsertClause>) -> NodeList<UpsertClause> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: upserts.count)
    upserts.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<Assignment>) -> ArraySlice<Assignment> { assignments[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<Assignment>) -> NodeList<Assignment> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: assignments.count)
    assignments.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<ColumnDefinition>) -> ArraySlice<ColumnDefinition> {
    columnDefinitions[list.indices]
  }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<ColumnDefinition>) -> NodeList<ColumnDefinition> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: columnDefinitions.count)
    columnDefinitions.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<ColumnConstraint>) -> ArraySlice<ColumnConstraint> {
    columnConstraints[list.indices]
  }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<ColumnConstraint>) -> NodeList<ColumnConstraint> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: columnConstraints.count)
    columnConstraints.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<TableConstraint>) -> ArraySlice<TableConstraint> {
    tableConstraints[list.indices]
  }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<TableConstraint>) -> NodeList<TableConstraint> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: tableConstraints.count)
    tableConstraints.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }

  /// The elements of a list.
  @inlinable
  public subscript(list: NodeList<Statement>) -> ArraySlice<Statement> { statements[list.indices] }

  /// Adds a list.
  @inlinable
  public mutating func addList(_ elements: some Collection<Statement>) -> NodeList<Statement> {
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: statements.count)
    statements.append(contentsOf: elements)
    return NodeList(start: start, count: Int32(truncatingIfNeeded: elements.count))
  }
}
