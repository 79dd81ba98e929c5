import ApusSQL

/// A query with its ORDER BY and LIMIT: one SELECT, a VALUES list or a compound of them.
///
/// One thread compiles a statement, and no closure holds a property of these classes while it is changed: the properties
/// are not checked for exclusive access, which took a tenth of a short statement's compilation.
final class BoundQuery {
  enum CompoundOperator { case unionAll, union, intersect, except }

  /// The parts of a compound in order; `operator` joins a part to all before it (unused in the first).
  struct Part {
    var compoundOperator: CompoundOperator
    var core: BoundCore
  }

  enum BoundCore {
    case select(BoundSelect)
    case values([[BoundExpression]])
  }

  @exclusivity(unchecked) var parts: [Part]
  @exclusivity(unchecked) var orderBy: [BoundOrderTerm] = []
  /// ORDER BY of a compound: terms by output column, with the collation to sort by.
  @exclusivity(unchecked)
  var compoundOrder: [(column: Int, collation: Collation, isDescending: Bool, nullsReversed: Bool)] = []
  /// The scopes of a compound's arms, for its ORDER BY to be bound.
  @exclusivity(unchecked) var armScopes: [Scope] = []
  @exclusivity(unchecked) var limit: BoundExpression?
  @exclusivity(unchecked) var offset: BoundExpression?
  @exclusivity(unchecked) var columns: [OutputColumn]
  /// FROM items of enclosing queries that this query reads: empty means that it can be computed once.
  @exclusivity(unchecked) var outerSources: [BoundSource] = []
  /// It calls a function that is not deterministic.
  @exclusivity(unchecked) var isVolatile = false
  /// What EXPLAIN QUERY PLAN calls it; 0 when nobody asks.
  @exclusivity(unchecked) var number = 0
  /// Several rows of VALUES that SQLite reads like a derived table.
  @exclusivity(unchecked) var isRowsClause = false
  /// Rows behind IN: SQLite makes a query of each.
  @exclusivity(unchecked) var isRowList = false

  init(parts: [Part], columns: [OutputColumn]) {
    self.parts = parts
    self.columns = columns
  }

  var isCorrelated: Bool { !outerSources.isEmpty }

  /// The one SELECT that this query is, if it is not a compound or VALUES.
  var singleSelect: BoundSelect? {
    guard parts.count == 1, case .select(let select) = parts[0].core else { return nil }
    return select
  }
}

/// What a query's result says of one of its columns.
struct OutputColumn {
  /// What the statement's user sees of it.
  var description: ResultColumn
  var affinity: Affinity
  var collation: Collation
  /// What a FROM item's column has, where that is not the collation by which the query itself compares: of a compound, what the first
  /// arm has.
  var itemCollation: Collation?
  /// `rowid` of a base table, for subqueries whose rowid is visible.
  var isHidden: Bool
  /// Where column names are to be full or as written: what a plain column without an alias is called then.
  var origin: Origin?
  /// What a FROM item calls a column without an alias, where that is not its name.
  var itemNames: ItemNames?

  /// A table's name, and how the statement has the column. An object, since nearly no column has it.
  final class Origin {
    let table: String
    let written: String
    init(table: String, written: String) {
      self.table = table
      self.written = written
    }
  }

  /// SQLite names the columns of a subquery before names are resolved, those of a view after it. Both look through COLLATE.
  /// An object, since few columns have it.
  final class ItemNames {
    let subquery: String
    let view: String
    init(subquery: String, view: String) {
      self.subquery = subquery
      self.view = view
    }
  }

  /// The column's name as that of a FROM item.
  func itemName(isResolved: Bool) -> String {
    guard let itemNames else { return name }
    return isResolved ? itemNames.view : itemNames.subquery
  }

  init(name: String, affinity: Affinity, collation: Collation, isHidden: Bool = false) {
    self.init(
      ResultColumn(name: name), affinity: affinity, collation: collation, isHidden: isHidden)
  }

  init(
    _ description: ResultColumn, affinity: Affinity, collation: Collation, isHidden: Bool = false,
    origin: Origin? = nil, itemNames: ItemNames? = nil
  ) {
    self.description = description
    self.affinity = affinity
    self.collation = collation
    self.isHidden = isHidden
    self.origin = origin
    self.itemNames = itemNames
  }

  var name: String {
    get { description.name }
    set { description.name = newValue }
  }

  /// The description for the statement's user.
  func result(_ naming: ColumnNaming) -> ResultColumn {
    guard naming != .short, let origin else { return description }
    var named = description
    if naming == .asWritten {
      named.name = origin.written
    } else if !origin.table.isEmpty {
      named.name = "\(origin.table).\(name)"
    }
    return named
  }

  var declaredType: String? {
    get { description.declaredType }
    set { description.declaredType = newValue }
  }
}

/// One SELECT without ORDER BY and LIMIT.
final class BoundSelect: Circular {
  /// FROM items in the order of the text.
  @exclusivity(unchecked) var sources: [BoundSource] = []
  /// WHERE and the ON clauses of inner joins, as a conjunction.
  @exclusivity(unchecked) var filter: [BoundExpression] = []
  @exclusivity(unchecked) var output: [BoundExpression] = []
  @exclusivity(unchecked) var isDistinct = false
  /// DISTINCT was written, and is not needed.
  @exclusivity(unchecked) var isDistinctAnyway = false
  /// An arm of a compound that is asked for an order.
  @exclusivity(unchecked) var isArm = false
  /// Its GROUP BY stands for DISTINCT.
  @exclusivity(unchecked) var isDistinctByGroups = false
  @exclusivity(unchecked) var groupBy: [BoundExpression] = []
  @exclusivity(unchecked) var having: BoundExpression?
  @exclusivity(unchecked) var aggregates: [BoundAggregate] = []
  /// Registers of the aggregates' states and answers while code is generated.
  @exclusivity(unchecked) var aggregateRegisters: Int32 = 0
  @exclusivity(unchecked) var isAggregate = false
  /// Calls with OVER, in the order of the text.
  @exclusivity(unchecked) var windows: [BoundWindowCall] = []
  /// Calls that ORDER BY repeats: the number of the call to that of its repetition.
  @exclusivity(unchecked) var repeatedWindows: [Int: Int] = [:]
  /// Calls with one window, by number: see `WindowLevel`.
  @exclusivity(unchecked) var windowGroups: [[Int]] = []
  /// With windows: ORDER BY of the query, while `rewrittenOrder` is what the first window asks of its input.
  @exclusivity(unchecked) var finalOrder: [BoundOrderTerm] = []
  /// The optimizer has been over it; and the ORDER BY that it left.
  @exclusivity(unchecked) var isRewritten = false
  @exclusivity(unchecked) var rewrittenOrder: [BoundOrderTerm]?

  /// Its expressions name it, by its aggregates.
  func forget() {
    filter = []
    output = []
    groupBy = []
    having = nil
    aggregates = []
    windows = []
    finalOrder = []
    rewrittenOrder = nil
  }

  /// Tells each item whether a join may give it a row of NULLs.
  func noteNullableSources() {
    var isLeftOfRight = false
    for source in sources.reversed() {
      source.isNullable = isLeftOfRight || source.join == .left || source.join == .full
      if source.join == .right || source.join == .full { isLeftOfRight = true }
    }
  }

  var hasRightJoin: Bool {
    for source in sources where source.join == .right || source.join == .full { return true }
    return false
  }
}

/// A FROM item.
final class BoundSource: Circular {
  enum Kind {
    case table(TableDefinition)
    /// A table whose rows a module makes.
    case virtual(ConnectedTable)
    case query(BoundQuery)
    /// The recursive table of a CTE while its recursive part is bound.
    case recursive(RecursiveTable)
    /// A common table expression that several places read from one materialisation.
    case shared(SharedQuery)
    /// OLD or NEW of a trigger: registers of the parent, from parameter `base`, rowid first.
    case triggerRow(TableDefinition, base: Int32)
    /// Rows that stand in registers: `excluded` of an upsert, the row under CHECK and DEFAULT, RETURNING. Rowid first.
    case registers(TableDefinition, base: Int32)
  }

  enum Join { case inner, cross, left, right, full }

  let kind: Kind
  /// The table that it is or that its row belongs to.
  let table: TableDefinition?
  /// The alias, else the table's name.
  let name: String
  /// `foldedHash` of the name.
  let nameHash: UInt32
  /// Schema name that may qualify the table.
  let schema: String?
  /// What EXPLAIN QUERY PLAN calls it where that is not its name: as the statement has it.
  @exclusivity(unchecked) var planName: String?
  /// It is VALUES: EXPLAIN QUERY PLAN says nothing of how its rows are made.
  @exclusivity(unchecked) var isRows = false
  /// It is VALUES of which EXPLAIN QUERY PLAN says how many rows it makes.
  @exclusivity(unchecked) var hasUncountedRows = false
  var explainedName: String { planName ?? name }
  /// The same where its rows are made: a view keeps its name there, whatever its alias.
  @exclusivity(unchecked) var viewName: String?
  var madeName: String { viewName ?? explainedName }
  let columns: [SourceColumn]
  /// How it is joined to what stands before it.
  @exclusivity(unchecked) var join: Join = .inner
  /// ON and USING terms of an outer join.
  @exclusivity(unchecked) var joinFilter: [BoundExpression] = []
  /// Those terms of it that are the arguments of a table-valued function: its rows do not exist without them.
  @exclusivity(unchecked) var tableArguments: [BoundExpression] = []
  /// Columns of USING or NATURAL: unqualified names mean the merged column.
  @exclusivity(unchecked) var mergedColumns: [String] = []
  /// It is of a parenthesised join that stands in place: what USING merges in there concerns nobody outside.
  @exclusivity(unchecked) var isInGroup = false
  /// What the columns of a parenthesised join are called that only USING and NATURAL may name.
  @exclusivity(unchecked) var hiddenNames: [String] = []
  /// INDEXED BY name, or NOT INDEXED.
  @exclusivity(unchecked) var indexHint: IndexHint = .none
  /// Its place among the items of its join, while that is planned.
  @exclusivity(unchecked) var position = 0
  /// Depth of the query it belongs to; for correlation.
  @exclusivity(unchecked) var scopeDepth = 0
  /// Columns (-1: rowid) that the statement reads, as a set of small numbers.
  @exclusivity(unchecked) var usedColumns = ColumnSet()
  /// How generated code reads it; set when its loop is open.
  @exclusivity(unchecked) var access: SourceAccess = .closed
  /// It may be named by another name than its own.
  let isSchemaTable: Bool
  /// Some of its columns have a table's name of their own (`SourceColumn.qualifier`).
  let hasQualifiedColumns: Bool
  /// It stands for `EXISTS (SELECT … FROM it)`: of its rows but the first counts.
  @exclusivity(unchecked) var isExists = false
  /// It is one arm of the UNION ALL that stood there: its columns have the collations of that.
  @exclusivity(unchecked) var isArm = false
  /// Subject to NULL rows by an outer join.
  @exclusivity(unchecked) var isNullable = false
  /// Its values compare as they are: without affinities and collations.
  @exclusivity(unchecked) var isUntyped = false

  enum IndexHint { case none, notIndexed, named(String) }

  init(_ kind: Kind, name: String, schema: String?, columns: [SourceColumn]) {
    self.kind = kind
    self.name = name
    nameHash = name.foldedHash
    self.schema = schema
    self.columns = columns
    switch kind {
    case .table(let table), .triggerRow(let table, _), .registers(let table, _):
      self.table = table
      hasQualifiedColumns = false
    case .virtual(let connected):
      table = connected.definition
      hasQualifiedColumns = false
    default:
      table = nil
      hasQualifiedColumns = columns.contains { $0.qualifier != nil }
    }
    isSchemaTable = table?.isSystem == true
  }

  /// Its conditions name its columns.
  func forget() {
    joinFilter = []
    tableArguments = []
  }

  /// Whether the column is the rowid, by a name of its own or as the INTEGER PRIMARY KEY.
  func isRowID(_ column: Int) -> Bool {
    guard column >= 0 else { return true }
    guard let table else { return false }
    return column == table.rowIDAlias && !table.isWithoutRowID
  }

  /// Its REAL column may give integers as they are: see `BoundQuery.mayBeInteger`.
  func mayBeInteger(_ column: Int) -> Bool {
    switch kind {
    case .query(let query): query.mayBeInteger(column)
    case .shared(let shared):
      shared.query.mayBeInteger(column)
        || shared.recursive?.recursiveParts.contains {
          columns.indices.contains(column) && columns[column].affinity == .real
            && $0.operandAffinity(column) != .real
        } ?? false
    case .recursive:
      columns.indices.contains(column) && columns[column].affinity == .real
    default: false
    }
  }

  /// A derived table or a common table.
  var isDerived: Bool {
    switch kind {
    case .query, .shared: true
    default: false
    }
  }

  /// It has a rowid that can be named.
  var hasRowID: Bool {
    guard let table else { return false }
    return !table.isWithoutRowID
  }
}

/// What name resolution needs of a FROM item's column.
struct SourceColumn: Sendable {
  var name: String {
    didSet { nameHash = name.foldedHash }
  }
  /// `foldedHash` of the name.
  private(set) var nameHash: UInt32
  var affinity: Affinity
  var collation: Collation
  var declaredType: String
  /// The table's name, for a parenthesised join whose columns may be named `t.c` from outside.
  var qualifier: String?
  var isHidden: Bool
  /// Of a parenthesised join: hidden because USING or NATURAL merged it with a namesake.
  var isMerged = false

  init(
    name: String, affinity: Affinity, collation: Collation, declaredType: String, qualifier: String? = nil,
    isHidden: Bool = false
  ) {
    self.name = name
    nameHash = name.foldedHash
    self.affinity = affinity
    self.collation = collation
    self.declaredType = declaredType
    self.qualifier = qualifier
    self.isHidden = isHidden
  }
}

/// How generated code reads a source's columns.
enum SourceAccess {
  case closed
  /// Table column i is column i of the cursor's record.
  case table(cursor: Int32)
  /// Column i is field map[i] of the index's record (-1 absent), the rowid is at its end. `cursor` is a table cursor for the
  /// absent ones, -1 if the index covers all.
  case index(indexCursor: Int32, map: [Int32], cursor: Int32)
  /// Columns stand in registers from `first`; the rowid, if any, in `rowID`.
  case registers(first: Int32, rowID: Int32)
  /// Trigger parameters from `base`: rowid, then the columns.
  case parameters(base: Int32)
  /// A cursor of a virtual table.
  case virtual(cursor: Int32)
}

/// A common table expression read in more than one place: filled once, then scanned.
final class SharedQuery {
  let name: String
  let query: BoundQuery
  var recursive: RecursiveQuery?
  /// MATERIALIZED, NOT MATERIALIZED or nothing said.
  var materialized: Bool?
  var useCount = 0
  /// It is read inside the query of an IN, of which SQLite makes a copy: it counts as read twice.
  var isCopied = false
  /// The common tables that it reads, those that they read included: they are read once more wherever it is.
  var reads: [SharedQuery] = []
  /// The item for which it was made, where several read it.
  weak var firstReader: BoundSource?
  /// The query as it was before code was generated of it, where others may want it so.
  var asBound: BoundQuery?

  init(name: String, query: BoundQuery) {
    self.name = name
    self.query = query
  }
}

/// The recursive parts of a WITH RECURSIVE query.
final class RecursiveQuery {
  let table: RecursiveTable
  /// The parts that start the recursion.
  let initial: BoundQuery
  /// The parts that read the recursive table.
  let recursiveParts: [BoundQuery]
  /// UNION: rows that were seen are dropped.
  let isDistinct: Bool
  /// By which rows are told apart.
  var collations: [Collation] = []
  var orderBy: [(column: Int, collation: Collation, isDescending: Bool, nullsReversed: Bool)] = []
  var limit: BoundExpression?
  var offset: BoundExpression?

  init(table: RecursiveTable, initial: BoundQuery, recursiveParts: [BoundQuery], isDistinct: Bool) {
    self.table = table
    self.initial = initial
    self.recursiveParts = recursiveParts
    self.isDistinct = isDistinct
  }
}

/// The one-row table that the recursive part of a CTE reads.
final class RecursiveTable {
  let name: String
  var columns: [SourceColumn] = []
  /// Registers of the row taken from the queue.
  var firstRegister: Int32 = 0
  init(name: String) { self.name = name }
}

/// A set of column numbers of a source; rowid is -1.
struct ColumnSet {
  private(set) var low: UInt64 = 0
  private(set) var high: Set<Int> = []
  private(set) var hasRowID = false

  mutating func insert(_ column: Int) {
    if column < 0 {
      hasRowID = true
    } else if column < 64 {
      low |= 1 << UInt64(column)
    } else {
      high.insert(column)
    }
  }

  func contains(_ column: Int) -> Bool {
    if column < 0 { return hasRowID }
    return column < 64 ? low & (1 << UInt64(column)) != 0 : high.contains(column)
  }

  /// Every column of it is in `other`; the rowid is not looked at.
  func isSubset(ofColumns columns: (Int) -> Bool, count: Int) -> Bool {
    for column in 0..<count where contains(column) && !columns(column) { return false }
    return true
  }
}
