/// `(a, b, …) < (x, y, …)`, read out of the comparisons that stand for it: `a < x OR (a = x AND (b, …) < (y, …))`.
///
/// It narrows its first column, the end included, and in an index on several of the columns all of those that lie side by side; it is tested all
/// the same (https://www.sqlite.org/rowvalue.html#search_efficiency).
final class RowComparison {
  /// Not strict.
  let operation: ComparisonOperator
  let left: [BoundExpression]
  let right: [BoundExpression]
  /// In the text the right side stands on the left.
  private let isSwapped: Bool

  private init(
    _ operation: ComparisonOperator, _ left: [BoundExpression], _ right: [BoundExpression],
    isSwapped: Bool = false
  ) {
    self.operation = operation
    self.left = left
    self.right = right
    self.isSwapped = isSwapped
  }

  /// By which two members are compared: the left one of the text comes first.
  func collation(of member: Int) -> Collation {
    isSwapped
      ? ComparisonRules.collation(right[member], left[member])
      : ComparisonRules.collation(left[member], right[member])
  }

  /// - Returns: nil for other expressions, those of the same form that the statement's text has included.
  static func read(_ expression: BoundExpression) -> RowComparison? {
    guard case .or = expression.kind, expression.sourceEnd > 0 else { return nil }
    var left: [BoundExpression] = []
    var right: [BoundExpression] = []
    var rest = expression
    while true {
      switch rest.kind {
      case .or(let first, let others):
        guard case .comparison(let strict, let a, let x) = first.kind, strict == .lt || strict == .gt,
          case .and(let same, let next) = others.kind, case .comparison(.eq, let b, let y) = same.kind,
          a.isSame(as: b), x.isSame(as: y)
        else { return nil }
        // The parts of a row comparison have one place in the text.
        for part in [first, others, same, next]
        where part.sourceStart != expression.sourceStart || part.sourceEnd != expression.sourceEnd {
          return nil
        }
        left.append(a)
        right.append(x)
        rest = next
      case .comparison(let operation, let a, let x):
        switch operation {
        case .lt, .le: return RowComparison(.le, left + [a], right + [x])
        case .gt, .ge: return RowComparison(.ge, left + [a], right + [x])
        default: return nil
        }
      default: return nil
      }
    }
  }

  /// The same with its sides exchanged.
  var swapped: RowComparison { RowComparison(operation.swapped, right, left, isSwapped: !isSwapped) }
}
