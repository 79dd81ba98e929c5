/// Rows that an index search finds, by the samples of `sqlite_stat4`, where it compares with values that are known when the statement is
/// compiled.
final class SampleEstimate {
  let index: IndexDefinition
  let samples: IndexSamples
  let table: TableDefinition

  init?(_ index: IndexDefinition, _ table: TableDefinition) {
    guard let samples = index.samples else { return nil }
    self.index = index
    self.samples = samples
    self.table = table
  }

  /// nil: what is compared with is not known.
  func rows(equal: [ColumnBound], lower: ColumnBound?, upper: ColumnBound?) -> Double? {
    if equal.count == 1, lower == nil, upper == nil, case .inList(_, let items, _) = equal[0].value.kind {
      var total = 0.0
      for item in items {
        guard let value = value(item, column: 0) else { return nil }
        total += samples.place(of: [value]).equal
      }
      return min(total, samples.rows)
    }
    // Mostly with a column of another item.
    if let first = equal.first, !first.isMembership, value(first.value, column: 0) == nil { return nil }
    var prefix: [IndexSamples.Value] = []
    for (column, bound) in equal.enumerated() {
      guard !bound.isMembership, let value = value(bound.value, column: column) else { return nil }
      prefix.append(value)
    }
    guard lower != nil || upper != nil else {
      return prefix.isEmpty ? nil : samples.place(of: prefix).equal
    }
    return range(prefix, lower, upper)
  }

  private func range(
    _ prefix: [IndexSamples.Value], _ lower: ColumnBound?, _ upper: ColumnBound?
  ) -> Double? {
    let whole = prefix.isEmpty ? (less: 0, equal: samples.rows) : samples.place(of: prefix)
    var first = whole.less
    var last = whole.less + whole.equal
    var unknown = 1.0
    let isDescending =
      index.columns.indices.contains(prefix.count) && index.columns[prefix.count].isDescending
    for (bound, isLower) in [(lower, true), (upper, false)] {
      guard let bound else { continue }
      guard let value = value(bound.value, column: prefix.count) else {
        unknown *= 0.25
        continue
      }
      let startsRange = isLower != isDescending
      let place = samples.place(of: prefix + [value], roundsUp: !startsRange)
      let includesValue = bound.operation == .greaterOrEqual || bound.operation == .lessOrEqual
      if startsRange {
        first = max(first, place.less + (includesValue ? 0 : place.equal))
      } else {
        last = min(last, place.less + (includesValue ? place.equal : 0))
      }
    }
    guard unknown > 0.1 else { return nil }
    return max(last - first, 1) * unknown
  }

  private func value(_ expression: BoundExpression, column: Int) -> IndexSamples.Value? {
    guard index.columns.indices.contains(column) else { return nil }
    let constant: IndexSamples.Value
    switch expression.withoutCollate.kind {
    case .constant(let known): constant = known
    case .negate(let operand):
      guard case .constant(let known) = operand.kind else { return nil }
      switch known {
      case .integer(let number) where number != .min: constant = .integer(-number)
      case .real(let number): constant = .real(-number)
      default: return nil
      }
    default: return nil
    }
    let source = index.columns[column].tableColumn
    if source == -1 { return constant.stored(as: .integer) }
    guard table.columns.indices.contains(source) else { return constant }
    return constant.stored(as: table.columns[source].affinity)
  }
}
