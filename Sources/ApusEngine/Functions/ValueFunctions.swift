// Functions that choose among values or tell about them: coalesce, iif, nullif, min, max, typeof, likelihood …

enum ValueFunctions {
  /// coalesce(X, …), ifnull(X, Y): the first that is not NULL.
  static func coalesce(_ context: CallContext, _ arguments: Arguments) {
    for index in 0..<arguments.count where arguments[index].tag != .null {
      context.pointee.result = arguments[index]
      return
    }
  }

  /// iif(CONDITION, VALUE, … [, ELSE]): the value behind the first condition that is true.
  static func iif(_ context: CallContext, _ arguments: Arguments) {
    var index = 0
    while index &+ 1 < arguments.count {
      if context.truth(of: arguments[index]) > 0 {
        context.pointee.result = arguments[index &+ 1]
        return
      }
      index &+= 2
    }
    if index < arguments.count { context.pointee.result = arguments[index] }
  }

  /// nullif(X, Y): NULL when they are equal, else X.
  static func nullif(_ context: CallContext, _ arguments: Arguments) {
    if compare(arguments[0], arguments[1], context) != 0 { context.pointee.result = arguments[0] }
  }

  /// min(X, Y, …): NULL if one is; the last of the smallest.
  static func minimum(_ context: CallContext, _ arguments: Arguments) {
    guard !arguments.containsNull else { return }
    var best = arguments[0]
    for index in 1..<max(arguments.count, 1) where compare(best, arguments[index], context) >= 0 {
      best = arguments[index]
    }
    context.pointee.result = best
  }

  /// max(X, Y, …): NULL if one is; the first of the largest.
  static func maximum(_ context: CallContext, _ arguments: Arguments) {
    guard !arguments.containsNull else { return }
    var best = arguments[0]
    for index in 1..<max(arguments.count, 1) where compare(best, arguments[index], context) < 0 {
      best = arguments[index]
    }
    context.pointee.result = best
  }

  @inline(__always)
  private static func compare(_ a: Cell, _ b: Cell, _ context: CallContext) -> Int {
    ValueRules.compare(a, b, context.pointee.collation, encoding: context.environment.encoding)
  }

  static func typeof(_ context: CallContext, _ arguments: Arguments) {
    switch arguments[0].tag {
    case .null: context.result("null")
    case .integer: context.result("integer")
    case .real: context.result("real")
    case .text: context.result("text")
    case .blob: context.result("blob")
    }
  }

  static func subtype(_ context: CallContext, _ arguments: Arguments) {
    context.result(Int64(arguments[0].subtype & 0xff))
  }

  /// likely(X), unlikely(X), likelihood(X, P): X.
  static func first(_ context: CallContext, _ arguments: Arguments) {
    context.pointee.result = arguments[0]
  }
}
