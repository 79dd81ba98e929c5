/// The ways to reach the rows of one table through its indexes.
struct IndexSearchPlanner {
  private let planner: AccessPathPlanner
  private let table: TableDefinition
  private let source: BoundSource
  private let indexed: IndexedExpressions?
  private let position: Int
  private let rows: Estimate
  private let prerequisites: SourceSet
  /// The terms of an operand of an OR, which hold together with those of the whole filter.
  private let operand: [PredicateTerm]
  private var isOperand: Bool { !operand.isEmpty }

  init(
    _ planner: AccessPathPlanner, _ table: TableDefinition, _ position: Int, _ rows: Estimate,
    prerequisites: SourceSet, operand: [PredicateTerm] = []
  ) {
    self.planner = planner
    self.table = table
    self.position = position
    self.rows = rows
    self.prerequisites = prerequisites
    source = planner.sources[position]
    indexed = planner.indexed[position]
    self.operand = operand
  }

  /// An index with what is known of it.
  private struct Candidate {
    let facts: IndexFacts
    let fields: IndexFields
    /// The terms that the index's condition makes true.
    let implied: TermSet
    let covers: Bool
    let isPrimary: Bool
    let bounds: [ColumnBound]
    /// 0 when its entries are not scanned.
    var sortKey: Int

    var index: IndexDefinition { facts.index }
    var key: [Int] { fields.key }
    var equalRows: [Estimate] { facts.equalRows }

    /// Rows with equal values in so many fields; of those behind the key nobody knows.
    func rows(after fields: Int) -> Estimate { fields < equalRows.count ? equalRows[fields] : 0 }
  }

  /// A search under construction.
  private struct Search {
    var skipped = 0
    var equal: [ColumnBound] = []
    var lower: ColumnBound?
    var upper: ColumnBound?
    var prerequisites: SourceSet
    var visited: Estimate
    /// How often it is begun: for each combination of members of IN and of values that are left out.
    var runs: Estimate = 0
    var memberships = 0

    var fields: Int { skipped + equal.count }
  }

  /// The paths through one index, none when the query's filter does not imply its condition.
  /// - Parameter sortKey: the index's number, for paths whose order may be the wanted one.
  func paths(
    _ facts: IndexFacts, _ bounds: [ColumnBound], sortKey: Int = 0, _ add: (consuming AccessPath) -> Void
  ) {
    let index = facts.index
    guard let fields = facts.fields ?? fields(of: index) else { return }
    var implied = TermSet()
    if index.isPartial {
      guard let found = impliedTerms(index) else { return }
      implied = found
    }
    let isPrimary = table.isWithoutRowID && index === table.primaryKeyIndex
    var candidate = Candidate(
      facts: facts, fields: fields, implied: implied, covers: isPrimary || covers(index),
      isPrimary: isPrimary,
      bounds: bounds, sortKey: sortKey)
    if isOperand || !planner.mayOrder(index, fields.key, position) { candidate.sortKey = 0 }
    if !isOperand { scan(candidate, add) }
    let start = Search(prerequisites: prerequisites, visited: candidate.equalRows[0])
    extend(start, candidate, add)
  }

  private func fields(of index: IndexDefinition) -> IndexFields? {
    guard let key = index.key(of: table, indexed) else { return nil }
    return IndexFields(key: key, terms: index.hasExpressions ? indexed?.terms(of: index) : nil)
  }

  /// All entries, where that may be better than all rows of the table.
  private func scan(_ candidate: Candidate, _ add: (consuming AccessPath) -> Void) {
    let index = candidate.index
    var isWanted = candidate.sortKey > 0 || table.isWithoutRowID || index.isPartial
    if case .named = source.indexHint { isWanted = true }
    if candidate.covers, !index.isUnordered, candidate.facts.isNarrow { isWanted = true }
    guard isWanted else { return }
    let all = candidate.equalRows[0]
    var cost = all + candidate.facts.entryCost
    if !candidate.covers {
      // The terms that the entry alone answers spare rows of the table.
      var fetched = all + CostModel.tableRow
      for term in planner.analysis.terms where term.origin >= 0 && !term.isImplied {
        guard term.sources == SourceSet(position: position), isHeld(term.expression, index) else { break }
        fetched -= term.isEquality ? 20 : 1
      }
      cost = Estimates.sum(cost, fetched)
    }
    var path = AccessPath(
      method: candidate.isPrimary ? .tableScan : .index(index, equal: [], lower: nil, upper: nil),
      fields: candidate.fields, isCovering: candidate.covers, rows: all, cost: cost,
      prerequisites: prerequisites, sortKey: candidate.sortKey, consumedTerms: candidate.implied,
      entryWidth: candidate.facts.width)
    planner.adjust(&path, position, all: all)
    add(consume path)
  }

  /// Adds the paths that narrow the next field too, and those that leave it out.
  private func extend(_ search: Search, _ candidate: Candidate, _ add: (consuming AccessPath) -> Void) {
    let index = candidate.index
    let field = search.fields
    guard planner.budget.take() else { return }
    guard field < index.storedColumns.count || field < candidate.key.count else { return }
    let isPastKey = field >= candidate.key.count
    if isPastKey, candidate.isPrimary { return }
    let column = isPastKey ? rowIDColumn(index, field) : candidate.key[field]
    guard let column else { return }
    let collation =
      isPastKey
      ? (table.isWithoutRowID ? index.storedColumns[field].collation : .binary)
      : index.columns[field].collation
    let affinity =
      isPastKey
      ? (table.isWithoutRowID ? table.columns[column].affinity : .integer) : affinity(of: field, index)
    guard let affinity else { return }
    for bound in candidate.bounds
    where bound.column == column && bound.collation == collation && bound.suits(affinity) {
      if search.lower != nil, !bound.isUpper || bound.isPattern { continue }
      if index.isUnordered, !bound.isEquality { continue }
      if bound.isPattern, bound.isUpper { continue }
      if bound.operation == .isNull || bound.isNotNull, isNeverNull(column) { continue }
      if bound.isMembership, !mayUse(bound, search, candidate) { continue }
      use(bound, search, candidate, add)
    }
    skip(search, candidate, add)
  }

  private func rowIDColumn(_ index: IndexDefinition, _ field: Int) -> Int? {
    // Behind the key's columns stands the rowid, or what of the primary key is not among them.
    guard table.isWithoutRowID else { return field == index.columns.count ? -1 : nil }
    guard index.storedColumns.indices.contains(field) else { return nil }
    let column = index.storedColumns[field].tableColumn
    return table.columns.indices.contains(column) ? column : nil
  }

  private func isNeverNull(_ column: Int) -> Bool {
    column == -1 || table.columns.indices.contains(column) && table.columns[column].isNotNull
  }

  /// Few rows that a member's test must see are better than many searches
  /// (https://www.sqlite.org/optoverview.html#in).
  private func mayUse(_ bound: ColumnBound, _ search: Search, _ candidate: Candidate) -> Bool {
    let descent = Estimates.descent(candidate.equalRows[0])
    guard !candidate.index.statistics.isEmpty, descent >= 10 else { return true }
    let members = planner.members(bound)
    return candidate.rows(after: search.fields) + Estimates.descent(members) + 10 >= members + descent
      || search.memberships < 2
  }

  private func use(
    _ bound: ColumnBound, _ search: Search, _ candidate: Candidate, _ add: (consuming AccessPath) -> Void
  ) {
    var next = search
    next.prerequisites.formUnion(bound.valueSources)
    var members: Estimate = 0
    if bound.isEquality {
      next.equal.append(bound)
      if bound.isMembership {
        // The columns of one row come together.
        if !search.equal.contains(where: { $0.value === bound.value }) {
          members = planner.members(bound)
          next.memberships += 1
        }
      }
      let field = search.fields
      if let likelihood = bound.likelihood, bound.column >= 0, !findsTheOnlyRow(next, candidate) {
        next.visited += likelihood - members
      } else if let sampled = sampled(next, candidate) {
        next.visited = min(sampled, search.visited) - members
      } else {
        next.visited += candidate.rows(after: field + 1) - candidate.rows(after: field)
        if bound.operation == .isNull { next.visited += 10 }
      }
    } else {
      let bound =
        bound.row.map { bound.withRowLength(length(of: $0, from: search.fields, candidate)) } ?? bound
      if bound.isLower {
        next.lower = bound
        if bound.isPattern {
          next.upper = candidate.bounds.first { $0.isUpper && $0.isPattern && $0.term == bound.term }
        }
      } else {
        next.upper = bound
      }
      next.visited = sampled(next, candidate) ?? CostModel.ranged(search.visited, next.lower, next.upper)
    }
    var cost = Estimates.sum(
      Estimates.descent(candidate.equalRows[0]), next.visited + candidate.facts.entryCost)
    if !candidate.covers { cost = Estimates.sum(cost, next.visited + CostModel.tableRow) }
    let runs = search.runs + members
    add(path(next, candidate, cost: cost + runs, rows: next.visited + runs))
    guard next.upper == nil else { return }
    if !bound.isEquality { next.visited = search.visited }
    next.runs = runs
    extend(next, candidate, add)
  }

  /// The whole query reads one row of one table: nothing else is weighed then.
  private func findsTheOnlyRow(_ search: Search, _ candidate: Candidate) -> Bool {
    planner.analysis.items.count == 1 && candidate.index.isUnique
      && search.equal.count == candidate.index.columns.count
      && search.equal.allSatisfy { $0.operation == .equal }
  }

  /// How many columns of a row lie side by side in an index, and compare as they do there.
  private func length(of row: RowComparison, from field: Int, _ candidate: Candidate) -> Int {
    let index = candidate.index
    var length = 1
    while length < row.left.count, field + length < index.columns.count {
      let key = index.columns[field + length]
      let left = row.left[length]
      guard key.expression == nil, key.isDescending == index.columns[field].isDescending,
        let slot = planner.analysis.slot(left), slot == (position, candidate.key[field + length]),
        // As in SQLite the column's side comes first here, wherever the text has it.
        ComparisonRules.collation(left, row.right[length]) == key.collation,
        ComparisonRules(left, row.right[length]).affinity == left.affinity
      else { break }
      length += 1
    }
    return length
  }

  private func skip(_ search: Search, _ candidate: Candidate, _ add: (consuming AccessPath) -> Void) {
    let index = candidate.index
    let field = search.fields
    guard search.equal.isEmpty, search.lower == nil, field + 1 < index.columns.count, !index.forbidsSkips,
      planner.context.optimizations.contains(.skipScan), candidate.equalRows.count > field + 1,
      !index.statistics.isEmpty, candidate.equalRows[field + 1] >= CostModel.rowsWorthASkip
    else { return }
    var next = search
    next.skipped += 1
    let values = candidate.equalRows[field] - candidate.equalRows[field + 1]
    next.visited -= values
    // Some more, because the estimate is uncertain.
    next.runs += values + 5
    extend(next, candidate, add)
  }

  private func sampled(_ search: Search, _ candidate: Candidate) -> Estimate? {
    guard let samples = candidate.facts.samples, search.skipped == 0,
      search.memberships == 0 || search.equal.count == 1,
      let rows = samples.rows(equal: search.equal, lower: search.lower, upper: search.upper)
    else { return nil }
    return Estimates.of(rows)
  }

  private func path(
    _ search: Search, _ candidate: Candidate, cost: Estimate, rows: Estimate
  ) -> AccessPath {
    let index = candidate.index
    var used = TermSet(search.equal)
    var consumed = candidate.implied
    var prerequisites = search.prerequisites
    prerequisites.remove(SourceSet(position: position))
    var isUnique =
      index.isUnique && search.skipped == 0 && search.equal.count >= index.columns.count
    for bound in search.equal {
      if bound.makesTermTrue || isOfWholeRow(bound, search) { consumed.insert(bound.term) }
      if bound.operation != .equal { isUnique = false }
    }
    if let lower = search.lower {
      used.insert(lower.term)
      if lower.makesTermTrue { consumed.insert(lower.term) }
    }
    if let upper = search.upper {
      used.insert(upper.term)
      if upper.makesTermTrue { consumed.insert(upper.term) }
    }
    var path = AccessPath(
      method: .index(index, equal: search.equal, lower: search.lower, upper: search.upper),
      fields: candidate.fields, skipped: search.skipped, isCovering: candidate.covers, rows: rows, cost: cost,
      prerequisites: prerequisites, usedTerms: used, sortKey: candidate.sortKey, consumedTerms: consumed,
      hasEquality: !search.equal.isEmpty, entryWidth: candidate.facts.width, isUnique: isUnique)
    planner.adjust(&path, position, all: candidate.equalRows[0])
    return path
  }

  /// A row in IN (SELECT …) all of whose columns the search has.
  private func isOfWholeRow(_ bound: ColumnBound, _ search: Search) -> Bool {
    guard bound.operation == .inQuery, bound.membershipWidth > 1, bound.term >= 0 else { return false }
    // (An index on the rowid's column has the rowid behind it: one field of the row may bound both.)
    var fields: Set<Int> = []
    for other in search.equal where other.value === bound.value { fields.insert(other.field) }
    return fields.count == bound.membershipWidth
  }

  /// The terms that a partial index makes true by itself; nil when the filter does not imply its condition.
  private func impliedTerms(_ index: IndexDefinition) -> TermSet? {
    guard !planner.hasRightJoin, let condition = indexed?.terms(of: index)?.condition else { return nil }
    var wanted: [BoundExpression] = []
    condition.conjuncts(into: &wanted)
    // Terms that are true of every row that is wanted.
    let known = operand + planner.analysis.terms.filter { planner.mayNarrow($0, position) }
    var implied = TermSet()
    for part in wanted {
      let rewritten = OrToIn.rewrite(part)
      guard
        let term = known.first(where: {
          Implication.holds($0.expression, part) || $0.expression.isSame(as: rewritten)
        })
      else { return nil }
      // What LIKE answers may have been something else when the index was written: the rows are tested again.
      if !isOperand, !term.expression.callsLike, term.expression.isSame(as: part),
        let number = planner.analysis.terms.firstIndex(where: { $0.expression === term.expression })
      {
        implied.insert(number)
      }
    }
    return implied
  }

  private func affinity(of field: Int, _ index: IndexDefinition) -> Affinity? {
    if index.columns[field].expression != nil {
      return indexed?.terms(of: index)?.fields[field].affinity
    }
    let column = index.columns[field].tableColumn
    if column == -1 { return .integer }
    return table.columns.indices.contains(column) ? table.columns[column].affinity : nil
  }

  // MARK: Covering

  private func covers(_ index: IndexDefinition) -> Bool {
    if table.generated != nil, usesGenerated {
      // As in SQLite, whoever reads a generated column may read what it is computed from. An index that holds the
      // column delivers it all the same, and the row is not looked up for it.
      return table.columns.indices.allSatisfy { column in
        table.columns[column].generated != .virtual && delivers(column, index)
      }
    }
    if source.usedColumns.isSubset(ofColumns: { delivers($0, index) }, count: table.columns.count) {
      return true
    }
    return index.hasExpressions && coversExpressions(index)
  }

  /// The entry alone tells whether a term holds.
  private func isHeld(_ expression: BoundExpression, _ index: IndexDefinition) -> Bool {
    if expression.hasSubquery { return false }
    var answer = true
    expression.walk { node in
      if case .column(let owner, let column) = node.kind, owner === source, column >= 0,
        !isHeld(column, index)
      {
        answer = false
      }
    }
    return answer
  }

  private func isHeld(_ column: Int, _ index: IndexDefinition) -> Bool {
    column == table.rowIDAlias && !table.isWithoutRowID
      || index.storedColumns.contains { $0.tableColumn == column }
  }

  /// Whether SQLite would read a column from the index. It forgets the key of a table without rowid at the end of the indexes of
  /// UNIQUE constraints, which it makes before it knows that the table has none.
  private func delivers(_ column: Int, _ index: IndexDefinition) -> Bool {
    guard table.isWithoutRowID, index.origin == .unique else { return isHeld(column, index) }
    return index.columns.contains { $0.tableColumn == column }
  }

  private var usesGenerated: Bool {
    table.columns.indices.contains { table.columns[$0].generated != nil && source.usedColumns.contains($0) }
  }

  /// All that is read of the item are the index's expressions and columns.
  private func coversExpressions(_ index: IndexDefinition) -> Bool {
    guard let readers = planner.readers, let terms = indexed?.terms(of: index), !source.isNullable,
      source.join == .inner || source.join == .cross
    else { return false }
    let expressions = index.columns.indices.filter { index.columns[$0].expression != nil }
      .map { terms.fields[$0].withoutCollate }.filter { !$0.mayHaveSubtype }
    func isHeld(_ expression: BoundExpression) -> Bool {
      if expressions.contains(where: { $0.isSame(as: expression) }) { return true }
      if case .column(let owner, let column) = expression.kind, owner === source {
        return column < 0 || self.isHeld(column, index)
      }
      if let query = expression.subquery, query.outerSources.contains(where: { $0 === source }) {
        return false
      }
      var answer = true
      expression.forEachOperand { if answer, !isHeld($0) { answer = false } }
      return answer
    }
    return readers.allSatisfy(isHeld) && planner.analysis.terms.allSatisfy { isHeld($0.expression) }
  }
}
