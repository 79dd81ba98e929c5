import Foundation

/// Runs each workload by both engines in turn and prints medians and their ratio.
struct SpeedReport {
  let directory: String
  let runs: Int
  /// KiB; SQLite's better one counts.
  let cacheSizes: [Int]

  /// - Returns: whether every workload reached its goal.
  func run(_ workloads: [any Workload]) throws -> Bool {
    print(
      "SQLite \(SQLiteDatabase.version); WAL, synchronous NORMAL; \(runs) alternating runs, medians of processor time"
    )
    print(Self.line("workload", "cache", "Apus ns", "SQLite ns", "ratio", "goal"))
    var allReached = true
    for workload in workloads {
      var best: (cache: Int, apus: Double, sqlite: Double)?
      for cacheSize in cacheSizes {
        let (apus, sqlite) = try measure(workload, Setting(cacheSize: cacheSize, directory: directory))
        if best.map({ sqlite < $0.sqlite }) ?? true { best = (cacheSize, apus, sqlite) }
      }
      guard let best else { continue }
      let scale = 1e9 / Double(workload.operations)
      let ratio = best.sqlite / best.apus
      let isReached = ratio >= workload.goal
      allReached = allReached && isReached
      print(
        Self.line(
          workload.name, "\(best.cache) KiB", Self.number(best.apus * scale, 1),
          Self.number(best.sqlite * scale, 1),
          Self.number(ratio, 2), (isReached ? "≥ " : "MISSED ") + Self.number(workload.goal, 2)))
    }
    return allReached
  }

  private func measure(_ workload: any Workload, _ setting: Setting) throws -> (apus: Double, sqlite: Double)
  {
    var apus: [Double] = []
    var sqlite: [Double] = []
    for _ in 0..<runs {
      let ours = try workload.runApus(setting)
      let theirs = try workload.runSQLite(setting)
      guard ours.checksum == theirs.checksum else {
        throw ApusFailure(
          description: "\(workload.name): the answers differ, \(ours.checksum) and \(theirs.checksum)")
      }
      apus.append(ours.seconds)
      sqlite.append(theirs.seconds)
    }
    return (apus.median, sqlite.median)
  }

  private static func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  private static func line(_ fields: String...) -> String {
    let widths = [40, 11, 11, 11, 7, 0]
    return zip(fields, widths).map { field, width in
      width == 40 || width == 0
        ? field.padding(toLength: max(width, field.count), withPad: " ", startingAt: 0)
        : String(repeating: " ", count: max(width - field.count, 0)) + field
    }.joined(separator: " ")
  }
}
