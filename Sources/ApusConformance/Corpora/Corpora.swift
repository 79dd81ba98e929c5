// Finding the files of corpora, and running them with several drivers at once.

import Foundation
import Synchronization

/// Work that one driver does in one go.
enum WorkUnit: Sendable {
  case logicFile(path: String, topic: String)
  /// Cases of one file in their order.
  case cases([ConformanceCase])

  /// About how much there is to do, to begin with the largest.
  var weight: Int {
    switch self {
    case .logicFile(let path, _):
      ((try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? NSNumber)?.intValue ?? 0
    case .cases(let cases): cases.reduce(0) { $0 + $1.steps.count * 100 }
    }
  }
}

enum Corpora {
  /// Reads the corpora below paths.
  /// - Parameter filter: only ids that it matches.
  static func units(_ paths: [String], filter: Regex<AnyRegexOutput>?) throws -> [WorkUnit] {
    var units: [WorkUnit] = []
    var fixtures: [String: [[UInt8]]] = [:]
    for path in paths {
      for (file, topic) in try files(below: path) {
        if file.hasSuffix(".test") {
          let isWanted = try filter.map { try $0.firstMatch(in: file) != nil } ?? true
          if isWanted { units.append(.logicFile(path: file, topic: "sqllogictest/\(topic)")) }
          continue
        }
        var cases = try CaseFile.read(file, fixtures: &fixtures)
        if let filter { cases = try cases.filter { try filter.firstMatch(in: $0.id) != nil } }
        for start in stride(from: 0, to: cases.count, by: 64) {
          units.append(.cases(Array(cases[start..<min(start + 64, cases.count)])))
        }
      }
    }
    return units
  }

  /// The corpus files below a path, each with its first folder or its own name.
  private static func files(below path: String) throws -> [(file: String, topic: String)] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ConformanceError("\(path) does not exist")
    }
    if !isFolder.boolValue {
      let name = (path as NSString).lastPathComponent
      return [(path, (name as NSString).deletingPathExtension)]
    }
    guard let names = FileManager.default.enumerator(atPath: path) else {
      throw ConformanceError("\(path) cannot be read")
    }
    var found: [(String, String)] = []
    for case let name as String in names {
      let parts = name.split(separator: "/")
      guard name.hasSuffix(".test") || name.hasSuffix(".jsonl"), !parts.contains("fixtures") else { continue }
      found.append((path + "/" + name, String(parts[0].prefix { $0 != "." })))
    }
    return found.sorted { $0.0 < $1.0 }
  }

  /// Runs units with as many drivers as jobs.
  static func run(
    _ units: [WorkUnit], jobs: Int, command: DriverCommand, timeout: Double, settings: RunSettings,
    progress: @escaping @Sendable (Outcome) -> Void
  ) -> [Outcome] {
    let queue = Mutex(units.map { ($0, $0.weight) }.sorted { $0.1 < $1.1 }.map(\.0))
    let outcomes = Mutex<[Outcome]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, units.count))) { _ in
      let folder = makeScratchFolder()
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let driver = DriverProcess(command: command, folder: folder, timeout: timeout)
      defer { driver.stop() }
      while let unit = queue.withLock({ $0.popLast() }) {
        let found = run(unit, driver, settings)
        for outcome in found { progress(outcome) }
        outcomes.withLock { $0.append(contentsOf: found) }
      }
    }
    return outcomes.withLock { $0 }.sorted { $0.id < $1.id }
  }

  private static func run(_ unit: WorkUnit, _ driver: DriverProcess, _ settings: RunSettings) -> [Outcome] {
    switch unit {
    case .logicFile(let path, let topic):
      let file = SQLLogicFile((try? readFile(path)) ?? [])
      return [SQLLogicRunner.run(file, id: path, topic: topic, driver: driver, settings: settings)]
    case .cases(let cases):
      var runner = CaseRunner(driver: driver, settings: settings)
      return cases.map { runner.run($0) }
    }
  }
}
