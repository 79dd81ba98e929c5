// median(X), percentile(X, P), percentile_cont(X, P), percentile_disc(X, P).

enum PercentileFunctions {
  enum Form: Int {
    case median, percentile, continuous, discrete

    var name: String {
      switch self {
      case .median: "median"
      case .percentile: "percentile"
      case .continuous: "percentile_cont"
      case .discrete: "percentile_disc"
      }
    }

    /// The largest P.
    var whole: Double { self == .percentile ? 100 : 1 }
  }

  /// Plain data that begins as zeros.
  struct State: BitwiseCopyable {
    /// The values as doubles.
    var values: ByteBuffer
    var fraction: Double
    var hasFraction: Bool
    var isSorted: Bool

    var count: Int { values.count / 8 }
    var numbers: UnsafeMutableBufferPointer<Double> {
      UnsafeMutableBufferPointer(start: values.base?.assumingMemoryBound(to: Double.self), count: count)
    }
  }

  static func add(_ context: CallContext, _ arguments: Arguments, _ form: Form) {
    let state = AggregateFunctions.state(context, as: State.self)
    var fraction = 0.5
    if form != .median {
      let number = ValueRules.numericIfWhole(arguments[1])
      fraction = ValueRules.real(of: number) / form.whole
      guard number.isNumeric, fraction >= 0, fraction <= 1 else {
        let limit = form == .percentile ? "100.0" : "1.0"
        context.pointee.fail("the fraction argument to \(form.name)() is not between 0.0 and \(limit)")
        return
      }
    }
    if !state.pointee.hasFraction {
      state.pointee.hasFraction = true
      state.pointee.fraction = fraction
    } else if (state.pointee.fraction - fraction).magnitude > 0.001 {
      context.pointee.fail("the fraction argument to \(form.name)() is not the same for all input rows")
      return
    }
    let value = arguments[0]
    guard value.tag != .null else { return }
    guard value.isNumeric else {
      context.pointee.fail("input to \(form.name)() is not numeric")
      return
    }
    var number = ValueRules.real(of: value)
    guard number.isFinite else {
      context.pointee.fail("Inf input to \(form.name)()")
      return
    }
    withUnsafeBytes(of: &number) { state.pointee.values.append($0) }
    state.pointee.isSorted = false
  }

  static func remove(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    guard value.isNumeric else { return }
    let state = AggregateFunctions.state(context, as: State.self)
    let number = ValueRules.real(of: value)
    let numbers = state.pointee.numbers
    guard let index = numbers.firstIndex(of: number) else { return }
    // Keeps the order, so that a sorted state stays sorted.
    for place in index..<numbers.count &- 1 { numbers[place] = numbers[place &+ 1] }
    state.pointee.values.count &-= 8
  }

  static func value(_ context: CallContext, _ form: Form) {
    let state = AggregateFunctions.state(context, as: State.self)
    var numbers = state.pointee.numbers
    guard numbers.count > 0 else { return }
    if !state.pointee.isSorted {
      numbers.sort()
      state.pointee.isSorted = true
    }
    let place = state.pointee.fraction * Double(numbers.count &- 1)
    // Within 0..<count, because the fraction is at most 1.
    let lower = min(Int(place), numbers.count &- 1)
    let first = numbers[lower]
    if form == .discrete {
      context.result(first)
      return
    }
    let upper = place == Double(lower) || lower == numbers.count &- 1 ? lower : lower &+ 1
    context.result(first + (numbers[upper] - first) * (place - Double(lower)))
  }

  static func finish(_ context: CallContext, _ form: Form) {
    value(context, form)
    AggregateFunctions.state(context, as: State.self).pointee.values.deallocate()
  }
}
