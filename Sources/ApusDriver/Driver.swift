import Apus

/// The driver protocol's serving side: answers one JSON request a line, for conformance runners.
///
/// A request is `{"open": PATH}` or `{"sql": TEXT}`; a reply is `{"ok": true}`, `{"rows": …, "columns": …}` or
/// `{"error": MESSAGE, "code": NUMBER}`, with `"sqlOffset"`, the byte of the text where the error is,
/// and `"page"`, `"offset"` and `"detail"` of a damaged file, where they are known.
package struct Driver {
  private var connection: Connection?
  private var output = JSONWriter()

  private init(preparation: [String], sorterMemory: Int?, hasAuthorizer: Bool) {
    self.preparation = preparation
    self.sorterMemory = sorterMemory
    self.hasAuthorizer = hasAuthorizer
  }

  /// SQL that runs in every database when it has been opened.
  private let preparation: [String]
  private let sorterMemory: Int?
  private let hasAuthorizer: Bool

  /// Serves standard input until it ends.
  /// - Parameters:
  ///   - preparation: statements, one each, that run in every database when it has been opened.
  ///   - sorterMemory: bytes that a sort or a window may hold; nil: as many as usual.
  ///   - hasAuthorizer: an authorizer that allows everything is asked, which must change nothing.
  package static func run(preparation: [String] = [], sorterMemory: Int? = nil, hasAuthorizer: Bool = false) {
    var driver = Driver(
      preparation: preparation, sorterMemory: sorterMemory, hasAuthorizer: hasAuthorizer)
    try? driver.open(":memory:")
    var lines = LineReader(descriptor: 0)
    while let line = lines.next() {
      driver.answer(line)
      driver.output.flush(to: 1)
    }
    driver.connection?.close()
  }

  private mutating func answer(_ line: [UInt8]) {
    output.reset()
    do throws(DatabaseError) {
      var reader = JSONReader(line)
      guard let request = reader.readRequest() else { throw DatabaseError(.misuse, "not a request") }
      switch request.key {
      case "open":
        try open(String(decoding: request.value, as: UTF8.self))
        output.append("{\"ok\":true}\n")
      case "sql": try execute(request.value)
      default: throw DatabaseError(.misuse, "unknown request")
      }
    } catch {
      output.reset()
      output.append("{\"error\":")
      output.string(Array(error.message.utf8))
      output.append(",\"code\":\(error.code.rawValue)")
      if let offset = error.sqlOffset { output.append(",\"sqlOffset\":\(offset)") }
      if let page = error.page { output.append(",\"page\":\(page)") }
      if let offset = error.pageOffset { output.append(",\"offset\":\(offset)") }
      if let detail = error.detail {
        output.append(",\"detail\":")
        output.string(Array(detail.utf8))
      }
      output.append("}\n")
    }
  }

  private mutating func open(_ path: String) throws(DatabaseError) {
    connection?.close()
    connection = nil
    let opened = try Connection.open(path)
    connection = opened
    if let sorterMemory { opened.settings.sorterMemory = sorterMemory }
    if hasAuthorizer { opened.authorizer = { _ in .allow } }
    for sql in preparation {
      guard let statement = try opened.prepare(sql).statement else { continue }
      defer { opened.finish(statement) }
      while try statement.step() {}
    }
  }

  /// Runs the statements of a text; usually it is one. The answer has the rows of all, and the columns of the first that has any.
  private mutating func execute(_ sql: [UInt8]) throws(DatabaseError) {
    guard let connection else { throw DatabaseError(.misuse, "no database is open") }
    output.append("{\"rows\":[")
    var columns: [String] = []
    var isFirst = true
    var start = 0
    while start < sql.count {
      let (prepared, tail) = try Self.prepare(sql[start...], on: connection)
      start += max(tail, 1)
      guard let statement = prepared else { continue }
      defer { connection.finish(statement) }
      while try statement.step() {
        output.append(isFirst ? "[" : ",[")
        isFirst = false
        let row = statement.row
        for column in 0..<statement.columnCount {
          if column > 0 { output.append(",") }
          output.value(row[column])
        }
        output.append("]")
      }
      // Not before the first step, which may compile the statement for a new schema.
      if columns.isEmpty { columns = statement.columns.map(\.name) }
    }
    output.append("],\"columns\":[")
    for (index, column) in columns.enumerated() {
      if index > 0 { output.append(",") }
      output.string(Array(column.utf8))
    }
    output.append("]}\n")
  }

  private static func prepare(
    _ sql: ArraySlice<UInt8>, on connection: Connection
  ) throws(DatabaseError) -> (statement: PreparedStatement?, tail: Int) {
    let result = sql.withUnsafeBufferPointer {
      bytes -> Result<(PreparedStatement?, Int), DatabaseError> in
      do throws(DatabaseError) {
        return .success(try connection.prepare(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
