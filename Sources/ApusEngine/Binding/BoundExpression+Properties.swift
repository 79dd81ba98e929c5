// What can be told of a bound expression without running it: children, the FROM items it reads, affinity, collation,
// constancy, structural equality.

extension BoundExpression {
  /// Calls `body` with each direct operand. Subqueries are not entered.
  func forEachOperand(_ body: (BoundExpression) -> Void) {
    switch kind {
    case .constant, .parameter, .column, .scalarQuery, .exists, .register, .aggregate, .window: break
    case .arithmetic(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .comparison(_, let left, let right):
      body(left)
      body(right)
    case .negate(let operand), .bitNot(let operand), .plus(let operand), .not(let operand),
      .isNull(let operand, _), .isTruth(let operand, _, _), .cast(let operand, _),
      .collate(let operand, _, _):
      body(operand)
    case .between(let operand, let low, let high, _):
      body(operand)
      body(low)
      body(high)
    case .inList(let operand, let list, _):
      body(operand)
      for item in list { body(item) }
    case .inQuery(let operands, _, _), .row(let operands):
      for item in operands { body(item) }
    case .function(let call):
      for argument in call.arguments { body(argument) }
    case .case(let base, let branches, let otherwise):
      if let base { body(base) }
      for branch in branches {
        body(branch.when)
        body(branch.then)
      }
      if let otherwise { body(otherwise) }
    case .raise(_, let message):
      if let message { body(message) }
    }
  }

  /// An OR.
  var isDisjunction: Bool {
    if case .or = kind { return true }
    return false
  }

  /// TRUE, a small number above 0, and what AND and OR make of them: SQLite generates no code for the other side of an OR with it.
  var isTrueByItself: Bool {
    switch kind {
    case .constant(.integer(let value)): value > 0 && value <= Int64(Int32.max)
    case .or(let left, let right): left.isTrueByItself || right.isTrueByItself
    case .and(let left, let right): left.isTrueByItself && right.isTrueByItself
    default: false
    }
  }

  /// The subquery that this node holds itself.
  var subquery: BoundQuery? {
    switch kind {
    case .inQuery(_, let reference, _), .scalarQuery(let reference, _), .exists(let reference):
      reference.query
    default: nil
    }
  }

  /// Calls `body` with this node and every node below it, outside subqueries.
  func walk(_ body: (BoundExpression) -> Void) {
    body(self)
    forEachOperand { $0.walk(body) }
  }

  /// Calls `body` with each FROM item that the value depends on; those that correlated subqueries read included.
  func forEachSource(_ body: (BoundSource) -> Void) {
    walk { node in
      if case .column(let source, _) = node.kind { body(source) }
      if let query = node.subquery { for source in query.outerSources { body(source) } }
    }
  }

  /// It reads no FROM item, aggregate or register: one value for the whole statement. Volatile functions are not constant.
  var isConstant: Bool {
    var answer = true
    walk { node in
      switch node.kind {
      case .column, .aggregate, .window, .register, .raise: answer = false
      case .scalarQuery, .exists, .inQuery: answer = false
      case .function(let call):
        if call.definition.flags.isDisjoint(with: [.deterministic, .constantPerStatement]) {
          answer = false
        }
      default: break
      }
    }
    return answer
  }

  var hasSubquery: Bool {
    var answer = false
    walk { if $0.subquery != nil { answer = true } }
    return answer
  }

  /// There is a call or a subquery in it.
  var hasCallOrSubquery: Bool {
    var answer = false
    walk { node in
      switch node.kind {
      case .function, .aggregate, .window: answer = true
      default: if node.subquery != nil { answer = true }
      }
    }
    return answer
  }

  /// It reads no item but this, nothing of a query around, and no subquery.
  func readsOnly(_ source: BoundSource) -> Bool {
    var answer = true
    walk { node in
      switch node.kind {
      case .column(let owner, _): if owner !== source { answer = false }
      case .aggregate, .window, .register, .raise, .scalarQuery, .exists, .inQuery: answer = false
      default: break
      }
    }
    return answer
  }

  var hasCorrelatedSubquery: Bool {
    var answer = false
    walk { if $0.subquery?.isCorrelated ?? false { answer = true } }
    return answer
  }

  var isVolatile: Bool {
    var answer = false
    walk { node in
      if case .function(let call) = node.kind,
        call.definition.flags.isDisjoint(with: [.deterministic, .constantPerStatement])
      {
        answer = true
      }
      if let query = node.subquery, query.isVolatile { answer = true }
    }
    return answer
  }

  /// The affinity that the expression gives to a comparison (https://www.sqlite.org/datatype3.html §3.2).
  var affinity: Affinity {
    switch kind {
    case .column(let source, let column):
      // OLD and NEW compare without their columns' affinities, the rowid excepted.
      if case .triggerRow = source.kind {
        source.isRowID(column) ? .integer : .none
      } else if source.isUntyped {
        .none
      } else if column < 0 {
        .integer
      } else {
        source.columns.indices.contains(column) ? source.columns[column].affinity : .none
      }
    case .cast(_, let affinity): affinity
    case .collate(let operand, _, _): operand.affinity
    case .register(_, let like): like?.affinity ?? .none
    case .scalarQuery(let reference, let column):
      reference.query.operandAffinity(column)
    case .row(let items): items.first?.affinity ?? .none
    default: .none
    }
  }

  /// The collation that the expression asks for, and whether by a COLLATE operator.
  var collation: (collation: Collation, isExplicit: Bool)? {
    switch kind {
    case .collate(_, let collation, let isExplicit): return (collation, isExplicit)
    case .column(let source, let column):
      if source.isUntyped { return nil }
      guard column >= 0, source.columns.indices.contains(column) else { return (.binary, false) }
      return (source.columns[column].collation, false)
    case .plus(let operand), .cast(let operand, _): return operand.collation
    case .register(_, let like): return like?.collation
    // A subquery's columns have types, and no collations.
    case .scalarQuery: return nil
    case .row(let items): return items.first?.collation
    case .aggregate(let select, let index):
      guard select.aggregates.indices.contains(index) else { return nil }
      return Self.explicitCollation(among: select.aggregates[index].arguments)
    case .window(let select, let index):
      guard select.windows.indices.contains(index) else { return nil }
      return Self.explicitCollation(among: select.windows[index].arguments)
    default:
      // An explicit COLLATE in any operand reaches up through operators.
      var found: (Collation, Bool)?
      forEachOperand { operand in
        if found == nil, let inner = operand.collation, inner.isExplicit { found = inner }
      }
      return found
    }
  }

  /// An explicit COLLATE reaches up through calls.
  private static func explicitCollation(
    among operands: [BoundExpression]
  ) -> (collation: Collation, isExplicit: Bool)? {
    for operand in operands {
      if let found = operand.collation, found.isExplicit { return found }
    }
    return nil
  }

  /// Same value by form: used to match ORDER BY, GROUP BY, DISTINCT and index expressions.
  func isSame(as other: BoundExpression) -> Bool {
    if self === other { return true }
    switch (kind, other.kind) {
    case (.constant(let left), .constant(let right)): return left == right
    case (.parameter(let left), .parameter(let right)): return left == right
    case (.column(let left, let leftColumn), .column(let right, let rightColumn)):
      return left === right && leftColumn == rightColumn
    case (.arithmetic(let op, let a, let b), .arithmetic(let otherOp, let c, let d)):
      return op == otherOp && a.isSame(as: c) && b.isSame(as: d)
    case (.comparison(let op, let a, let b), .comparison(let otherOp, let c, let d)):
      return op == otherOp && a.isSame(as: c) && b.isSame(as: d)
    case (.negate(let a), .negate(let b)), (.bitNot(let a), .bitNot(let b)), (.plus(let a), .plus(let b)),
      (.not(let a), .not(let b)):
      return a.isSame(as: b)
    case (.and(let a, let b), .and(let c, let d)), (.or(let a, let b), .or(let c, let d)):
      return a.isSame(as: c) && b.isSame(as: d)
    case (.isNull(let a, let negated), .isNull(let b, let otherNegated)):
      return negated == otherNegated && a.isSame(as: b)
    case (.isTruth(let a, let truth, let negated), .isTruth(let b, let otherTruth, let otherNegated)):
      return truth == otherTruth && negated == otherNegated && a.isSame(as: b)
    case (.between(let a, let low, let high, let n), .between(let b, let low2, let high2, let n2)):
      return n == n2 && a.isSame(as: b) && low.isSame(as: low2) && high.isSame(as: high2)
    case (.inList(let a, let list, let n), .inList(let b, let list2, let n2)):
      return n == n2 && a.isSame(as: b) && Self.areSame(list, list2)
    case (.function(let a), .function(let b)):
      return a.definition.name == b.definition.name && a.definition.flags.contains(.deterministic)
        && Self.areSame(a.arguments, b.arguments)
    case (.cast(let a, let affinity), .cast(let b, let affinity2)):
      return affinity == affinity2 && a.isSame(as: b)
    case (.collate(let a, let collation, let explicit), .collate(let b, let collation2, let explicit2)):
      return collation == collation2 && explicit == explicit2 && a.isSame(as: b)
    case (.row(let a), .row(let b)): return Self.areSame(a, b)
    case (.case(let base, let branches, let other1), .case(let base2, let branches2, let other2)):
      guard branches.count == branches2.count, Self.areSame(base, base2), Self.areSame(other1, other2)
      else { return false }
      for (left, right) in zip(branches, branches2) {
        if !left.when.isSame(as: right.when) || !left.then.isSame(as: right.then) { return false }
      }
      return true
    case (.aggregate(let a, let index), .aggregate(let b, let otherIndex)),
      (.window(let a, let index), .window(let b, let otherIndex)):
      return a === b && index == otherIndex
    case (.register(let a, _), .register(let b, _)): return a == b
    default: return false
    }
  }

  private static func areSame(_ left: [BoundExpression], _ right: [BoundExpression]) -> Bool {
    guard left.count == right.count else { return false }
    for (a, b) in zip(left, right) where !a.isSame(as: b) { return false }
    return true
  }

  private static func areSame(_ left: BoundExpression?, _ right: BoundExpression?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): left.isSame(as: right)
    default: false
    }
  }

  /// The value may carry a subtype; that of an operand may become this one's.
  var mayHaveSubtype: Bool {
    switch kind {
    case .function(let call):
      return call.definition.flags.contains(.resultHasSubtype)
        || call.arguments.contains(where: \.mayHaveSubtype)
    case .aggregate(let select, let index):
      guard select.aggregates.indices.contains(index) else { return false }
      let aggregate = select.aggregates[index]
      return aggregate.definition.flags.contains(.resultHasSubtype)
        || aggregate.arguments.contains(where: \.mayHaveSubtype)
    case .window(let select, let index):
      guard select.windows.indices.contains(index),
        case .aggregate(let definition) = select.windows[index].function
      else { return false }
      return definition.flags.contains(.resultHasSubtype)
    case .plus(let operand), .collate(let operand, _, _), .cast(let operand, _): return operand.mayHaveSubtype
    case .case(_, let branches, let otherwise):
      return branches.contains { $0.then.mayHaveSubtype } || otherwise?.mayHaveSubtype == true
    case .scalarQuery(let reference, _):
      return !reference.query.columnsWithSubtype.isEmpty
    case .register(_, let like): return like?.mayHaveSubtype == true
    default: return false
    }
  }

  /// The value may carry a subtype, that of a virtual table's column included, which stays with it through flattening.
  var deliversSubtype: Bool {
    if mayHaveSubtype { return true }
    var reads = false
    walk { node in
      if case .column(let source, _) = node.kind, case .virtual = source.kind { reads = true }
    }
    return reads
  }

  /// The operand without COLLATE around it.
  var withoutCollate: BoundExpression {
    var node = self
    while case .collate(let operand, _, _) = node.kind { node = operand }
    return node
  }

  /// What a condition says, without likely(), unlikely(), likelihood() and COLLATE around it.
  var withoutLikelihood: BoundExpression {
    var node = self
    while true {
      switch node.kind {
      case .collate(let operand, _, _): node = operand
      case .function(let call):
        guard call.isLikelihood, let operand = call.arguments.first else { return node }
        node = operand
      default: return node
      }
    }
  }

  /// Splits a conjunction into its terms.
  func conjuncts(into terms: inout [BoundExpression]) {
    if case .and(let left, let right) = kind {
      left.conjuncts(into: &terms)
      right.conjuncts(into: &terms)
    } else if case .and = withoutLikelihood.kind {
      withoutLikelihood.conjuncts(into: &terms)
    } else {
      terms.append(self)
    }
  }

  /// Splits a disjunction into its operands.
  func disjuncts(into operands: inout [BoundExpression]) {
    if case .or(let left, let right) = kind {
      left.disjuncts(into: &operands)
      right.disjuncts(into: &operands)
    } else {
      operands.append(self)
    }
  }

  /// The number of columns: 1 except for row values.
  var width: Int {
    switch kind {
    case .row(let items): items.count
    default: 1
    }
  }
}

extension BoundQuery {
  /// The columns whose values may carry a subtype.
  var columnsWithSubtype: [Int] {
    columns.indices.filter { column in
      parts.contains { part in
        switch part.core {
        case .select(let select):
          // DISTINCT takes the rows from an index of its own, where no subtype is kept.
          select.output.indices.contains(column)
            && (select.isDistinct
              ? select.output[column].deliversSubtype : select.output[column].mayHaveSubtype)
        case .values(let rows):
          rows.contains { $0.indices.contains(column) && $0[column].mayHaveSubtype }
        }
      }
    }
  }
}

/// The rules by which two operands compare.
struct ComparisonRules {
  var affinity: Affinity
  var collation: Collation

  init(_ left: BoundExpression, _ right: BoundExpression) {
    affinity = Self.affinity(left.affinity, right.affinity)
    collation = Self.collation(left, right)
  }

  /// The affinity applied to both operands of a comparison.
  static func affinity(_ left: Affinity, _ right: Affinity) -> Affinity {
    if left != .none && right != .none {
      return left.isNumeric || right.isNumeric ? .numeric : .blob
    }
    return left == .none ? right : left
  }

  /// The collation of a comparison: an explicit COLLATE of the left operand, of the right, then a column of the left, of the right.
  static func collation(_ left: BoundExpression, _ right: BoundExpression) -> Collation {
    let leftCollation = left.collation
    let rightCollation = right.collation
    if let leftCollation, leftCollation.isExplicit { return leftCollation.collation }
    if let rightCollation, rightCollation.isExplicit { return rightCollation.collation }
    return leftCollation?.collation ?? rightCollation?.collation ?? .binary
  }
}
