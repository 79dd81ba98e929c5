import Apus

/// What a failed statement was doing.
struct StatementFailure: Error {
  enum Stage { case preparing, stepping }

  var stage: Stage
  var error: DatabaseError
  /// The text from the statement's start on.
  var text: [UInt8]

  /// The message with its code when that says more than "error".
  var message: String {
    let code = error.code.primary.rawValue
    var text = code > 1 ? "\(error.message) (\(code))" : error.message
    if error.code.primary == .corrupt, let page = error.page {
      text += ": page \(page)"
      if let offset = error.pageOffset { text += ", offset \(offset)" }
    }
    return text + ErrorContext.describe(self.text, offset: stage == .preparing ? error.sqlOffset : nil)
  }
}

extension Shell {
  /// Runs all statements of a text and prints their rows.
  /// - Throws: the first failure; the statements behind it do not run.
  func run(_ sql: [UInt8]) throws(StatementFailure) {
    var rest = sql[...]
    while !rest.isEmpty {
      let text = Array(rest)
      let consumed = try runFirst(text)
      rest = rest.dropFirst(consumed)
    }
  }

  /// Runs the first statement.
  /// - Returns: the bytes that it and the blanks behind it take.
  private func runFirst(_ text: [UInt8]) throws(StatementFailure) -> Int {
    let connection: Connection
    let statement: PreparedStatement?
    let tail: Int
    do throws(DatabaseError) {
      connection = try self.connection()
      (statement, tail) = try text.withUnsafeBufferPointer { bytes in
        Result { () throws(DatabaseError) in try connection.prepare(bytes) }
      }.get()
    } catch {
      throw StatementFailure(stage: .preparing, error: error, text: text)
    }
    guard let statement else { return text.count }
    defer { connection.finish(statement) }
    let own = Array(text[..<min(tail, text.count)])
    do throws(DatabaseError) {
      try bindParameters(statement)
      if queryPlans != .off, statement.program.explain == .none { try printQueryPlan(own) }
      if queryPlans == .full, statement.program.explain == .none { try printProgram(own) }
      Interrupts.reset()
      let clock = StatementClock()
      try printRows(of: statement)
      if showsTime { sink.write(clock.report()) }
      if showsChanges {
        sink.write("changes: \(connection.changes)   total_changes: \(connection.totalChanges)\n")
      }
    } catch {
      throw StatementFailure(stage: .stepping, error: error, text: text)
    }
    var next = tail
    while next < text.count, isBlank(text[next]) { next += 1 }
    return next
  }

  private func bindParameters(_ statement: PreparedStatement) throws(DatabaseError) {
    guard statement.parameterCount > 0 else { return }
    for (index, name) in statement.program.parameterNames.enumerated() {
      guard let name, let value = parameters.first(where: { $0.name == name })?.value else { continue }
      switch value {
      case .null: try statement.bind(index + 1, .null)
      case .integer(let number): try statement.bind(index + 1, integer: number)
      case .real(let number): try statement.bind(index + 1, .real(number))
      case .text(let text): try statement.bind(index + 1, text: text)
      case .blob(let bytes):
        try bytes.withUnsafeBytes { buffer in
          Result { () throws(DatabaseError) in
            try statement.bind(index + 1, .blob(buffer.baseAddress, count: buffer.count))
          }
        }.get()
      }
    }
  }

  private func printRows(of statement: PreparedStatement) throws(DatabaseError) {
    if statement.program.explain == .queryPlan { return try printPlan(of: statement) }
    let isListing = statement.program.explain == .program
    let printer: any RowPrinter =
      isListing && explainsInColumns != .off || explainsInColumns == .on
      ? ExplainPrinter(format, sink, values) : format.makePrinter(sink, values)
    let names = statement.columns.map { $0.name }
    // What was printed before an error stays printed.
    defer { printer.finish() }
    while try statement.step() { printer.row(statement.row, names) }
  }

  private func printQueryPlan(_ sql: [UInt8]) throws(DatabaseError) {
    guard let statement = try prepare("EXPLAIN QUERY PLAN ", sql) else { return }
    defer { statement.connection.finish(statement) }
    try printPlan(of: statement)
  }

  private func printProgram(_ sql: [UInt8]) throws(DatabaseError) {
    guard let statement = try prepare("EXPLAIN ", sql) else { return }
    defer { statement.connection.finish(statement) }
    try printRows(of: statement)
  }

  private func prepare(_ prefix: String, _ sql: [UInt8]) throws(DatabaseError) -> PreparedStatement? {
    let connection = try connection()
    return try (Array(prefix.utf8) + sql).withUnsafeBufferPointer { bytes in
      Result { () throws(DatabaseError) in try connection.prepare(bytes).statement }
    }.get()
  }

  private func printPlan(of statement: PreparedStatement) throws(DatabaseError) {
    var plan = QueryPlanTree()
    while try statement.step() {
      let row = statement.row
      plan.add(
        id: row[0].integer, parent: row[1].integer, text: String(decoding: row[3].bytes, as: UTF8.self))
    }
    sink.write(plan.description)
  }
}

/// White space of SQL.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
