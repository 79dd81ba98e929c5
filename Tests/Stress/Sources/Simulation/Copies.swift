import Apus

// VACUUM, VACUUM INTO and backups: the content stays, and what a copy holds is one state of it.

extension Workload {
  static let copyPath = "/copy.db"

  func vacuumOrCopy(_ random: inout Random) throws {
    tally.vacuums += 1
    if journalMode != "WAL" { try needFullSync() }
    switch random.below(4) {
    case 0: try copyByVacuum(&random)
    case 1: try copyByBackup(&random)
    default: try vacuum(&random)
    }
  }

  private func vacuum(_ random: inout Random) throws {
    lastAction += " vacuum"
    if random.oneIn(2) {
      let size = random.pick([512, 1024, 4096, 65_536])
      try connection.run("PRAGMA page_size = \(size)")
      lastAction += " page_size \(size)"
    }
    if random.oneIn(3) {
      try connection.run("PRAGMA auto_vacuum = \(random.pick(["NONE", "FULL", "INCREMENTAL"]))")
    }
    try connection.run("VACUUM")
    // Rewritten as a whole, under the present level, or still in the log like the commits before.
    if isDurable { durable = attempted }
  }

  private func copyByVacuum(_ random: inout Random) throws {
    lastAction += " vacuum into"
    removeCopy()
    do {
      try connection.run("VACUUM INTO '\(Self.copyPath)'")
    } catch {
      removeCopy()
      throw error
    }
    try checkCopy(&random)
  }

  /// In small steps, between which rows change.
  private func copyByBackup(_ random: inout Random) throws {
    lastAction += " backup"
    if random.oneIn(2) { removeCopy() }
    do {
      try backUp(&random)
    } catch let error as DatabaseError {
      removeCopy()
      // A log fixes the page size of what is there already.
      if error.code == .readOnly { return }
      throw error
    }
    try checkCopy(&random)
  }

  private func backUp(_ random: inout Random) throws {
    let target = try Connection.open(Self.copyPath, Self.configuration, vfs: system)
    defer { target.close() }
    try target.run("PRAGMA synchronous = \(synchronous == "NORMAL" ? "FULL" : synchronous)")
    let backup = try Backup(from: connection, to: target)
    var changes = 0
    while try backup.step(pages: 1 + random.below(20)) {
      guard changes < 3, random.oneIn(4) else { continue }
      changes += 1
      try transaction(&random) { try $0.changeRows(&$1) }
    }
  }

  /// Now, and after a power failure.
  private func checkCopy(_ random: inout Random) throws {
    for after in [nil, system.disk.crashed(&random)] {
      let place = after.map { SimulatedFileSystem(disk: $0, seed: random.next()) } ?? system
      let copy = try Connection.open(Self.copyPath, Self.configuration, vfs: place)
      defer { copy.close() }
      guard try Verifier.digest(copy) == model.digest else {
        throw Verifier.Violation(
          description: "the copy holds another state" + (after == nil ? "" : " after a power failure"))
      }
      try Verifier.checkIntegrity(copy)
    }
  }

  private func removeCopy() {
    for suffix in ["", "-journal", "-wal"] { system.disk.names[Self.copyPath + suffix] = nil }
    system.disk.syncDirectory()
  }
}
