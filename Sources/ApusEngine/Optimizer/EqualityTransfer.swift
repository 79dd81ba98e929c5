/// What follows from equalities of columns, where affinities and collations allow it: with `b = 1`, `a = b` becomes `a = 1`; from `a = b` and
/// `b = c` follows `a = c`. It gives the planner more orders to join in, and constants to more items.
///
/// Only between columns of equal affinity and collation, where equality is transitive.
enum EqualityTransfer {
  /// Puts known values in place of columns, in comparisons.
  static func apply(to select: BoundSelect) {
    guard !select.hasRightJoin, select.filter.count > 1 else { return }
    var known: [(column: BoundExpression, value: BoundExpression)] = []
    for term in select.filter {
      guard case .comparison(.eq, let left, let right) = term.kind else { continue }
      if isColumn(left), isLiteral(right) { known.append((left, right)) }
      if isColumn(right), isLiteral(left) { known.append((right, left)) }
    }
    guard !known.isEmpty else { return }
    func value(of column: BoundExpression, beside other: BoundExpression) -> BoundExpression? {
      guard let value = known.first(where: { $0.column.isSame(as: column) })?.value else { return nil }
      // (Hidden behind a sign: what is equal to a small number in the text counts as found more often.)
      return typed(value, as: column)
        ?? (mayReplace(column, beside: other) ? value.replacing(.plus(value)) : nil)
    }
    for index in select.filter.indices {
      let term = select.filter[index]
      guard case .comparison(let op, let left, let right) = term.kind, isColumn(left), isColumn(right) else {
        continue
      }
      if let value = value(of: left, beside: right) {
        select.filter[index] = term.replacing(.comparison(op, value, right))
      } else if let value = value(of: right, beside: left) {
        select.filter[index] = term.replacing(.comparison(op, left, value))
      }
    }
  }

  /// What follows from a filter and is not part of it: equalities of columns, and what it says of a column, said of those that equal it.
  static func implied(by filter: [BoundExpression]) -> [BoundExpression] {
    var known = KnownEqualities(terms: filter.count)
    var subjects: [(term: BoundExpression, column: BoundExpression)] = []
    for term in filter {
      if let (left, right) = columns(of: term) {
        known.add(left, right)
      } else if let column = subject(of: term) {
        subjects.append((term, column))
      }
    }
    guard !known.isEmpty else { return [] }
    var found = known.implied()
    for (term, column) in subjects {
      known.forEachEqual(to: column) { other in
        found.append(term.mapped { $0.isSame(as: column) ? other : nil })
      }
    }
    return found
  }

  /// The column that a term narrows by what is known without it: by comparison, IN or BETWEEN. (What is said in terms of another column
  /// of a table may be an equality itself.)
  private static func subject(of term: BoundExpression) -> BoundExpression? {
    switch term.kind {
    case .comparison(let operation, let left, let right):
      guard operation != .ne, operation != .isNot else { return nil }
      if isColumn(left), isGiven(right) { return left }
      if isColumn(right), isGiven(left) { return right }
      return nil
    case .inList(let operand, let items, negated: false):
      return isColumn(operand) && items.allSatisfy(isGiven) ? operand : nil
    case .between(let operand, let low, let high, negated: false):
      return isColumn(operand) && isGiven(low) && isGiven(high) ? operand : nil
    default: return nil
    }
  }

  /// The same whatever the rows are.
  private static func isGiven(_ value: BoundExpression) -> Bool {
    value.isConstant && !value.hasSubquery && value.affinity == .none && value.collation == nil
  }

  /// Columns that are equal to each other.
  private struct KnownEqualities {
    private struct Column {
      let expression: BoundExpression
      let source: BoundSource
      let column: Int
      /// Stays the same when classes are merged.
      let id: Int
    }

    /// In the order in which their classes list them.
    private var columns: [Column] = []
    /// The number of the class of each.
    private var classes: [Int] = []
    private var count = 0
    private var isAnyLarge = false
    /// Pairs of columns that a term compares, the smaller id first.
    private var pairs: [(Int, Int)] = []

    init(terms: Int) {
      columns.reserveCapacity(2 * terms)
      classes.reserveCapacity(2 * terms)
      pairs.reserveCapacity(terms)
    }

    mutating func add(_ left: BoundExpression, _ right: BoundExpression) {
      let a = index(of: left)
      let b = index(of: right)
      let leftID = a.map { columns[$0].id } ?? columns.count
      let rightID = b.map { columns[$0].id } ?? (a == nil ? columns.count + 1 : columns.count)
      pairs.append((min(leftID, rightID), max(leftID, rightID)))
      switch (a, b) {
      case (let a?, let b?): merge(classes[a], classes[b])
      case (let a?, nil): add(right, to: classes[a])
      case (nil, let b?): add(left, to: classes[b])
      case (nil, nil):
        add(left, to: count)
        add(right, to: count)
        count += 1
        return
      }
      isAnyLarge = true
    }

    private mutating func add(_ expression: BoundExpression, to group: Int) {
      guard case .column(let source, let column) = expression.kind else { return }
      columns.append(Column(expression: expression, source: source, column: column, id: columns.count))
      classes.append(group)
    }

    private mutating func merge(_ a: Int, _ b: Int) {
      guard a != b else { return }
      let moved = columns.indices.filter { classes[$0] == b }.map { columns[$0] }
      columns = columns.indices.filter { classes[$0] != b }.map { columns[$0] }
      classes.removeAll { $0 == b }
      for column in moved {
        columns.append(column)
        classes.append(a)
      }
    }

    private func index(of expression: BoundExpression) -> Int? {
      guard case .column(let source, let column) = expression.kind else { return nil }
      for index in columns.indices where columns[index].column == column && columns[index].source === source {
        return index
      }
      return nil
    }

    var isEmpty: Bool { columns.isEmpty }

    /// Calls `body` with each other column of a column's class.
    func forEachEqual(to column: BoundExpression, _ body: (BoundExpression) -> Void) {
      guard let known = index(of: column) else { return }
      for other in columns.indices where other != known && classes[other] == classes[known] {
        body(columns[other].expression)
      }
    }

    /// Nothing follows from classes of two columns, and too much from large ones.
    func implied() -> [BoundExpression] {
      guard isAnyLarge else { return [] }
      var found: [BoundExpression] = []
      for group in 0..<count {
        // Most classes are pairs: they are counted before they are listed.
        let size = classes.reduce(0) { $0 + ($1 == group ? 1 : 0) }
        guard size > 2, size <= 8 else { continue }
        let members = columns.indices.filter { classes[$0] == group }
        for (place, left) in members.enumerated() {
          for right in members[(place + 1)...] where !isTerm(columns[left].id, columns[right].id) {
            let expression = columns[left].expression
            found.append(expression.replacing(.comparison(.eq, expression, columns[right].expression)))
          }
        }
      }
      return found
    }

    private func isTerm(_ a: Int, _ b: Int) -> Bool {
      let wanted = (min(a, b), max(a, b))
      return pairs.contains { $0 == wanted }
    }
  }

  /// A literal compares with `other` as the column does that equals it: under one affinity and collation, or as numbers do, where the column has
  /// no affinity of another kind.
  private static func mayReplace(_ column: BoundExpression, beside other: BoundExpression) -> Bool {
    guard column.collation?.collation == other.collation?.collation, column.affinity != .none else {
      return false
    }
    if column.affinity == other.affinity { return true }
    return other.affinity.isNumeric && (column.affinity == .blob || column.affinity.isNumeric)
  }

  /// The literal as a value of the column's type and collation, which compares as the column does; nil where that is not the same value.
  private static func typed(_ literal: BoundExpression, as column: BoundExpression) -> BoundExpression? {
    guard (column.collation?.collation ?? .binary) == .binary, case .constant(let constant) = literal.kind
    else {
      return nil
    }
    switch (constant, column.affinity) {
    case (.integer, .integer), (.integer, .numeric), (.real, .real), (.text, .text): break
    case (.integer(let number), .real): guard number.magnitude < 1 << 53 else { return nil }
    default: return nil
    }
    let value = literal.replacing(.cast(literal, column.affinity))
    return literal.replacing(.collate(value, .binary, isExplicit: false))
  }

  private static func columns(of term: BoundExpression) -> (BoundExpression, BoundExpression)? {
    guard case .comparison(.eq, let left, let right) = term.kind, isColumn(left), isColumn(right),
      left.affinity == right.affinity, left.affinity != .none,
      left.collation?.collation == right.collation?.collation
    else { return nil }
    return (left, right)
  }

  private static func isColumn(_ expression: BoundExpression) -> Bool {
    guard case .column(let source, _) = expression.kind else { return false }
    // What a module means by equality with a hidden column is its own affair.
    if case .virtual = source.kind { return false }
    return source.join != .left && source.table != nil
  }

  private static func isLiteral(_ expression: BoundExpression) -> Bool {
    switch expression.kind {
    case .constant(.null): false
    case .constant, .parameter: true
    // A sign before a number.
    case .negate(let operand):
      switch operand.kind {
      case .constant(.integer), .constant(.real): true
      default: false
      }
    default: false
    }
  }
}
