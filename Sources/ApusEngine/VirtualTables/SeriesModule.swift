/// generate_series(start, stop, step): whole numbers (https://www.sqlite.org/series.html).
///
/// `stop` defaults to 4294967295, `step` to 1, which a step of 0 means too. Constraints on `value` narrow the series, and may stand for
/// `start`. A parameter or bound that is NULL gives no rows.
struct SeriesModule: VirtualTableModule {
  var isInnocuous: Bool { true }
  var eponymy: VirtualTableEponymy { .only }

  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    VirtualTableConnection(
      declaration: "CREATE TABLE x(value, start HIDDEN, stop HIDDEN, step HIDDEN)", table: SeriesTable())
  }
}

/// What the number of a plan says: which arguments the cursor gets, in the order of the bits but for LIMIT and OFFSET, which come before the
/// bounds of `value`. The numbers are SQLite's, because EXPLAIN QUERY PLAN shows them.
struct SeriesScan: OptionSet {
  let rawValue: Int32
  static let start = SeriesScan(rawValue: 0x0001)
  static let stop = SeriesScan(rawValue: 0x0002)
  static let step = SeriesScan(rawValue: 0x0004)
  static let descending = SeriesScan(rawValue: 0x0008)
  static let ascending = SeriesScan(rawValue: 0x0010)
  static let limit = SeriesScan(rawValue: 0x0020)
  static let offset = SeriesScan(rawValue: 0x0040)
  static let equal = SeriesScan(rawValue: 0x0080)
  static let atLeast = SeriesScan(rawValue: 0x0100)
  static let above = SeriesScan(rawValue: 0x0200)
  static let atMost = SeriesScan(rawValue: 0x1000)
  static let below = SeriesScan(rawValue: 0x2000)
  static let lower: SeriesScan = [.atLeast, .above]
  static let upper: SeriesScan = [.atMost, .below]
}

private final class SeriesTable: VirtualTable {
  func open() throws(DatabaseError) -> any VirtualTableCursor { SeriesCursor() }

  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan? {
    var scan: SeriesScan = []
    var parameters: [Int?] = [nil, nil, nil]
    var lower: Int?
    var upper: Int?
    var limit: Int?
    var offset: Int?
    var hasStart = false
    var unusable: SeriesScan = []
    for (index, constraint) in query.constraints.enumerated() {
      if constraint.column < 1 {
        guard constraint.isUsable else { continue }
        switch constraint.operation {
        case .limit: limit = index
        case .offset: offset = index
        case .equal, .is:
          scan.subtract([.atLeast, .above, .atMost, .below])
          scan.insert(.equal)
          (lower, upper) = (index, nil)
          hasStart = true
        case _ where scan.contains(.equal): break
        case .greaterOrEqual, .greater:
          scan.subtract(.lower)
          scan.insert(constraint.operation == .greater ? .above : .atLeast)
          lower = index
          hasStart = true
        case .lessOrEqual, .less:
          scan.subtract(.upper)
          scan.insert(constraint.operation == .less ? .below : .atMost)
          upper = index
        default: break
        }
        continue
      }
      let bit = SeriesScan(rawValue: 1 << Int32(constraint.column - 1))
      if constraint.column == 1, constraint.operation == .equal { hasStart = true }
      if !constraint.isUsable {
        unusable.insert(bit)
      } else if constraint.operation == .equal {
        scan.insert(bit)
        parameters[constraint.column - 1] = index
      }
    }
    if limit != nil {
      scan.insert(.limit)
      if offset != nil { scan.insert(.offset) }
    } else {
      offset = nil
    }
    guard hasStart else {
      throw DatabaseError(.error, "first argument to \"generate_series()\" missing or unusable")
    }
    guard unusable.isSubset(of: scan) else { return nil }
    var plan = IndexPlan()
    for index in parameters + [limit, offset, lower, upper] { if let index { plan.use(index) } }
    if scan.isSuperset(of: [.start, .stop]) {
      plan.estimatedCost = scan.contains(.step) ? 1 : 2
      plan.estimatedRows = 1000
      if let first = query.order.first, first.column == 0 {
        scan.insert(first.isDescending ? .descending : .ascending)
        plan.isOrderConsumed = true
      }
    } else if scan.isSuperset(of: [.start, .limit]) {
      plan.estimatedRows = 2500
    } else {
      plan.estimatedRows = 2_147_483_647
    }
    plan.scan.number = scan.rawValue
    plan.scan.isNumberHexadecimal = true
    return plan
  }
}

private final class SeriesCursor: VirtualTableCursor {
  private var series = Series(start: 0, stop: 0, step: 1)

  var rowID: Int64 { series.value }

  func filter(_ scan: IndexScan, _ arguments: Arguments) throws(DatabaseError) -> Bool {
    series = Series(start: 0, stop: 0, step: 1)
    return series.begin(SeriesScan(rawValue: scan.number), arguments)
  }

  func next() throws(DatabaseError) -> Bool { series.advance() }

  func column(_ column: Int, _ result: CallContext) throws(DatabaseError) {
    switch column {
    case 1: result.result(series.start)
    case 2: result.result(series.stop)
    case 3: result.result(series.step)
    default: result.result(series.value)
    }
  }
}
