// Moving a finished list from its stack to the arena.

extension Parser {
  /// Moves the elements of `stack` from `mark` on to `table` and returns their range.
  @inline(__always)
  private static func move<Element: BitwiseCopyable>(
    _ stack: inout ScratchStack<Element>, from mark: Int, to table: inout [Element]
  ) -> NodeList<Element> {
    let elements = stack.elements(from: mark)
    if elements.isEmpty { return .empty }
    let start = Int32(truncatingIfNeeded: table.count)
    if elements.count == 1 { table.append(elements[0]) } else { table.append(contentsOf: elements) }
    let count = Int32(truncatingIfNeeded: elements.count)
    stack.truncate(to: mark)
    return NodeList(start: start, count: count)
  }

  /// Finishes the list of `expressions` that began at `mark`.
  mutating func takeExpressions(from mark: Int) -> NodeList<ExprID> {
    Self.move(&scratch.expressions, from: mark, to: &ast.expressionLists)
  }

  /// Finishes the list of `names` that began at `mark`.
  mutating func takeNames(from mark: Int) -> NodeList<Name> {
    Self.move(&scratch.names, from: mark, to: &ast.nameLists)
  }

  /// Finishes the list of `texts` that began at `mark`.
  mutating func takeTexts(from mark: Int) -> NodeList<Text> {
    Self.move(&scratch.texts, from: mark, to: &ast.textLists)
  }

  /// Finishes the list of `orderingTerms` that began at `mark`.
  mutating func takeOrderingTerms(from mark: Int) -> NodeList<OrderingTerm> {
    Self.move(&scratch.orderingTerms, from: mark, to: &ast.orderingTerms)
  }

  /// Finishes the list of `resultColumns` that began at `mark`.
  mutating func takeResultColumns(from mark: Int) -> NodeList<ResultColumn> {
    Self.move(&scratch.resultColumns, from: mark, to: &ast.resultColumns)
  }

  /// Finishes the list of `arms` that began at `mark`.
  mutating func takeArms(from mark: Int) -> NodeList<SelectArm> {
    Self.move(&scratch.arms, from: mark, to: &ast.selectArms)
  }

  /// Finishes the list of `rows` that began at `mark`.
  mutating func takeRows(from mark: Int) -> NodeList<ValuesRow> {
    Self.move(&scratch.rows, from: mark, to: &ast.valuesRows)
  }

  /// Finishes the list of `sources` that began at `mark`.
  mutating func takeSources(from mark: Int) -> NodeList<TableSource> {
    Self.move(&scratch.sources, from: mark, to: &ast.tableSources)
  }

  /// Finishes the list of `branches` that began at `mark`.
  mutating func takeBranches(from mark: Int) -> NodeList<CaseBranch> {
    Self.move(&scratch.branches, from: mark, to: &ast.caseBranches)
  }

  /// Finishes the list of `windows` that began at `mark`.
  mutating func takeWindows(from mark: Int) -> NodeList<WindowDefinition> {
    Self.move(&scratch.windows, from: mark, to: &ast.windowLists)
  }

  /// Finishes the list of `tables` that began at `mark`.
  mutating func takeTables(from mark: Int) -> NodeList<CommonTableExpression> {
    Self.move(&scratch.tables, from: mark, to: &ast.commonTables)
  }

  /// Finishes the list of `upserts` that began at `mark`.
  mutating func takeUpserts(from mark: Int) -> NodeList<UpsertClause> {
    Self.move(&scratch.upserts, from: mark, to: &ast.upserts)
  }

  /// Finishes the list of `assignments` that began at `mark`.
  mutating func takeAssignments(from mark: Int) -> NodeList<Assignment> {
    Self.move(&scratch.assignments, from: mark, to: &ast.assignments)
  }

  /// Finishes the list of `columns` that began at `mark`.
  mutating func takeColumns(from mark: Int) -> NodeList<ColumnDefinition> {
    Self.move(&scratch.columns, from: mark, to: &ast.columnDefinitions)
  }

  /// Finishes the list of `columnConstraints` that began at `mark`.
  mutating func takeColumnConstraints(from mark: Int) -> NodeList<ColumnConstraint> {
    Self.move(&scratch.columnConstraints, from: mark, to: &ast.columnConstraints)
  }

  /// Finishes the list of `tableConstraints` that began at `mark`.
  mutating func takeTableConstraints(from mark: Int) -> NodeList<TableConstraint> {
    Self.move(&scratch.tableConstraints, from: mark, to: &ast.tableConstraints)
  }

  /// Finishes the list of `statements` that began at `mark`.
  mutating func takeStatements(from mark: Int) -> NodeList<Statement> {
    Self.move(&scratch.statements, from: mark, to: &ast.statements)
  }
}
