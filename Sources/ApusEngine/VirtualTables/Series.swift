/// The numbers of one run of generate_series. Distances are unsigned, so that the whole range of 64 bits can be walked in one step.
struct Series {
  /// As asked for: what the hidden columns read.
  private(set) var start: Int64
  private(set) var stop: Int64
  private(set) var step: Int64
  private(set) var value: Int64 = 0
  private var last: Int64 = 0
  private var stride: UInt64 = 1
  private var isDescending = false

  init(start: Int64, stop: Int64, step: Int64) {
    self.start = start
    self.stop = stop
    self.step = step
  }

  /// Goes to the next number. False after the last.
  mutating func advance() -> Bool {
    guard value != last else { return false }
    value = moved(value, by: stride)
    return true
  }

  /// `number` plus or minus a distance, in the direction of the series.
  private func moved(_ number: Int64, by distance: UInt64) -> Int64 {
    let bits = UInt64(bitPattern: number)
    return Int64(bitPattern: isDescending ? bits &- distance : bits &+ distance)
  }

  /// From `a` forward to `b`.
  private func distance(_ a: Int64, _ b: Int64) -> UInt64 {
    isDescending
      ? UInt64(bitPattern: a) &- UInt64(bitPattern: b) : UInt64(bitPattern: b) &- UInt64(bitPattern: a)
  }

  /// `a` comes after `b` in the direction of the series.
  private func isPast(_ a: Int64, _ b: Int64) -> Bool { isDescending ? a < b : a > b }

  /// Sets the series up and goes to its first number. False when there is none.
  mutating func begin(_ scan: SeriesScan, _ arguments: Arguments) -> Bool {
    guard !arguments.containsNull else { return false }
    var index = 0
    func take(_ bit: SeriesScan) -> Cell? {
      guard scan.contains(bit) else { return nil }
      defer { index += 1 }
      return arguments[index]
    }
    let given = [take(.start), take(.stop), take(.step)].map { $0.map(ValueRules.integer(of:)) }
    start = given[0] ?? 0
    stop = given[1] ?? 0xffff_ffff
    step = given[2] ?? 1
    if step == 0 { step = 1 }
    // Bounds of the value alone: the series reaches as far as they do.
    if scan.isDisjoint(with: [.start, .step]), !scan.isDisjoint(with: [.equal, .atLeast, .above]) {
      start = .min
    }
    if scan.isDisjoint(with: [.stop, .step]), !scan.isDisjoint(with: [.equal, .atMost, .below]) {
      stop = .max
    }
    isDescending = step < 0
    stride = step.magnitude
    let limit = take(.limit).map(ValueRules.integer(of:))
    let offset = take(.offset).map(ValueRules.integer(of:)) ?? 0
    guard !isPast(start, stop) else { return false }
    var bounds = SeriesBounds()
    if let cell = take(.equal) {
      guard bounds.setEqual(cell) else { return false }
    } else {
      if let cell = take(.atLeast) ?? take(.above), !bounds.raise(cell, isStrict: scan.contains(.above)) {
        return false
      }
      if let cell = take(.atMost) ?? take(.below), !bounds.lower(cell, isStrict: scan.contains(.below)) {
        return false
      }
      guard bounds.low <= bounds.high else { return false }
    }
    guard narrow(to: bounds) else { return false }
    if !scan.isDisjoint(with: isDescending ? .ascending : .descending) {
      swap(&value, &last)
      isDescending.toggle()
    }
    return limitTo(limit, offset: offset)
  }

  /// Moves both ends inward until the first and last number of the series lie within the bounds.
  private mutating func narrow(to bounds: SeriesBounds) -> Bool {
    let (near, far) = isDescending ? (bounds.high, bounds.low) : (bounds.low, bounds.high)
    value = start
    if isPast(near, value) {
      let rest = distance(value, near)
      let steps = rest / stride + (rest % stride == 0 ? 0 : 1)
      let (product, overflow) = steps.multipliedReportingOverflow(by: stride)
      guard !overflow, product <= distance(value, isDescending ? .min : .max) else { return false }
      value = moved(value, by: product)
    }
    last = isPast(stop, far) ? far : stop
    guard !isPast(value, last) else { return false }
    let total = distance(value, last)
    last = moved(value, by: total - total % stride)
    return true
  }

  /// Leaves out the first numbers, and those after the limit.
  private mutating func limitTo(_ limit: Int64?, offset: Int64) -> Bool {
    guard let limit else { return true }
    if offset > 0 {
      guard distance(value, last) / stride >= UInt64(offset) else { return false }
      value = moved(value, by: stride &* UInt64(offset))
    }
    if limit == 0 { return false }
    if limit > 0, distance(value, last) / stride >= UInt64(limit) {
      last = moved(value, by: stride &* UInt64(limit - 1))
    }
    return true
  }
}

/// The least and the greatest whole number that constraints on a value admit.
struct SeriesBounds {
  private(set) var low = Int64.min
  private(set) var high = Int64.max

  /// 2^63, which no Int64 reaches.
  private static let limit = 9_223_372_036_854_775_808.0

  /// value = cell. False when no whole number can equal it.
  mutating func setEqual(_ cell: Cell) -> Bool {
    let number = ValueRules.numericIfWhole(cell)
    if number.tag == .real {
      let real = number.real
      guard real == real.rounded(.down), real >= -Self.limit, real <= Self.limit else { return false }
      low = ValueRules.integer(saturating: real)
    } else {
      low = ValueRules.integer(of: number)
    }
    high = low
    return true
  }

  /// value >= cell, or > when strict. False when no number is left.
  mutating func raise(_ cell: Cell, isStrict: Bool) -> Bool {
    let number = ValueRules.numericIfWhole(cell)
    if number.tag == .real {
      let real = number.real
      if real <= -Self.limit { return true }
      if real > Self.limit { return false }
      low = ValueRules.integer(saturating: real.rounded(.up))
      guard isStrict, real == real.rounded(.up) else { return true }
    } else {
      low = ValueRules.integer(of: number)
      guard isStrict else { return true }
    }
    guard low < .max else { return false }
    low += 1
    return true
  }

  /// value <= cell, or < when strict. False when no number is left.
  mutating func lower(_ cell: Cell, isStrict: Bool) -> Bool {
    let number = ValueRules.numericIfWhole(cell)
    if number.tag == .real {
      let real = number.real
      if real >= Self.limit { return true }
      if real < -Self.limit || (real == -Self.limit && isStrict) { return false }
      high = ValueRules.integer(saturating: real.rounded(.down))
      guard isStrict, real == real.rounded(.down) else { return true }
    } else {
      high = ValueRules.integer(of: number)
      guard isStrict else { return true }
    }
    guard high > .min else { return false }
    high -= 1
    return true
  }
}
