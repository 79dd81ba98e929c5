// Readers with repeatable sums beside a writer, checkpoints in all modes, and connections that come and go.
//   connections FILE SECONDS [--plant-race]
// Prints figures; the exit status is 1 when anything was wrong.

import Apus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

let arguments = CommandLine.arguments
guard arguments.count >= 3, let seconds = Double(arguments[2]) else {
  print("usage: connections FILE SECONDS [--plant-race]")
  exit(2)
}
let path = arguments[1]
let tally = Tally()

func phase(_ mode: String, _ seconds: Double) throws {
  let setup = try Bank.connection(path, cachePages: 100, busyTimeout: 20_000)
  try Bank.run("PRAGMA journal_mode = \(mode)", setup)
  if try Bank.run("SELECT count(*) FROM sqlite_schema WHERE name = 'account'", setup) == [0] {
    try Bank.make(setup)
  }
  setup.close()

  let database = try Database(path)
  let workers = Workers(path: path, deadline: now() + seconds, tally: tally)
  var bodies: [@Sendable () -> Void] = [
    { workers.reader(0) }, { workers.reader(1) }, { workers.pooledReader(database) },
    { workers.pooledReader(database) }, { workers.writer() }, { workers.visitor() },
  ]
  if mode == "wal" { bodies.append { workers.checkpointer() } }
  if arguments.contains("--plant-race") {
    let race = PlantedRace()
    for _ in 0..<2 {
      bodies.append { race.raceOnMember(until: workers.deadline) }
      bodies.append { race.raceOnPage(until: workers.deadline) }
    }
  }
  runThreads(bodies)
  database.close()
}

do {
  try phase("wal", seconds * 0.75)
  try phase("delete", seconds * 0.25)
} catch {
  tally.fail("\(error)")
}
for figure in tally.figures { print("\(figure.name): \(figure.count)") }
for failure in tally.failures.prefix(20) { print("FAILED: \(failure)") }
exit(tally.failures.isEmpty ? 0 : 1)
