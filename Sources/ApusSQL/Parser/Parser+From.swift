// FROM: table sources and join operators.
//
// Join words are read as SQLite reads them: up to three words before JOIN, checked as a set.

extension Parser {
  /// The sources behind FROM, or inside the parentheses of a joined group.
  mutating func parseTableSources() throws(ParseFailure) -> NodeList<TableSource> {
    try enter()
    let mark = scratch.sources.count
    var join: JoinType? = []
    while let current = join {
      var source = try parseTableSource(current)
      try parseJoinConstraint(&source, isFirst: scratch.sources.count == mark)
      scratch.sources.append(source)
      join = try parseJoinOperator()
    }
    leave()
    return takeSources(from: mark)
  }

  private mutating func parseJoinOperator() throws(ParseFailure) -> JoinType? {
    if try accept(.comma) { return .comma }
    if try accept(.join) { return .inner }
    guard token.kind.isJoinWord else { return nil }
    let words = (token, try takeJoinName(), try takeJoinName())
    if words.2 != nil { try advance() }
    try expect(.join)
    return try joinType(words.0, words.1, words.2)
  }

  /// Steps over a join word and answers the next token if it is one more word before JOIN.
  private mutating func takeJoinName() throws(ParseFailure) -> Token? {
    guard token.kind != .join else { return nil }
    try advance()
    if token.kind == .join { return nil }
    guard token.kind.isName else { throw unexpected() }
    return token
  }

  private mutating func joinType(_ first: Token, _ second: Token?, _ third: Token?) throws(ParseFailure)
    -> JoinType
  {
    var type: JoinType = []
    var isUnknown = false
    for word in [first, second, third] {
      guard let word else { continue }
      switch word.kind {
      case .natural: type.insert(.natural)
      case .left: type.formUnion([.left, .outer])
      case .right: type.formUnion([.right, .outer])
      case .full: type.formUnion(.full)
      case .outer: type.insert(.outer)
      case .inner: type.insert(.inner)
      case .cross: type.formUnion([.inner, .cross])
      default: isUnknown = true
      }
    }
    let isOuterAlone = type.contains(.outer) && type.isDisjoint(with: [.left, .right])
    if isUnknown || isOuterAlone || type.isSuperset(of: [.inner, .outer]) {
      var words = text(of: first)
      for word in [second, third] {
        if let word { words += " " + text(of: word) }
      }
      throw fail("unknown join type: \(words)", at: first)
    }
    if !type.contains(.outer) { type.insert(.inner) }
    return type
  }

  private mutating func parseTableSource(_ join: JoinType) throws(ParseFailure) -> TableSource {
    let start = token.start
    var source: TableSource
    if try accept(.leftParenthesis) {
      if token.kind.beginsSelect {
        source = TableSource(join: join, kind: .subquery(try parseSelect()))
      } else {
        source = TableSource(join: join, kind: .group(try parseTableSources()))
      }
      try expect(.rightParenthesis)
      source.alias = try parseAlias()
    } else {
      let (schema, name) = try parseQualifiedName()
      if try accept(.leftParenthesis) {
        let arguments = try parseExpressionList(upTo: .rightParenthesis)
        source = TableSource(join: join, kind: .function(schema: schema, name: name, arguments: arguments))
        source.alias = try parseAlias()
      } else {
        source = TableSource(join: join, kind: .table(schema: schema, name: name))
        source.alias = try parseAlias()
        source.index = try parseIndexHint()
      }
    }
    source.range = range(from: start)
    return source
  }

  /// `INDEXED BY name` or `NOT INDEXED`.
  mutating func parseIndexHint() throws(ParseFailure) -> IndexHint {
    if try accept(.indexed) {
      try expect(.by)
      return .indexedBy(try parseName())
    }
    if try accept(.not) {
      try expect(.indexed)
      return .notIndexed
    }
    return .none
  }

  private mutating func parseJoinConstraint(
    _ source: inout TableSource, isFirst: Bool
  ) throws(ParseFailure) {
    let first = token
    if try accept(.on) {
      source.on = try parseExpression()
      if isFirst {
        // A syntax error right behind it counts more: INSERT … SELECT … FROM t ON CONFLICT DO …
        if token.kind == .do { throw unexpected() }
        throw fail("a JOIN clause is required before ON", at: first)
      }
    } else if try accept(.using) {
      try expect(.leftParenthesis)
      source.using = try parseNameList()
      try expect(.rightParenthesis)
      if isFirst { throw fail("a JOIN clause is required before USING", at: first) }
    }
  }
}
