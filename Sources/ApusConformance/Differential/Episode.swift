// One database from its first table to the comparison of all that it holds.

import Foundation

struct Episode {
  /// What an episode is made from.
  struct Settings: Sendable {
    var seed: UInt64
    var features: Set<Feature>
    /// Statements after the tables are filled.
    var length = 150
  }

  private let settings: Settings
  private let index: Int
  private let pair: EnginePair
  private var generator: Generator
  private let path: String
  /// Everything that was sent, in order.
  private var log: [String] = []
  private var usesSums = false
  private(set) var statistics = Statistics()
  private(set) var differences: [Difference] = []
  private var isOver = false

  /// What is asked after every change. VACUUM leaves SQLite with the rowid of a row of its schema.
  private var probe = "SELECT changes(), total_changes(), last_insert_rowid()"
  private static let batch = 64

  init(_ settings: Settings, index: Int, pair: EnginePair) {
    self.settings = settings
    self.index = index
    self.pair = pair
    // Neighbouring episodes must not be shifted copies of each other.
    var mixer = SplitMix64(seed: settings.seed &+ UInt64(index) &* 0x2545_f491_4f6c_dd1d)
    generator = Generator(seed: mixer.next(), features: settings.features, length: settings.length)
    path = settings.features.contains(.files) && mixer.chance(30) ? "fuzz.db" : ":memory:"
  }

  /// Runs it to its end, or until the databases differ.
  mutating func run() {
    statistics.episodes = 1
    guard pair.open(path) else {
      isOver = true
      statistics.abandoned = 1
      return
    }
    while !isOver {
      let batch = nextBatch()
      if batch.isEmpty { break }
      compare(batch)
    }
    if !isOver { compareContents() }
    if isOver { statistics.abandoned = 1 }
  }

  private mutating func nextBatch() -> [GeneratedStatement] {
    var batch: [GeneratedStatement] = []
    while batch.count < Self.batch, let statement = generator.next() {
      batch.append(statement)
      if statement.needsOutcome { break }
    }
    return batch
  }

  private mutating func compare(_ batch: [GeneratedStatement]) {
    var probes: [String] = []
    var requests: [String] = []
    for statement in batch {
      if statement.sql == "VACUUM" { probe = "SELECT changes(), total_changes()" }
      requests.append(statement.sql)
      if statement.kind == .change { requests.append(probe) }
      probes.append(probe)
    }
    let replies = pair.exchange(requests)
    var place = 0
    for (statement, probe) in zip(batch, probes) {
      let expected = replies.oracle[place]
      let found = replies.ours[place]
      place += 1
      statistics.count(statement, expected)
      log.append(statement.sql)
      if statement.kind != .query, StatementTraits(statement.sql).usesSums { usesSums = true }
      if expected.isDeath { isOver = true }
      judge(
        statement.sql, expected, found, changesState: statement.kind != .query && statement.kind != .mistake)
      if statement.kind == .change {
        if !isOver { judge(probe, replies.oracle[place], replies.ours[place], changesState: true) }
        place += 1
      }
      if isOver { return }
      if statement.needsOutcome {
        if case .rows = expected { generator.report(success: true) } else { generator.report(success: false) }
      }
    }
  }

  /// Compares two answers to the statement that was logged last, or to a question about it.
  private mutating func judge(_ sql: String, _ expected: Reply, _ found: Reply, changesState: Bool) {
    guard let kind = AnswerComparison.difference(sql, oracle: expected, ours: found) else { return }
    if !changesState, ![.died, .refused].contains(kind),
      pair.isAmbiguous(query: sql, answer: expected) || pair.showsAnotherEqual(sql, expected, found)
    {
      statistics.ambiguous += 1
      return
    }
    let script = log.last == sql ? log : log + [sql]
    differences.append(
      Difference(
        kind: kind, script: script, oracle: expected, ours: found, seed: settings.seed, episode: index))
    if kind == .died || (changesState && kind != .message && kind != .code) { isOver = true }
  }

  // MARK: The end

  private mutating func compareContents() {
    let list = """
      SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
      UNION ALL SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_temp_schema WHERE type = 'table' AND \
      name NOT LIKE 'sqlite_%'
      """
    guard case .rows(let tables, _) = pair.oracle.ask(.sql(list)) else {
      isOver = true
      return
    }
    var questions = tables.map { row in
      let name = String(decoding: row[0].rendered, as: UTF8.self)
      return row.count > 1 && row[1] == .integer(1) ? "SELECT * FROM \(name)" : "SELECT rowid, * FROM \(name)"
    }
    questions.append("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")
    questions.append("PRAGMA integrity_check")
    questions.append("PRAGMA foreign_key_check")
    let replies = pair.exchange(questions)
    for (index, question) in questions.enumerated() {
      let expected = replies.oracle[index]
      guard
        let kind = AnswerComparison.difference(
          question, oracle: expected, ours: replies.ours[index], allowsInexact: usesSums)
      else { continue }
      differences.append(
        Difference(
          kind: kind, script: log + [question], oracle: expected, ours: replies.ours[index],
          seed: settings.seed,
          episode: self.index))
      return
    }
    if path != ":memory:" { crossRead(questions, replies.oracle) }
  }

  /// The oracle reads the file that ours has written.
  private mutating func crossRead(_ questions: [String], _ expected: [Reply]) {
    guard pair.ours.ask(.open(":memory:")) == .opened,
      pair.oracle.ask(.open(pair.ours.folder + "/" + path)) == .opened
    else { return }
    let temporary = Set(generator.schema.tables.filter(\.isTemporary).map(\.name))
    let found = pair.oracle.exchange(questions.map { .sql($0) })
    for (index, question) in questions.enumerated() {
      if let name = question.split(separator: " ").last, temporary.contains(String(name)) { continue }
      // What it finds in temporary tables is not in the file.
      if question.hasPrefix("PRAGMA"), !temporary.isEmpty { continue }
      guard
        let kind = AnswerComparison.difference(
          question, oracle: expected[index], ours: found[index], allowsInexact: usesSums)
      else { continue }
      differences.append(
        Difference(
          kind: kind, script: log + ["-- the oracle reads the file: \(question)"], oracle: expected[index],
          ours: found[index], seed: settings.seed, episode: self.index, isReproducible: false))
      return
    }
  }
}

extension Episode {
  /// The statements of an episode in which every statement succeeds.
  static func statements(_ settings: Settings, index: Int) -> [String] {
    var mixer = SplitMix64(seed: settings.seed &+ UInt64(index) &* 0x2545_f491_4f6c_dd1d)
    var generator = Generator(seed: mixer.next(), features: settings.features, length: settings.length)
    var statements: [String] = []
    while let statement = generator.next() {
      statements.append(statement.sql)
      if statement.needsOutcome { generator.report(success: true) }
    }
    return statements
  }
}
