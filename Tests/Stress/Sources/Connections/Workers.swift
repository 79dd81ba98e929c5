import Apus

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The loops of the threads. Each runs until the deadline and counts what it did.
struct Workers: Sendable {
  let path: String
  let deadline: Double
  let tally: Tally

  private func loop(_ name: String, _ body: (Int) throws -> Void) {
    var round = 0
    do {
      while now() < deadline {
        try body(round)
        round += 1
      }
    } catch {
      tally.fail("\(name): \(error)")
    }
  }

  /// Keeps one connection.
  func reader(_ number: Int) {
    do {
      let connection = try Bank.connection(path, cachePages: 20 + number * 30, busyTimeout: 20_000)
      defer { connection.close() }
      loop("reader") { round in
        try Bank.run("BEGIN", connection)
        if let problem = try Bank.audit({ try Bank.run($0, connection) }) { tally.fail(problem) }
        try Bank.run("COMMIT", connection)
        if round % 50 == 0 { try Bank.run("PRAGMA cache_size = \(15 + round % 90)", connection) }
        tally.add("snapshots read")
      }
    } catch {
      tally.fail("reader: \(error)")
    }
  }

  /// Takes its connections from a pool that it shares with others.
  func pooledReader(_ database: Database) {
    loop("pooled reader") { _ in
      let problem = try database.read { tx in
        try Bank.audit { sql in
          var row: [Int64] = []
          for values in try tx.query(sql).values() {
            row = values.map { if case .integer(let value) = $0 { value } else { -1 } }
          }
          return row
        }
      }
      if let problem { tally.fail(problem) }
      tally.add("snapshots read from a pool")
    }
  }

  func writer() {
    do {
      let connection = try Bank.connection(path, cachePages: 40, busyTimeout: 20_000)
      defer { connection.close() }
      try Bank.run("PRAGMA wal_autocheckpoint = 300", connection)
      loop("writer") { round in
        try Bank.transfer(round, connection)
        tally.add("transactions written")
        if round % 40 == 0 {
          try Bank.run("CREATE TABLE extra(x)", connection)
          try Bank.run("DROP TABLE extra", connection)
          tally.add("schema changes", 2)
        }
      }
    } catch {
      tally.fail("writer: \(error)")
    }
  }

  /// All four modes in turns; those that wait for readers may give up.
  func checkpointer() {
    do {
      let connection = try Bank.connection(path, cachePages: 20, busyTimeout: 100)
      defer { connection.close() }
      let modes = ["passive", "full", "restart", "truncate"]
      loop("checkpointer") { round in
        let mode = modes[round % modes.count]
        do throws(DatabaseError) {
          let answer = try Bank.run("PRAGMA wal_checkpoint(\(mode))", connection)
          tally.add(answer.first == 0 ? "checkpoints, \(mode)" : "checkpoints, busy")
        } catch {
          guard error.code.primary == .busy else { throw error }
          tally.add("checkpoints, busy")
        }
        // The modes that wait keep the writer out: it must get its turns.
        usleep(30_000)
      }
    } catch {
      tally.fail("checkpointer: \(error)")
    }
  }

  /// Connections that come and go.
  func visitor() {
    loop("visitor") { _ in
      let connection = try Bank.connection(path, cachePages: 30, busyTimeout: 20_000)
      defer { connection.close() }
      if let problem = try Bank.audit({ try Bank.run($0, connection) }), problem.contains("wrong") {
        // Without BEGIN every statement has a snapshot of its own: only the totals must hold.
        tally.fail(problem)
      }
      tally.add("connections opened")
    }
  }
}
