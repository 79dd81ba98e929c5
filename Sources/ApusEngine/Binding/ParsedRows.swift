import ApusSQL

/// Rows of VALUES that SQLite makes code of while it parses them: several of them, all constant, in a text without WITH. It asks for a SELECT then,
/// before anything else.
struct ParsedRows {
  private let ast: AST

  init(_ ast: AST) { self.ast = ast }

  /// How many there are in a statement.
  var count: Int {
    let selects = (0..<Int32(truncatingIfNeeded: ast.selectCount)).map { ast[SelectID($0)] }
    guard selects.allSatisfy({ $0.with == nil }) else { return 0 }
    var count = 0
    for select in selects {
      for arm in ast[select.arms] where contains(arm) { count += 1 }
    }
    return count
  }

  /// The first two rows decide: what the others have is gathered, too.
  func contains(_ arm: SelectArm) -> Bool {
    guard case .values(_, let rows) = arm, rows.count > 1 else { return false }
    let first = ast[rows].prefix(2)
    for row in first {
      for value in ast[row.values] where !isConstant(value) || !callsConstants(value) { return false }
    }
    guard let row = first.first else { return false }
    return ast[row.values].allSatisfy { value in
      if case .cast = ast[value] { false } else { true }
    }
  }

  /// It calls nothing but functions that give the same each time.
  private func callsConstants(_ id: ExprID) -> Bool {
    if case .function(let call) = ast[id] {
      let call = ast[call]
      guard
        case .found(let definition) = BuiltinFunctions.find(
          ast.string(call.name), argumentCount: call.isStar ? 0 : call.arguments.count),
        !definition.isAggregate, case .none = call.over,
        !definition.flags.isDisjoint(with: [.deterministic, .constantPerStatement])
      else { return false }
    }
    var isConstant = true
    try? ast.forEachChild(of: id) { if isConstant, !callsConstants($0) { isConstant = false } }
    return isConstant
  }

  /// No name stands in it, and no query.
  func isConstant(_ id: ExprID) -> Bool {
    switch ast[id] {
    case .column(let name): return ast.isTruthName(name)
    case .qualifiedColumn, .subquery, .exists, .inSelect, .inTable: return false
    default:
      var isConstant = true
      try? ast.forEachChild(of: id) { if isConstant, !self.isConstant($0) { isConstant = false } }
      return isConstant
    }
  }
}
