/// Counts of one topic.
struct TopicCounts: Sendable {
  var cases = 0
  var casesPassed = 0
  var tests = 0
  var testsPassed = 0
  var steps = 0
  var bad = 0
  var skipped = 0
  var verdicts: [Verdict: Int] = [:]

  mutating func add(_ outcome: Outcome) {
    cases += 1
    casesPassed += outcome.isPassed ? 1 : 0
    tests += outcome.tests
    testsPassed += outcome.testsPassed
    steps += outcome.steps
    bad += outcome.bad
    skipped += outcome.skipped
    for (verdict, count) in outcome.verdicts { verdicts[verdict, default: 0] += count }
  }

  var share: Double { steps == 0 ? 100 : 100 * Double(steps - bad) / Double(steps) }
}

/// The counts of a run by topic.
struct TopicTable: Sendable {
  private(set) var topics: [(name: String, counts: TopicCounts)] = []
  private(set) var total = TopicCounts()

  init(_ outcomes: [Outcome]) {
    var byName: [String: TopicCounts] = [:]
    for outcome in outcomes {
      byName[outcome.topic, default: TopicCounts()].add(outcome)
      total.add(outcome)
    }
    topics = byName.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The table for a terminal.
  var text: String {
    var lines = [row("topic", "cases", "tests", "steps", "%steps") + "  order/message/type/died/skipped"]
    for (name, counts) in topics + [("TOTAL", total)] {
      let more = [Verdict.order, .message, .type, .died].map { String(counts.verdicts[$0] ?? 0) }
      lines.append(
        row(
          name, "\(counts.casesPassed)/\(counts.cases)", "\(counts.testsPassed)/\(counts.tests)",
          "\(counts.steps - counts.bad)/\(counts.steps)", formatted("%.2f", counts.share))
          + "  " + (more + [String(counts.skipped)]).joined(separator: "/"))
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ name: String, _ cells: String...) -> String {
    var line = name + String(repeating: " ", count: max(0, 26 - name.count))
    for (cell, width) in zip(cells, [12, 14, 16, 8]) {
      line += String(repeating: " ", count: max(1, width - cell.count)) + cell
    }
    return line
  }
}
