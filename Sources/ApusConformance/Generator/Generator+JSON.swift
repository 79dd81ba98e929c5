// JSON functions, operators and tables.

extension Generator {
  mutating func jsonPath() -> String {
    random.pick([
      "'$'", "'$.a'", "'$.b'", "'$.a.b'", "'$.b[0]'", "'$[0]'", "'$[1]'", "'$[#-1]'", "'a'", "0", "-1",
      "'$.\"a b\"'",
      "'$.a.b.c[1]'", "'$[3].k'", "'$.zz'",
    ])
  }

  private mutating func strictPath() -> String {
    random.pick([
      "'$'", "'$.a'", "'$.b'", "'$.a.b'", "'$.b[0]'", "'$[0]'", "'$[#]'", "'$[#-1]'", "'$.c'", "'$.\"\"'",
    ])
  }

  mutating func jsonExpression(_ scope: Scope, _ depth: Int) -> String {
    switch random.below(14) {
    case 0: "json(\(document(scope)))"
    case 1: "json_array(\(anyNoBlob(scope, depth)), \(anyNoBlob(scope, 0)))"
    case 2: "json_object('a', \(anyNoBlob(scope, depth)), 'b', \(document(scope)))"
    case 3: "json_set(\(document(scope)), \(strictPath()), \(anyNoBlob(scope, depth)))"
    case 4: "json_insert(\(document(scope)), \(strictPath()), \(anyNoBlob(scope, 0)))"
    case 5: "json_replace(\(document(scope)), \(strictPath()), json(\(document(scope))))"
    case 6: "json_remove(\(document(scope)), \(strictPath()))"
    case 7: "json_patch(\(document(scope)), \(literal(.json)))"
    case 8: "json_extract(\(document(scope)), \(strictPath()))"
    case 9: "(\(document(scope)) -> \(jsonPath()))"
    case 10: "json_quote(\(anyNoBlob(scope, depth)))"
    case 11: "json_type(\(document(scope)), \(strictPath()))"
    case 12: "json(jsonb(\(document(scope))))"
    default: "json_extract(\(document(scope)), \(strictPath()), \(strictPath()))"
    }
  }

  /// A JSON document. A text that is none would be an error, and which errors are seen depends on the order in which an
  /// engine computes things.
  mutating func document(_ scope: Scope) -> String {
    let text = leaf(.json, scope)
    if Self.documents.contains(where: { Self.quoted($0) == text }) || text == "NULL" { return text }
    return
      "iif(typeof(\(text)) <> 'blob' AND json_valid(\(text)), \(text), \(random.pick(["'[1]'", "NULL", "'{\"a\":2}'"])))"
  }

  /// JSON takes no blobs, so they would only give errors.
  private mutating func anyNoBlob(_ scope: Scope, _ depth: Int) -> String {
    let type = random.pick([ValueType.integer, .real, .text, .json])
    if random.chance(40) { return literal(type) }
    if type == .json { return depth > 0 ? jsonExpression(scope, depth - 1) : document(scope) }
    return withoutBlob(expression(type, scope, depth), scope)
  }

  func withoutBlob(_ text: String, _ scope: Scope) -> String {
    scope.leaves.isEmpty && scope.outer.isEmpty ? text : "iif(typeof(\(text)) = 'blob', 'b', \(text))"
  }
}
