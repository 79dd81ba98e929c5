/// One end of a window's frame.
enum BoundFrameEnd {
  case unboundedPreceding
  case preceding(BoundExpression)
  case currentRow
  case following(BoundExpression)
  case unboundedFollowing

  var offset: BoundExpression? {
    switch self {
    case .preceding(let offset), .following(let offset): offset
    case .unboundedPreceding, .currentRow, .unboundedFollowing: nil
    }
  }

  func isSame(as other: BoundFrameEnd) -> Bool {
    switch (self, other) {
    case (.unboundedPreceding, .unboundedPreceding), (.currentRow, .currentRow),
      (.unboundedFollowing, .unboundedFollowing):
      true
    case (.preceding(let a), .preceding(let b)), (.following(let a), .following(let b)): a.isSame(as: b)
    default: false
    }
  }
}

/// The frame of a window: which rows around the present one an aggregate sees.
struct BoundFrame {
  enum Unit: UInt8 { case rows, range, groups }
  /// `none`: nothing was said, which SQLite treats differently from EXCLUDE NO OTHERS in a few corners.
  enum Exclusion: UInt8 { case none, noOthers, currentRow, group, ties }

  var unit: Unit
  var start: BoundFrameEnd
  var end: BoundFrameEnd
  var exclusion: Exclusion

  static var standard: BoundFrame {
    BoundFrame(unit: .range, start: .unboundedPreceding, end: .currentRow, exclusion: .none)
  }

  func isSame(as other: BoundFrame) -> Bool {
    unit == other.unit && exclusion == other.exclusion && start.isSame(as: other.start)
      && end.isSame(as: other.end)
  }
}

/// What stands behind OVER, names resolved.
struct BoundWindow {
  var partition: [BoundExpression]
  var order: [BoundOrderTerm]
  var frame: BoundFrame

  /// Same partitions in the same order: what differs, if anything, are the frames.
  func hasSameOrder(as other: BoundWindow) -> Bool {
    guard partition.count == other.partition.count, order.count == other.order.count else { return false }
    for (a, b) in zip(partition, other.partition) where !a.isSame(as: b) { return false }
    for (a, b) in zip(order, other.order) where !a.isSame(as: b) { return false }
    return true
  }

  func isSame(as other: BoundWindow) -> Bool { frame.isSame(as: other.frame) && hasSameOrder(as: other) }

  /// Calls `body` with the expressions that are evaluated for every row.
  func forEachExpression(_ body: (BoundExpression) -> Void) {
    for term in partition { body(term) }
    for term in order { body(term.expression) }
  }

  func map(_ change: (BoundExpression) -> BoundExpression) -> BoundWindow {
    var copy = self
    copy.partition = partition.map(change)
    copy.order = order.map { term in
      var copy = term
      copy.expression = change(term.expression)
      return copy
    }
    return copy
  }
}

/// A call with OVER that one SELECT computes.
final class BoundWindowCall {
  enum Function {
    case builtin(WindowFunction)
    case aggregate(FunctionDefinition)
  }

  let function: Function
  let arguments: [BoundExpression]
  let filter: BoundExpression?
  let window: BoundWindow

  init(
    _ function: Function, _ arguments: [BoundExpression], filter: BoundExpression?, window: BoundWindow
  ) {
    self.function = function
    self.arguments = arguments
    self.filter = filter
    self.window = window
  }

  var name: String {
    switch function {
    case .builtin(let function): function.name
    case .aggregate(let definition): definition.name
    }
  }

  /// Calls `body` with the expressions that are evaluated for every row.
  func forEachExpression(_ body: (BoundExpression) -> Void) {
    for argument in arguments { body(argument) }
    if let filter { body(filter) }
    window.forEachExpression(body)
  }

  func map(_ change: (BoundExpression) -> BoundExpression) -> BoundWindowCall {
    BoundWindowCall(
      function, arguments.map(change), filter: filter.map(change), window: window.map(change))
  }

  /// Same function of the same values over the same window: computed once.
  func isSame(as other: BoundWindowCall) -> Bool {
    guard name == other.name, arguments.count == other.arguments.count, window.isSame(as: other.window)
    else { return false }
    for (a, b) in zip(arguments, other.arguments) where !a.isSame(as: b) || a.isVolatile { return false }
    switch (filter, other.filter) {
    case (nil, nil): return true
    case (let a?, let b?): return a.isSame(as: b) && !a.isVolatile
    default: return false
    }
  }
}
