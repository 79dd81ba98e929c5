/// A sum that stays an integer as long as it can, and then loses no digits: compensated summation after A. Neumaier,
/// "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen" (1974), as SQLite sums since 3.43.
///
/// Plain data that begins as zeros: the state of sum(), total() and avg().
struct RunningSum: BitwiseCopyable {
  private var real: Double = 0
  /// What `real` has lost to rounding.
  private var lost: Double = 0
  private var integer: Int64 = 0
  /// Values added and not taken out again.
  private(set) var count: Int64 = 0
  private var isReal = false
  /// Integers ran over and no real was added since: sum() then fails.
  private(set) var hasOverflowed = false

  init() {}

  /// Adds a value; NULL counts for nothing, text and blobs for the number that begins them.
  @inline(__always)
  mutating func add(_ cell: Cell) {
    guard cell.tag != .null else { return }
    count &+= 1
    if cell.tag == .integer, !isReal {
      let (sum, overflow) = integer.addingReportingOverflow(cell.integer)
      if !overflow {
        integer = sum
        return
      }
    }
    addReal(cell)
  }

  @inline(never)
  private mutating func addReal(_ cell: Cell) {
    let number = ValueRules.numericIfWhole(cell)
    if number.tag == .integer {
      if !isReal {
        let (sum, overflow) = integer.addingReportingOverflow(number.integer)
        if !overflow {
          integer = sum
          return
        }
        hasOverflowed = true
        becomeReal()
      }
      add(number.integer)
    } else {
      if isReal { hasOverflowed = false } else { becomeReal() }
      add(ValueRules.real(of: number))
    }
  }

  /// Adds what another sum has added.
  mutating func add(_ other: RunningSum) {
    guard other.count > 0 else { return }
    count &+= other.count
    if !isReal, !other.isReal {
      let (sum, overflow) = integer.addingReportingOverflow(other.integer)
      if !overflow {
        integer = sum
        return
      }
      hasOverflowed = true
      becomeReal()
      add(other.integer)
      return
    }
    let isExact = (!isReal || hasOverflowed) && (!other.isReal || other.hasOverflowed)
    if !isReal { becomeReal() }
    if other.isReal {
      add(other.real)
      lost += other.lost
    } else {
      add(other.integer)
    }
    hasOverflowed = isExact && (hasOverflowed || other.hasOverflowed)
  }

  /// Takes a value out again.
  mutating func remove(_ cell: Cell) {
    guard cell.tag != .null else { return }
    count &-= 1
    let number = ValueRules.numericIfWhole(cell)
    if number.tag == .integer {
      if !isReal {
        let (difference, overflow) = integer.subtractingReportingOverflow(number.integer)
        integer = difference
        if overflow {
          hasOverflowed = true
          isReal = true
        }
      } else if number.integer == .min {
        add(Int64.max)
        add(1 as Int64)
      } else {
        add(0 &- number.integer)
      }
    } else {
      if !isReal { becomeReal() }
      add(-ValueRules.real(of: number))
    }
  }

  private mutating func becomeReal() {
    isReal = true
    let (big, small) = Self.split(integer)
    real = big
    lost = small
  }

  /// An integer as two doubles, both exact.
  private static func split(_ value: Int64) -> (Double, Double) {
    if value > -4_503_599_627_370_496, value < 4_503_599_627_370_496 { return (Double(value), 0) }
    let small = value % 16_384
    return (Double(value &- small), Double(small))
  }

  private mutating func add(_ value: Int64) {
    let (big, small) = Self.split(value)
    add(big)
    if small != 0 { add(small) }
  }

  private mutating func add(_ value: Double) {
    let before = real
    let sum = before + value
    lost += before.magnitude > value.magnitude ? (before - sum) + value : (value - sum) + before
    real = sum
  }

  /// The sum as a real.
  var total: Double {
    guard isReal else { return Double(integer) }
    return lost.isFinite ? real + lost : real
  }

  /// sum(): NULL without values. Meaningless after an overflow.
  var sum: Cell {
    if count <= 0 { return .null }
    return isReal ? .real(total) : .integer(integer)
  }

  var average: Cell { count <= 0 ? .null : .real(total / Double(count)) }
}
