// What pragmas ask of a database's pager and store. The one place where pragmas touch them.

extension AttachedDatabase {
  /// `PRAGMA auto_vacuum`. Inside a read transaction.
  var autoVacuumMode: AutoVacuumMode {
    get throws(DatabaseError) {
      guard pager.pageCount > 0 else { return newAutoVacuum }
      guard try btree.hasPointerMap else { return .none }
      return try btree.meta(.incrementalVacuum) != 0 ? .incremental : .full
    }
  }

  /// `PRAGMA page_size = n`: only a file without pages can still choose. Inside a read transaction.
  func choosePageSize(_ size: Int) {
    guard pager.pageCount == 0 else { return }
    pager.setNewDatabaseFormat(pageSize: size, reservedBytes: pager.store.reservedBytes)
  }

  /// The most pages that the file may have.
  var maximumPageCount: PageNumber {
    get { pager.maxPageCount }
    set { pager.maxPageCount = newValue }
  }

  /// Bytes of page cache: a positive `PRAGMA cache_size` is in pages, a negative one in KiB.
  func setCacheSize(_ size: Int) {
    let bytes =
      size < 0
      ? (0 &- size).multipliedReportingOverflow(by: 1024)
      : size.multipliedReportingOverflow(by: pager.pageSize)
    pager.setCacheBudget(bytes.overflow ? Int(Int32.max) : bytes.partialValue)
  }

  /// What `PRAGMA cache_size` answers before it was set.
  var defaultCacheSize: Int { -(pager.cacheBudget / 1024) }

  /// Pages that the cache holds; a negative `PRAGMA cache_size` counts what a page needs beside its bytes, too.
  var cachePages: Int { pages(forCacheSize: cacheSize ?? defaultCacheSize) }

  private func pages(forCacheSize size: Int) -> Int {
    guard size < 0 else { return size }
    return (0 &- max(size, Int(Int32.min))) * 1024 / (pager.pageSize + 144)
  }

  /// `PRAGMA cache_spill = n`.
  func setSpillSize(_ size: Int) { pager.spillPages = pages(forCacheSize: size) }

  /// `PRAGMA journal_size_limit`: bytes that a journal or log keeps when it is not needed; -1 for all.
  var journalSizeLimit: Int64 {
    get { pager.store.locked { $0.journalSizeLimit } }
    set { pager.store.locked { $0.journalSizeLimit = newValue } }
  }

  var walAutoCheckpoint: Int {
    get { pager.store.locked { $0.walAutoCheckpoint } }
    set { pager.store.locked { $0.walAutoCheckpoint = newValue } }
  }

  /// `PRAGMA synchronous`: 0 off … 3 extra. Temp is never synced.
  var synchronousLevel: Int {
    get { index == 1 ? 0 : unnamedSynchronousLevel ?? Int(pager.durability.rawValue) }
    set {
      let durability = Durability(rawValue: UInt8(clamping: newValue))
      unnamedSynchronousLevel = durability == nil ? newValue : nil
      pager.durability = durability ?? .extra
    }
  }

  var journalMode: JournalMode {
    pager.isTemporary ? temporaryJournalMode : pager.store.locked { $0.journalMode }
  }

  /// `PRAGMA locking_mode = exclusive`: file locks are kept between transactions. A log that was begun so has its index in this process alone,
  /// and nobody else may be let in until the log is left.
  var keepsLocks: Bool {
    get { filePath.isEmpty || pager.store.locked { $0.isExclusive } }
    set {
      guard !filePath.isEmpty else { return }
      pager.store.locked { store in
        if !newValue, let wal = store.wal, !wal.index.isShared { return }
        store.isExclusive = newValue
      }
    }
  }

  /// Empty for a database without a file.
  var filePath: String { pager.isTemporary || pager.store.isMemory ? "" : pager.store.path }
}

extension Connection {
  /// The journal mode as the file says, which means looking at it.
  func journalMode(ofDatabase index: Int) throws(DatabaseError) -> JournalMode {
    let wasReading = slots[index].isReading
    if !wasReading { try beginRead(index) }
    let mode = try database(index).journalMode
    endReadsIfIdle(wasReading)
    return mode
  }

  /// Changes the journal mode; answers the mode that it is in then. Databases without a file know "memory" and "off" only.
  func setJournalMode(_ mode: JournalMode, ofDatabase index: Int) throws(DatabaseError) {
    let database = try database(index)
    let present = try journalMode(ofDatabase: index)
    guard mode != present, !slots[index].isWriting else { return }
    if database.pager.isTemporary {
      let isInMemory = index == 1 && settings.pragmas.temporaryStore == 2
      if mode != .wal, !isInMemory || mode == .memory || mode == .off {
        database.temporaryJournalMode = mode
      }
      return
    }
    let hasFile = !database.filePath.isEmpty
    guard hasFile || mode == .memory || mode == .off else { return }
    if mode == .wal || present == .wal {
      guard isAutocommit, counters.pointee.activeReaders == 0 else {
        let direction = present == .wal ? "out of" : "into"
        throw DatabaseError(.error, "cannot change \(direction) wal mode from within a transaction")
      }
    }
    guard !hasFile || !slots[index].isReading else { return }
    if mode == .wal { try makeFirstPage(ofDatabase: index) }
    try database.pager.store.setJournalMode(mode, database.pager)
    database.verifiedSnapshot = nil
  }

  /// A log belongs to a database with a header: SQLite deletes one that it finds beside an empty file.
  private func makeFirstPage(ofDatabase index: Int) throws(DatabaseError) {
    let database = try database(index)
    try database.pager.beginRead()
    defer { database.pager.endRead() }
    guard database.pager.pageCount == 0 else { return }
    try database.beginWrite(exclusive: false)
    do throws(DatabaseError) {
      try database.commitPhaseOne(superJournal: nil)
      try database.commitPhaseTwo()
    } catch {
      try? database.rollback()
      throw error
    }
  }

  /// Moves the log's frames into the database file; nil when it is not in WAL mode. A transaction that has read or written nothing
  /// of the database yet is in nobody's way.
  func checkpoint(database index: Int, mode: CheckpointMode) throws(DatabaseError) -> CheckpointResult? {
    guard !slots[index].isReading else { throw DatabaseError(.locked, "database table is locked") }
    let journalMode = try journalMode(ofDatabase: index)
    if slots[index].isReading { endRead(index) }
    guard journalMode == .wal else { return nil }
    let pager = try database(index).pager
    return try pager.store.checkpoint(pager, mode)
  }

  private func endReadsIfIdle(_ wasReading: Bool) {
    if !wasReading, isAutocommit, counters.pointee.activeReaders == 0, counters.pointee.activeWriters == 0 {
      endReads()
    }
  }
}
