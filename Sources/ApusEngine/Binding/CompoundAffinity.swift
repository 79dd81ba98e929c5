extension BoundQuery {
  /// The affinity of a column where the query is an operand: as in SQLite that of the last arm, and none of several rows of VALUES.
  func operandAffinity(_ column: Int) -> Affinity {
    if case .values(let rows)? = parts.first?.core, rows.count > 1 { return .none }
    guard parts.count > 1 else { return columns.indices.contains(column) ? columns[column].affinity : .none }
    guard case .select(let last)? = parts.last?.core, last.output.indices.contains(column) else {
      return .none
    }
    return last.output[column].affinity
  }

  /// A column is REAL because one of several arms is: the others may give integers.
  func mayBeInteger(_ column: Int) -> Bool {
    guard columns.indices.contains(column), columns[column].affinity == .real else { return false }
    return parts.contains { part in
      switch part.core {
      case .select(let select): select.output[column].affinity != .real
      case .values: true
      }
    }
  }
}

extension BoundQuery {
  /// A column is a number because the first arm of a compound is a CAST: of whatever kind, so that storing it under that affinity makes no
  /// integers of whole reals.
  func keepsReals(_ column: Int) -> Bool {
    guard columns.indices.contains(column), columns[column].affinity == .numeric,
      case .select(let first)? = parts.first?.core, first.output.indices.contains(column)
    else { return false }
    switch first.output[column].kind {
    case .cast: return parts.count > 1
    case .column(let source, let inner):
      switch source.kind {
      case .query(let query): return query.keepsReals(inner)
      case .shared(let shared): return shared.query.keepsReals(inner)
      default: return false
      }
    default: return false
    }
  }
}

/// The affinity of a compound's columns as its FROM item: that of the first arm that has one, unless another arm may
/// give values that the affinity would change.
enum CompoundAffinity {
  /// Storage classes that an expression may give.
  private struct Classes: OptionSet {
    let rawValue: UInt8
    static let number = Classes(rawValue: 1)
    static let text = Classes(rawValue: 2)
    static let blob = Classes(rawValue: 4)
    static let any: Classes = [.number, .text, .blob]
  }

  static func affinity(ofColumn column: Int, in parts: [BoundQuery.Part]) -> Affinity {
    let expressions = parts.flatMap { arms(of: $0, column) }
    guard let first = expressions.firstIndex(where: { $0.affinity != .none }) else { return .none }
    var others: Classes = []
    for (index, expression) in expressions.enumerated() where index != first {
      others.formUnion(classes(of: expression))
    }
    let affinity = expressions[first].affinity
    // A first arm that is a CAST to a number makes the column one, of whatever kind.
    if affinity.isNumeric, expressions.count > 1, case .cast = expressions[0].kind {
      return others.contains(.text) ? .blob : .numeric
    }
    if affinity == .text, others.contains(.number) { return .blob }
    if affinity.isNumeric, others.contains(.text) { return .blob }
    return affinity
  }

  private static func arms(of part: BoundQuery.Part, _ column: Int) -> [BoundExpression] {
    switch part.core {
    case .select(let select): [select.output[column]]
    case .values(let rows): rows.map { $0[column] }
    }
  }

  private static func classes(of expression: BoundExpression) -> Classes {
    switch expression.kind {
    case .constant(let constant):
      switch constant {
      case .null: return []
      case .integer, .real: return .number
      case .text: return .text
      case .blob: return .blob
      }
    case .function, .aggregate, .window, .parameter: return .any
    case .column, .scalarQuery, .cast, .register:
      switch expression.affinity {
      case .text: return [.text, .blob]
      case .numeric, .integer, .real: return [.number, .blob]
      case .none, .blob: return .any
      }
    case .arithmetic(.concat, _, _): return [.text, .blob]
    case .case(_, let branches, let otherwise):
      var classes: Classes = otherwise.map { Self.classes(of: $0) } ?? []
      for branch in branches { classes.formUnion(Self.classes(of: branch.then)) }
      return classes
    case .collate(let inner, _, _), .plus(let inner): return Self.classes(of: inner)
    default: return .number
    }
  }
}
