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
    case 0: "json(\(leaf(.json, scope)))"
    case 1: "json_array(\(anyNoBlob(scope, depth)), \(anyNoBlob(scope, 0)))"
    case 2: "json_object('a', \(anyNoBlob(scope, depth)), 'b', \(leaf(.json, scope)))"
    case 3: "json_set(\(leaf(.json, scope)), \(strictPath()), \(anyNoBlob(scope, depth)))"
    case 4: "json_insert(\(leaf(.json, scope)), \(strictPath()), \(anyNoBlob(scope, 0)))"
    case 5: "json_replace(\(leaf(.json, scope)), \(strictPath()), json(\(leaf(.json, scope))))"
    case 6: "json_remove(\(leaf(.json, scope)), \(strictPath()))"
    case 7: "json_patch(\(leaf(.json, scope)), \(literal(.json)))"
    case 8: "json_extract(\(leaf(.json, scope)), \(strictPath()))"
    case 9: "(\(leaf(.json, scope)) -> \(jsonPath()))"
    case 10: "json_quote(\(anyNoBlob(scope, depth)))"
    case 11: "json_type(\(leaf(.json, scope)), \(strictPath()))"
    case 12: "json(jsonb(\(leaf(.json, scope))))"
    default: "json_extract(\(leaf(.json, scope)), \(strictPath()), \(strictPath()))"
    }
  }

  /// JSON takes no blobs, so they would only give errors.
  private mutating func anyNoBlob(_ scope: Scope, _ depth: Int) -> String {
    expression(random.pick([.integer, .real, .text, .json]), scope, depth)
  }
}
