import Foundation

let usage = """
  apus-benchmarks speed [--runs 7] [--rows 1000000] [--cache KIB] [--directory DIR] [NAME…]
      Apus against the system's libsqlite3; a NAME picks the workloads whose names contain it. Without
      --cache two sizes are tried, and the one counts with which SQLite is faster
  apus-benchmarks memory [--size 1000] [--directory DIR]
      peak memory while a database of SIZE MB is made, scanned, sorted and grouped
  """

func run(_ options: Options) throws -> Bool {
  let directory = options.text("directory", default: "bench-data")
  try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  switch options.names.first {
  case "speed":
    let rows = try options.number("rows", default: 1_000_000)
    let wanted = options.names.dropFirst()
    let workloads = standardWorkloads(rows: rows).filter { workload in
      wanted.isEmpty || wanted.contains { workload.name.contains($0) }
    }
    try Dataset.build(in: directory, rows: rows)
    let runs = try options.number("runs", default: 7)
    let cache = try options.number("cache", default: 0)
    let sizes = cache > 0 ? [cache] : [2_000, 262_144]
    return try SpeedReport(directory: directory, runs: runs, cacheSizes: sizes).run(workloads)
  case "memory":
    return try MemoryReport(directory: directory, megabytes: options.number("size", default: 1000)).run()
  case "memory-step" where options.names.count == 2:
    return try MemoryReport(directory: directory, megabytes: options.number("size", default: 1000))
      .runStep(options.names[1])
  default:
    throw ApusFailure(description: usage)
  }
}

do {
  exit(try run(Options(CommandLine.arguments.dropFirst())) ? 0 : 1)
} catch {
  print(error)
  exit(2)
}
