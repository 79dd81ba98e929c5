// Scalar expressions over the leaves of a scope.

/// Something that an expression may be made of: a column, an aggregate, a window function.
struct Leaf: Sendable {
  var text: String
  var type: ValueType
  var collation: String?
  /// A column, so that a subquery may refer to it.
  var isColumn = true
}

/// What an expression may use.
struct Scope: Sendable {
  var leaves: [Leaf] = []
  /// Columns of enclosing queries.
  var outer: [Leaf] = []
  var allowsSubqueries = true
  /// It is that of an ON clause.
  var isOfJoin = false

  /// The leaves that an inner query sees as its outer ones.
  var forInner: [Leaf] { leaves.filter(\.isColumn) + outer }
}

extension Generator {
  /// An expression of about the type.
  mutating func expression(_ type: ValueType, _ scope: Scope, _ depth: Int) -> String {
    if depth <= 0 || random.chance(30) { return leaf(type, scope) }
    if random.chance(6) { return general(type, scope, depth - 1) }
    switch type {
    case .integer: return integerExpression(scope, depth - 1)
    case .real: return realExpression(scope, depth - 1)
    case .text: return textExpression(scope, depth - 1)
    case .blob: return blobExpression(scope, depth - 1)
    case .json: return has(.json) ? jsonExpression(scope, depth - 1) : leaf(.json, scope)
    }
  }

  /// An expression of any type.
  mutating func anyExpression(_ scope: Scope, _ depth: Int) -> String {
    expression(randomType(), scope, depth)
  }

  mutating func randomType() -> ValueType {
    random.weighted([(8, ValueType.integer), (4, .real), (7, .text), (2, .blob), (has(.json) ? 2 : 0, .json)])
  }

  mutating func leaf(_ type: ValueType, _ scope: Scope) -> String {
    if random.chance(3) { return "NULL" }
    if !scope.outer.isEmpty, random.chance(25) {
      let fitting = scope.outer.filter { $0.type == type }
      if !fitting.isEmpty { return random.pick(fitting).text }
    }
    let fitting = scope.leaves.filter { $0.type == type || ($0.type.isNumeric && type.isNumeric) }
    if !fitting.isEmpty, random.chance(75) { return random.pick(fitting).text }
    if !scope.leaves.isEmpty, random.chance(8) { return random.pick(scope.leaves).text }
    return literal(type)
  }

  /// Forms that fit every type.
  private mutating func general(_ type: ValueType, _ scope: Scope, _ depth: Int) -> String {
    switch random.below(7) {
    case 0:
      return "CASE WHEN \(condition(scope, depth)) THEN \(expression(type, scope, depth)) "
        + (random.chance(70) ? "ELSE \(expression(type, scope, depth)) " : "") + "END"
    case 1:
      let subject = randomType()
      return "CASE \(expression(subject, scope, depth)) WHEN \(expression(subject, scope, 0)) THEN "
        + "\(expression(type, scope, depth)) WHEN \(literal(subject)) THEN \(expression(type, scope, 0)) ELSE "
        + "\(literal(type)) END"
    case 2: return "coalesce(\(expression(type, scope, depth)), \(expression(type, scope, depth)))"
    case 3: return "ifnull(\(expression(type, scope, depth)), \(literal(type)))"
    case 4: return "nullif(\(expression(type, scope, depth)), \(expression(type, scope, 0)))"
    case 5:
      return
        "iif(\(condition(scope, depth)), \(expression(type, scope, depth)), \(expression(type, scope, 0)))"
    default:
      guard has(.subqueries), scope.allowsSubqueries, selectDepth < 3 else { return leaf(type, scope) }
      return scalarSubquery(type, scope)
    }
  }

  private mutating func binary(_ left: String, _ symbol: String, _ right: String) -> String {
    let text = "\(left) \(symbol) \(right)"
    return random.chance(70) ? "(\(text))" : text
  }

  private mutating func integerExpression(_ scope: Scope, _ depth: Int) -> String {
    switch random.below(20) {
    case 0...5:
      return binary(
        expression(.integer, scope, depth), random.pick(["+", "-", "*", "/", "%", "+", "-"]),
        expression(.integer, scope, depth))
    case 6:
      return binary(
        expression(.integer, scope, depth), random.pick(["&", "|", "<<", ">>"]),
        expression(.integer, scope, depth))
    case 7:
      return "- \(random.chance(50) ? "(" + expression(.integer, scope, depth) + ")" : leaf(.integer, scope))"
    case 8: return "~ (\(expression(.integer, scope, depth)))"
    case 9: return "length(\(anyExpression(scope, depth)))"
    case 10: return "instr(\(expression(.text, scope, depth)), \(expression(.text, scope, 0)))"
    case 11: return "CAST(\(anyExpression(scope, depth)) AS INTEGER)"
    case 12: return "unicode(\(expression(.text, scope, depth)))"
    case 13: return "sign(\(expression(.real, scope, depth)))"
    case 14: return "(\(condition(scope, depth)))"
    case 15:
      return "\(random.pick(["max", "min"]))(\(expression(.integer, scope, depth)), \(leaf(.integer, scope)))"
    case 16: return "octet_length(\(anyExpression(scope, depth)))"
    case 17: return "abs(CAST(\(expression(.integer, scope, depth)) AS INTEGER) % 1000)"
    case 18:
      guard has(.json) else { return leaf(.integer, scope) }
      return random.chance(50)
        ? "json_array_length(\(document(scope)))" : "json_valid(\(anyExpression(scope, depth)))"
    default:
      guard has(.dates) else { return leaf(.integer, scope) }
      return "unixepoch(\(dateText()))"
    }
  }

  private mutating func realExpression(_ scope: Scope, _ depth: Int) -> String {
    switch random.below(12) {
    case 0...4:
      return binary(
        expression(.real, scope, depth), random.pick(["+", "-", "*", "/"]), expression(.integer, scope, depth)
      )
    case 5:
      return "round(\(expression(.real, scope, depth))\(random.pick(["", ", 1", ", 2", ", 0", ", -1"])))"
    case 6: return "CAST(\(anyExpression(scope, depth)) AS \(random.pick(["REAL", "NUMERIC", "DOUBLE"])))"
    case 7: return "abs(CAST(\(expression(.real, scope, depth)) AS REAL))"
    case 8: return "+ \(expression(.real, scope, depth))"
    case 9:
      guard has(.math) else { return leaf(.real, scope) }
      let name = random.pick(["ceil", "floor", "trunc", "sqrt", "exp", "ln", "sin", "degrees", "radians"])
      return "\(name)(\(expression(.real, scope, depth)))"
    case 10:
      guard has(.math) else { return leaf(.real, scope) }
      return "\(random.pick(["mod", "pow", "atan2"]))(\(leaf(.real, scope)), \(leaf(.integer, scope)))"
    default:
      guard has(.dates) else { return leaf(.real, scope) }
      return "julianday(\(dateText()))"
    }
  }

  private mutating func textExpression(_ scope: Scope, _ depth: Int) -> String {
    switch random.below(22) {
    case 0...3: return binary(expression(.text, scope, depth), "||", anyExpression(scope, depth))
    case 4: return "\(random.pick(["upper", "lower"]))(\(expression(.text, scope, depth)))"
    case 5:
      let length = random.chance(60) ? ", \(random.below(6) - 2)" : ""
      return "substr(\(expression(.text, scope, depth)), \(random.below(7) - 3)\(length))"
    case 6:
      let characters = random.chance(40) ? ", \(literal(.text))" : ""
      return "\(random.pick(["trim", "ltrim", "rtrim"]))(\(expression(.text, scope, depth))\(characters))"
    case 7: return "replace(\(expression(.text, scope, depth)), \(leaf(.text, scope)), \(literal(.text)))"
    case 8: return "typeof(\(anyExpression(scope, depth)))"
    case 9: return "quote(\(anyExpression(scope, depth)))"
    case 10: return "hex(\(anyExpression(scope, depth)))"
    case 11: return "CAST(\(anyExpression(scope, depth)) AS TEXT)"
    case 12: return "char(\(65 + random.below(50)), \(random.pick(["97", "233", "0x1f600", "NULL"])))"
    case 13: return "printf(\(formatCall(scope, depth)))"
    case 14: return "concat(\(joinable(scope, depth)), \(joinable(scope, 0)))"
    case 15:
      let last = withoutWideBlob(leaf(.text, scope))
      return "concat_ws('-', \(joinable(scope, depth)), \(joinable(scope, 0)), \(last))"
    case 16:
      guard has(.collations) else { return leaf(.text, scope) }
      return "\(leaf(.text, scope)) COLLATE \(random.pick(["NOCASE", "RTRIM", "BINARY"]))"
    case 17:
      return "\(random.pick(["max", "min"]))(\(expression(.text, scope, depth)), \(leaf(.text, scope)))"
    case 18:
      guard has(.json) else { return leaf(.text, scope) }
      return "(\(document(scope)) ->> \(jsonPath()))"
    case 19:
      guard has(.dates) else { return leaf(.text, scope) }
      let modifier = random.pick([
        "", ", '+1 day'", ", '-1 month'", ", 'start of year'", ", '+36 hours'", ", 'weekday 1'",
      ])
      return "\(random.pick(["date", "time", "datetime"]))(\(dateText())\(modifier))"
    case 20:
      guard has(.dates) else { return leaf(.text, scope) }
      return
        "strftime('\(random.pick(["%Y-%m-%d", "%H:%M:%f", "%j %w %W", "%s", "%J", "%e %I %p"]))', \(dateText()))"
    default: return "substring(\(leaf(.text, scope)), \(leaf(.integer, scope)))"
    }
  }

  /// What concat() and concat_ws() take.
  private mutating func joinable(_ scope: Scope, _ depth: Int) -> String {
    withoutWideBlob(anyExpression(scope, depth))
  }

  /// In UTF-16 SQLite reads behind the end of a blob's text when it is concatenated.
  private func withoutWideBlob(_ text: String) -> String {
    isUTF16 ? "iif(typeof(\(text)) = 'blob', 'b', \(text))" : text
  }

  private mutating func formatCall(_ scope: Scope, _ depth: Int) -> String {
    switch random.below(4) {
    case 0:
      "'\(random.pick(["%d", "%5d|", "%-5d|", "%05d", "%+d", "%,d", "%x", "%o"]))', \(expression(.integer, scope, depth))"
    case 1:
      "'\(random.pick(["%.2f", "%10.3f|", "%e", "%g", "%!.20g", "%.0f"]))', \(expression(.real, scope, depth))"
    case 2:
      "'\(random.pick(["%s", "%10s|", "%-10s|", "%.2s", "%q", "%Q", "%w", "%c"]))', \(expression(.text, scope, depth))"
    default: "'%s-%d-%.1f', \(leaf(.text, scope)), \(leaf(.integer, scope)), \(leaf(.real, scope))"
    }
  }

  private mutating func dateText() -> String {
    random.pick([
      "'2024-02-29'", "'2000-01-01 12:34:56'", "'1999-12-31T23:59:59.999'", "2451545.5", "'2024-13-01'",
      "'12:00'",
      "'2024-03-10', '-1 month'", "0", "'2023-01-31', '+1 month'", "1700000000, 'unixepoch'",
    ])
  }

  private mutating func blobExpression(_ scope: Scope, _ depth: Int) -> String {
    switch random.below(5) {
    case 0: "CAST(\(expression(.text, scope, depth)) AS BLOB)"
    // In UTF-16 SQLite counts the zeros twice when they become text.
    case 1: isUTF16 ? "x''" : "zeroblob(\(random.below(4)))"
    case 2: "unhex(\(random.pick(["'616263'", "'6g'", "hex(\(leaf(.text, scope)))", "'61-62', '-'"])))"
    case 3: "substr(\(leaf(.blob, scope)), \(random.below(4) - 1))"
    default: leaf(.blob, scope)
    }
  }
}
