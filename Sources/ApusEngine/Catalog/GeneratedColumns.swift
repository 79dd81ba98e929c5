import ApusSQL

/// The generated columns of a table: what each is computed from, and the order in which they can be computed.
public struct GeneratedColumns: Sendable {
  /// The columns that a column's expression names, as often as it names them; empty for columns that are not generated.
  let reads: [[Int]]
  /// All generated columns, each after those that it reads: the order in which a new row gets them.
  let order: [Int]
  /// The last column that cannot be computed because it needs itself.
  let loop: Int?
  /// The virtual columns, each after the virtual ones that it reads. Those that need themselves are missing.
  let virtualOrder: [Int]
  let hasVirtual: Bool
  /// Stored columns whose value can change when no column changes: what a function looks at beside its arguments' values, their subtypes, is not
  /// stored with them.
  private let unstable: [Int]
  /// Virtual columns whose expression, with the columns in it replaced by their expressions, is deep or large.
  private let isLarge: [Bool]

  /// nil when no column is generated.
  init?(_ columns: [ColumnDefinition], ast: AST) {
    guard columns.contains(where: { $0.generated != nil }) else { return nil }
    var numbers: [String: Int] = [:]
    for (index, column) in columns.enumerated() { numbers[column.name.lowercasedASCII] = index }
    reads = columns.map { column in
      var found: [Int] = []
      if let expression = column.generatedExpression { Self.collect(expression, ast, numbers, &found) }
      return found
    }
    let all = columns.indices.filter { columns[$0].generated != nil }
    let virtual = all.filter { columns[$0].generated == .virtual }
    order = Self.sorted(all, reads)
    loop = order.count == all.count ? nil : all.last { [order] in !order.contains($0) }
    virtualOrder = Self.sorted(virtual, reads)
    hasVirtual = !virtual.isEmpty
    isLarge = Self.large(virtualOrder, reads)
    unstable = all.filter { column in
      guard columns[column].generated == .stored, let expression = columns[column].generatedExpression else {
        return false
      }
      return Self.readsSubtypes(expression, ast)
    }
  }

  /// A function that may look at the subtypes of its arguments is called.
  private static func readsSubtypes(_ expression: ExprID, _ ast: AST) -> Bool {
    if case .function(let call) = ast[expression],
      BuiltinFunctions.mayReadSubtypes(ast.string(ast[call].name), argumentCount: ast[call].arguments.count)
    {
      return true
    }
    var answer = false
    // The closure throws nothing.
    try? ast.forEachChild(of: expression) { answer = answer || readsSubtypes($0, ast) }
    return answer
  }

  private static func collect(
    _ expression: ExprID, _ ast: AST, _ numbers: [String: Int], _ found: inout [Int]
  ) {
    switch ast[expression] {
    case .column(let name):
      if let number = numbers[ast.string(name).lowercasedASCII] { found.append(number) }
    case .qualifiedColumn(let id):
      if let number = numbers[ast.string(ast[id].column).lowercasedASCII] { found.append(number) }
    default:
      var children: [ExprID] = []
      // The closure throws nothing.
      try? ast.forEachChild(of: expression) { children.append($0) }
      for child in children { collect(child, ast, numbers, &found) }
    }
  }

  /// `members` so that each comes after those that it reads; those in a circle, and what reads them, are left out.
  private static func sorted(_ members: [Int], _ reads: [[Int]]) -> [Int] {
    var waiting = [Bool](repeating: false, count: reads.count)
    for member in members { waiting[member] = true }
    var result: [Int] = []
    var rest = members
    while !rest.isEmpty {
      var later: [Int] = []
      for member in rest {
        if reads[member].contains(where: { waiting[$0] }) {
          later.append(member)
        } else {
          waiting[member] = false
          result.append(member)
        }
      }
      guard later.count < rest.count else { break }
      rest = later
    }
    return result
  }

  private static func large(_ virtualOrder: [Int], _ reads: [[Int]]) -> [Bool] {
    var depths = [Int](repeating: 0, count: reads.count)
    var sizes = [Int](repeating: 1, count: reads.count)
    var result = [Bool](repeating: false, count: reads.count)
    for column in virtualOrder {
      for read in reads[column] {
        depths[column] = max(depths[column], depths[read])
        sizes[column] = min(sizes[column] + sizes[read], 1_000_000)
      }
      depths[column] += 1
      result[column] = depths[column] > 16 || sizes[column] > 200
    }
    return result
  }

  /// Whether a virtual column is better computed step by step, the columns that it reads first.
  func needsSteps(_ column: Int) -> Bool { isLarge.indices.contains(column) && isLarge[column] }

  /// The virtual columns that a virtual column needs, in the order in which they can be computed, without itself.
  func steps(to column: Int) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: reads.count)
    isNeeded[column] = true
    for candidate in virtualOrder.reversed() where isNeeded[candidate] {
      for read in reads[candidate] { isNeeded[read] = true }
    }
    return virtualOrder.filter { isNeeded[$0] && $0 != column }
  }

  /// The columns of a row that can change when those of `changed` are assigned: the generated columns that follow from them too.
  func dependents(of changed: Set<Int>) -> Set<Int> {
    var result = changed.union(unstable)
    for column in order where reads[column].contains(where: { result.contains($0) }) { result.insert(column) }
    return result
  }

  static func loopError(_ name: String) -> DatabaseError {
    DatabaseError(.error, "generated column loop on \"\(name)\"")
  }
}
