/// The members of `IN (SELECT column FROM table)`, where the table's own tree or an index of it has them in order: nothing need be gathered
/// (https://www.sqlite.org/eqp.html).
struct StoredMembers {
  let table: TableDefinition
  /// The index whose first column they are; nil: they are the rowids.
  let index: IndexDefinition?
  let isDescending: Bool
  let mayHoldNull: Bool
  /// Under which a value is compared with them.
  let affinity: Affinity

  /// Each member stands there once.
  var isOrderedSet: Bool {
    guard let index else { return true }
    return index.isUnique && index.columns.count == 1
  }

  /// - Parameter collation: of the comparison.
  /// - Returns: nil when the query is more than a column of a whole table, or no index suits.
  init?(_ value: BoundExpression, _ query: BoundQuery, _ generator: CodeGenerator, _ collation: Collation) {
    // (A program that writes might write there.)
    let mayBeWritten = !generator.borrowsColumns || generator.isGuest
    if mayBeWritten, generator.context.authorization == nil { return nil }
    self.init(of: value, query, generator, collation)
    guard mayBeWritten else { return }
    // SQLite reads them where they stand all the same, and asks for no SELECT.
    _ = generator.context.authorization?.isNew(query)
    return nil
  }

  private init?(
    of value: BoundExpression, _ query: BoundQuery, _ generator: CodeGenerator, _ collation: Collation
  ) {
    guard generator.context.optimizations.contains(.membersByIndex), !query.isCorrelated,
      query.limit == nil, query.offset == nil, let select = query.singleSelect, !select.isDistinct,
      !select.isAggregate, select.groupBy.isEmpty, select.having == nil, select.filter.isEmpty,
      select.windows.isEmpty, select.sources.count == 1, select.output.count == 1,
      case .table(let table) = select.sources[0].kind, case .none = select.sources[0].indexHint,
      case .column(let owner, let column) = select.output[0].kind, owner === select.sources[0]
    else { return nil }
    self.table = table
    affinity = ComparisonRules.affinity(value.affinity, query.operandAffinity(0))
    if owner.isRowID(column) {
      index = nil
      isDescending = false
      mayHoldNull = false
      return
    }
    guard table.columns.indices.contains(column), table.columns[column].generated == nil else { return nil }
    let stored = table.columns[column].affinity
    switch affinity {
    case .none, .blob: break
    case .text: guard stored == .text else { return nil }
    case .numeric, .integer, .real: guard stored.isNumeric else { return nil }
    }
    let found = generator.context.catalogs.indexes(of: table).first { index in
      guard !index.isPartial, let first = index.columns.first, first.expression == nil else { return false }
      return first.tableColumn == column && first.collation == collation
        && !(table.isWithoutRowID && index === table.primaryKeyIndex)
    }
    guard let found else { return nil }
    index = found
    isDescending = found.columns[0].isDescending
    mayHoldNull = !table.columns[column].isNotNull
  }
}
