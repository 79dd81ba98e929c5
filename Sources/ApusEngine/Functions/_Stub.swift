enum BuiltinFunctions {
  enum Lookup { case found(FunctionDefinition), wrongArgumentCount, unsupported(String), unknown }
  static func find(_ name: String, argumentCount: Int) -> Lookup { 
    if name.equalsIgnoringCase("count") { return .found(FunctionDefinition(aggregate: "count", arguments: 0...1, flags: [.isCount], stateSize: 8, step: { c, a, n in
      let ctx = c.assumingMemoryBound(to: FunctionContext.self)
      if n == 1, a.assumingMemoryBound(to: Cell.self).pointee.isNull { return }
      ctx.pointee.state!.assumingMemoryBound(to: Int64.self).pointee += 1
    }, finalize: { c in
      let ctx = c.assumingMemoryBound(to: FunctionContext.self)
      ctx.pointee.result = .integer(ctx.pointee.state?.assumingMemoryBound(to: Int64.self).pointee ?? 0)
    })) }
    return .unknown }
  static func unsupportedTableFunction(_ name: String) -> String? { nil }
}
