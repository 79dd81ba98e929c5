// sum, total, avg, count, min and max as aggregates. Their states are zeroed memory of the caller's.

enum AggregateFunctions {
  @inline(__always)
  static func state<State: BitwiseCopyable>(_ context: CallContext, as type: State.Type)
    -> UnsafeMutablePointer<State>
  {
    context.pointee.state.unsafelyUnwrapped.assumingMemoryBound(to: State.self)
  }

  // MARK: Sums

  /// What a sum adds for a value: a blob counts as the number that its text begins with.
  @inline(__always)
  private static func summand(_ context: CallContext, _ cell: Cell) -> Cell {
    cell.tag == .blob ? .real(context.real(of: cell)) : cell
  }

  static func addToSum(_ context: CallContext, _ arguments: Arguments) {
    state(context, as: RunningSum.self).pointee.add(summand(context, arguments[0]))
  }

  static func removeFromSum(_ context: CallContext, _ arguments: Arguments) {
    state(context, as: RunningSum.self).pointee.remove(summand(context, arguments[0]))
  }

  static func sum(_ context: CallContext) {
    let sum = state(context, as: RunningSum.self).pointee
    if sum.count > 0, sum.hasOverflowed {
      context.pointee.fail("integer overflow")
      return
    }
    context.pointee.result = sum.sum
  }

  static func total(_ context: CallContext) {
    context.result(state(context, as: RunningSum.self).pointee.total)
  }

  static func average(_ context: CallContext) {
    context.pointee.result = state(context, as: RunningSum.self).pointee.average
  }

  // MARK: Count

  static func addToCount(_ context: CallContext, _ arguments: Arguments) {
    if arguments.count == 0 || arguments[0].tag != .null { state(context, as: Int64.self).pointee &+= 1 }
  }

  static func removeFromCount(_ context: CallContext, _ arguments: Arguments) {
    if arguments.count == 0 || arguments[0].tag != .null { state(context, as: Int64.self).pointee &-= 1 }
  }

  static func count(_ context: CallContext) { context.result(state(context, as: Int64.self).pointee) }

  // MARK: Extremes

  /// The value that is the smallest or largest so far; its bytes are in `bytes`.
  struct Extreme: BitwiseCopyable {
    var value: Cell
    var bytes: ByteBuffer
  }

  static func addToExtreme(_ context: CallContext, _ arguments: Arguments, isMaximum: Bool) {
    let best = state(context, as: Extreme.self)
    let value = arguments[0]
    if value.tag == .null {
      // Until there is a value, any row may give the bare columns.
      if best.pointee.value.tag == .null { context.pointee.pickedRow = true }
      return
    }
    if best.pointee.value.tag != .null {
      let order = ValueRules.compare(
        value, best.pointee.value, context.pointee.collation, encoding: context.environment.encoding)
      guard isMaximum ? order > 0 : order < 0 else { return }
    }
    context.pointee.pickedRow = true
    best.pointee.value = value
    best.pointee.value.flags = 0
    if value.hasBytes {
      best.pointee.bytes.count = 0
      best.pointee.bytes.append(value.bytes)
      best.pointee.value.bits = UInt64(UInt(bitPattern: best.pointee.bytes.base))
    }
  }

  /// The extreme, copied to the output: the state stays.
  static func extreme(_ context: CallContext) {
    let value = state(context, as: Extreme.self).pointee.value
    if value.hasBytes {
      guard context.append(value.bytes) else { return }
      context.pointee.returnOutput(as: value.tag)
      context.pointee.result.subtype = value.subtype
    } else {
      context.pointee.result = value
    }
  }

  static func finishExtreme(_ context: CallContext) {
    extreme(context)
    let best = state(context, as: Extreme.self)
    best.pointee.value = .null
    best.pointee.bytes.deallocate()
  }
}
