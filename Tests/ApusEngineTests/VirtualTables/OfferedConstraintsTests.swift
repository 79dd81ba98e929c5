import Foundation
import Testing

@testable import ApusEngine

/// Tests/VirtualTables/offers.txt, which `scripts/record_index_queries.py` takes from SQLite 3.51.3.
struct RecordedOffer {
  var way: String
  var sql: String
  var answer: [String] = []

  static func read() throws -> [RecordedOffer] {
    let file = RecordedCase.folder.deletingLastPathComponent().appending(path: "VirtualTables/offers.txt")
    var found: [RecordedOffer] = []
    var way = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("== ") {
        way = String(line.dropFirst(3))
      } else if line.hasPrefix("> ") {
        found.append(RecordedOffer(way: way, sql: String(line.dropFirst(2))))
      } else {
        found[found.count - 1].answer.append(String(line))
      }
    }
    return found
  }
}

/// The module of the recording, in Swift: six rows whatever it is asked, and a log of what it is asked.
private struct AskedModule: VirtualTableModule {
  let log: CallLog
  let way: String

  func connect(_ request: VirtualTableRequest) throws(DatabaseError) -> VirtualTableConnection {
    VirtualTableConnection(
      declaration: "CREATE TABLE x(a, b TEXT COLLATE NOCASE, c)", table: AskedTable(log: log, way: way))
  }
}

private final class AskedTable: VirtualTable {
  private let log: CallLog
  private let way: String
  private static let columns = ["rowid", "a", "b", "c"]
  private static let operations: [IndexQuery.Operation: String] = [
    .equal: "EQ", .greater: "GT", .lessOrEqual: "LE", .less: "LT", .greaterOrEqual: "GE", .match: "MATCH",
    .like: "LIKE", .glob: "GLOB", .regexp: "REGEXP", .notEqual: "NE", .isNot: "ISNOT",
    .isNotNull: "ISNOTNULL", .isNull: "ISNULL", .is: "IS", .limit: "LIMIT", .offset: "OFFSET",
  ]

  init(log: CallLog, way: String) {
    self.log = log
    self.way = way
  }

  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan? {
    var plan = IndexPlan()
    var constraints: [String] = []
    for (index, constraint) in query.constraints.enumerated() {
      let isLimit = constraint.operation == .limit || constraint.operation == .offset
      let column = isLimit ? "" : Self.columns[constraint.column + 1] + " "
      constraints.append(
        "\(column)\(Self.operations[constraint.operation] ?? "?") \(Self.literal(constraint.constant)) "
          + constraint.collationName + (constraint.isMembership ? " IN" : "")
          + (constraint.isUsable ? "" : " unusable"))
      guard constraint.isUsable, way == "all" || way != "none" && constraint.operation == .equal else {
        continue
      }
      plan.arguments.append(
        IndexPlan.Argument(
          constraint: index, isTestOmitted: way == "all" && isLimit, isWholeList: way != "equal"))
    }
    let order = query.order.map { Self.columns[$0.column + 1] + ($0.isDescending ? " DESC" : "") }
    log.add(
      "? \(constraints.sorted().joined(separator: ", ")); \(order.joined(separator: ", ")); "
        + "\(query.orderUse.rawValue)")
    plan.estimatedCost = plan.arguments.isEmpty ? 1000 : 100
    return plan
  }

  func open() throws(DatabaseError) -> any VirtualTableCursor { AskedCursor(log: log) }

  private static func literal(_ constant: ProgramBuilder.Constant?) -> String {
    switch constant {
    case nil, .null?: "NULL"
    case .integer(let number)?: String(number)
    case .real(let number)?: String(number)
    case .text(let bytes)?: "'\(String(decoding: bytes, as: UTF8.self))'"
    case .blob(let bytes)?: AskedCursor.blob(bytes)
    }
  }
}

private final class AskedCursor: VirtualTableCursor {
  private let log: CallLog
  private(set) var rowID: Int64 = 0

  init(log: CallLog) { self.log = log }

  static func blob(_ bytes: some Sequence<UInt8>) -> String {
    "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
  }

  private static func literal(_ cell: Cell) -> String {
    switch cell.tag {
    case .text: "'\(RecordingTable.text(cell))'"
    case .blob: blob(cell.bytes)
    default: RecordingTable.text(cell)
    }
  }

  func filter(_ scan: IndexScan, _ arguments: Arguments) throws(DatabaseError) -> Bool {
    let values = (0..<arguments.count).map { index in
      guard let members = arguments.members(index) else { return Self.literal(arguments[index]) }
      return "{" + members.map(Self.literal).sorted().joined(separator: " ") + "}"
    }
    log.add(values.isEmpty ? "!" : "! " + values.joined(separator: ", "))
    rowID = 0
    return true
  }

  func next() throws(DatabaseError) -> Bool {
    rowID += 1
    return rowID < 6
  }

  func column(_ column: Int, _ result: CallContext) throws(DatabaseError) {
    switch column {
    case 0: result.result(rowID % 3)
    case 1: result.result(text: "x\(rowID % 2)")
    default: result.result(rowID)
    }
  }
}

@Suite("Modules of virtual tables are told of queries what SQLite tells them")
struct OfferedConstraintsTests {
  @Test("as recorded", arguments: try RecordedOffer.read())
  func offers(_ recorded: RecordedOffer) throws {
    let log = CallLog()
    let connection = try Connection.open(":memory:")
    connection.register(AskedModule(log: log, way: recorded.way), named: "m")
    for sql in [
      "CREATE VIRTUAL TABLE v USING m", "CREATE TABLE t(x, y)", "INSERT INTO t VALUES (1, 2)",
    ] {
      let statement = try #require(try connection.prepare(sql).statement)
      while try statement.step() {}
      connection.finish(statement)
    }
    _ = log.take()
    let statement = try #require(try connection.prepare(recorded.sql).statement)
    defer { connection.finish(statement) }
    var rows = 0
    while try statement.step() { rows += 1 }
    var answer: [String] = []
    for call in log.take() where !call.hasPrefix("?") || !answer.contains(call) { answer.append(call) }
    #expect(answer + ["= \(rows)"] == recorded.answer, "\(recorded.way): \(recorded.sql)")
  }
}
