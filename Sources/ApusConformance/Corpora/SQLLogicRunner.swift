// Runs a file of sqllogictest on a driver.
//
// No record depends on the answer to another, so requests go out in windows. A record of several statements runs one by
// one, because its first error ends it.

struct SQLLogicRunner {
  let driver: DriverProcess
  let settings: RunSettings

  private var outcome: Outcome
  private var labels: [String: String] = [:]
  private var death: String?
  private static let window = 128

  /// Runs all records of a file.
  static func run(
    _ file: SQLLogicFile, id: String, topic: String, driver: DriverProcess, settings: RunSettings
  ) -> Outcome {
    let outcome = Outcome(corpus: .sqllogictest, id: id, topic: topic)
    var runner = SQLLogicRunner(driver: driver, settings: settings, outcome: outcome)
    let start = now()
    runner.run(file)
    runner.outcome.seconds = now() - start
    return runner.outcome
  }

  private mutating func run(_ file: SQLLogicFile) {
    let reply = driver.ask(.open(":memory:"))
    guard reply == .opened else {
      outcome.bad += 1
      outcome.steps += 1
      outcome.failures.append(Failure(id: outcome.id, place: 0, reason: "open: \(reply)", sql: ""))
      return
    }
    var pending: [SQLLogicRecord] = []
    records: for record in file.records {
      let isSkipped = record.isSkipped(for: settings.engine)
      switch record.kind {
      case .halt:
        if isSkipped { continue }
        flush(&pending)
        return
      case .hashThreshold: continue
      case .statement, .query: break
      }
      if isSkipped {
        outcome.skipped += 1
        continue
      }
      if case .statement = record.kind, record.sql.dropLast().contains(UInt8(ascii: ";")) {
        flush(&pending)
        runScript(record)
        continue
      }
      pending.append(record)
      if pending.count == Self.window { flush(&pending) }
    }
    flush(&pending)
    if let failure = file.failure {
      outcome.steps += 1
      fail(SQLLogicRecord(kind: .halt, line: 0), "parse: \(failure)")
    }
  }

  private mutating func flush(_ pending: inout [SQLLogicRecord]) {
    defer { pending.removeAll(keepingCapacity: true) }
    if pending.isEmpty { return }
    let replies = death == nil ? driver.exchange(pending.map { .sql($0.sql) }) : []
    for (index, record) in pending.enumerated() {
      outcome.steps += 1
      judge(record, index < replies.count ? replies[index] : .died(""))
    }
  }

  private mutating func runScript(_ record: SQLLogicRecord) {
    outcome.steps += 1
    var reply = Reply.rows([], columns: [])
    if death == nil {
      for statement in SQLText.statements(record.sql) {
        reply = driver.ask(.sql(statement))
        if case .rows = reply { continue }
        break
      }
    }
    judge(record, reply)
  }

  private mutating func fail(
    _ record: SQLLogicRecord, _ reason: String, got: [[UInt8]]? = nil, expected: [[UInt8]]? = nil
  ) {
    outcome.bad += 1
    guard outcome.failures.count < settings.keptFailures else { return }
    func text(_ values: [[UInt8]]) -> String {
      values.prefix(20).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
    outcome.failures.append(
      Failure(
        id: outcome.id, place: record.line, reason: reason,
        sql: String(decoding: record.sql.prefix(2000), as: UTF8.self),
        expected: expected.map(text), got: got.map(text)))
  }

  private mutating func judge(_ record: SQLLogicRecord, _ reply: Reply) {
    if let death { return fail(record, "not run: \(death)") }
    if case .died(let reason) = reply {
      death = reason
      return fail(record, reason)
    }
    switch record.kind {
    case .statement(let succeeds):
      if let error = reply.error, succeeds { return fail(record, "error: \(error)") }
      if reply.error == nil, !succeeds { return fail(record, "expected an error") }
    case .query(let types, let sort, let label, let expected):
      guard case .rows(let rows, _) = reply else {
        // The original runner takes an error of a query for a result without rows.
        if expected != [] { fail(record, "error: \(reply.error ?? "no rows")") }
        return
      }
      if let row = rows.first, row.count != types.count {
        return fail(record, "\(row.count) columns, expected \(types.count)")
      }
      let values = SQLLogicResult.values(rows, types: types, sort: sort)
      var digest: String?
      if let label {
        let hash = SQLLogicResult.digest(values)
        digest = hash
        guard labels[label, default: hash] == hash else {
          return fail(record, "differs from an earlier result with label \(label)")
        }
        labels[label] = hash
      }
      guard let expected else { return }
      if expected.count == 1, let hashed = SQLLogicResult.hashed(expected[0]) {
        if values.count != hashed.count {
          fail(record, "\(values.count) values, expected \(hashed.count)")
        } else if digest ?? SQLLogicResult.digest(values) != hashed.digest {
          fail(record, "hash differs", got: values)
        }
      } else if values != expected {
        fail(record, "result differs", got: values, expected: expected)
      }
    case .halt, .hashThreshold: break
    }
  }

  private init(driver: DriverProcess, settings: RunSettings, outcome: Outcome) {
    self.driver = driver
    self.settings = settings
    self.outcome = outcome
  }
}
