// The aggregates (https://www.sqlite.org/lang_aggfunc.html).

extension BuiltinFunctions {
  static let aggregates: [FunctionDefinition] = sums + extremes + joined + percentiles

  private static let sums: [FunctionDefinition] = [
    .init(
      aggregate: "sum", arguments: 1...1, stateSize: MemoryLayout<RunningSum>.size,
      step: { AggregateFunctions.addToSum($0.callContext, .init($1, $2)) },
      inverse: { AggregateFunctions.removeFromSum($0.callContext, .init($1, $2)) },
      value: { AggregateFunctions.sum($0.callContext) }, finalize: { AggregateFunctions.sum($0.callContext) }),
    .init(
      aggregate: "total", arguments: 1...1, stateSize: MemoryLayout<RunningSum>.size,
      step: { AggregateFunctions.addToSum($0.callContext, .init($1, $2)) },
      inverse: { AggregateFunctions.removeFromSum($0.callContext, .init($1, $2)) },
      value: { AggregateFunctions.total($0.callContext) },
      finalize: { AggregateFunctions.total($0.callContext) }),
    .init(
      aggregate: "avg", arguments: 1...1, stateSize: MemoryLayout<RunningSum>.size,
      step: { AggregateFunctions.addToSum($0.callContext, .init($1, $2)) },
      inverse: { AggregateFunctions.removeFromSum($0.callContext, .init($1, $2)) },
      value: { AggregateFunctions.average($0.callContext) },
      finalize: { AggregateFunctions.average($0.callContext) }),
    .init(
      aggregate: "count", arguments: 0...1, flags: [.isCount], stateSize: MemoryLayout<Int64>.size,
      step: { AggregateFunctions.addToCount($0.callContext, .init($1, $2)) },
      inverse: { AggregateFunctions.removeFromCount($0.callContext, .init($1, $2)) },
      value: { AggregateFunctions.count($0.callContext) },
      finalize: { AggregateFunctions.count($0.callContext) }),
  ]

  private static let extremes: [FunctionDefinition] = [
    .init(
      aggregate: "min", arguments: 1...1, flags: [.usesCollation, .picksRow, .storedText],
      stateSize: MemoryLayout<AggregateFunctions.Extreme>.size,
      step: { AggregateFunctions.addToExtreme($0.callContext, .init($1, $2), isMaximum: false) },
      value: { AggregateFunctions.extreme($0.callContext) },
      finalize: { AggregateFunctions.finishExtreme($0.callContext) }),
    .init(
      aggregate: "max", arguments: 1...1, flags: [.usesCollation, .picksRow, .storedText],
      stateSize: MemoryLayout<AggregateFunctions.Extreme>.size,
      step: { AggregateFunctions.addToExtreme($0.callContext, .init($1, $2), isMaximum: true) },
      value: { AggregateFunctions.extreme($0.callContext) },
      finalize: { AggregateFunctions.finishExtreme($0.callContext) }),
  ]

  private static let joined: [FunctionDefinition] = [
    .init(
      aggregate: "group_concat", arguments: 1...2, stateSize: MemoryLayout<GroupConcatFunction.State>.size,
      step: { GroupConcatFunction.add($0.callContext, .init($1, $2)) },
      inverse: { GroupConcatFunction.remove($0.callContext, .init($1, $2)) },
      value: { GroupConcatFunction.value($0.callContext) },
      finalize: { GroupConcatFunction.finish($0.callContext) }),
    .init(
      aggregate: "string_agg", arguments: 2...2, stateSize: MemoryLayout<GroupConcatFunction.State>.size,
      step: { GroupConcatFunction.add($0.callContext, .init($1, $2)) },
      inverse: { GroupConcatFunction.remove($0.callContext, .init($1, $2)) },
      value: { GroupConcatFunction.value($0.callContext) },
      finalize: { GroupConcatFunction.finish($0.callContext) }),
  ]

  private static let percentiles: [FunctionDefinition] = [
    .init(
      aggregate: "median", arguments: 1...1, stateSize: MemoryLayout<PercentileFunctions.State>.size,
      step: { PercentileFunctions.add($0.callContext, .init($1, $2), .median) },
      inverse: { PercentileFunctions.remove($0.callContext, .init($1, $2)) },
      value: { PercentileFunctions.value($0.callContext, .median) },
      finalize: { PercentileFunctions.finish($0.callContext, .median) }),
    .init(
      aggregate: "percentile", arguments: 2...2, stateSize: MemoryLayout<PercentileFunctions.State>.size,
      step: { PercentileFunctions.add($0.callContext, .init($1, $2), .percentile) },
      inverse: { PercentileFunctions.remove($0.callContext, .init($1, $2)) },
      value: { PercentileFunctions.value($0.callContext, .percentile) },
      finalize: { PercentileFunctions.finish($0.callContext, .percentile) }),
    .init(
      aggregate: "percentile_cont", arguments: 2...2, stateSize: MemoryLayout<PercentileFunctions.State>.size,
      step: { PercentileFunctions.add($0.callContext, .init($1, $2), .continuous) },
      inverse: { PercentileFunctions.remove($0.callContext, .init($1, $2)) },
      value: { PercentileFunctions.value($0.callContext, .continuous) },
      finalize: { PercentileFunctions.finish($0.callContext, .continuous) }),
    .init(
      aggregate: "percentile_disc", arguments: 2...2, stateSize: MemoryLayout<PercentileFunctions.State>.size,
      step: { PercentileFunctions.add($0.callContext, .init($1, $2), .discrete) },
      inverse: { PercentileFunctions.remove($0.callContext, .init($1, $2)) },
      value: { PercentileFunctions.value($0.callContext, .discrete) },
      finalize: { PercentileFunctions.finish($0.callContext, .discrete) }),
  ]
}
