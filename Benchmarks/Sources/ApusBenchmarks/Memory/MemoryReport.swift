import Apus
import Foundation

/// Peak memory of this process, each step in a process of its own.
struct MemoryReport {
  let directory: String
  let megabytes: Int
  /// MiB of resident memory at its highest.
  let limit = 96

  private var path: String { directory + "/memory.db" }
  private static let steps = ["insert", "scan", "sort", "group", "index", "distinct"]

  /// Runs every step in a child process.
  /// - Returns: whether all stayed below the limit.
  func run() throws -> Bool {
    try removeDatabase(path)
    var isWithin = true
    for step in Self.steps {
      let child = Process()
      child.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      child.arguments = ["memory-step", step, "--directory", directory, "--size", String(megabytes)]
      try child.run()
      child.waitUntilExit()
      isWithin = isWithin && child.terminationStatus == 0
    }
    return isWithin
  }

  /// Runs one step here and prints the peak.
  func runStep(_ step: String) throws -> Bool {
    let connection = try Connection.open(path)
    defer { connection.close() }
    try connection.run(script: "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL")
    var rows = 0
    switch step {
    case "insert": rows = try insert(connection)
    case "scan": rows = try count(connection, "SELECT count(*), sum(length(v)), max(k) FROM t WHERE r >= 0")
    case "sort": rows = try count(connection, "SELECT id, v FROM t ORDER BY v")
    case "group": rows = try count(connection, "SELECT v, count(*), sum(k) FROM t GROUP BY v")
    case "distinct": rows = try count(connection, "SELECT count(DISTINCT v) FROM t")
    case "index": rows = try count(connection, "CREATE INDEX t_v ON t(v)")
    default: throw ApusFailure(description: "no such step: \(step)")
    }
    let peak = try Self.peakMemory()
    let isWithin = peak < limit * 1024
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    print(
      "memory \(step.padding(toLength: 9, withPad: " ", startingAt: 0)) database \(size >> 20) MiB, \(rows) rows,",
      "peak \(peak / 1024) MiB,", isWithin ? "below \(limit)" : "MISSED \(limit)")
    return isWithin
  }

  private func insert(_ connection: Connection) throws -> Int {
    try connection.run(script: Dataset.createTable)
    let rows = megabytes * 1_000_000 / 500
    try connection.run(script: "BEGIN")
    let statement = try connection.compile("INSERT INTO t VALUES(?1, ?2, ?3, ?4)")
    var random = SplitMix(seed: 7)
    for id in 1...rows {
      let tail = String(repeating: "x", count: 460)
      try statement.bind(1, integer: Int64(id))
      try statement.bind(2, integer: Int64(random.below(1_000)))
      try statement.bind(3, text: String(random.next(), radix: 36) + tail)
      try statement.bind(4, .real(Double(id)))
      _ = try statement.step()
      statement.reset()
    }
    connection.finish(statement)
    try connection.run(script: "COMMIT")
    return rows
  }

  private func count(_ connection: Connection, _ sql: String) throws -> Int {
    let statement = try connection.compile(sql)
    defer { connection.finish(statement) }
    var rows = 0
    while try statement.step() { rows += 1 }
    return rows
  }

  /// KiB: VmHWM of `/proc/self/status`, see proc(5).
  private static func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
        Int($0)
      })
    else { throw ApusFailure(description: "/proc/self/status has no VmHWM") }
    return kilobytes
  }
}
