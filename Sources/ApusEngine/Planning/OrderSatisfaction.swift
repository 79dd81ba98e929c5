/// How much of a wanted order the loops of a join deliver.
struct OrderSatisfaction {
  let sources: [BoundSource]
  let analysis: PredicateAnalysis
  let wanted: [BoundOrderTerm]
  /// The order is that of GROUP BY: neither directions nor the order of its terms matter.
  let isGroup: Bool
  /// What is sorted is for DISTINCT.
  let isDistinct: Bool
  /// What each wanted term is: an item's column or indexed expression.
  private let slots: [(source: Int, column: Int)?]
  private let reads: [SourceSet]

  init(
    _ sources: [BoundSource], _ analysis: PredicateAnalysis, wanted: [BoundOrderTerm], isGroup: Bool,
    isDistinct: Bool = false
  ) {
    self.isDistinct = isDistinct
    self.sources = sources
    self.analysis = analysis
    self.wanted = wanted
    self.isGroup = isGroup
    slots = wanted.map { analysis.slot($0.expression).map { (source: $0.0, column: $0.1) } }
    reads = wanted.map { analysis.sources(of: $0.expression) }
  }

  struct Answer {
    /// The first terms that are delivered; nil: not decided before the inner loops are known.
    var terms: Int?
    /// The loops that must run backwards, by position.
    var reversed: SourceSet = []
  }

  /// - Parameter steps: the loops from the outermost in.
  func check(_ steps: some Sequence<(position: Int, path: AccessPath)>) -> Answer {
    // Terms are counted in a set of small numbers. More of them are sorted.
    guard wanted.count <= SourceSet.capacity else { return Answer(terms: 0) }
    var answer = Answer()
    var done = SourceSet()
    let all = SourceSet.first(wanted.count)
    var isDistinct = true
    var distinctItems = SourceSet()
    var open = SourceSet()
    for (position, path) in steps {
      guard isDistinct, done != all else { break }
      defer { open.insert(SourceSet(position: position)) }
      if case .virtual(let virtual) = path.method {
        if virtual.isOrdered { done = all }
        break
      }
      // Nothing is said of the order of one row.
      if sources.count == 1, path.isUnique {
        done = all
        break
      }
      markFixed(position, open, &done)
      if !path.isUnique {
        guard let keys = keys(of: path, position) else {
          answer.terms = 0
          return answer
        }
        isDistinct = match(keys, path, position, &done, &answer)
      }
      if isDistinct {
        distinctItems.insert(SourceSet(position: position))
        for index in wanted.indices where !done.contains(position: index) {
          if reads[index].isEmpty, !wanted[index].expression.isConstant { continue }
          if distinctItems.isSuperset(of: reads[index]) { done.insert(SourceSet(position: index)) }
        }
      }
    }
    if done == all {
      answer.terms = wanted.count
    } else if !isDistinct {
      var count = 0
      while done.contains(position: count) { count += 1 }
      answer.terms = count
    }
    return answer
  }

  /// The innermost loop runs backwards if then, for any one row of the others and any one member of its IN terms, its rows come in the wanted
  /// order: SQLite has it so, though all rows are sorted afterwards, and so equal ones come in that order.
  func reversedInnermost(_ steps: some BidirectionalCollection<(position: Int, path: AccessPath)>)
    -> SourceSet
  {
    guard !isGroup, wanted.count <= SourceSet.capacity, let (position, path) = steps.last, !path.isUnique,
      let keys = keys(of: path, position)
    else { return [] }
    if case .rowIDEqual(let bound) = path.method, bound.isMembership { return [] }
    var open = SourceSet()
    for step in steps.dropLast() { open.insert(SourceSet(position: step.position)) }
    var answer = Answer()
    var done = SourceSet()
    markFixed(position, open, &done, members: path.usedTerms)
    if match(keys, path, position, &done, &answer, oneMember: true) {
      let own = SourceSet(position: position)
      for index in wanted.indices where !reads[index].isEmpty && own.isSuperset(of: reads[index]) {
        done.insert(SourceSet(position: index))
      }
    }
    return done == SourceSet.first(wanted.count) ? answer.reversed : []
  }

  /// Terms that WHERE makes equal to something known.
  /// - Parameter members: terms with IN that count, too.
  private func markFixed(
    _ position: Int, _ open: SourceSet, _ done: inout SourceSet, members: TermSet = TermSet()
  ) {
    for (index, slot) in slots.enumerated() where !done.contains(position: index) {
      guard let slot, slot.source == position else { continue }
      let collation = wanted[index].expression.collation?.collation ?? .binary
      for term in analysis.terms {
        // What an outer join's ON says holds neither for the rows of other items nor for its own rows of NULLs.
        if let owner = term.joinOwner, owner != position || sources[position].isNullable { continue }
        let isFixed = term.bounds.contains { bound in
          bound.source == position && bound.column == slot.column && bound.isEquality
            && (!bound.isMembership || bound.term >= 0 && members.contains(bound.term))
            && open.isSuperset(of: bound.valueSources)
            && (!bound.isSingleValue || slot.column == -1 || bound.collation == collation)
        }
        if isFixed {
          done.insert(SourceSet(position: index))
          break
        }
      }
    }
  }

  private struct Key {
    var column: Int
    var collation: Collation
    var isDescending: Bool
    var isNotNull: Bool
  }

  private struct Keys {
    var fields: [Key]
    /// How many of them make the index's key.
    var count: Int
    var isUnique: Bool
    var equal: [ColumnBound?]
  }

  /// The order of a path's rows; nil when it has none.
  private func keys(of path: AccessPath, _ position: Int) -> Keys? {
    guard let table = sources[position].table else { return nil }
    func isNotNull(_ column: Int) -> Bool {
      column == -1 || table.columns.indices.contains(column) && table.columns[column].isNotNull
    }
    let rowID = Key(column: -1, collation: .binary, isDescending: false, isNotNull: true)
    switch path.method {
    case .tableScan, .rowIDRange, .rowIDEqual:
      if table.isWithoutRowID {
        guard let primary = table.primaryKeyIndex else { return nil }
        let fields = primary.columns.map {
          Key(
            column: $0.tableColumn, collation: $0.collation, isDescending: $0.isDescending, isNotNull: true)
        }
        return Keys(fields: fields, count: fields.count, isUnique: true, equal: [])
      }
      if case .rowIDEqual(let bound) = path.method {
        return Keys(fields: [rowID], count: 0, isUnique: true, equal: [bound])
      }
      return Keys(fields: [rowID], count: 0, isUnique: true, equal: [])
    case .index(let index, let equal, _, _):
      if index.isUnordered { return nil }
      var fields = zip(path.fields?.key ?? [], index.columns).map { number, column in
        Key(
          column: number, collation: column.collation, isDescending: column.isDescending,
          isNotNull: isNotNull(number))
      }
      for column in index.storedColumns.dropFirst(index.columns.count) where column.tableColumn >= 0 {
        fields.append(
          Key(
            column: column.tableColumn, collation: column.collation, isDescending: column.isDescending,
            isNotNull: isNotNull(column.tableColumn)))
      }
      if !table.isWithoutRowID { fields.append(rowID) }
      let skipped = [ColumnBound?](repeating: nil, count: path.skipped)
      return Keys(
        fields: fields, count: index.columns.count, isUnique: index.isUnique && path.skipped == 0,
        equal: skipped + equal.map { $0 })
    default: return nil
    }
  }

  /// Marks the terms that one loop's order delivers; answers whether it gives each combination of wanted values but once.
  private func match(
    _ keys: Keys, _ path: AccessPath, _ position: Int, _ done: inout SourceSet, _ answer: inout Answer,
    oneMember: Bool = false
  ) -> Bool {
    var isDistinct = keys.isUnique
    var givesRowID = false
    var direction: Bool?
    for (place, key) in keys.fields.enumerated() {
      // Rows of IN come in their own order.
      if !oneMember, place < keys.equal.count, let bound = keys.equal[place], bound.membershipWidth > 1 {
        isDistinct = false
        break
      }
      if place < keys.equal.count, let bound = keys.equal[place], oneMember || !bound.isMembership {
        if bound.operation == .isNull || bound.operation == .isEqual { isDistinct = false }
        continue
      }
      if isDistinct, key.column >= 0, place >= keys.equal.count, !key.isNotNull { isDistinct = false }
      guard let index = term(for: key, position, done),
        agrees(index, key, &direction)
      else {
        if place == 0 || place < keys.count { isDistinct = false }
        break
      }
      if key.column == -1 { givesRowID = true }
      done.insert(SourceSet(position: index))
    }
    if direction == true { answer.reversed.insert(SourceSet(position: position)) }
    return isDistinct || givesRowID
  }

  private func term(for key: Key, _ position: Int, _ done: SourceSet) -> Int? {
    for index in wanted.indices where !done.contains(position: index) {
      let collation = wanted[index].expression.collation?.collation ?? .binary
      if let slot = slots[index], slot.source == position, slot.column == key.column,
        key.column == -1 || collation == key.collation, !wanted[index].nullsReversed
      {
        return index
      }
      if !isGroup { return nil }
    }
    return nil
  }

  private func agrees(_ index: Int, _ key: Key, _ direction: inout Bool?) -> Bool {
    if isGroup { return true }
    let reversed = key.isDescending != wanted[index].isDescending
    if let direction { return direction == reversed }
    direction = reversed
    return true
  }
}

extension AccessPathPlanner {
  /// An index's order may help with the wanted one.
  func mayOrder(_ index: IndexDefinition, _ key: [Int], _ position: Int) -> Bool {
    if index.isUnordered { return false }
    return wantedOrder.contains { term in
      guard let (source, column) = analysis.slot(term.expression), source == position else { return false }
      return column == -1 || key.contains(column)
    }
  }

  func mayOrderByRowID(_ position: Int) -> Bool {
    wantedOrder.contains { term in
      guard let (source, column) = analysis.slot(term.expression) else { return false }
      return source == position && column == -1
    }
  }
}
