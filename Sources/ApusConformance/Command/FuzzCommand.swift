// `apus-conformance fuzz`: generated statements on two engines.

import Foundation
import Synchronization

struct FuzzCommand {
  static let usage = """
    apus-conformance fuzz (--oracle COMMAND | --self A,B) [--seed N] [--statements N] [--jobs N] [--episode N]
                          [--shrink] [--keep DIR] [--without FEATURES] [--length N] [--timeout SECONDS] [--print]
      Compares Apus with an oracle that speaks the driver protocol, or with itself under another configuration.
      --statements  how many in all (10000)         --length    how many in one database after its tables are filled
      --episode     only that database of the seed  --print     writes its statements and runs nothing
      --shrink      makes scripts of differences small (at most --shrink-limit of them, 200)
      --keep        a folder for the scripts        --without   features to leave out, with commas
      --ours        another command in the place of Apus
      --until-found ends with the first difference
      --baseline COMMAND  another build of Apus: differences that it has too are not counted
      --ignore REGEX  differences whose signature it matches are counted and not reported
      --configuration NAME=SQL;…  a configuration for --self
    """

  private let arguments: Arguments
  private let settings: Episode.Settings
  private let oracle: DriverCommand
  private let ours: DriverCommand
  private let jobs: Int
  private let statements: Int
  private let timeout: Double

  init(_ words: [String]) throws {
    arguments = try Arguments(
      words,
      valued: [
        "--oracle", "--self", "--seed", "--statements", "--jobs", "--keep", "--without", "--length",
        "--episode",
        "--timeout", "--configuration", "--shrink-limit", "--ours", "--ignore", "--baseline",
      ], flags: ["--shrink", "--print", "--until-found"])
    let values = arguments.values
    guard let seed = UInt64(values["--seed"] ?? "1") else { throw ConformanceError("--seed wants a number") }
    settings = Episode.Settings(
      seed: seed, features: try Feature.all(without: values["--without"] ?? ""),
      length: try arguments.number("--length", default: 150))
    jobs = try arguments.number("--jobs", default: ProcessInfo.processInfo.activeProcessorCount, least: 1)
    statements = try arguments.number("--statements", default: 10_000, least: 1)
    timeout = Double(try arguments.number("--timeout", default: 10, least: 1))
    if let names = values["--self"] {
      let pair = names.split(separator: ",").map(String.init)
      guard pair.count == 2 else { throw ConformanceError("--self wants two configurations") }
      oracle = .worker(try EngineConfiguration.preparation(pair[0], defined: values["--configuration"]))
      ours = .worker(try EngineConfiguration.preparation(pair[1], defined: values["--configuration"]))
    } else if let command = values["--oracle"] {
      oracle = try DriverCommand(command)
      ours = try values["--ours"].map { try DriverCommand($0) } ?? .worker(isSmall: true)
    } else if arguments.flags.contains("--print") {
      (oracle, ours) = (.worker(), .worker())
    } else {
      throw ConformanceError("--oracle or --self is missing\n" + Self.usage)
    }
  }

  /// - Returns: the exit status.
  func run() throws -> Int32 {
    let only = try arguments.values["--episode"].map { _ in try arguments.number("--episode", default: 0) }
    if arguments.flags.contains("--print") { return printEpisode(only ?? 0) }
    if let folder = arguments.values["--keep"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let start = now()
    let collector = DifferenceCollector(
      shrinks: arguments.flags.contains("--shrink"), folder: arguments.values["--keep"],
      shrinkLimit: try arguments.number("--shrink-limit", default: 200), ignore: arguments.values["--ignore"])
    if let pattern = arguments.values["--ignore"] { _ = try Regex(pattern) }
    let nextEpisode = Mutex(only ?? 0)
    let busy = Mutex(0.0)
    let settings = settings
    let baseline = try arguments.values["--baseline"].map { try DriverCommand($0) }
    let endsEarly = arguments.flags.contains("--until-found")
    DispatchQueue.concurrentPerform(iterations: only == nil ? jobs : 1) { _ in
      let pair = EnginePair(oracle: oracle, ours: ours, baseline: baseline, timeout: timeout)
      defer { pair.stop() }
      repeat {
        let index = nextEpisode.withLock { value in
          defer { value += 1 }
          return value
        }
        let begin = now()
        var episode = Episode(settings, index: index, pair: pair)
        episode.run()
        busy.withLock { $0 += now() - begin }
        collector.add(episode.statistics)
        for difference in episode.differences where !pair.isKnown(difference) {
          collector.add(difference, pair)
        }
      } while only == nil && collector.statements < statements && !(endsEarly && collector.total > 0)
    }
    report(
      collector, comparing: busy.withLock { $0 } / Double(only == nil ? jobs : 1), elapsed: now() - start)
    return collector.total == 0 ? 0 : 1
  }

  private func report(_ collector: DifferenceCollector, comparing: Double, elapsed: Double) {
    say("\n" + collector.statistics.text(seconds: comparing))
    let distinct = collector.distinct
    for kind in DifferenceKind.allCases {
      let found = distinct.filter { $0.difference.kind == kind }
      if found.isEmpty { continue }
      say("\(kind.rawValue): \(found.reduce(0) { $0 + $1.count }) differences of \(found.count) sorts")
      for item in found.sorted(by: { $0.count > $1.count }).prefix(12) {
        say("  \(item.count) × \(item.difference.signature.prefix(180))")
      }
    }
    say(
      "fuzz: \(collector.statistics.statements) statements, \(collector.total) differences of \(distinct.count) sorts, "
        + "\(collector.ignored) ignored, \(formatted("%.1f", elapsed)) s")
  }

  private func printEpisode(_ index: Int) -> Int32 {
    for sql in Episode.statements(settings, index: index) { say(sql + ";") }
    return 0
  }
}
