/// The machine-readable report: topics, cases, failures.
enum JSONReport {
  static func text(_ outcomes: [Outcome], _ table: TopicTable) -> [UInt8] {
    var json = JSONText()
    json.object([
      ("summary", { $0.object(counts(table.total)) }),
      (
        "topics",
        { $0.object(table.topics.map { topic in (topic.name, { $0.object(counts(topic.counts)) }) }) }
      ),
      ("cases", { $0.array(outcomes) { $0.object(members($1)) } }),
      ("failures", { $0.array(outcomes.flatMap(\.failures)) { $0.object(members($1)) } }),
    ])
    json.raw("\n")
    return json.bytes
  }

  private static func counts(_ counts: TopicCounts) -> [(String, (inout JSONText) -> Void)] {
    [
      ("cases", { $0.raw(String(counts.cases)) }),
      ("cases_ok", { $0.raw(String(counts.casesPassed)) }),
      ("tests", { $0.raw(String(counts.tests)) }),
      ("tests_ok", { $0.raw(String(counts.testsPassed)) }),
      ("steps", { $0.raw(String(counts.steps)) }),
      ("bad", { $0.raw(String(counts.bad)) }),
      ("skipped", { $0.raw(String(counts.skipped)) }),
      ("verdicts", { $0.object(verdicts(counts.verdicts)) }),
    ]
  }

  private static func verdicts(_ counts: [Verdict: Int]) -> [(String, (inout JSONText) -> Void)] {
    Verdict.allCases.compactMap { verdict in
      guard let count = counts[verdict] else { return nil }
      return (verdict.rawValue, { $0.raw(String(count)) })
    }
  }

  private static func members(_ outcome: Outcome) -> [(String, (inout JSONText) -> Void)] {
    [
      ("id", { $0.string(outcome.id) }),
      ("topic", { $0.string(outcome.topic) }),
      ("corpus", { $0.string(outcome.corpus.rawValue) }),
      ("ok", { $0.raw(outcome.isPassed ? "true" : "false") }),
      ("steps", { $0.raw(String(outcome.steps)) }),
      ("bad", { $0.raw(String(outcome.bad)) }),
      ("skipped", { $0.raw(String(outcome.skipped)) }),
      ("tests", { $0.raw(String(outcome.tests)) }),
      ("tests_ok", { $0.raw(String(outcome.testsPassed)) }),
      ("verdicts", { $0.object(verdicts(outcome.verdicts)) }),
      ("secs", { $0.raw(formatted("%.3f", outcome.seconds)) }),
    ]
  }

  private static func members(_ failure: Failure) -> [(String, (inout JSONText) -> Void)] {
    var members: [(String, (inout JSONText) -> Void)] = [
      ("case", { $0.string(failure.id) }),
      ("place", { $0.raw(String(failure.place)) }),
      ("why", { $0.string(failure.reason) }),
      ("sql", { $0.string(failure.sql) }),
    ]
    if let expected = failure.expected { members.append(("expected", { $0.string(expected) })) }
    if let got = failure.got { members.append(("got", { $0.string(got) })) }
    return members
  }
}
