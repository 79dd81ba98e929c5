import ApusSQL

/// What one compilation knows of its connection. Made per statement; not shared between threads.
final class CompilationContext {
  let catalogs: CatalogSet
  let encoding: TextEncoding
  /// EXPLAIN QUERY PLAN: code generation writes down the plan's lines.
  @exclusivity(unchecked) var wantsQueryPlan = false
  /// Name of parameter n at n - 1, nil for `?`.
  @exclusivity(unchecked) var parameterNames: [String?] = []
  /// PRAGMA recursive_triggers.
  @exclusivity(unchecked) var recursiveTriggers = false
  /// PRAGMA foreign_keys.
  @exclusivity(unchecked) var enforcesForeignKeys = false
  /// PRAGMA defer_foreign_keys.
  @exclusivity(unchecked) var defersForeignKeys = false
  /// PRAGMA ignore_check_constraints.
  @exclusivity(unchecked) var ignoresChecks = false
  /// PRAGMA reverse_unordered_selects.
  @exclusivity(unchecked) var reverseUnordered = false
  /// What the planner may do.
  @exclusivity(unchecked) var optimizations = Optimizations.all
  /// PRAGMA case_sensitive_like.
  @exclusivity(unchecked) var isLikeCaseSensitive = false
  /// Trigger programs being compiled, by trigger, so that recursion ends.
  @exclusivity(unchecked) var triggerPrograms: [ObjectIdentifier: Program] = [:]
  /// Views being expanded, so that a circle is seen.
  @exclusivity(unchecked) var viewsInUse: Set<ObjectIdentifier> = []
  /// How often each view was expanded.
  @exclusivity(unchecked) var viewReferences: [ObjectIdentifier: Int] = [:]
  /// Depth of nested views and subqueries being bound.
  @exclusivity(unchecked) var nesting = 0

  init(catalogs: CatalogSet, encoding: TextEncoding) {
    self.catalogs = catalogs
    self.encoding = encoding
  }

  @exclusivity(unchecked) private var circular: [any Circular] = []

  /// Something has come to refer to itself, through what it refers to.
  func note(_ object: any Circular) { circular.append(object) }

  deinit {
    // The compilation is over: the circles end, or nothing of it would ever be freed.
    for object in circular { object.forget() }
  }

  /// Notes a parameter of the statement: its number from 1 and its name with prefix, nil for `?`.
  func noteParameter(_ number: Int, name: String?) {
    guard number > 0, number <= 32_766 else { return }
    while parameterNames.count < number { parameterNames.append(nil) }
    if let name { parameterNames[number - 1] = name }
  }

  /// The value of a column's DEFAULT when it is a constant, for records written before the column was added.
  func constantDefault(of table: TableDefinition, column: Int) -> ProgramBuilder.Constant? {
    guard table.columns.indices.contains(column), let id = table.columns[column].defaultExpression else {
      return nil
    }
    return ConstantFolding.value(of: id, in: table.ast, affinity: table.columns[column].affinity)
  }
}

/// What a compilation makes and what can refer to itself.
protocol Circular: AnyObject {
  /// Lets go of what may refer to it. It is of no use any more.
  func forget()
}

extension CatalogSet {
  /// The schema cookie of a database, 0 when it has no catalog.
  func schemaCookie(database: Int) -> UInt32 { self[database]?.schemaCookie ?? 0 }
}
