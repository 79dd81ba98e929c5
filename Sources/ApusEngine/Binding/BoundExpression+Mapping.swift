// Expressions with some of their nodes replaced.

extension BoundExpression {
  /// The expression with what `replace` answers in place of a node, or, where it answers nil, with the node's operands mapped.
  /// Subqueries are not entered.
  func mapped(_ replace: (BoundExpression) -> BoundExpression?) -> BoundExpression {
    if let replacement = replace(self) { return replacement }
    func map(_ operand: BoundExpression) -> BoundExpression { operand.mapped(replace) }
    switch kind {
    case .column, .constant, .parameter, .aggregate, .window, .scalarQuery, .exists: return self
    case .register(let register, let like): return replacing(.register(register, like: like.map(map)))
    case .arithmetic(let op, let left, let right):
      return replacing(.arithmetic(op, map(left), map(right)))
    case .negate(let operand): return replacing(.negate(map(operand)))
    case .bitNot(let operand): return replacing(.bitNot(map(operand)))
    case .plus(let operand): return replacing(.plus(map(operand)))
    case .not(let operand): return replacing(.not(map(operand)))
    case .and(let left, let right): return replacing(.and(map(left), map(right)))
    case .or(let left, let right): return replacing(.or(map(left), map(right)))
    case .comparison(let op, let left, let right):
      return replacing(.comparison(op, map(left), map(right)))
    case .isNull(let operand, let negated): return replacing(.isNull(map(operand), negated: negated))
    case .isTruth(let operand, let truth, let negated):
      return replacing(.isTruth(map(operand), truth: truth, negated: negated))
    case .between(let value, let low, let high, let negated):
      return replacing(.between(map(value), low: map(low), high: map(high), negated: negated))
    case .inList(let value, let items, let negated):
      return replacing(.inList(map(value), items.map(map), negated: negated))
    case .inQuery(let values, let reference, let negated):
      return replacing(.inQuery(values.map(map), reference, negated: negated))
    case .row(let items): return replacing(.row(items.map(map)))
    case .function(let call):
      return replacing(
        .function(
          BoundFunctionCall(call.definition, call.arguments.map(map), schemaPlace: call.schemaPlace)))
    case .case(let base, let branches, let otherwise):
      return replacing(
        .case(
          base: base.map(map), branches: branches.map { (map($0.when), map($0.then)) },
          else: otherwise.map(map)))
    case .cast(let operand, let affinity): return replacing(.cast(map(operand), affinity))
    case .collate(let operand, let collation, let isExplicit):
      return replacing(.collate(map(operand), collation, isExplicit: isExplicit))
    case .raise(let action, let message): return replacing(.raise(action, message: message.map(map)))
    }
  }

  /// The expression with other calls in place of the calls with OVER of a SELECT, by number; itself if it has none.
  func mapWindows(of select: BoundSelect, _ number: (Int) -> Int) -> BoundExpression {
    var hasWindow = false
    walk { if case .window(let owner, _) = $0.kind, owner === select { hasWindow = true } }
    guard hasWindow else { return self }
    return mapped { node in
      guard case .window(let owner, let index) = node.kind, owner === select else { return nil }
      return node.replacing(.window(owner, number(index)))
    }
  }
}
