/// What became of one file of sqllogictest, or of one case.
struct Outcome: Sendable {
  enum Corpus: String, Sendable { case sqllogictest, cases }
  var corpus: Corpus
  var id: String
  var topic: String
  /// Records or steps that were compared.
  var steps = 0
  var bad = 0
  var skipped = 0
  /// Named tests within a case, and how many have no bad step.
  var tests = 0
  var testsPassed = 0
  var verdicts: [Verdict: Int] = [:]
  var seconds = 0.0
  var failures: [Failure] = []

  var isPassed: Bool { bad == 0 }
}

/// One failed step, for the reports.
struct Failure: Sendable {
  var id: String
  /// The line of a record, or the number of a step.
  var place: Int
  var reason: String
  var sql: String
  var expected: String?
  var got: String?
}

/// A driver and how to treat what it does.
struct RunSettings: Sendable {
  var strictness = Strictness()
  /// The engine's name in skipif and onlyif.
  var engine = "sqlite"
  /// Failures kept for one case or file.
  var keptFailures = 20
}

/// A readable form of rows, cut to a length.
func describe(_ rows: [[SQLValue]], limit: Int = 400) -> String {
  var text = ""
  for row in rows {
    if text.utf8.count > limit { return text + " …" }
    if !text.isEmpty { text += "\n" }
    text += row.map(\.literal).joined(separator: " | ")
  }
  return String(text.prefix(limit * 2))
}
