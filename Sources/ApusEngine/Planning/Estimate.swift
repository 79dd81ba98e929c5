#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(WASILibc)
  import WASILibc
#elseif canImport(ucrt)
  import ucrt
#endif

/// Numbers of rows and costs as ten times their binary logarithm, rounded. So coarse that what is nearly the same is the same: which of equal
/// plans is taken then depends on the statement's text alone. It is the unit in which SQLite decides, and the same decisions are wanted.
typealias Estimate = Int

enum Estimates {
  private static let eighths = (0..<8).map { Int((10 * log2(1 + Double($0) / 8)).rounded()) }
  private static let sums = (0..<50).map { max(Int((10 * log2(1 + exp2(-Double($0) / 10))).rounded()), 1) }

  /// - Parameter number: any number; samples and modules may hold what is infinite or none.
  static func of(_ number: Double) -> Estimate {
    guard number >= 2 else { return 0 }
    let whole = min(number, 0x1p63).rounded(.down)
    let exponent = Int(whole.exponent)
    return 10 * exponent + eighths[Int((whole.significand - 1) * 8)]
  }

  /// The estimate of a sum.
  static func sum(_ left: Estimate, _ right: Estimate) -> Estimate {
    let (larger, smaller) = left >= right ? (left, right) : (right, left)
    return larger - smaller < sums.count ? larger + sums[larger - smaller] : larger
  }

  /// The estimate of the logarithm of a number: what a descent in a tree of so many rows costs.
  static func descent(_ rows: Estimate) -> Estimate { rows <= 10 ? 0 : of(Double(rows)) - 33 }
}
