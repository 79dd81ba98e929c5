// Functions with OVER, and the WINDOW clause (https://www.sqlite.org/windowfunctions.html).

import ApusSQL

extension Binder {
  // MARK: Definitions

  /// The windows of a WINDOW clause, each with what its base gives it. Later ones may extend earlier ones; the base of the first
  /// is not looked for, as in SQLite.
  func resolveWindows(_ list: NodeList<WindowDefinition>) throws(DatabaseError) -> [WindowDefinition] {
    var known: [WindowDefinition] = []
    for (position, node) in ast[list].enumerated() {
      var window = node
      if position > 0 { window = try extended(node, known) }
      window.base = nil
      known.append(window)
    }
    return known
  }

  private func find(_ name: Name, _ known: [WindowDefinition]) throws(DatabaseError) -> WindowDefinition {
    let text = asWritten(name)
    // Of namesakes the last one counts.
    for window in known.reversed() {
      if let candidate = window.name, asWritten(candidate).equalsIgnoringCase(text) { return window }
    }
    throw error("no such window: \(text)")
  }

  /// SQLite leaves the quotes around a window's name.
  private func asWritten(_ name: Name) -> String {
    func quoted(_ quote: Character) -> String {
      var text = String(quote)
      for character in ast.string(name) {
        text.append(character)
        if character == quote { text.append(quote) }
      }
      text.append(quote)
      return text
    }
    switch name.quoting {
    case .none: return ast.string(name)
    case .double: return quoted("\"")
    case .backtick: return quoted("`")
    case .single: return quoted("'")
    case .bracket: return "[\(ast.string(name))]"
    }
  }

  /// `(base …)`: partitions are those of the base, the order may be.
  private func extended(
    _ node: WindowDefinition, _ known: [WindowDefinition]
  ) throws(DatabaseError) -> WindowDefinition {
    guard let name = node.base else { return node }
    let base = try find(name, known)
    var refused: String?
    if !node.partitionBy.isEmpty {
      refused = "PARTITION clause"
    } else if !base.orderBy.isEmpty, !node.orderBy.isEmpty {
      refused = "ORDER BY clause"
    } else if base.frame != nil {
      refused = "frame specification"
    }
    if let refused { throw error("cannot override \(refused) of window: \(asWritten(name))") }
    var window = node
    window.base = nil
    window.partitionBy = base.partitionBy
    if !base.orderBy.isEmpty { window.orderBy = base.orderBy }
    return window
  }

  // MARK: Calls

  /// What is wrong with the condition of FILTER is told rather than an error that comes before it.
  private func refuseFilter(of call: FunctionCall, in scope: Scope) throws(DatabaseError) {
    guard let filter = call.filter, let part = ast.lookedUpPart(of: filter) else { return }
    context.forgetCallError()
    _ = try bindScalar(part, in: scope)
    if let error = context.callError { throw error }
  }

  /// A call with OVER. Its arguments may be aggregates, its window too; nothing within may have an OVER of its own.
  func bindWindowCall(
    _ call: FunctionCall, name: String, id: ExprID, in scope: Scope
  ) throws(DatabaseError) -> BoundExpression {
    if call.distinctness == .distinct {
      throw error("DISTINCT is not supported for window functions", at: id)
    }
    if !call.orderBy.isEmpty, !call.arguments.isEmpty {
      throw error("ORDER BY may not be used with non-aggregate \(name)()", at: id)
    }
    let function: BoundWindowCall.Function
    do throws(DatabaseError) {
      function = try windowFunction(call, name: name, id: id)
    } catch {
      throw refused(error, call, in: scope)
    }
    guard scope.windowsAllowed, let select = scope.select else {
      throw refused(error("misuse of window function \(name)()", at: id), call, in: scope)
    }
    if context.authorization != nil, try hidesFunction(name.lowercasedASCII, written: name, id) {
      return node(.constant(.null), id)
    }
    scope.windowsAllowed = false
    defer { scope.windowsAllowed = true }
    // After any error nobody looks at the window, but for the condition of FILTER.
    let arguments: [BoundExpression]
    do throws(DatabaseError) {
      arguments = try bindArguments(call, in: scope)
      if let error = context.callError { throw error }
    } catch {
      try refuseFilter(of: call, in: scope)
      throw error
    }
    let errors = context.callErrorCount
    var definition: WindowDefinition
    // An error about the base window is told only if there is none about the frame.
    var baseError: DatabaseError?
    switch call.over {
    case .named(let window): definition = try find(window, scope.windowDefinitions)
    case .definition(let window):
      definition = ast[window]
      do throws(DatabaseError) {
        definition = try extended(definition, scope.windowDefinitions)
      } catch {
        baseError = error
      }
    case .none: throw error("misuse of window function \(name)()", at: id)
    }
    var frame = try bindFrame(definition.frame, scope)
    if frame.unit == .range, frame.start.offset != nil || frame.end.offset != nil,
      definition.orderBy.count != 1
    {
      throw error("RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression")
    }
    if case .builtin = function, call.filter != nil {
      try refuseFilter(of: call, in: scope)
      throw error("FILTER clause may only be used with aggregate window functions", at: id)
    }
    if let baseError { throw baseError }
    if case .builtin(let builtin) = function {
      if let own = BoundFrame.own(of: builtin) { frame = own }
    }
    var partition: [BoundExpression] = []
    bindingPart { () throws(DatabaseError) in
      for term in ast[definition.partitionBy] { partition.append(try bindScalar(term, in: scope)) }
    }
    var order: [BoundOrderTerm] = []
    bindingPart { () throws(DatabaseError) in
      for term in ast[definition.orderBy] {
        order.append(orderTerm(term, try bindScalar(term.expression, in: scope)))
      }
    }
    var filter: BoundExpression?
    bindingPart { () throws(DatabaseError) in
      if let id = call.filter { filter = try bindScalar(id, in: scope) }
    }
    try refuseCallErrors(since: errors)
    let bound = BoundWindowCall(
      function, arguments, filter: filter,
      window: BoundWindow(partition: partition, order: order, frame: frame))
    for (index, known) in select.windows.enumerated()
    where known.isSame(as: bound) && !select.repeatedWindows.values.contains(index) {
      return node(.window(select, index), id)
    }
    if select.windows.isEmpty { context.note(select) }
    select.windows.append(bound)
    return node(.window(select, select.windows.count - 1), id)
  }

  // MARK: ORDER BY

  /// A result column as ORDER BY uses it. SQLite makes another call of each of its window functions; those with the window that is
  /// computed last are then computed below it, and so in another order of rows.
  func repeatingWindows(_ expression: BoundExpression, of select: BoundSelect) -> BoundExpression {
    guard let last = select.windows.first?.window else { return expression }
    return expression.mapWindows(of: select) { index in
      guard select.windows[index].window.isSame(as: last) else { return index }
      if let known = select.repeatedWindows[index] { return known }
      select.windows.append(select.windows[index])
      select.repeatedWindows[index] = select.windows.count - 1
      return select.windows.count - 1
    }
  }

  private func windowFunction(
    _ call: FunctionCall, name: String, id: ExprID
  ) throws(DatabaseError) -> BoundWindowCall.Function {
    let count = call.isStar ? 0 : call.arguments.count
    if let builtin = WindowFunction.named(name) {
      guard builtin.argumentCounts.contains(count) else {
        throw error("wrong number of arguments to function \(name)()", at: id)
      }
      return .builtin(builtin)
    }
    let notAWindow = error("\(name)() may not be used as a window function", at: id)
    if BuiltinFunctions.contains(name), !BuiltinFunctions.hasWindowForm(name) { throw notAWindow }
    let definition: FunctionDefinition
    do throws(DatabaseError) {
      definition = try context.function(named: name, argumentCount: count, offset: offset(id))
    } catch {
      // Of what no overload takes, SQLite looks at the first one: that of max() and min() is no aggregate.
      if case .found(let other) = BuiltinFunctions.find(name, argumentCount: 2), !other.isAggregate {
        throw notAWindow
      }
      throw error
    }
    guard definition.value != nil else { throw notAWindow }
    return .aggregate(definition)
  }

  // MARK: Frames

  private func bindFrame(_ frame: WindowFrame?, _ scope: Scope) throws(DatabaseError) -> BoundFrame {
    guard let frame else { return .standard }
    let unit: BoundFrame.Unit =
      switch frame.unit {
      case .rows: .rows
      case .range: .range
      case .groups: .groups
      }
    let exclusion: BoundFrame.Exclusion =
      switch frame.exclusion {
      case .unspecified: .none
      case .noOthers: .noOthers
      case .currentRow: .currentRow
      case .group: .group
      case .ties: .ties
      }
    return BoundFrame(
      unit: unit, start: try bindEnd(frame.start, scope), end: try bindEnd(frame.end, scope),
      exclusion: exclusion)
  }

  private func bindEnd(_ end: FrameBound, _ scope: Scope) throws(DatabaseError) -> BoundFrameEnd {
    switch end {
    case .unboundedPreceding: .unboundedPreceding
    case .preceding(let offset): .preceding(try bindOffset(offset, scope))
    case .currentRow: .currentRow
    case .following(let offset): .following(try bindOffset(offset, scope))
    case .unboundedFollowing: .unboundedFollowing
    }
  }

  /// A frame's offset is evaluated apart from any row: what is no constant by its form counts as NULL, which no frame accepts.
  private func bindOffset(_ id: ExprID, _ scope: Scope) throws(DatabaseError) -> BoundExpression {
    guard isConstantByForm(id) else { return node(.constant(.null), id) }
    return try bindScalar(id, in: scope)
  }

  func isConstantByForm(_ id: ExprID) -> Bool {
    ast.isConstantByForm(id) { name in
      name.quoting == .none && (ast.equals(name, "true") || ast.equals(name, "false"))
    }
  }
}

extension BoundFrame {
  /// The frame that a function has whatever its window says: SQLite computes functions with one frame together, which decides
  /// about the order of rows.
  static func own(of function: WindowFunction) -> BoundFrame? {
    let one = BoundExpression(.constant(.integer(1)))
    return switch function {
    case .rowNumber, .lag:
      BoundFrame(unit: .rows, start: .unboundedPreceding, end: .currentRow, exclusion: .none)
    case .rank, .denseRank:
      BoundFrame(unit: .range, start: .unboundedPreceding, end: .currentRow, exclusion: .none)
    case .percentRank:
      BoundFrame(unit: .groups, start: .currentRow, end: .unboundedFollowing, exclusion: .none)
    case .cumeDist:
      BoundFrame(unit: .groups, start: .following(one), end: .unboundedFollowing, exclusion: .none)
    case .ntile:
      BoundFrame(unit: .rows, start: .currentRow, end: .unboundedFollowing, exclusion: .none)
    case .lead:
      BoundFrame(unit: .rows, start: .unboundedPreceding, end: .unboundedFollowing, exclusion: .none)
    case .firstValue, .lastValue, .nthValue: nil
    }
  }
}
