/// dbstat: what the pages of a database hold (https://www.sqlite.org/dbstat.html).
struct PageStatisticsModule: VirtualTableModule {
  var eponymy: VirtualTableEponymy { .also }
  var isDirectOnly: Bool { true }

  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    VirtualTableConnection(
      declaration: """
        CREATE TABLE x(name TEXT, path TEXT, pageno INTEGER, pagetype TEXT, ncell INTEGER, payload INTEGER, \
        unused INTEGER, mx_payload INTEGER, pgoffset INTEGER, pgsize INTEGER, \
        schema TEXT HIDDEN, aggregate BOOLEAN HIDDEN)
        """,
      table: PageStatisticsTable(
        connection: request.connection, schema: try request.schemaArgument(default: "main")))
  }
}

extension VirtualTableRequest {
  /// The first argument as the name of a database.
  fileprivate func schemaArgument(default name: String) throws(DatabaseError) -> String {
    guard let text = arguments.first else { return name }
    let isQuoted = text.count >= 2 && (text.first.map { "\"'`[".contains($0) } ?? false)
    let bare = isQuoted ? String(text.dropFirst().dropLast()) : text
    guard connection.databases.contains(where: { $0.name.equalsIgnoringCase(bare) }) else {
      throw DatabaseError(.error, "no such database: \(text)")
    }
    return bare
  }
}

/// Which constraints a plan uses; their values come in the order of the bits. The numbers are SQLite's, because EXPLAIN QUERY PLAN shows them.
private struct StatisticsScan: OptionSet {
  let rawValue: Int32
  static let schema = StatisticsScan(rawValue: 1)
  static let name = StatisticsScan(rawValue: 2)
  static let aggregate = StatisticsScan(rawValue: 4)
  static let ordered = StatisticsScan(rawValue: 8)
}

private final class PageStatisticsTable: VirtualTable {
  unowned let connection: Connection
  let schema: String

  init(connection: Connection, schema: String) {
    self.connection = connection
    self.schema = schema
  }

  func open() throws(DatabaseError) -> any VirtualTableCursor { PageStatisticsCursor(self) }

  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan? {
    var plan = IndexPlan()
    var scan: StatisticsScan = []
    var used: [Int?] = [nil, nil, nil]
    for (index, constraint) in query.constraints.enumerated() where constraint.operation == .equal {
      let place: Int
      switch constraint.column {
      case PageStatisticsCursor.schemaColumn: place = 0
      case 0: place = 1
      case PageStatisticsCursor.aggregateColumn: place = 2
      default: continue
      }
      // Better the innermost loop of a join than a walk over all pages.
      guard constraint.isUsable else { return nil }
      used[place] = index
      scan.insert(StatisticsScan(rawValue: 1 << Int32(place)))
    }
    for (place, index) in used.enumerated() {
      if let index { plan.use(index, omittingTest: place == 0) }
    }
    plan.estimatedCost = 1
    let isByName = query.order.first.map { $0.column == 0 && !$0.isDescending } ?? false
    let isByPath = query.order.count == 2 && query.order[1].column == 1 && !query.order[1].isDescending
    if isByName, query.order.count == 1 || isByPath {
      plan.isOrderConsumed = true
      scan.insert(.ordered)
    }
    plan.scan.number = scan.rawValue
    plan.scan.isNumberHexadecimal = true
    return plan
  }
}

/// Goes from tree to tree by a query on the schema table, which keeps the snapshot open, and through each tree by `PageWalk`.
private final class PageStatisticsCursor: VirtualTableCursor {
  static let schemaColumn = 10
  static let aggregateColumn = 11

  private let table: PageStatisticsTable
  private var trees: PreparedStatement?
  private var walk: PageWalk?
  private var schema = ""
  private var name = ""
  private var isAggregate = false
  private var row = PageStatistics()
  private var pageSize = 0

  init(_ table: PageStatisticsTable) { self.table = table }

  var rowID: Int64 { Int64(row.page) }

  func filter(_ scan: IndexScan, _ arguments: Arguments) throws(DatabaseError) -> Bool {
    let scan = StatisticsScan(rawValue: scan.number)
    trees = nil
    walk = nil
    schema = table.schema
    isAggregate = false
    var wanted: Cell?
    var next = 0
    for bit in [StatisticsScan.schema, .name, .aggregate] where scan.contains(bit) {
      let value = arguments[next]
      next += 1
      switch bit {
      case .schema:
        schema = value.isNull ? "" : ValueRules.withText(of: value) { String(decoding: $0, as: UTF8.self) }
      case .name: wanted = value
      default: isAggregate = ValueRules.real(of: value) != 0
      }
    }
    guard let database = table.connection.databases.first(where: { $0.name.equalsIgnoringCase(schema) })
    else {
      return false
    }
    // Nothing has been written to it yet.
    if database.index == 1, database.pager.pageCount == 0 { return false }
    schema = database.name
    let quoted = schema.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    let condition = wanted == nil ? "" : " WHERE name = ?1"
    let order = scan.contains(.ordered) ? " ORDER BY name" : ""
    let sql = """
      SELECT name, rootpage FROM (SELECT 'sqlite_schema' AS name, 1 AS rootpage UNION ALL \
      SELECT name, rootpage FROM "\(quoted)".sqlite_schema WHERE rootpage <> 0)\(condition)\(order)
      """
    trees = try table.connection.prepare(sql).statement
    if let wanted { try trees?.bind(1, wanted) }
    return try self.next()
  }

  func next() throws(DatabaseError) -> Bool {
    while true {
      if let found = try walk?.next() {
        row = found
        return true
      }
      walk = nil
      guard let trees, try trees.step() else {
        trees = nil
        return false
      }
      name = ValueRules.withText(of: trees.row[0]) { String(decoding: $0, as: UTF8.self) }
      guard let root = PageNumber(exactly: ValueRules.integer(of: trees.row[1])),
        let database = table.connection.databases.first(where: { $0.name == schema })
      else { continue }
      pageSize = database.pager.pageSize
      let walk = PageWalk(tree: database.btree, root: root)
      if isAggregate {
        row = try walk.total()
        return true
      }
      self.walk = walk
    }
  }

  func column(_ column: Int, _ result: CallContext) throws(DatabaseError) {
    switch column {
    case 0: result.result(text: name)
    case 1: if !isAggregate { result.result(text: row.path) }
    case 2: result.result(isAggregate ? row.pageCount : Int(row.page))
    case 3: if !isAggregate { result.result(row.kind.text) }
    case 4: result.result(row.cells)
    case 5: result.result(row.payload)
    case 6: result.result(row.unused)
    case 7: result.result(row.largestPayload)
    case 8: if !isAggregate { result.result((Int(row.page) - 1) * pageSize) }
    case 9: result.result(pageSize * row.pageCount)
    case Self.schemaColumn: result.result(text: schema)
    default: result.result(isAggregate)
    }
  }
}
