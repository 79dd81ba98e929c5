// `apus-conformance run`: the corpora against Apus or against any driver.

import Foundation

struct RunCommand {
  static let usage = """
    apus-conformance run [--jobs N] [--filter REGEX] [--json FILE] [--html FILE] [--driver COMMAND]
                         [--timeout SECONDS] [--engine NAME] [--untyped] [--messages] [--all] [--quiet] PATH…
      Runs sqllogictest files (.test) and cases (.jsonl) below the paths.
      --driver    a command that speaks the driver protocol; without it Apus
      --engine    the name for skipif and onlyif (sqlite)
      --untyped   storage classes need not match      --messages  error messages must match
      --all       also steps that differ between SQLite releases
    """

  private let jobs: Int
  private let filter: Regex<AnyRegexOutput>?
  private let arguments: Arguments
  private let command: DriverCommand
  private let timeout: Double
  private var settings = RunSettings()

  init(_ words: [String]) throws {
    arguments = try Arguments(
      words,
      valued: ["--jobs", "--filter", "--json", "--html", "--driver", "--timeout", "--engine", "-j"],
      flags: ["--untyped", "--messages", "--all", "--quiet"])
    if arguments.rest.isEmpty { throw ConformanceError("no path\n" + Self.usage) }
    let processors = ProcessInfo.processInfo.activeProcessorCount
    jobs = try arguments.number(
      "--jobs", default: arguments.number("-j", default: processors, least: 1), least: 1)
    filter = try arguments.values["--filter"].map { try Regex($0) }
    command = try arguments.values["--driver"].map { try DriverCommand($0) } ?? .worker()
    timeout = Double(try arguments.number("--timeout", default: 60, least: 1))
    settings.engine = arguments.values["--engine"]?.lowercased() ?? "sqlite"
    settings.strictness.isTyped = !arguments.flags.contains("--untyped")
    settings.strictness.comparesMessages = arguments.flags.contains("--messages")
    settings.strictness.includesVersionDependent = arguments.flags.contains("--all")
  }

  /// - Returns: the exit status.
  func run() throws -> Int32 {
    let start = now()
    let units = try Corpora.units(arguments.rest, filter: filter)
    if units.isEmpty { throw ConformanceError("no cases below \(arguments.rest.joined(separator: ", "))") }
    let outcomes = Corpora.run(units, jobs: jobs, command: command, timeout: timeout, settings: settings) {
      outcome in
      guard outcome.corpus == .sqllogictest, outcome.bad > 0 else { return }
      complain("\(outcome.id): \(outcome.bad) of \(outcome.steps) records failed")
    }
    let table = TopicTable(outcomes)
    say(table.text)
    if !arguments.flags.contains("--quiet") { list(outcomes.flatMap(\.failures)) }
    let driver = arguments.values["--driver"] ?? "Apus"
    if let path = arguments.values["--json"] { try write(JSONReport.text(outcomes, table), to: path) }
    if let path = arguments.values["--html"] {
      try write(HTMLReport.text(outcomes, table, driver: driver), to: path)
    }
    say("\(outcomes.count) cases and files in \(formatted("%.1f", now() - start)) s")
    say("conformance: \(table.total.steps - table.total.bad) passed, \(table.total.bad) failed")
    return table.total.bad == 0 ? 0 : 1
  }

  private func list(_ failures: [Failure]) {
    for failure in failures.prefix(settings.keptFailures) {
      say("\n\(failure.id) at \(failure.place): \(failure.reason)")
      say("    " + failure.sql.prefix(600).replacing("\n", with: "\n    "))
      if let expected = failure.expected {
        say("  expected\n    " + expected.replacing("\n", with: "\n    "))
      }
      if let got = failure.got { say("  got\n    " + got.replacing("\n", with: "\n    ")) }
    }
    if failures.count > settings.keptFailures {
      say("\n\(failures.count - settings.keptFailures) more failures are in the reports")
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw ConformanceError("\(path) cannot be written")
    }
  }
}
