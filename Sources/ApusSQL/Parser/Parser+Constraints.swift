// Column and table constraints.

extension Parser {
  /// The constraints of a column.
  mutating func parseColumnConstraints(of column: Name) throws(ParseFailure) -> NodeList<ColumnConstraint> {
    let mark = scratch.columnConstraints.count
    while let constraint = try parseColumnConstraint(of: column) {
      scratch.columnConstraints.append(constraint)
    }
    return takeColumnConstraints(from: mark)
  }

  private mutating func parseColumnConstraint(of column: Name) throws(ParseFailure) -> ColumnConstraint? {
    if try accept(.constraint) {
      let name = try parseName()
      return ColumnConstraint(name: name, kind: try parseColumnConstraintKind(of: column) ?? .named)
    }
    guard let kind = try parseColumnConstraintKind(of: column) else { return nil }
    return ColumnConstraint(kind: kind)
  }

  private mutating func parseColumnConstraintKind(
    of column: Name
  ) throws(ParseFailure) -> ColumnConstraintKind? {
    switch token.kind {
    case .default:
      try advance()
      return try parseDefault()
    case .null:
      try advance()
      return .null(conflict: try parseOnConflict())
    case .not:
      try advance()
      if token.kind == .deferrable { return .deferrable(try parseDeferral(isNegated: true)) }
      try expect(.null)
      return .notNull(conflict: try parseOnConflict())
    case .primary:
      try advance()
      try expect(.key)
      let order = try parseSortOrder()
      let conflict = try parseOnConflict()
      return .primaryKey(order: order, conflict: conflict, autoincrement: try accept(.autoincrement))
    case .unique:
      try advance()
      return .unique(conflict: try parseOnConflict())
    case .check:
      try advance()
      let (expression, text) = try parseParenthesizedExpression()
      return .check(expression, text: text)
    case .references: return .references(try parseReferences())
    case .deferrable: return .deferrable(try parseDeferral(isNegated: false))
    case .collate:
      try advance()
      return .collate(try parseIdentifierOrString())
    case .generated:
      try advance()
      try expect(.always)
      guard token.kind == .as else { throw unexpected() }
      return try parseGenerated(of: column)
    case .as: return try parseGenerated(of: column)
    default: return nil
    }
  }

  private mutating func parseSortOrder() throws(ParseFailure) -> SortOrder {
    if try accept(.asc) { return .ascending }
    return try accept(.desc) ? .descending : .unspecified
  }

  /// `(expression)` and the span inside the parentheses.
  private mutating func parseParenthesizedExpression() throws(ParseFailure) -> (ExprID, SourceRange) {
    try expect(.leftParenthesis)
    let start = token.start
    let expression = try parseExpression()
    let text = range(from: start)
    try expect(.rightParenthesis)
    return (expression, text)
  }

  /// The value behind DEFAULT: a literal, a signed literal, a word, or an expression in parentheses. A word is a
  /// string, unless it is TRUE or FALSE.
  private mutating func parseDefault() throws(ParseFailure) -> ColumnConstraintKind {
    let first = token
    switch first.kind {
    case .leftParenthesis:
      let (expression, text) = try parseParenthesizedExpression()
      return .defaultValue(expression, text: text)
    case .plus, .minus:
      try advance()
      let operand = try parseTerm()
      let operation: UnaryOperator = first.kind == .minus ? .negate : .plus
      let expression = try make(.unary(operation, operand), range(from: first.start), height: 2)
      return .defaultValue(expression, text: range(from: first.start))
    case .currentDate, .currentTime, .currentTimestamp:
      return .defaultValue(try parseTerm(), text: range(from: first.start))
    default:
      if first.kind.isID || first.kind == .indexed {
        let isTruth = matches(first, "true") || matches(first, "false")
        let name = try takeName()
        let expression = try make(isTruth ? .column(name) : .string(name.text), range(from: first.start))
        return .defaultValue(expression, text: range(from: first.start))
      }
      return .defaultValue(try parseTerm(), text: range(from: first.start))
    }
  }

  /// A literal.
  private mutating func parseTerm() throws(ParseFailure) -> ExprID {
    guard token.kind == .string else { return try parseLiteral() }
    let first = token
    let (text, _) = dequote(first)
    try advance()
    return try make(.string(text), range(from: first.start))
  }

  private mutating func parseGenerated(of column: Name) throws(ParseFailure) -> ColumnConstraintKind {
    try expect(.as)
    let (expression, text) = try parseParenthesizedExpression()
    guard token.kind.isID else { return .generated(expression, storage: .unspecified, text: text) }
    let storage: GeneratedStorage
    if matches(token, "virtual") {
      storage = .virtual
    } else if matches(token, "stored") {
      storage = .stored
    } else {
      let start = Int(column.range.start) &+ origin
      let end = Int(column.range.end) &+ origin
      let name = self.text(of: Token(kind: .identifier, start: start, end: end))
      throw fail("error in generated column \"\(Self.unquoted(name))\"")
    }
    try advance()
    return .generated(expression, storage: storage, text: text)
  }

  private static func unquoted(_ name: String) -> String {
    guard let first = name.first, name.count >= 2, "\"'`[".contains(first) else { return name }
    return String(name.dropFirst().dropLast())
  }

  /// `REFERENCES …`. DEFERRABLE, of a column a constraint of its own, is attached here.
  private mutating func parseReferences() throws(ParseFailure) -> ForeignKeyClause {
    try expect(.references)
    var clause = ForeignKeyClause(table: try parseName())
    clause.columns = try parseOptionalColumnNameList()
    while true {
      if try accept(.match) {
        clause.match = try parseName()
      } else if token.kind == .on {
        try advance()
        switch token.kind {
        case .delete:
          try advance()
          clause.onDelete = try parseForeignKeyAction()
        case .update:
          try advance()
          clause.onUpdate = try parseForeignKeyAction()
        case .insert:
          try advance()
          _ = try parseForeignKeyAction()
        default: throw unexpected()
        }
      } else {
        break
      }
    }
    if token.kind == .deferrable {
      clause.deferral = try parseDeferral(isNegated: false)
    } else if token.kind == .not, peek() == .deferrable {
      try advance()
      clause.deferral = try parseDeferral(isNegated: true)
    }
    return clause
  }

  private mutating func parseForeignKeyAction() throws(ParseFailure) -> ForeignKeyAction {
    let action: ForeignKeyAction
    switch token.kind {
    case .cascade: action = .cascade
    case .restrict: action = .restrict
    case .no:
      try advance()
      guard token.kind == .action else { throw unexpected() }
      action = .noAction
    case .set:
      try advance()
      switch token.kind {
      case .null: action = .setNull
      case .default: action = .setDefault
      default: throw unexpected()
      }
    default: throw unexpected()
    }
    try advance()
    return action
  }

  /// `DEFERRABLE [INITIALLY …]`, NOT already consumed.
  private mutating func parseDeferral(isNegated: Bool) throws(ParseFailure) -> Deferral {
    try expect(.deferrable)
    guard try accept(.initially) else { return isNegated ? .notDeferrable : .deferrable }
    if try accept(.deferred) {
      return isNegated ? .notDeferrableInitiallyDeferred : .deferrableInitiallyDeferred
    }
    try expect(.immediate)
    return isNegated ? .notDeferrableInitiallyImmediate : .deferrableInitiallyImmediate
  }

  /// Table constraints up to the closing parenthesis; commas between them may be missing.
  mutating func parseTableConstraints() throws(ParseFailure) {
    var followsComma = true
    while true {
      var constraint = TableConstraint(kind: .named)
      constraint.followsComma = followsComma
      if try accept(.constraint) { constraint.name = try parseName() }
      if let kind = try parseTableConstraintKind() {
        constraint.kind = kind
      } else if constraint.name == nil {
        throw unexpected()
      }
      scratch.tableConstraints.append(constraint)
      followsComma = try accept(.comma)
      if !followsComma, !token.kind.beginsTableConstraint { return }
    }
  }

  private mutating func parseTableConstraintKind() throws(ParseFailure) -> TableConstraintKind? {
    switch token.kind {
    case .primary:
      try advance()
      try expect(.key)
      try expect(.leftParenthesis)
      let columns = try parseOrderingTerms()
      let autoincrement = try accept(.autoincrement)
      try expect(.rightParenthesis)
      try refuseNulls(columns)
      return .primaryKey(columns, autoincrement: autoincrement, conflict: try parseOnConflict())
    case .unique:
      try advance()
      try expect(.leftParenthesis)
      let columns = try parseOrderingTerms()
      try expect(.rightParenthesis)
      try refuseNulls(columns)
      return .unique(columns, conflict: try parseOnConflict())
    case .check:
      try advance()
      let (expression, text) = try parseParenthesizedExpression()
      return .check(expression, text: text, conflict: try parseOnConflict())
    case .foreign:
      try advance()
      try expect(.key)
      let columns = try parseColumnNameList()
      return .foreignKey(columns: columns, try parseReferences())
    default: return nil
    }
  }

  /// Refuses NULLS FIRST and NULLS LAST in an index.
  mutating func refuseNulls(_ terms: NodeList<OrderingTerm>) throws(ParseFailure) {
    for term in ast[terms] where term.nulls != .unspecified {
      throw fail("unsupported use of NULLS \(term.nulls == .first ? "FIRST" : "LAST")")
    }
  }
}
