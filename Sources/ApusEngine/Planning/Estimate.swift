/// Numbers of rows and costs as ten times their binary logarithm, rounded. So coarse that what is nearly the same is the same: which of equal
/// plans is taken then depends on the statement's text alone. It is the unit in which SQLite decides, and the same decisions are wanted.
typealias Estimate = Int

enum Estimates {
  // Literals, because a plan asks for them thousands of times and constants need no initialization.
  /// 10 log2(1 + n / 8).
  static let eighths = [0, 2, 3, 5, 6, 7, 8, 9]
  /// 10 log2(1 + 2^(-n / 10)), at least 1: what a sum is more than its larger part.
  static let sums = [
    10, 10, 9, 9, 8, 8, 7, 7, 7, 6, 6, 6, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2,
    2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  ]

  /// - Parameter number: any number; samples and modules may hold what is infinite or none.
  static func of(_ number: Double) -> Estimate {
    guard number >= 2 else { return 0 }
    let whole = min(number, 0x1p63).rounded(.down)
    let exponent = Int(whole.exponent)
    return 10 * exponent + eighths[Int((whole.significand - 1) * 8)]
  }

  /// The estimate of a sum.
  static func sum(_ left: Estimate, _ right: Estimate) -> Estimate {
    let larger = max(left, right)
    let difference = larger &- min(left, right)
    // Costs stay far from the ends of an integer.
    return difference < sums.count ? larger &+ sums[difference] : larger
  }

  /// The estimate of the logarithm of a number: what a descent in a tree of so many rows costs.
  static func descent(_ rows: Estimate) -> Estimate { rows <= 10 ? 0 : of(Double(rows)) - 33 }
}
