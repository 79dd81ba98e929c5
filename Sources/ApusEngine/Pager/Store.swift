/// One database file of this process, shared by all connections to it on all threads: its descriptor and locks, page cache, log and writer queue.
///
/// Invariants, all under `monitor`:
/// - The file's lock level covers what the connections need: SHARED while any reads in rollback mode, or while the log is open; EXCLUSIVE
///   while it is open with an index that is not in shared memory.
/// - At most one pager is the writer; the others wait in `writerQueue` in order.
/// - `commitSerial` grows with every change of what a new snapshot would see.
/// - After a failed sync nothing is committed any more (`poison`).
final class Store: @unchecked Sendable {
  // @unchecked: mutable members are guarded by `monitor`, but for those that only the writer uses while it is the writer.
  let vfs: any VFS
  let path: String
  let file: any VFSFile
  let identity: FileIdentity?
  /// In memory: no locks, no sync, no file to be found again.
  let isMemory: Bool
  /// Nobody changes the file while it is open: no locks, no log, no journal.
  var isImmutable = false
  let monitor = Monitor()

  var pageSize = 4096
  var reservedBytes = 0
  /// The page size and reserved bytes are those of an existing file.
  var isFormatKnown = false
  /// The header's write version is above 2: a later format, which may be read but not changed.
  var isWriteProtected = false
  /// The same, for who does not hold the monitor: as the last first reader found it.
  var isKnownWriteProtected: Bool {
    monitor.lock()
    defer { monitor.unlock() }
    return isWriteProtected
  }
  let cache: PageCache
  /// Bytes of page cache.
  var cacheBudget = 16 << 20
  var baseEpoch: UInt32 = 1
  var commitSerial: UInt64 = 1
  var lastChangeCounter: UInt32 = 0
  var lastFileSize: Int64 = -1
  var lockLevel = LockLevel.none
  var poison: DatabaseError?
  /// A transaction could not be undone, and the database file holds a part of it: nobody may read before the journal
  /// has been played back.
  var needsRecovery = false

  var openPagers = 0
  /// Read transactions in rollback mode.
  var readers = 0
  var writer: Pager?
  var writerQueue: [ObjectIdentifier] = []
  /// The writer waits for readers to end: new ones wait.
  var isDraining = false

  var journalMode = JournalMode.delete
  var isExclusive = false
  var wal: WriteAheadLog?
  var walAutoCheckpoint = 1000
  /// Bytes that a journal or log keeps when its content is not needed any more; -1 for all.
  var journalSizeLimit: Int64 = -1
  /// Somebody calls `leaseTick`.
  var isLeaseWatched = false
  /// The size of the database file under a log that was empty from the start. Nobody changes it while the log is open and says nothing of a size.
  var pageCountUnderLog: PageNumber?
  /// The log is gone, and the transaction that says so in the header is still to come.
  var isLeavingLog = false

  init(vfs: any VFS, path: String, file: any VFSFile, isMemory: Bool) {
    self.vfs = vfs
    self.path = path
    self.file = file
    self.isMemory = isMemory
    identity = file.identity
    cache = PageCache(pageSize: 4096, capacity: (16 << 20) / 4096)
    if isMemory { journalMode = .memory }
  }

  var journalPath: String { path + "-journal" }
  var walPath: String { path + "-wal" }
  var sharedMemoryPath: String { path + "-shm" }
  var usableSize: Int { pageSize - reservedBytes }

  /// Takes page size and reserved bytes as the file's, or as wished for a new one.
  func setFormat(pageSize: Int, reservedBytes: Int) {
    if pageSize != self.pageSize || cache.pageSize != pageSize {
      self.pageSize = pageSize
      cache.changePageSize(pageSize, capacity: max(cacheBudget / pageSize, 10))
    }
    self.reservedBytes = reservedBytes
  }

  /// One more pager, beside one that keeps the store open.
  func retain() { locked { $0.openPagers += 1 } }

  func setCacheBudget(_ bytes: Int) {
    monitor.lock()
    defer { monitor.unlock() }
    cacheBudget = max(bytes, pageSize * 10)
    cache.capacity = max(cacheBudget / pageSize, 10)
    cache.shrink()
  }

  /// Runs `body` inside the monitor.
  func locked<T>(_ body: (Store) -> T) -> T {
    monitor.lock()
    defer { monitor.unlock() }
    return body(self)
  }

  /// Runs `body` inside the monitor.
  func locking<T>(_ body: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
    monitor.lock()
    defer { monitor.unlock() }
    return try body()
  }

  /// A failed sync: what the disk holds is unknown, so nothing is committed from here on. Not for use inside the
  /// monitor.
  func syncOrPoison(_ file: any VFSFile) throws(DatabaseError) {
    try orPoison { () throws(DatabaseError) in try file.sync() }
  }

  /// Makes the log durable, and with its first sync through this store its name: a log that a crash has lost is lost with all commits.
  func syncLogOrPoison(_ wal: WriteAheadLog) throws(DatabaseError) {
    try syncOrPoison(wal.file)
    guard !locked({ _ in wal.isNameDurable }) else { return }
    try syncDirectoryOrPoison(of: walPath)
    locked { _ in wal.isNameDurable = true }
  }

  /// As `syncOrPoison`, for the directory of a file that was made or removed.
  func syncDirectoryOrPoison(of path: String) throws(DatabaseError) {
    try orPoison { () throws(DatabaseError) in try vfs.syncDirectory(of: path) }
  }

  private func orPoison(_ sync: () throws(DatabaseError) -> Void) throws(DatabaseError) {
    do throws(DatabaseError) {
      try sync()
    } catch {
      monitor.lock()
      poison = error
      monitor.unlock()
      throw error
    }
  }

  /// - Throws: what a sync failed with, once one has.
  func checkPoison() throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    if let poison { throw poison }
  }

  /// The rollback of the writer's transaction failed after the database file was changed.
  func rollbackFailed(_ error: DatabaseError, hasJournal: Bool) {
    monitor.lock()
    // Without a journal on disk there is nothing to go back to, ever.
    if hasJournal { needsRecovery = true } else { poison = error }
    monitor.unlock()
  }

  /// Every version from the database file may be out of date.
  func newEpoch() {
    baseEpoch &+= 1
    commitSerial &+= 1
    cache.detachAll()
  }
}
