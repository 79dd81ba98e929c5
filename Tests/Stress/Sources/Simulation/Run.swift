import Apus

/// One seed: a workload, and pictures of the disk at many moments of it. Each picture is put through a power failure and looked at.
struct Run {
  struct Options {
    var steps = 700
    /// Besides every sync, each operation with such a number.
    var stride = 7
    var lies = SimulatedFileSystem.Lies()
    var faults = true
    /// Pictures to look at per step, at most; the others are left out by lot.
    var picturesPerStep = 12
    /// Steps that are left out.
    var leftOut: Set<Int> = []
    /// Only the moment before that operation is looked at, many times.
    var only: Int?
    /// Prints the operations up to the violation.
    var traces = false
    var judge: Judge?
  }

  struct Outcome {
    var crashes = 0
    var judged = 0
    /// Pictures with a bit flipped.
    var flips = 0
    /// Pictures with shared memory from before the failure.
    var leftOver = 0
    var tally = Workload.Tally()
    var violation: String?
  }

  private struct Picture {
    var disk: SimulatedDisk
    var operation: Int
    var durable: Int
    var attempted: Int
    /// Shared memory lies in files, too: after the power has failed it may be there as it was at some moment.
    var memories: [String: [[UInt8]]]
  }

  let seed: UInt64
  let options: Options

  func run() -> Outcome {
    var outcome = Outcome()
    let system = SimulatedFileSystem(seed: seed)
    system.lies = options.lies
    system.keepsHistory = options.traces
    var pictures: [Picture] = []
    var workload: Workload?
    system.observer = { isSync in
      if let only = options.only {
        guard system.operations == only else { return }
      } else {
        guard isSync || system.operations % options.stride == 0 else { return }
      }
      pictures.append(
        Picture(
          disk: system.disk, operation: system.operations, durable: workload?.durable ?? 0,
          attempted: workload?.attempted ?? 0,
          memories: system.operations % 4 == 0 ? system.memories.mapValues(\.bytes) : [:]))
    }
    // (It refers to the system that it observes.)
    defer { system.observer = nil }
    var random = Random(seed, 3)
    // Of its own: what is looked at must not change what happens.
    var faults = Random(seed, 4)
    do {
      let running = try Workload(seed: seed, system: system)
      workload = running
      // Pictures from before the first commit was acknowledged may show it.
      for index in pictures.indices { pictures[index].attempted = running.attempted }
      try look(&pictures, running, &random, &outcome)
      for step in 0..<options.steps where !options.leftOut.contains(step) {
        if options.faults, faults.oneIn(25) {
          system.fault = faults.pick(SimulatedFileSystem.Fault.allCases)
          system.faultAt = system.operations + faults.below(40)
        }
        // The larger part of every run has a log, for its checkpoints and resets.
        try running.step(step, needsLog: step * 4 > options.steps && step * 7 < options.steps * 6)
        system.faultAt = nil
        try look(&pictures, running, &random, &outcome)
        outcome.tally = running.tally
      }
      let observer = system.observer
      system.observer = nil
      let found = try Verifier.digest(running.connection)
      guard found == running.model.digest else {
        throw Verifier.Violation(description: "without a crash the database is not what was written")
      }
      try Verifier.checkIntegrity(running.connection)
      system.observer = observer
      running.close()
      try look(&pictures, running, &random, &outcome)
      try judgeFinal(system, running, &outcome)
    } catch {
      if options.traces { print(system.history.joined(separator: "\n")) }
      let code = (error as? DatabaseError).map { " (code \($0.code.rawValue))" } ?? ""
      outcome.violation = "\(error)\(code), at \(workload?.settings ?? "setup")"
    }
    return outcome
  }

  private func look(
    _ pictures: inout [Picture], _ workload: Workload, _ random: inout Random, _ outcome: inout Outcome
  ) throws {
    defer { pictures.removeAll(keepingCapacity: true) }
    while pictures.count > options.picturesPerStep { pictures.remove(at: random.below(pictures.count)) }
    for picture in options.only == nil ? pictures : pictures.flatMap({ Array(repeating: $0, count: 1000) }) {
      let disk = picture.disk.crashed(&random)
      outcome.crashes += 1
      let highest = min(max(picture.attempted, picture.durable), workload.digests.count - 1)
      var allowed = Array(workload.digests[min(picture.durable, highest)...highest])
      allowed += workload.abandoned.filter { $0.base >= picture.durable }.map(\.digest)
      if random.oneIn(16) {
        survive(disk, &random)
        outcome.flips += 1
      }
      do {
        let isNested = random.oneIn(20)
        let found = try reopened(
          disk, leftOver: picture.memories, allowed: allowed, of: workload, isNested: isNested,
          writes: random.oneIn(8), &random)
        if !picture.memories.isEmpty { outcome.leftOver += 1 }
        if outcome.crashes % 50 == 0, let judge = options.judge {
          try judge.compare(disk, with: found)
          outcome.judged += 1
        }
      } catch {
        throw Verifier.Violation(
          description:
            "power failure at operation \(picture.operation), commits \(picture.durable) to \(picture.attempted), \(workload.settings): \(error)"
        )
      }
    }
  }

  /// Opens what a crash has left, and says which of the allowed states it is.
  @discardableResult
  private func reopened(
    _ disk: SimulatedDisk, leftOver: [String: [[UInt8]]] = [:], allowed: [UInt64], of workload: Workload,
    isNested: Bool, writes: Bool,
    _ random: inout Random
  ) throws -> UInt64 {
    let system = SimulatedFileSystem(disk: disk, seed: random.next())
    system.lies.keepsLeftOverMemory = options.lies.keepsLeftOverMemory
    system.memories = leftOver.mapValues(SimulatedMemory.init(leftOver:))
    var nested: [SimulatedDisk] = []
    if isNested { system.observer = { _ in nested.append(system.disk) } }
    let connection = try Connection.open(Workload.path, Workload.configuration, vfs: system)
    defer {
      system.observer = nil
      connection.close()
    }
    let found = try Verifier.digest(connection)
    system.observer = nil
    guard allowed.contains(found) else {
      let commit = workload.digests.firstIndex(of: found).map { "commit \($0)" } ?? "no commit's state"
      throw Verifier.Violation(description: "the database holds \(commit)")
    }
    try Verifier.checkIntegrity(connection)
    if writes {
      try connection.run("CREATE TABLE after(\(Model.columns))")
      try connection.run("INSERT INTO after(id, seed, value) VALUES (1, 1, x'')")
      try connection.run("DROP TABLE after")
      guard try Verifier.digest(connection) == found else {
        throw Verifier.Violation(description: "after writing the database holds something else")
      }
    }
    // The power fails again while the first failure is being made good.
    if !nested.isEmpty {
      let again = nested[random.below(nested.count)].crashed(&random)
      try reopened(again, allowed: allowed, of: workload, isNested: false, writes: false, &random)
    }
    return found
  }

  /// One bit of the disk is wrong. What the database then holds nobody knows; it says so or gives what it finds, and does not trap.
  private func survive(_ disk: SimulatedDisk, _ random: inout Random) {
    var disk = disk
    let used = disk.names.values.sorted().filter { !(disk.files[$0]?.live.isEmpty ?? true) }
    guard !used.isEmpty else { return }
    let number = random.pick(used)
    guard var bytes = disk.files[number]?.live else { return }
    bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
    disk.files[number] = SimulatedDisk.File(durable: bytes, live: bytes)
    let system = SimulatedFileSystem(disk: disk, seed: random.next())
    guard let connection = try? Connection.open(Workload.path, Workload.configuration, vfs: system) else {
      return
    }
    defer { connection.close() }
    _ = try? Verifier.digest(connection)
    _ = try? Verifier.checkIntegrity(connection)
    try? connection.run("CREATE TABLE after(\(Model.columns))")
    try? connection.run("DELETE FROM a WHERE id % 3 = 0")
  }

  private func judgeFinal(
    _ system: SimulatedFileSystem, _ workload: Workload, _ outcome: inout Outcome
  ) throws {
    guard let judge = options.judge else { return }
    try judge.compare(system.disk, with: workload.model.digest)
    outcome.judged += 1
  }
}
