// The two engines under comparison, and how a script is run on both.

import Foundation

/// The oracle and the engine that is judged by it. For one thread.
final class EnginePair {
  let oracle: DriverProcess
  let ours: DriverProcess
  /// Another build of ours, whose differences are known.
  private let baseline: DriverProcess?

  init(oracle: DriverCommand, ours: DriverCommand, baseline: DriverCommand? = nil, timeout: Double) {
    self.baseline = baseline.map { DriverProcess(command: $0, folder: makeScratchFolder(), timeout: timeout) }
    self.oracle = DriverProcess(command: oracle, folder: makeScratchFolder(), timeout: timeout)
    self.ours = DriverProcess(command: ours, folder: makeScratchFolder(), timeout: timeout)
  }

  /// Ends both and removes their folders.
  func stop() {
    for driver in [oracle, ours, baseline].compactMap({ $0 }) {
      driver.stop()
      try? FileManager.default.removeItem(atPath: driver.folder)
    }
  }

  /// Opens a new database in both.
  func open(_ path: String) -> Bool {
    for driver in [oracle, ours] {
      guard driver.ask(.open(":memory:")) == .opened else { return false }
      emptyFolder(driver.folder)
      if path != ":memory:", driver.ask(.open(path)) != .opened { return false }
    }
    return true
  }

  /// Sends statements to both; the engines work at the same time.
  func exchange(_ statements: [String]) -> (oracle: [Reply], ours: [Reply]) {
    let requests = statements.map { Request.sql($0) }
    ours.post(requests)
    let expected = oracle.exchange(requests)
    return (expected, ours.collect())
  }

  /// The answers to the last statement of a script on a new database in memory.
  func answers(_ script: [String]) -> (oracle: Reply, ours: Reply) {
    let requests = [Request.open(":memory:")] + script.map { .sql($0) }
    ours.post(requests)
    let expected = oracle.exchange(requests)
    let found = ours.collect()
    // A death before the last statement is another difference than the one that is looked for.
    let death = found.dropLast().first(where: \.isDeath)
    return (
      expected.last ?? .died("no reply"),
      death.map { _ in .died("earlier") } ?? found.last ?? .died("no reply")
    )
  }

  /// Whether the baseline differs from the oracle in the same statement.
  func isKnown(_ difference: Difference) -> Bool {
    guard let baseline, let last = difference.script.last else { return false }
    let replies = baseline.exchange([.open(":memory:")] + difference.script.map { .sql($0) })
    guard let reply = replies.last else { return false }
    return AnswerComparison.difference(last, oracle: difference.oracle, ours: reply, allowsInexact: true)
      != nil
  }

  /// Whether the oracle itself answers the last statement differently when it visits rows in another order, or without the automatic
  /// indexes that keep what a table held before an UPDATE changed it. Such an
  /// answer is not defined by SQL, and another engine may give another.
  func isAmbiguous(_ script: [String], answer: Reply) -> Bool {
    guard let last = script.last else { return false }
    let turn = "PRAGMA reverse_unordered_selects = ON"
    let prefix = script.dropLast()
    let variants: [[String]] = [
      [turn] + prefix + [last],
      prefix + ["PRAGMA automatic_index = OFF", turn, last],
      ["PRAGMA automatic_index = OFF"] + prefix + [last],
    ]
    for variant in variants {
      let replies = oracle.exchange([.open(":memory:")] + variant.map { .sql($0) })
      guard let reply = replies.last, !reply.isDeath else { continue }
      if AnswerComparison.difference(last, oracle: answer, ours: reply, allowsInexact: true) != nil {
        return true
      }
    }
    return false
  }

  /// The same for a query on the database that is open.
  func isAmbiguous(query: String, answer: Reply) -> Bool {
    let replies = oracle.exchange([
      .sql("PRAGMA reverse_unordered_selects = ON"), .sql(query),
      .sql("PRAGMA reverse_unordered_selects = OFF"),
    ])
    guard replies.count == 3, !replies[1].isDeath else { return false }
    return AnswerComparison.difference(query, oracle: answer, ours: replies[1], allowsInexact: true) != nil
  }

  /// Whether two answers differ only in which of several texts they show that DISTINCT takes for equal, and the engines come to the rows by
  /// different plans: then nothing says which text comes first. (SQLite's DISTINCT does not visit rows in another order when it is told to.)
  /// - Parameter script: what makes the database; nil for the one that is open.
  func showsAnotherEqual(
    _ query: String, _ oracleReply: Reply, _ oursReply: Reply, after script: ArraySlice<String>? = nil
  ) -> Bool {
    guard query.contains("DISTINCT"), case .rows(let expected, _) = oracleReply,
      case .rows(let rows, _) = oursReply, AnswerComparison.isSameUpToCollations(expected, rows)
    else { return false }
    let before = script.map { [Request.open(":memory:")] + $0.map { .sql($0) } } ?? []
    let requests = before + [.sql("EXPLAIN QUERY PLAN \(query)")]
    func plan(_ driver: DriverProcess) -> [String]? {
      guard case .rows(let lines, _)? = driver.exchange(requests).last else { return nil }
      return lines.map { line in line.last.map { String(decoding: $0.rendered, as: UTF8.self) } ?? "" }
    }
    guard let first = plan(oracle), let second = plan(ours) else { return false }
    return first != second
  }
}
