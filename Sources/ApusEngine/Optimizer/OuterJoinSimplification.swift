/// A LEFT JOIN whose right item cannot be NULL in any row that passes WHERE is an inner join, and likewise a RIGHT JOIN of which an
/// item on the left cannot (https://www.sqlite.org/optoverview.html#outer_join_strength_reduction).
enum OuterJoinSimplification {
  static func apply(to select: BoundSelect) {
    for (index, source) in select.sources.enumerated() where source.isNullable {
      guard select.filter.contains(where: { rejectsNull($0, of: source) }) else { continue }
      switch source.join {
      case .left: source.join = .inner
      case .full: source.join = .right
      default: break
      }
      for later in select.sources[(index + 1)...] {
        switch later.join {
        case .right: later.join = .inner
        case .full: later.join = .left
        default: break
        }
      }
    }
    select.noteNullableSources()
  }

  /// The term is not true when every column of `source` is NULL, as far as SQLite sees it.
  private static func rejectsNull(_ term: BoundExpression, of source: BoundSource) -> Bool {
    switch term.kind {
    case .isNull(let operand, negated: true): isNullWith(operand, source)
    case .and(let left, let right): rejectsNull(left, of: source) || rejectsNull(right, of: source)
    default: isNullWith(term, source)
    }
  }

  /// The value is NULL when every column of `source` is. Whether an operand of AND and OR is true or false tells nothing: both must be NULL.
  private static func isNullWith(_ expression: BoundExpression, _ source: BoundSource) -> Bool {
    switch expression.kind {
    case .column(let owner, _): owner === source
    case .comparison(let op, let left, let right):
      op != .is && op != .isNot && !left.isOfVirtualTable && !right.isOfVirtualTable
        && (isNullWith(left, source) || isNullWith(right, source))
    case .and(let left, let right), .or(let left, let right):
      isNullWith(left, source) && isNullWith(right, source)
    case .between(let value, let low, let high, _):
      isNullWith(value, source) || isNullWith(low, source) && isNullWith(high, source)
    case .inList(let value, let items, _): !items.isEmpty && isNullWith(value, source)
    case .arithmetic(_, let left, let right): isNullWith(left, source) || isNullWith(right, source)
    case .negate(let operand), .bitNot(let operand), .plus(let operand), .collate(let operand, _, _),
      .cast(let operand, _), .not(let operand):
      isNullWith(operand, source)
    default: false
    }
  }
}

extension BoundExpression {
  /// Virtual tables may give rows for a comparison with NULL.
  fileprivate var isOfVirtualTable: Bool {
    if case .column(let source, _) = kind, case .virtual = source.kind { return true }
    return false
  }
}
