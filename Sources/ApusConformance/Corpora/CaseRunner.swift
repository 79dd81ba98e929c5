// Runs JSON-lines cases on a driver. Each begins on a new database in an empty folder; cases that only read keep the
// fixture of the one before them.

struct CaseRunner {
  let driver: DriverProcess
  let settings: RunSettings
  /// The fixture that the driver holds untouched.
  private var loaded: String?

  init(driver: DriverProcess, settings: RunSettings) {
    self.driver = driver
    self.settings = settings
  }

  mutating func run(_ item: ConformanceCase) -> Outcome {
    let start = now()
    var outcome = Outcome(corpus: .cases, id: item.id, topic: item.topic)
    let path = item.needsFile ? "test.db" : ":memory:"
    var death = prepare(item, path)
    var tests: [String: Bool] = [:]
    let requests: [Request] = item.steps.map { step in
      if case .reopen = step.expectation { .open(path) } else { .sql(step.sql) }
    }
    let replies = death == nil ? driver.exchange(requests) : []
    for (index, step) in item.steps.enumerated() {
      let reply = index < replies.count ? replies[index] : .died(death ?? "")
      var verdict: Verdict
      if death != nil {
        verdict = .died
      } else if case .reopen = step.expectation, let error = reply.error {
        death = "open: \(error)"
        verdict = .died
      } else {
        verdict = CaseComparison.verdict(step, reply)
        if case .died(let reason) = reply { death = reason }
        if step.isVersionDependent, !settings.strictness.includesVersionDependent,
          ![.pass, .type, .message, .died, .any].contains(verdict)
        {
          verdict = .skip
        }
      }
      outcome.verdicts[verdict, default: 0] += 1
      if verdict == .skip { outcome.skipped += 1 }
      guard verdict.isCounted else { continue }
      outcome.steps += 1
      let isBad = settings.strictness.isFailure(verdict)
      tests[step.test] = (tests[step.test] ?? true) && !isBad
      guard isBad else { continue }
      outcome.bad += 1
      if outcome.failures.count < 3 {
        outcome.failures.append(describe(item, index, step, verdict, reply, death))
      }
    }
    if death != nil { loaded = nil }
    outcome.tests = tests.count
    outcome.testsPassed = tests.values.count { $0 }
    outcome.seconds = now() - start
    return outcome
  }

  /// A new database with the fixture; why there is none.
  private mutating func prepare(_ item: ConformanceCase, _ path: String) -> String? {
    if let name = item.fixtureName, loaded == name { return nil }
    loaded = nil
    // The open file is closed before its folder is emptied.
    if let failure = open(":memory:") { return failure }
    emptyFolder(driver.folder)
    if item.needsFile, let failure = open(path) { return failure }
    for reply in driver.exchange(item.fixture.map { .sql($0) }) {
      if let error = reply.error { return "fixture: \(error)" }
      if case .died(let reason) = reply { return reason }
    }
    if item.isReadOnly { loaded = item.fixtureName }
    return nil
  }

  private func open(_ path: String) -> String? {
    switch driver.ask(.open(path)) {
    case .died(let reason): reason
    case .failure(let message, _): "open: \(message)"
    case .opened, .rows: nil
    }
  }

  private func describe(
    _ item: ConformanceCase, _ index: Int, _ step: CaseStep, _ verdict: Verdict, _ reply: Reply,
    _ death: String?
  ) -> Failure {
    let expected: String
    switch step.expectation {
    case .reopen: expected = "the database opens"
    case .anything: expected = "anything"
    case .error(let message): expected = "error: \(message)"
    case .rows(let rows): expected = ApusConformance.describe(rows)
    case .digest(let rows, let columns, let md5): expected = "\(rows) rows of \(columns) columns, md5 \(md5)"
    }
    let got: String
    switch reply {
    case .rows(let rows, _): got = ApusConformance.describe(rows)
    case .failure(let message, _): got = "error: \(message)"
    case .opened: got = "opened"
    case .died: got = "died: \(death ?? "")"
    }
    return Failure(
      id: item.id, place: index, reason: verdict.rawValue,
      sql: String(decoding: step.sql.prefix(1000), as: UTF8.self),
      expected: expected, got: got)
  }
}
