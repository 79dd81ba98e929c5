/// One term of the conjunction that filters a join, with what the planner needs to know of it. A class, as `ColumnBound` is: both are handed
/// around and never change.
final class PredicateTerm {
  let expression: BoundExpression
  /// The FROM items that must be open before the term can be tested.
  let sources: SourceSet
  /// For a term of an outer join's ON clause: that join's right item.
  let joinOwner: Int?
  /// The number of the term of the statement's text that it is of: BETWEEN is two terms.
  let origin: Int
  /// It follows from others, and need not be tested.
  let isImplied: Bool
  /// Ways in which the term narrows a column of one item.
  let bounds: [ColumnBound]
  /// What likely(), unlikely() or likelihood() says of it: how many rows it leaves, as a factor.
  let likelihood: Estimate?

  init(
    expression: BoundExpression, sources: SourceSet, joinOwner: Int?, origin: Int, isImplied: Bool,
    bounds: [ColumnBound], likelihood: Estimate?
  ) {
    self.expression = expression
    self.sources = sources
    self.joinOwner = joinOwner
    self.origin = origin
    self.isImplied = isImplied
    self.bounds = bounds
    self.likelihood = likelihood
    if let likelihood { for bound in bounds { bound.likelihood = likelihood } }
  }

  /// It says that a column equals something.
  var isEquality: Bool { bounds.contains(where: \.isSingleValue) }

  /// For an equality: whether it is with -1, 0 or 1, of which there may be many.
  var equalsSmallNumber: Bool? {
    guard isEquality else { return nil }
    guard case .comparison(_, _, let right) = expression.kind else { return false }
    switch right.kind {
    case .constant(.integer(let number)): return number >= -1 && number <= 1
    case .negate(let operand):
      guard case .constant(.integer(let number)) = operand.kind else { return false }
      return number == 0 || number == 1
    default: return false
    }
  }
}

/// `column op value` read out of a term: an index on the column can use it once `valueSources` are open.
final class ColumnBound {
  enum Operation { case equal, isEqual, less, lessOrEqual, greater, greaterOrEqual, inList, inQuery, isNull }

  let source: Int
  /// -1: the rowid; below it an indexed expression (`IndexedExpressions`).
  let column: Int
  let operation: Operation
  /// What the column is compared with; for IN the whole IN expression.
  let value: BoundExpression
  let valueSources: SourceSet
  let collation: Collation
  /// The affinity under which the comparison is made.
  let affinity: Affinity
  /// Which term of the join's list it came from; -1 for one of another list.
  let term: Int
  /// An end of the range that LIKE or GLOB implies: the term itself is still to be tested, and blobs are in a range of their own.
  let isPattern: Bool
  /// It leaves more rows than its term, which is still to be tested.
  let isLoose: Bool
  /// The right side of a comparison of two columns.
  let isCommuted: Bool
  /// IS NOT NULL: all that is greater than NULL.
  let isNotNull: Bool
  /// An end of the range of a row: the column is its first on the left.
  let row: RowComparison?
  /// How many of the row's columns an index bounds.
  let rowLength: Int
  /// For a row in IN (SELECT …): which of its columns it is.
  let field: Int
  /// That of its term, which sets it once.
  fileprivate(set) var likelihood: Estimate?

  init(
    source: Int, column: Int, operation: Operation, value: BoundExpression, valueSources: SourceSet,
    collation: Collation, affinity: Affinity, term: Int, isPattern: Bool = false, isLoose: Bool = false,
    isCommuted: Bool = false, isNotNull: Bool = false, row: RowComparison? = nil, rowLength: Int = 1,
    field: Int = 0
  ) {
    self.source = source
    self.column = column
    self.operation = operation
    self.value = value
    self.valueSources = valueSources
    self.collation = collation
    self.affinity = affinity
    self.term = term
    self.isPattern = isPattern
    self.isLoose = isLoose
    self.isCommuted = isCommuted
    self.isNotNull = isNotNull
    self.row = row
    self.rowLength = rowLength
    self.field = field
  }

  /// How many columns its row has, where that is in IN (SELECT …); else 1.
  var membershipWidth: Int {
    if case .inQuery(let operands, _, _) = value.kind { return operands.count }
    return 1
  }

  /// The same of a term of another list.
  func ofOtherList() -> ColumnBound { copy(term: -1, isLoose: isLoose, rowLength: rowLength) }

  /// The same for an index that has so many of the row's columns.
  func withRowLength(_ length: Int) -> ColumnBound { copy(term: term, isLoose: isLoose, rowLength: length) }

  /// The same, implied by its term.
  func implied() -> ColumnBound { copy(term: term, isLoose: true, rowLength: rowLength) }

  private func copy(term: Int, isLoose: Bool, rowLength: Int) -> ColumnBound {
    let copy = ColumnBound(
      source: source, column: column, operation: operation, value: value, valueSources: valueSources,
      collation: collation, affinity: affinity, term: term, isPattern: isPattern, isLoose: isLoose,
      isCommuted: isCommuted, isNotNull: isNotNull, row: row, rowLength: rowLength, field: field)
    copy.likelihood = likelihood
    return copy
  }

  var isEquality: Bool {
    switch operation {
    case .equal, .isEqual, .inList, .inQuery, .isNull: true
    default: false
    }
  }

  /// A search for it leaves nothing to test.
  var makesTermTrue: Bool { term >= 0 && !isPattern && !isLoose }

  /// `=` or IS: one value, unlike IN.
  var isSingleValue: Bool { operation == .equal || operation == .isEqual }
  var isMembership: Bool { operation == .inList || operation == .inQuery }
  var isLower: Bool { operation == .greater || operation == .greaterOrEqual }
  var isUpper: Bool { operation == .less || operation == .lessOrEqual }

  /// Whether an index column of this affinity finds what the comparison means: values in the index are stored under
  /// the column's affinity, so a comparison under another one may call equal what the index keeps apart.
  func suits(_ columnAffinity: Affinity) -> Bool {
    switch affinity {
    case .none, .blob: true
    case .text: columnAffinity == .text
    case .numeric, .integer, .real: columnAffinity.isNumeric
    }
  }
}

/// What a term says of the number of rows: equality is taken to leave a quarter, or half of them when it is with -1, 0 or 1; each other term a
/// little.
struct TermWeight: BitwiseCopyable {
  /// Empty for what does not count: what follows from other terms, and the second half of BETWEEN.
  let sources: SourceSet
  let origin: Int
  let reduction: Estimate
  /// What the text says instead.
  let likelihood: Estimate?

  init(_ term: PredicateTerm, number: Int) {
    origin = term.origin
    // What ON says concerns the items of its join.
    let owner = term.joinOwner.map { SourceSet(position: $0) } ?? []
    sources = term.origin == number && !term.isImplied ? term.sources.union(owner) : []
    likelihood = term.likelihood
    reduction = term.likelihood == nil ? term.equalsSmallNumber.map { $0 ? 10 : 20 } ?? 0 : 0
  }
}

/// Splits and analyses the filters of one SELECT.
struct PredicateAnalysis {
  /// The FROM items of the join.
  let items: [BoundSource]
  private let indexed: [IndexedExpressions?]
  private let hasExpressions: Bool
  private let context: CompilationContext
  private(set) var terms: [PredicateTerm] = []
  /// How each term of the text counts for the rows that pass it, by its number.
  private(set) var weights: [TermWeight] = []

  init(
    _ sources: [BoundSource], filter: [BoundExpression], indexed: [IndexedExpressions?],
    context: CompilationContext
  ) {
    items = sources
    self.indexed = indexed
    self.context = context
    hasExpressions = indexed.contains { $0 != nil }
    for (index, source) in sources.enumerated() { source.position = index }
    terms.reserveCapacity(filter.count)
    for expression in filter { add(whole: expression, owner: nil) }
    if sources.count > 1, filter.count > 1, context.optimizations.contains(.equalityTransfer) {
      for expression in EqualityTransfer.implied(by: filter) { add(expression, owner: nil, isImplied: true) }
    }
    for (index, source) in sources.enumerated() {
      for expression in source.joinFilter { add(whole: expression, owner: index) }
    }
  }

  /// The terms of one operand of an OR in `other`'s filter.
  init(_ other: PredicateAnalysis, operand: BoundExpression, owner: Int?) {
    items = other.items
    indexed = other.indexed
    hasExpressions = other.hasExpressions
    context = other.context
    var conjuncts: [BoundExpression] = []
    operand.conjuncts(into: &conjuncts)
    for expression in conjuncts { add(whole: expression, owner: owner) }
  }

  /// The position of an item of this join; nil for an item of an enclosing query.
  private func position(of source: BoundSource) -> Int? {
    let position = source.position
    return position < items.count && items[position] === source ? position : nil
  }

  /// The items of this join that an expression reads.
  func sources(of expression: BoundExpression) -> SourceSet {
    // What most terms are of needs no walk.
    switch expression.kind {
    case .constant, .parameter: return []
    case .column(let source, _): return set(of: source)
    case .comparison(_, let left, let right): return sources(of: left).union(sources(of: right))
    default:
      var found = SourceSet()
      expression.forEachSource { found.formUnion(set(of: $0)) }
      return found
    }
  }

  private func set(of source: BoundSource) -> SourceSet {
    position(of: source).map { SourceSet(position: $0) } ?? []
  }

  /// A term as the text has it: what stands in likely() is looked at, what that says counts.
  private mutating func add(whole expression: BoundExpression, owner: Int?) {
    let condition = expression.withoutLikelihood
    guard condition !== expression, case .function(let call) = expression.kind else {
      return add(condition, owner: owner)
    }
    add(condition, owner: owner, likelihood: call.likelihood)
  }

  private mutating func add(
    _ expression: BoundExpression, owner: Int?, origin: Int? = nil, isImplied: Bool = false,
    likelihood: Estimate? = nil
  ) {
    // x BETWEEN a AND b narrows like its two comparisons, and they can be tested one by one.
    if case .between(let value, let low, let high, negated: false) = expression.kind,
      slot(value) != nil || value.isPlainConstant && (slot(low) != nil || slot(high) != nil)
    {
      let origin = terms.count
      add(
        expression.replacing(.comparison(.ge, value, low)), owner: owner, origin: origin,
        likelihood: likelihood)
      add(
        expression.replacing(.comparison(.le, value, high)), owner: owner, origin: origin,
        likelihood: likelihood)
      return
    }
    let index = terms.count
    let term = PredicateTerm(
      expression: expression, sources: sources(of: expression), joinOwner: owner,
      origin: origin ?? index, isImplied: isImplied, bounds: bounds(of: expression, term: index),
      likelihood: likelihood)
    terms.append(term)
    weights.append(TermWeight(term, number: index))
  }

  private func bounds(of expression: BoundExpression, term: Int) -> [ColumnBound] {
    var found: [ColumnBound] = []
    switch expression.kind {
    case .comparison(let op, let left, let right): return bounds(op, left, right, term)
    case .isNull(let operand, negated: false):
      guard let (source, column) = slot(operand) else { break }
      let value = operand.replacing(.constant(.null))
      let rules = ComparisonRules(operand, value)
      found.append(
        ColumnBound(
          source: source, column: column, operation: .isNull, value: value, valueSources: [],
          collation: rules.collation, affinity: rules.affinity, term: term))
    case .isNull(let operand, negated: true):
      // An index has NULLs before all else.
      guard case .column = operand.kind, let (source, column) = slot(operand), column >= 0 else { break }
      found.append(
        ColumnBound(
          source: source, column: column, operation: .greater, value: operand.replacing(.constant(.null)),
          valueSources: [], collation: operand.collation?.collation ?? .binary, affinity: .none, term: term,
          isNotNull: true))
    case .inList(let operand, let items, negated: false):
      guard let (source, column) = slot(operand) else { break }
      var set = SourceSet()
      for item in items { set.formUnion(sources(of: item)) }
      found.append(
        ColumnBound(
          source: source, column: column, operation: .inList, value: expression, valueSources: set,
          collation: operand.collation?.collation ?? .binary, affinity: operand.affinity, term: term))
    case .inQuery(let operands, let reference, negated: false):
      guard operands.count == 1 || isRowSearchable(reference.query) else { break }
      var set = SourceSet()
      for outer in reference.query.outerSources {
        if let position = position(of: outer) { set.insert(SourceSet(position: position)) }
      }
      for (field, operand) in operands.enumerated() {
        guard let (source, column) = slot(operand) else { continue }
        let other = reference.query.columns.indices.contains(field) ? reference.query.columns[field] : nil
        let affinity = ComparisonRules.affinity(operand.affinity, other?.affinity ?? .none)
        // What the other columns of the row are is still to be tested, unless an index has them all.
        found.append(
          ColumnBound(
            source: source, column: column, operation: .inQuery, value: expression, valueSources: set,
            collation: operand.collation?.collation ?? .binary, affinity: affinity, term: term,
            isLoose: operands.count > 1, field: field))
      }
    case .or:
      if let row = RowComparison.read(expression) {
        append(row, expression, term, &found)
        append(row.swapped, expression, term, &found)
      } else if context.optimizations.contains(.orAsMembership),
        let membership = OrToIn.membership(expression)
      {
        found = bounds(of: membership, term: term)
      } else {
        for comparison in CommonRange.comparisons(impliedBy: expression) {
          for bound in bounds(of: comparison, term: term) { found.append(bound.implied()) }
        }
      }
    case .function: appendPattern(expression, term, &found)
    default: break
    }
    return found
  }

  /// The rows of a subquery can be sought one by one: as in SQLite not those of a compound, nor where windows make them.
  private func isRowSearchable(_ query: BoundQuery) -> Bool {
    guard context.optimizations.contains(.rowMembership), query.parts.count == 1 else { return false }
    if case .select(let select) = query.parts[0].core { return select.windows.isEmpty }
    return true
  }

  /// LIKE and GLOB: the two ends of what the pattern can match.
  private func appendPattern(_ expression: BoundExpression, _ term: Int, _ found: inout [ColumnBound]) {
    guard context.optimizations.contains(.patternRanges),
      let range = PatternRange(
        expression, isCaseSensitive: context.isLikeCaseSensitive, encoding: context.encoding),
      let (source, column) = slot(range.value), column != -1
    else { return }
    for (operation, text) in [
      (ColumnBound.Operation.greaterOrEqual, range.lower), (ColumnBound.Operation.less, range.upper),
    ] {
      // The texts look like no number: no affinity changes them.
      found.append(
        ColumnBound(
          source: source, column: column, operation: operation,
          value: expression.replacing(.constant(.text(text))), valueSources: [],
          collation: range.collation, affinity: .blob, term: term, isPattern: true))
    }
  }

  private func append(
    _ row: RowComparison, _ whole: BoundExpression, _ term: Int, _ found: inout [ColumnBound]
  ) {
    guard let operation = Self.operation(row.operation), let (source, column) = slot(row.left[0]) else {
      return
    }
    var valueSources = SourceSet()
    for value in row.right { valueSources.formUnion(sources(of: value)) }
    guard !valueSources.contains(position: source) else { return }
    let rules = ComparisonRules(row.left[0], row.right[0])
    found.append(
      ColumnBound(
        source: source, column: column, operation: operation, value: row.right[0], valueSources: valueSources,
        collation: row.collation(of: 0), affinity: rules.affinity, term: term,
        isLoose: true, row: row))
  }

  /// What a comparison says of the columns on both of its sides.
  private func bounds(
    _ op: ComparisonOperator, _ left: BoundExpression, _ right: BoundExpression, _ term: Int
  ) -> [ColumnBound] {
    guard let operation = Self.operation(op), let swapped = Self.operation(op.swapped) else { return [] }
    let leftSlot = slot(left)
    let rightSlot = slot(right)
    guard leftSlot != nil || rightSlot != nil else { return [] }
    let rules = ComparisonRules(left, right)
    var first: ColumnBound?
    if let (source, column) = leftSlot {
      let valueSources = sources(of: right)
      if !valueSources.contains(position: source) {
        first = ColumnBound(
          source: source, column: column, operation: operation, value: right, valueSources: valueSources,
          collation: rules.collation, affinity: rules.affinity, term: term)
      }
    }
    var second: ColumnBound?
    if let (source, column) = rightSlot {
      let valueSources = sources(of: left)
      if !valueSources.contains(position: source) {
        var isCommuted = false
        if case .column = left.withoutCollate.kind { isCommuted = true }
        second = ColumnBound(
          source: source, column: column, operation: swapped, value: left, valueSources: valueSources,
          collation: rules.collation, affinity: rules.affinity, term: term, isCommuted: isCommuted)
      }
    }
    if let first, let second { return [first, second] }
    if let bound = first ?? second { return [bound] }
    return []
  }

  /// The item and column that an operand is, or the indexed expression; the rowid alias counts as rowid.
  func slot(_ operand: BoundExpression) -> (Int, Int)? {
    guard case .column(let source, let column) = operand.withoutCollate.kind else {
      guard hasExpressions else { return nil }
      let expression = operand.withoutCollate
      for (position, known) in indexed.enumerated() {
        if let number = known?.number(of: expression) { return (position, number) }
      }
      return nil
    }
    guard let position = position(of: source) else { return nil }
    if let table = source.table, !table.isWithoutRowID, column == table.rowIDAlias { return (position, -1) }
    return (position, column)
  }

  private static func operation(_ op: ComparisonOperator) -> ColumnBound.Operation? {
    switch op {
    case .eq: .equal
    case .is: .isEqual
    case .lt: .less
    case .le: .lessOrEqual
    case .gt: .greater
    case .ge: .greaterOrEqual
    case .ne, .isNot: nil
    }
  }
}

extension BoundExpression {
  /// Costs nothing to compute twice.
  fileprivate var isPlainConstant: Bool {
    switch kind {
    case .constant, .parameter: true
    default: false
    }
  }
}
