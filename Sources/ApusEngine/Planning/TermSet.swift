/// Numbers of terms of a join's filter. Paths are made, weighed and dropped by the dozen, so the first 64 are bits.
struct TermSet {
  private var low: UInt64 = 0
  private var high: Set<Int>?
  /// Terms of another list, which have no number here.
  private var hasForeign = false
  /// How often one was inserted: both ends of a range that one term implies count.
  private(set) var count = 0

  init() {}

  init(_ number: Int) { insert(number) }

  var isEmpty: Bool { count == 0 }

  /// - Parameter number: -1 for a term of another list.
  mutating func insert(_ number: Int) {
    count += 1
    if number < 0 {
      hasForeign = true
    } else if number < 64 {
      low |= 1 << UInt64(number)
    } else {
      high = (high ?? []).union([number])
    }
  }

  func contains(_ number: Int) -> Bool {
    if number < 0 { return hasForeign }
    return number < 64 ? low & (1 << UInt64(number)) != 0 : high?.contains(number) ?? false
  }

  func isSubset(of other: TermSet) -> Bool {
    guard low & ~other.low == 0, !hasForeign || other.hasForeign else { return false }
    guard let high else { return true }
    return other.high.map(high.isSubset) ?? false
  }
}

extension TermSet {
  /// The terms that bounds are of.
  init(_ bounds: [ColumnBound]) {
    for bound in bounds { insert(bound.term) }
  }
}
