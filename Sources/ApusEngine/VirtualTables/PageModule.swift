/// sqlite_dbpage: the pages of a database as blobs, to be read (https://www.sqlite.org/dbpage.html). Writing pages behind the engine's back is not
/// offered.
struct PageModule: VirtualTableModule {
  var eponymy: VirtualTableEponymy { .only }
  var isDirectOnly: Bool { true }

  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    VirtualTableConnection(
      declaration: "CREATE TABLE x(pgno INTEGER PRIMARY KEY, data BLOB, schema HIDDEN)",
      table: PageTable(connection: request.connection))
  }
}

private final class PageTable: VirtualTable {
  unowned let connection: Connection
  init(connection: Connection) { self.connection = connection }

  func open() throws(DatabaseError) -> any VirtualTableCursor { PageCursor(connection) }

  /// Bit 1 of the plan's number: one page; bit 2: a schema.
  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan? {
    var plan = IndexPlan()
    let equal = query.constraints.enumerated().filter { $0.element.operation == .equal }
    if let schema = equal.first(where: { $0.element.column == 2 }) {
      guard schema.element.isUsable else { return nil }
      plan.scan.number = 2
      plan.use(schema.offset)
    }
    plan.estimatedCost = 1_000_000
    if let page = equal.first(where: { $0.element.column <= 0 && $0.element.isUsable }) {
      plan.scan.number |= 1
      plan.use(page.offset)
      plan.estimatedRows = 1
      plan.estimatedCost = 1
      plan.isUnique = true
    }
    if query.order.count == 1, query.order[0].column <= 0, !query.order[0].isDescending {
      plan.isOrderConsumed = true
    }
    return plan
  }
}

private final class PageCursor: VirtualTableCursor {
  private unowned let connection: Connection
  private var database: AttachedDatabase?
  /// Keeps the snapshot open.
  private var snapshot: PreparedStatement?
  private var page: Int64 = 0
  private var last: Int64 = 0

  init(_ connection: Connection) { self.connection = connection }

  var rowID: Int64 { page }

  func filter(_ scan: IndexScan, _ arguments: Arguments) throws(DatabaseError) -> Bool {
    snapshot = nil
    var name = "main"
    if scan.number & 2 != 0 {
      guard !arguments[0].isNull else { return false }
      name = ValueRules.withText(of: arguments[0]) { String(decoding: $0, as: UTF8.self) }
    }
    database = connection.databases.first { $0.name.equalsIgnoringCase(name) }
    guard let database else { return false }
    let quoted = database.name.split(separator: "\"", omittingEmptySubsequences: false).joined(
      separator: "\"\"")
    snapshot = try connection.prepare("SELECT 1 FROM \"\(quoted)\".sqlite_schema UNION ALL SELECT 1")
      .statement
    _ = try snapshot?.step()
    page = 1
    last = Int64(database.pager.pageCount)
    if scan.number & 1 != 0 {
      page = ValueRules.integer(of: arguments[scan.number & 2 != 0 ? 1 : 0])
      guard page >= 1, page <= last else { return false }
      last = page
    }
    return page <= last
  }

  func next() throws(DatabaseError) -> Bool {
    guard page < last else { return false }
    page += 1
    return true
  }

  func column(_ column: Int, _ result: CallContext) throws(DatabaseError) {
    guard let database else { return }
    switch column {
    case 0: result.result(page)
    case 1:
      let pager = database.pager
      // The page of the lock bytes has no content.
      if page == Int64(database.btree.geometry.lockBytePage) {
        _ = result.append(0, count: pager.pageSize)
      } else {
        let frame = try pager.page(PageNumber(truncatingIfNeeded: page))
        defer { pager.unpin(frame) }
        _ = result.append(UnsafeRawBufferPointer(start: frame.pointee.data, count: pager.pageSize))
      }
      result.pointee.returnOutput(as: .blob)
    default: result.result(text: database.name)
    }
  }
}
