// libFuzzer targets for the bytes of files: a database image, a log beside its database, a rollback journal beside its database.
// Whatever they hold, the database opens or refuses with an error, answers or refuses, and nothing traps.
//
// Compiled in one module with the sources of ApusEngine, so that the counters of libFuzzer lie in the engine itself. APUS_FUZZ says which: database, log
// or journal. Input of the last two: a byte of flags (1: checksums are made right, so that what stands behind them is reached), the
// size of the database in units of 256 bytes (two bytes, the low one first), the database, the other file.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

private enum Kind: String { case database, log, journal }

private let kind = getenv("APUS_FUZZ").flatMap { Kind(rawValue: String(cString: $0)) } ?? .database

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStorage(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = [UInt8](UnsafeBufferPointer(start: data, count: count))
  // A damaged size must not fill the memory: such a file would have a hole.
  let system = MemoryFileSystem(clock: POSIXFileSystem.shared, maximumFileSize: 16 << 20)
  do throws(DatabaseError) {
    if kind == .database {
      try put("/fuzz.db", input, system)
    } else {
      guard count >= 3 else { return 0 }
      let end = min(3 + (Int(input[1]) + Int(input[2]) << 8) * 256, count)
      try put("/fuzz.db", Array(input[3..<end]), system)
      var second = Array(input[end...])
      if input[0] & 1 != 0 {
        if kind == .log { repairLog(&second) } else { repairJournal(&second) }
      }
      try put(kind == .log ? "/fuzz.db-wal" : "/fuzz.db-journal", second, system)
    }
  } catch {
    fatalError("the files cannot be made: \(error)")
  }
  use(system)
  return 0
}

private func put(_ path: String, _ bytes: [UInt8], _ system: MemoryFileSystem) throws(DatabaseError) {
  let file = try system.open(path, [.readWrite, .create])
  if !bytes.isEmpty { try file.write(bytes, at: 0) }
}

/// Frames with the checksums that their bytes ask for, and the header's salts.
private func repairLog(_ bytes: inout [UInt8]) {
  guard bytes.count >= WriteAheadLog.headerSize else { return }
  func word(_ offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
  let size = Int(word(8))
  guard size >= 512, size <= 65_536 else { return }
  let isBigEndian = bytes[3] & 1 != 0
  var sum = WALChecksum()
  func add(_ range: Range<Int>) {
    bytes.withUnsafeBytes { sum.add(UnsafeRawBufferPointer(rebasing: $0[range]), isBigEndian: isBigEndian) }
  }
  func store(_ offset: Int) {
    for index in 0..<4 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: sum.first >> UInt32(24 - index * 8))
      bytes[offset + 4 + index] = UInt8(truncatingIfNeeded: sum.second >> UInt32(24 - index * 8))
    }
  }
  add(0..<24)
  store(24)
  var offset = WriteAheadLog.headerSize
  while offset + WriteAheadLog.frameHeaderSize + size <= bytes.count {
    for index in 0..<8 { bytes[offset + 8 + index] = bytes[16 + index] }
    add(offset..<offset + 8)
    add(offset + WriteAheadLog.frameHeaderSize..<offset + WriteAheadLog.frameHeaderSize + size)
    store(offset + 16)
    offset += WriteAheadLog.frameHeaderSize + size
  }
}

/// The records of the first segment with the checksums that their bytes ask for.
private func repairJournal(_ bytes: inout [UInt8]) {
  guard bytes.count >= RollbackJournal.headerSize else { return }
  func word(_ offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
  let nonce = word(12)
  let size = Int(word(24))
  var offset = Int(word(20))
  guard size >= 512, size <= 65_536, offset <= 65_536 else { return }
  while offset + size + 8 <= bytes.count {
    let sum = bytes.withUnsafeBytes {
      RollbackJournal.checksum(UnsafeRawBufferPointer(rebasing: $0[(offset + 4)..<(offset + 4 + size)]), nonce: nonce)
    }
    for index in 0..<4 {
      bytes[offset + 4 + size + index] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - index * 8))
    }
    offset += size + 8
  }
}

/// Opens, checks, reads, writes, rewrites. Errors are what is expected.
private func use(_ system: MemoryFileSystem) {
  var configuration = OpenConfiguration()
  configuration.keepsReadLock = false
  guard let connection = try? Connection.open("/fuzz.db", configuration, vfs: system) else { return }
  var calls = 0
  connection.progressHandler = {
    calls += 1
    return calls > 2000
  }
  for sql in ["PRAGMA cache_size = 20", "PRAGMA integrity_check(5)", "PRAGMA quick_check(3)", "PRAGMA foreign_key_check"] {
    run(sql, connection)
  }
  let names = run("SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 6", connection)
  for name in names {
    let quoted = "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    run("SELECT * FROM \(quoted) LIMIT 200", connection)
    run("SELECT count(*), max(rowid) FROM \(quoted)", connection)
    run("SELECT * FROM \(quoted) ORDER BY 1 DESC LIMIT 20", connection)
    run("UPDATE \(quoted) SET rowid = rowid + 1 WHERE rowid % 7 = 3", connection)
    run("DELETE FROM \(quoted) WHERE rowid % 3 = 1", connection)
    run("INSERT INTO \(quoted) SELECT * FROM \(quoted) LIMIT 3", connection)
    run("INSERT INTO \(quoted) DEFAULT VALUES", connection)
  }
  for sql in [
    "BEGIN", "CREATE TABLE fuzzed(a INTEGER PRIMARY KEY, b)", "INSERT INTO fuzzed(b) VALUES (zeroblob(3000)), (1)",
    "CREATE INDEX fuzzed_b ON fuzzed(b)", "COMMIT", "PRAGMA incremental_vacuum(2)", "PRAGMA wal_checkpoint(TRUNCATE)",
    "DROP TABLE fuzzed", "VACUUM", "PRAGMA integrity_check(5)",
  ] {
    run(sql, connection)
  }
  connection.close()
}

/// - Returns: the texts of the first column.
@discardableResult
private func run(_ sql: String, _ connection: Connection) -> [String] {
  var texts: [String] = []
  guard let statement = try? connection.prepare(sql).statement else { return [] }
  var rows = 0
  do throws(DatabaseError) {
    while rows < 500, try statement.step() {
      rows += 1
      guard statement.columnCount > 0 else { continue }
      var sum: UInt8 = 0
      for column in 0..<statement.columnCount where statement.row[column].hasBytes {
        for byte in statement.row[column].bytes { sum &+= byte }
      }
      let cell = statement.row[0]
      if texts.count < 10, cell.tag == .text { texts.append(String(decoding: cell.bytes, as: UTF8.self)) }
    }
  } catch {
    precondition(!error.message.isEmpty, "an error without a message")
  }
  connection.finish(statement)
  return texts
}
