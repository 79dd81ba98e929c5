/// json_each, json_tree, jsonb_each, jsonb_tree: a value and the path of its root are hidden columns.
struct JSONModule: VirtualTableModule {
  let isRecursive: Bool
  let form: JSONForm

  var isInnocuous: Bool { true }
  var eponymy: VirtualTableEponymy { .only }

  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    VirtualTableConnection(
      declaration: "CREATE TABLE x(key,value,type,atom,id,parent,fullkey,path,json HIDDEN,root HIDDEN)",
      table: JSONVirtualTable(self, environment: request.connection.environment))
  }
}

private final class JSONVirtualTable: VirtualTable {
  private let module: JSONModule
  private let environment: FunctionEnvironment

  init(_ module: JSONModule, environment: FunctionEnvironment) {
    self.module = module
    self.environment = environment
  }

  func open() throws(DatabaseError) -> any VirtualTableCursor { JSONCursor(module, environment) }

  /// The plan's number: 1 with a value, 3 with a path too, 0 without a value and so without rows.
  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan? {
    var given: [Int?] = [nil, nil]
    var isUnusable = [false, false]
    for (index, constraint) in query.constraints.enumerated() {
      let parameter = constraint.column - JSONTable.Column.json.rawValue
      guard given.indices.contains(parameter) else { continue }
      if !constraint.isUsable {
        isUnusable[parameter] = true
      } else if constraint.operation == .equal {
        given[parameter] = index
      }
    }
    for parameter in given.indices where isUnusable[parameter] && given[parameter] == nil { return nil }
    var plan = IndexPlan()
    if let first = query.order.first, first.column < 0, !first.isDescending { plan.isOrderConsumed = true }
    guard let json = given[0] else { return plan }
    plan.estimatedCost = 1
    plan.use(json)
    plan.scan.number = 1
    if let root = given[1] {
      plan.use(root)
      plan.scan.number = 3
    }
    return plan
  }
}

private final class JSONCursor: VirtualTableCursor {
  private let table: JSONTable
  private let environment: FunctionEnvironment
  /// For what fails between the columns.
  private let context: UnsafeMutablePointer<FunctionContext>
  private(set) var rowID: Int64 = 0

  init(_ module: JSONModule, _ environment: FunctionEnvironment) {
    table = JSONTable(isRecursive: module.isRecursive, form: module.form)
    self.environment = environment
    context = .allocate(capacity: 1)
    context.initialize(to: FunctionContext(environment: environment))
  }

  deinit {
    context.pointee.output.deallocate()
    context.deallocate()
  }

  func filter(_ scan: IndexScan, _ arguments: Arguments) throws(DatabaseError) -> Bool {
    rowID = 0
    table.start(context, json: arguments[0], path: scan.number == 3 ? arguments[1] : nil)
    return try hasRow()
  }

  func next() throws(DatabaseError) -> Bool {
    rowID &+= 1
    table.step(context)
    return try hasRow()
  }

  private func hasRow() throws(DatabaseError) -> Bool {
    if let error = context.pointee.takeError() { throw error }
    return !table.isAtEnd
  }

  func column(_ column: Int, _ result: CallContext) throws(DatabaseError) {
    guard let column = JSONTable.Column(rawValue: column) else { return }
    table.column(column, result)
  }
}
