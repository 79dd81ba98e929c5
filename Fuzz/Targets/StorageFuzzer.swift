// libFuzzer targets for the bytes of files: a database image, a log beside its database, a rollback journal beside its database, the wal-index of a log.
// Whatever they hold, the database opens or refuses with an error, answers or refuses, and nothing traps.
//
// Compiled in one module with the sources of ApusEngine, so that the counters of libFuzzer lie in the engine itself. APUS_FUZZ says which: database, log,
// journal or index. Input of log and journal: a byte of flags (1: checksums are made right, so that what stands behind them is reached), the
// size of the database in units of 256 bytes (two bytes, the low one first), the database, the other file. Input of index: flags, the sizes of
// database and log, database, log, and the shared memory as another process is said to keep it.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

private enum Kind: String { case database, log, journal, index }

private let kind = getenv("APUS_FUZZ").flatMap { Kind(rawValue: String(cString: $0)) } ?? .database

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzStorage(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = [UInt8](UnsafeBufferPointer(start: data, count: count))
  // A damaged size must not fill the memory: such a file would have a hole.
  let system = MemoryFileSystem(clock: POSIXFileSystem.shared, maximumFileSize: 16 << 20)
  do throws(DatabaseError) {
    if kind == .database {
      try put("/fuzz.db", input, system)
    } else if kind == .index {
      guard count >= 5 else { return 0 }
      let end = min(5 + (Int(input[1]) + Int(input[2]) << 8) * 256, count)
      let logEnd = min(end + (Int(input[3]) + Int(input[4]) << 8) * 256, count)
      try put("/fuzz.db", Array(input[5..<end]), system)
      try put("/fuzz.db-wal", Array(input[end..<logEnd]), system)
      use(SharedFileSystem(system, index: Array(input[logEnd...]), isRepaired: input[0] & 1 != 0))
      return 0
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

/// Files in memory, and a wal-index that is said to be in use by other processes: what it holds is believed as far as it can be.
private final class SharedFileSystem: VFS {
  private let base: MemoryFileSystem
  private let index: [UInt8]

  init(_ base: MemoryFileSystem, index: [UInt8], isRepaired: Bool) {
    self.base = base
    var index = index
    if isRepaired, index.count >= 2 * WALIndexHeader.size {
      var sum = WALChecksum()
      index.withUnsafeBytes { sum.add(UnsafeRawBufferPointer(rebasing: $0[..<40]), isBigEndian: false) }
      index.withUnsafeMutableBytes {
        $0.storeBytes(of: sum.first, toByteOffset: 40, as: UInt32.self)
        $0.storeBytes(of: sum.second, toByteOffset: 44, as: UInt32.self)
      }
      for offset in 0..<WALIndexHeader.size { index[WALIndexHeader.size + offset] = index[offset] }
    }
    self.index = index
  }

  func open(_ path: String, _ options: OpenOptions) throws(DatabaseError) -> any VFSFile { try base.open(path, options) }
  func delete(_ path: String, syncDirectory: Bool) throws(DatabaseError) { try base.delete(path, syncDirectory: syncDirectory) }
  func exists(_ path: String) throws(DatabaseError) -> Bool { try base.exists(path) }
  func fullPath(_ path: String) -> String { path }
  func syncDirectory(of path: String) throws(DatabaseError) {}
  func temporaryPath() -> String { base.temporaryPath() }
  func randomBits() -> UInt64 { base.randomBits() }
  func currentTimeMilliseconds() -> Int64 { base.currentTimeMilliseconds() }
  func localOffsetSeconds(at seconds: Int64) -> Int64 { base.localOffsetSeconds(at: seconds) }
  /// Nobody comes while we wait.
  func sleep(milliseconds: Int) {}
  func openSharedMemory(_ path: String, for file: any VFSFile) throws(DatabaseError) -> (any VFSSharedMemory)? {
    SharedBlocks(index)
  }
}

private final class SharedBlocks: VFSSharedMemory, @unchecked Sendable {
  // @unchecked: a fuzz target runs on one thread.
  private var blocks: [UnsafeMutableRawPointer] = []
  private let bytes: [UInt8]
  let isReadOnly = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  deinit { for block in blocks { block.deallocate() } }

  func block(_ index: Int, extends: Bool) throws(DatabaseError) -> UnsafeMutableRawPointer? {
    let size = SharedMemoryLayout.blockSize
    while blocks.count <= index {
      guard extends || blocks.count * size < bytes.count else { return nil }
      let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 4096)
      block.initializeMemory(as: UInt8.self, repeating: 0, count: size)
      let start = blocks.count * size
      if start < bytes.count {
        bytes[start..<min(start + size, bytes.count)].withUnsafeBytes {
          UnsafeMutableRawBufferPointer(start: block, count: $0.count).copyMemory(from: $0)
        }
      }
      blocks.append(block)
    }
    return blocks[index]
  }

  func lock(_ slots: Range<Int>, _ kind: SharedMemoryLock) throws(DatabaseError) -> Bool { true }
  func unlock(_ slots: Range<Int>) {}
  func close(removing: Bool) {}
}

/// Opens, checks, reads, writes, rewrites. Errors are what is expected.
private func use(_ system: any VFS) {
  var configuration = OpenConfiguration()
  configuration.keepsReadLock = false
  guard let connection = try? Connection.open("/fuzz.db", configuration, vfs: system) else { return }
  gaveUp = false
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

/// A statement has waited for a wal-index that does not become steady, about a second, and ended with `.protocol`. Each later one would
/// wait as long: one shows that it ends.
private nonisolated(unsafe) var gaveUp = false

/// - Returns: the texts of the first column.
@discardableResult
private func run(_ sql: String, _ connection: Connection) -> [String] {
  var texts: [String] = []
  guard !gaveUp else { return [] }
  var rows = 0
  do throws(DatabaseError) {
    guard let statement = try connection.prepare(sql).statement else { return [] }
    defer { connection.finish(statement) }
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
    gaveUp = error.code == .protocol
  }
  return texts
}
