import ApusSQL

/// The names that an expression may use: the FROM items of one SELECT, its result aliases, and the scopes around it.
final class Scope {
  @exclusivity(unchecked) private(set) var parent: Scope?
  /// The SELECT whose aggregates belong here; nil for scopes without one (DML, CHECK, LIMIT).
  @exclusivity(unchecked) private(set) var select: BoundSelect?
  @exclusivity(unchecked) var sources: [BoundSource] = []
  /// Joins in parentheses with an alias that stand in place: it names their columns too. That of a nested one is known in the ON clauses
  /// around it only.
  @exclusivity(unchecked) var groupAliases: [(name: String, items: [BoundSource], isNested: Bool)] = []
  /// Result columns by alias; looked at when no column has the name.
  @exclusivity(unchecked) var aliases: [(name: String, expression: BoundExpression)] = []
  /// The result columns that stars stand for: ORDER BY may name them as if they had aliases.
  @exclusivity(unchecked) var starColumns: [Range<Int>] = []
  /// Common table expressions that are visible here, innermost last.
  @exclusivity(unchecked) var commonTables: [CommonTableScope] = []
  /// FROM items of enclosing scopes that expressions here read.
  @exclusivity(unchecked) var outerSources: [BoundSource] = []
  /// Whether an aggregate function may stand here, and if not, why.
  @exclusivity(unchecked) var aggregates = AggregateRule.forbidden
  /// A volatile function was called.
  @exclusivity(unchecked) var isVolatile = false
  /// ON conditions that wait until all FROM items and result aliases are known.
  @exclusivity(unchecked) var pendingConditions: [PendingCondition] = []
  /// Arguments of table-valued functions that wait likewise.
  @exclusivity(unchecked) var pendingArguments: [(arguments: NodeList<ExprID>, source: BoundSource)] = []
  /// A function with OVER may stand here.
  @exclusivity(unchecked) var windowsAllowed = false
  /// Aliases stand for other calls of the window functions in them.
  @exclusivity(unchecked) var repeatsWindows = false
  /// The windows of the SELECT's WINDOW clause.
  @exclusivity(unchecked) var windowDefinitions: [WindowDefinition] = []
  /// The SELECT has GROUP BY.
  @exclusivity(unchecked) var hasGroups = false
  /// What is wrong with GROUP BY, told when nothing is with ORDER BY.
  @exclusivity(unchecked) var groupByError: DatabaseError?
  /// What GROUP BY asks an authorizer, once ORDER BY is bound.
  @exclusivity(unchecked) var waitingGroups: Range<Int>?
  /// The result columns are being bound.
  @exclusivity(unchecked) var bindsResult = false
  /// ORDER BY and GROUP BY do not see the columns of outer queries.
  @exclusivity(unchecked) var hidesOuterColumns = false
  /// Aggregates of outer columns that this SELECT may have to take: see `Binder.settleStrayAggregates`.
  @exclusivity(unchecked) var strayAggregates: [StrayAggregate] = []
  /// Derived tables that are being bound, one in the other, and see this scope.
  @exclusivity(unchecked) var derivedDepth = 0
  /// Parenthesised joins that stand in place among the items.
  @exclusivity(unchecked) var inlinedGroups = 0
  /// FROM is one parenthesised join with an alias: `*` stands for the names of its columns.
  @exclusivity(unchecked) var looksUpStarColumns = false
  /// Inside an aggregate's argument.
  @exclusivity(unchecked) var insideAggregate = false
  @exclusivity(unchecked) private(set) var depth: Int

  struct PendingCondition {
    let condition: ExprID
    /// The item whose join it belongs to, and the last item of that side.
    let right: BoundSource
    let last: BoundSource
    /// In parentheses: the items inside, which are all that it sees.
    var visible: Range<Int>?
  }

  enum AggregateRule {
    case allowed, forbidden, forbiddenInGroupBy, forbiddenInOrderBy
    /// In WHERE and ON of an aggregate query: found out late.
    case forbiddenInFilter
  }

  /// An aggregate of outer columns for which no outer query has a place.
  struct StrayAggregate {
    let error: DatabaseError
    /// How many derived tables must be merged before SQLite takes it for the SELECT's own.
    let depth: Int
    /// Its number among the aggregates of the SELECT in which it stands.
    let index: Int
    let isOfResult: Bool
  }

  init(parent: Scope?, select: BoundSelect?) {
    self.parent = parent
    self.select = select
    depth = (parent?.depth ?? 0) + 1
  }

  /// A scope that another statement has left, or a new one.
  static func take(from memory: CompilerMemory?, parent: Scope?, select: BoundSelect?) -> Scope {
    guard let memory, let kept = memory.scope else { return Scope(parent: parent, select: select) }
    memory.scope = nil
    kept.parent = parent
    kept.select = select
    kept.depth = (parent?.depth ?? 0) + 1
    return kept
  }

  /// Leaves a scope that nobody else has to the next query.
  static func giveBack(_ scope: inout Scope, to memory: CompilerMemory?) {
    guard let memory, memory.scope == nil, isKnownUniquelyReferenced(&scope) else { return }
    scope.clear()
    memory.scope = scope
  }

  private func clear() {
    parent = nil
    select = nil
    // Mostly there is nothing in them, and to see that is cheaper than to assign.
    if !sources.isEmpty { sources = [] }
    if !groupAliases.isEmpty { groupAliases = [] }
    if !aliases.isEmpty { aliases = [] }
    if !starColumns.isEmpty { starColumns = [] }
    if !commonTables.isEmpty { commonTables = [] }
    if !outerSources.isEmpty { outerSources = [] }
    aggregates = .forbidden
    isVolatile = false
    if !pendingConditions.isEmpty { pendingConditions = [] }
    if !pendingArguments.isEmpty { pendingArguments = [] }
    windowsAllowed = false
    repeatsWindows = false
    if !windowDefinitions.isEmpty { windowDefinitions = [] }
    bindsResult = false
    hidesOuterColumns = false
    if !strayAggregates.isEmpty { strayAggregates = [] }
    derivedDepth = 0
    inlinedGroups = 0
    looksUpStarColumns = false
    hasGroups = false
    if groupByError != nil { groupByError = nil }
    waitingGroups = nil
    insideAggregate = false
  }

  /// Takes over what another scope of the same query noted.
  func take(from other: Scope) {
    guard other !== self else { return }
    for source in other.outerSources where !outerSources.contains(where: { $0 === source }) {
      outerSources.append(source)
    }
    if other.isVolatile { isVolatile = true }
  }

  /// Notes that `source` is read here, whichever scope around it owns it.
  func noteOuter(_ source: BoundSource) {
    var owner: Scope? = self
    while let present = owner, !present.sources.contains(where: { $0 === source }) { owner = present.parent }
    if let owner {
      noteOuter(source, owner: owner)
    } else if !outerSources.contains(where: { $0 === source }) {
      outerSources.append(source)
    }
  }

  /// Notes that `source`, which belongs to `owner`, is read here and in every scope up to it.
  func noteOuter(_ source: BoundSource, owner: Scope) {
    var scope: Scope? = self
    while let present = scope, present !== owner {
      if !present.outerSources.contains(where: { $0 === source }) { present.outerSources.append(source) }
      scope = present.parent
    }
  }
}

/// A member of a WITH clause, visible to the query that it stands before and to the members after it. It is bound when first used.
final class CommonTableScope: Circular {
  enum State { case unbound, binding, bound }

  let name: String
  let node: CommonTableExpression
  let columnNames: [String]
  /// Where its names are resolved: the scope around the query, with the members before it.
  let definitionScope: Scope?
  var siblings: [CommonTableScope]
  var state = State.unbound
  var shared: SharedQuery?
  /// While its recursive parts are bound: what the name means in them.
  var recursiveTable: RecursiveTable?
  /// References to the recursive table in the part at hand.
  var recursiveReferences = 0
  /// What its text asked an authorizer when it was bound, and under which name it was read.
  var questions = 0..<0
  var firstName: String?

  /// It is among its siblings.
  func forget() {
    siblings = []
    shared = nil
  }

  init(
    name: String, node: CommonTableExpression, columnNames: [String], definitionScope: Scope?,
    siblings: [CommonTableScope]
  ) {
    self.name = name
    self.node = node
    self.columnNames = columnNames
    self.definitionScope = definitionScope
    self.siblings = siblings
  }
}
