// OVER and WINDOW: window definitions and frames.

extension Parser {
  /// `OVER name` or `OVER (…)`.
  mutating func parseOver() throws(ParseFailure) -> WindowReference {
    try advance()
    guard token.kind == .leftParenthesis else { return .named(try parseName()) }
    try advance()
    let window = try parseWindowBody(name: nil)
    return .definition(ast.add(window))
  }

  /// `WINDOW name AS (…), …`
  mutating func parseWindowClause() throws(ParseFailure) -> NodeList<WindowDefinition> {
    guard try accept(.window) else { return .empty }
    let mark = scratch.windows.count
    repeat {
      let name = try parseName()
      try expect(.as)
      try expect(.leftParenthesis)
      let window = try parseWindowBody(name: name)
      scratch.windows.append(window)
    } while try accept(.comma)
    return takeWindows(from: mark)
  }

  /// What stands between the parentheses, and the closing one.
  private mutating func parseWindowBody(name: Name?) throws(ParseFailure) -> WindowDefinition {
    var window = WindowDefinition(name: name)
    switch token.kind {
    case .partition, .range, .rows, .groups: break
    default: if token.kind.isName { window.base = try takeName() }
    }
    if try accept(.partition) {
      try expect(.by)
      window.partitionBy = try parseNonemptyExpressionList()
    }
    if try accept(.order) {
      try expect(.by)
      window.orderBy = try parseOrderingTerms()
    }
    window.frame = try parseFrame()
    try expect(.rightParenthesis)
    return window
  }

  private mutating func parseFrame() throws(ParseFailure) -> WindowFrame? {
    let unit: FrameUnit
    let first = token
    switch token.kind {
    case .range: unit = .range
    case .rows: unit = .rows
    case .groups: unit = .groups
    default: return nil
    }
    try advance()
    var frame: WindowFrame
    if try accept(.between) {
      let start = try parseFrameBound(isEnd: false)
      try expect(.and)
      frame = WindowFrame(unit: unit, start: start, end: try parseFrameBound(isEnd: true))
    } else {
      frame = WindowFrame(unit: unit, start: try parseFrameBound(isEnd: false), end: .currentRow)
    }
    if try accept(.exclude) {
      switch token.kind {
      case .no:
        try advance()
        guard token.kind == .others else { throw unexpected() }
        frame.exclusion = .noOthers
      case .current:
        try advance()
        guard token.kind == .row else { throw unexpected() }
        frame.exclusion = .currentRow
      case .group: frame.exclusion = .group
      case .ties: frame.exclusion = .ties
      default: throw unexpected()
      }
      try advance()
    }
    switch (frame.start, frame.end) {
    case (.currentRow, .preceding), (.following, .preceding), (.following, .currentRow):
      throw fail("unsupported frame specification", at: first)
    default: return frame
    }
  }

  private mutating func parseFrameBound(isEnd: Bool) throws(ParseFailure) -> FrameBound {
    if token.kind == .current {
      try advance()
      try expect(.row)
      return .currentRow
    }
    if token.kind == .unbounded {
      try advance()
      if try accept(isEnd ? .following : .preceding) {
        return isEnd ? .unboundedFollowing : .unboundedPreceding
      }
      throw unexpected()
    }
    let distance = try parseExpression()
    if try accept(.preceding) { return .preceding(distance) }
    try expect(.following)
    return .following(distance)
  }
}
