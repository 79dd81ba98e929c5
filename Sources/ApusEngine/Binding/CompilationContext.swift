import ApusSQL

/// What one compilation knows of its connection. Made per statement; not shared between threads.
final class CompilationContext {
  @exclusivity(unchecked) private(set) var catalogs: CatalogSet
  @exclusivity(unchecked) private(set) var encoding: TextEncoding
  /// The connection whose modules make virtual tables; it outlives the compilation. nil: there are none.
  @exclusivity(unchecked) private(set) unowned var connection: Connection?
  /// Asks the connection's authorizer; nil without one.
  @exclusivity(unchecked) var authorization: Authorization?
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
  /// Names alone are resolved, for ALTER TABLE: as in SQLite, functions, collations and the like may be wrong.
  @exclusivity(unchecked) var resolvesNamesOnly = false
  /// What pragmas ask of plans.
  @exclusivity(unchecked) var plannerOptions = PlannerOptions()
  /// What the planner may do.
  @exclusivity(unchecked) var optimizations = Optimizations.all
  /// PRAGMA case_sensitive_like.
  @exclusivity(unchecked) var isLikeCaseSensitive = false
  /// PRAGMA writable_schema.
  @exclusivity(unchecked) var writableSchema = false
  /// PRAGMA count_changes.
  @exclusivity(unchecked) var countsChanges = false
  /// PRAGMA full_column_names and short_column_names.
  @exclusivity(unchecked) var columnNaming = ColumnNaming.short
  /// Trigger programs being compiled, by trigger, so that recursion ends.
  @exclusivity(unchecked) var triggerPrograms: [ObjectIdentifier: Program] = [:]
  /// Views being expanded, so that a circle is seen.
  @exclusivity(unchecked) var viewsInUse: Set<ObjectIdentifier> = []
  /// The databases of views that were expanded.
  @exclusivity(unchecked) var viewDatabases: Set<Int> = []
  /// How often each view was expanded.
  @exclusivity(unchecked) var viewReferences: [ObjectIdentifier: Int] = [:]
  /// Depth of nested views and subqueries being bound.
  @exclusivity(unchecked) var nesting = 0

  /// The common tables that were read so far, in order.
  @exclusivity(unchecked) var commonTableReads: [SharedQuery] = []

  /// Depth of nested queries of IN being bound.
  @exclusivity(unchecked) var membershipDepth = 0

  /// An error inside a function call of the expression at hand. SQLite goes on to the call's neighbours after one, and what it finds
  /// wrong with a name there counts instead: see `Binder.bindWhole`.
  @exclusivity(unchecked) private(set) var callError: DatabaseError?
  /// How many of them there were.
  @exclusivity(unchecked) private(set) var callErrorCount = 0

  /// Notes an error of that sort; the last one counts.
  func noteCallError(_ error: DatabaseError) {
    callError = error
    callErrorCount += 1
  }

  /// The expression is at its end, or another error ends it.
  func forgetCallError() { callError = nil }

  /// The error that SQLite would find only when it generates code: any that is met until then comes before it.
  @exclusivity(unchecked) private(set) var lateError: DatabaseError?
  /// The SELECT in which it is, and whether in a result column.
  @exclusivity(unchecked) private var lateErrorPlace: (select: BoundSelect, isOfResult: Bool)?

  /// The SELECT whose result columns have that error.
  var lateErrorResult: BoundSelect? {
    guard let place = lateErrorPlace, place.isOfResult else { return nil }
    return place.select
  }

  /// Notes an error of that sort. The first one ends it, but the code of a SELECT is made to its end, and the last error among its result
  /// columns counts.
  func noteLate(_ error: DatabaseError, in select: BoundSelect?, isOfResult: Bool) {
    let isSame = select != nil && select === lateErrorPlace?.select
    guard lateError == nil || isOfResult && isSame else { return }
    let isAlone = lateError == nil || lateErrorPlace?.isOfResult == true
    lateError = error
    lateErrorPlace = select.map { ($0, isOfResult && isAlone) }
  }

  /// Puts another error, or none, in the place of those noted.
  func setLateError(_ error: DatabaseError?) {
    lateError = error
    lateErrorPlace = nil
  }

  /// SELECTs that `QueryCopy` has made.
  @exclusivity(unchecked) var copiedSelects = 0

  /// Rows of the loops around the code that is being generated: how often a query inside of them runs.
  @exclusivity(unchecked) var outerRows: Estimate = 0

  /// Aggregates bound so far.
  @exclusivity(unchecked) var aggregateCount = 0

  /// SELECTs bound so far: SQLite numbers subqueries without a name after them.
  @exclusivity(unchecked) var selectCount = 0
  /// A query has been bound that stands in an expression.
  @exclusivity(unchecked) var hasSubqueries = false

  /// The statement has WITH: EXPLAIN QUERY PLAN names the rows of VALUES otherwise.
  @exclusivity(unchecked) var hasCommonTables = false

  /// The last number that a query got in EXPLAIN QUERY PLAN.
  @exclusivity(unchecked) var queryNumber = 0

  /// What other statements have left; nil: nothing is kept.
  @exclusivity(unchecked) private(set) var memory: CompilerMemory?

  init(
    catalogs: CatalogSet, encoding: TextEncoding, connection: Connection? = nil, memory: CompilerMemory? = nil
  ) {
    self.connection = connection
    self.memory = memory
    self.catalogs = catalogs
    self.encoding = encoding
  }

  // MARK: Reuse

  /// A context that another statement has left, or a new one.
  static func take(
    from memory: CompilerMemory, catalogs: CatalogSet, encoding: TextEncoding, connection: Connection
  ) -> CompilationContext {
    guard let kept = memory.context else {
      return CompilationContext(
        catalogs: catalogs, encoding: encoding, connection: connection, memory: memory)
    }
    memory.context = nil
    kept.catalogs = catalogs
    kept.encoding = encoding
    kept.connection = connection
    kept.memory = memory
    return kept
  }

  /// Leaves a context that nobody else has to the next statement.
  static func giveBack(_ context: inout CompilationContext) {
    guard let memory = context.memory, memory.context == nil, isKnownUniquelyReferenced(&context) else {
      return
    }
    context.clear()
    memory.context = context
  }

  private func clear() {
    endCircles()
    if !circular.isEmpty { circular = [] }
    catalogs = CatalogSet([])
    memory = nil
    if authorization != nil { authorization = nil }
    wantsQueryPlan = false
    // The program has them.
    parameterNames = []
    recursiveTriggers = false
    enforcesForeignKeys = false
    defersForeignKeys = false
    ignoresChecks = false
    resolvesNamesOnly = false
    plannerOptions = PlannerOptions()
    optimizations = .all
    isLikeCaseSensitive = false
    writableSchema = false
    countsChanges = false
    columnNaming = .short
    if !triggerPrograms.isEmpty { triggerPrograms = [:] }
    if !viewsInUse.isEmpty { viewsInUse = [] }
    if !viewDatabases.isEmpty { viewDatabases = [] }
    if !viewReferences.isEmpty { viewReferences = [:] }
    nesting = 0
    if !commonTableReads.isEmpty { commonTableReads = [] }
    membershipDepth = 0
    if lateError != nil { setLateError(nil) }
    if callError != nil { forgetCallError() }
    callErrorCount = 0
    aggregateCount = 0
    outerRows = 0
    copiedSelects = 0
    selectCount = 0
    hasSubqueries = false
    hasCommonTables = false
    queryNumber = 0
  }

  @exclusivity(unchecked) private var circular: [any Circular] = []

  /// Something has come to refer to itself, through what it refers to.
  func note(_ object: any Circular) { circular.append(object) }

  deinit { endCircles() }

  /// The compilation is over: the circles end, or nothing of it would ever be freed.
  private func endCircles() {
    for object in circular { object.forget() }
  }

  /// The table that a module's name stands for by itself.
  func eponymousTable(named name: String) throws(DatabaseError) -> ConnectedTable? {
    guard let connection else { return nil }
    return try connection.modules.eponymousTable(named: name, connection: connection)
  }

  /// The collation of that name, nil when nobody knows it.
  func collation(named name: String) -> Collation? {
    connection?.collations[name.lowercasedASCII]?.collation ?? Collation.builtin(named: name)
  }

  /// A virtual table of a schema, as its module shows it to this connection.
  func connectedTable(_ table: VirtualTableDefinition) throws(DatabaseError) -> ConnectedTable {
    guard let connection else { throw ModuleRegistry.unknownModule(table.moduleName) }
    return try connection.modules.connect(table, connection: connection)
  }

  /// The name of a collation.
  func name(of collation: Collation) -> String {
    switch collation {
    case .binary: return "BINARY"
    case .noCase: return "NOCASE"
    case .rightTrim: return "RTRIM"
    default:
      let known = connection?.collations.values.first { $0.collation == collation }
      return known?.name ?? "BINARY"
    }
  }

  /// The value of a column's DEFAULT when it is a constant.
  /// - Parameter affinity: under which the value is made: the column's for records written before the column was added.
  func constantDefault(
    of table: TableDefinition, column: Int, affinity: Affinity
  ) -> ProgramBuilder.Constant? {
    guard table.columns.indices.contains(column), let id = table.columns[column].defaultExpression else {
      return nil
    }
    return ConstantFolding.value(of: id, in: table.ast, affinity: affinity, encoding: encoding)
  }
}

/// What the result column of a plain column is called when it has no alias.
enum ColumnNaming {
  /// The column's name.
  case short
  /// Table and column.
  case full
  /// Table and column, but the column's name where it comes from a star.
  case fullUnlessStar
  /// What the statement says.
  case asWritten

  /// Names may have a table's name in front, which subqueries need one for.
  var namesTables: Bool { self == .full || self == .fullUnlessStar }
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
