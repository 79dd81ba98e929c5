/// What the indexes of one FROM item say in expressions: their keys and conditions, bound over the item.
///
/// The planner works with numbers of columns. An indexed expression gets a number below that of the rowid, the same in every index that
/// has it.
struct IndexedExpressions {
  /// Expression n has the number `first - n`.
  private static let first = -2

  private let terms: [ObjectIdentifier: IndexTerms]
  private let expressions: [BoundExpression]

  /// nil when no index of the item needs it.
  init?(_ source: BoundSource, _ context: CompilationContext) {
    guard case .table(let table) = source.kind else { return nil }
    let switches = context.optimizations
    var terms: [ObjectIdentifier: IndexTerms] = [:]
    var expressions: [BoundExpression] = []
    for index in context.catalogs.indexes(of: table) where index.hasExpressions || index.isPartial {
      guard switches.contains(.expressionIndexes) || !index.hasExpressions,
        switches.contains(.partialIndexes) || !index.isPartial,
        // What cannot be bound, such as a function that is not there, cannot be asked for either.
        let bound = try? IndexTerms(index, over: source, context: context)
      else { continue }
      terms[ObjectIdentifier(index)] = bound
      for (position, column) in index.columns.enumerated() where column.expression != nil {
        let expression = bound.fields[position].withoutCollate
        if !expressions.contains(where: { $0.isSame(as: expression) }) { expressions.append(expression) }
      }
    }
    guard !terms.isEmpty else { return nil }
    self.terms = terms
    self.expressions = expressions
  }

  /// The number of an expression that some index has as a key.
  func number(of expression: BoundExpression) -> Int? {
    expressions.firstIndex { $0.isSame(as: expression) }.map { Self.first - $0 }
  }

  func terms(of index: IndexDefinition) -> IndexTerms? { terms[ObjectIdentifier(index)] }
}

extension IndexDefinition {
  /// The numbers of the key's columns: -1 the rowid, below it indexed expressions. nil when the index cannot be used.
  func key(of table: TableDefinition, _ indexed: IndexedExpressions?) -> [Int]? {
    guard hasExpressions || isPartial else {
      return columns.map { number($0.tableColumn, table) }
    }
    guard let indexed, let terms = indexed.terms(of: self) else { return nil }
    var key: [Int] = []
    for (position, column) in columns.enumerated() {
      if column.expression == nil {
        key.append(number(column.tableColumn, table))
      } else {
        guard let number = indexed.number(of: terms.fields[position].withoutCollate) else { return nil }
        key.append(number)
      }
    }
    return key
  }

  private func number(_ column: Int, _ table: TableDefinition) -> Int {
    column == table.rowIDAlias && !table.isWithoutRowID ? -1 : column
  }
}
