// Power failures in a simulated system.
//   simulation [--seeds N] [--first SEED] [--steps N] [--stride K] [--pictures N] [--no-faults] [--trace] [--only OPERATION]
//     [--plant BUG] [--shrink]
// Runs seeds FIRST, FIRST + 1 …; prints figures, and each violation with what replays it. The exit status is 1 when there was one.
// simulation schedules [--schedules N] [--scenario TEXT] [--plant BUG]
// Orders in which two or three processes use one database; bugs: wal-reset, first-look, marks-ignored, reset-under-readers,
// replaced-pages-kept.
// With --plant, a deliberate bug: no-journal-sync, no-log-sync, no-database-sync, no-directory-sync, left-over-memory,
// checkpoint-before-log-sync, count-before-journal-sync, no-log-checksum. Then there must be one.

import Foundation

import Apus
@_spi(Testing) import ApusEngine

struct Arguments {
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if let value = rest.first, !value.hasPrefix("--") {
        values[name] = value
        rest.removeFirst()
      } else {
        flags.insert(name)
      }
    }
  }

  func number(_ name: String, _ fallback: Int) -> Int { values[name].flatMap { Int($0) } ?? fallback }
  func text(_ name: String) -> String? { values[name] }
  func has(_ name: String) -> Bool { flags.contains(name) }
}

/// Prints at once: a long run tells what it has found so far.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

let arguments = Arguments(Array(CommandLine.arguments.dropFirst()))
var options = Run.Options()
options.steps = arguments.number("--steps", options.steps)
options.stride = arguments.number("--stride", options.stride)
options.picturesPerStep = arguments.number("--pictures", options.picturesPerStep)
options.faults = !arguments.has("--no-faults")
options.only = arguments.text("--only").flatMap { Int($0) }
options.traces = arguments.has("--trace")
options.judge = Judge()
if options.judge == nil { print("there is no sqlite3 on the path: nothing is judged by it") }
switch arguments.text("--plant") {
case nil: break
case "no-journal-sync": options.lies.ignoresSyncOf = "-journal"
case "no-log-sync": options.lies.ignoresSyncOf = "-wal"
case "no-database-sync": options.lies.ignoresSyncOf = ".db"
case "no-directory-sync": options.lies.ignoresDirectorySync = true
case "left-over-memory": options.lies.keepsLeftOverMemory = true
case "checkpoint-before-log-sync": PlantedBug.checkpointsUnsyncedLog = true
case "count-before-journal-sync": PlantedBug.countsUnsyncedRecords = true
case "no-log-checksum": PlantedBug.acceptsAnyLogChecksum = true
case "wal-reset": PlantedBug.checkpointsByStaleHeader = true
case "first-look": PlantedBug.trustsFirstLook = true
case "marks-ignored": PlantedBug.ignoresMarksElsewhere = true
case "reset-under-readers": PlantedBug.resetsUnderReaders = true
case "replaced-pages-kept": PlantedBug.keepsReplacedPages = true
case let other?:
  print("no such bug: \(other)")
  exit(2)
}

if CommandLine.arguments.dropFirst().first == "schedules" { Explorer.main(arguments) }

let start = Date()
let first = arguments.number("--first", 1)
let count = arguments.number("--seeds", 10)
var crashes = 0
var judged = 0
var total = Workload.Tally()
var violations = 0
var flips = 0
var leftOver = 0
var least = Workload.Tally.most
for seed in first..<(first + count) {
  let outcome = Run(seed: UInt64(seed), options: options).run()
  crashes += outcome.crashes
  judged += outcome.judged
  flips += outcome.flips
  leftOver += outcome.leftOver
  total.add(outcome.tally)
  least.keepLeast(outcome.tally)
  if let violation = outcome.violation {
    violations += 1
    print("seed \(seed): \(violation)")
    print(
      "  replay: simulation --first \(seed) --seeds 1 --steps \(options.steps) --stride \(options.stride)")
    if arguments.has("--shrink") { Shrinker(seed: UInt64(seed), options: options).shrink() }
    if arguments.text("--plant") != nil { break }
  }
}
print(
  """
  seeds: \(count)
  power failures: \(crashes)
  judged by sqlite3: \(judged)
  commits: \(total.commits)
  rollbacks: \(total.rollbacks)
  checkpoints: \(total.checkpoints)
  resets: \(total.resets)
  spilling transactions: \(total.spills)
  schema changes: \(total.schemaChanges)
  vacuums and copies: \(total.vacuums)
  trigger runs: \(total.triggerRuns)
  cascades: \(total.cascades)
  refused links: \(total.refusals)
  reopened: \(total.reopened)
  flipped bits: \(flips)
  left-over wal-indexes: \(leftOver)
  faults: \(total.faults)
  busy: \(total.busy)
  least in one run: \(least.commits) commits, \(least.checkpoints) checkpoints, \(least.resets) resets, \(least.spills) spilling, \(least.schemaChanges) schema changes, \(least.vacuums) vacuums and copies
  violations: \(violations)
  seconds: \(Int(Date().timeIntervalSince(start)))
  """)
exit(violations == 0 ? 0 : 1)
