// VACUUM and VACUUM INTO (https://www.sqlite.org/lang_vacuum.html).

extension Connection {
  /// Rebuilds a database so that it takes as few pages as possible; with the page size and auto-vacuum mode that
  /// pragmas have asked for since it was made.
  /// - Throws: `.error` inside a transaction or while statements run, `.busy`, `.readOnly`, `.corrupt`, `.full`, `.interrupt`, I/O errors.
  ///   Whatever it throws, the database is as it was.
  func vacuum(database index: Int) throws(DatabaseError) {
    // Of temp nothing is done, and nothing asked.
    guard index != 1 else { return }
    try checkVacuum()
    guard !settings.isQueryOnly else {
      throw DatabaseError(.readOnly, "attempt to write a readonly database")
    }
    let database = try database(index)
    if try isEmpty(index) { return }
    try beginWrite(index, exclusive: true)
    do throws(DatabaseError) {
      try replaceByRebuilt(database)
      try commitAll()
    } catch {
      try? rollbackAll()
      endRead(index)
      throw error
    }
    endRead(index)
    // The trees have moved; the page size may be another.
    install(nil, in: database)
    database.verifiedSnapshot = nil
  }

  private func isEmpty(_ index: Int) throws(DatabaseError) -> Bool {
    try beginRead(index)
    defer { endRead(index) }
    return try database(index).pager.pageCount == 0
  }

  /// Writes a rebuilt copy of a database into a file that is new or empty.
  /// - Throws: as `vacuum`; `.error` when the file has content. Then, and after any other error, nothing is there that was not there before.
  func vacuum(database index: Int, into path: String) throws(DatabaseError) {
    guard index != 1 else { return }
    try checkVacuum()
    let database = try database(index)
    try beginRead(index)
    defer { endRead(index) }
    let isNew = try !storage.vfs.exists(path)
    let output: Pager
    do throws(DatabaseError) {
      output = try Pager.open(path, vfs: storage.vfs, readOnly: false, create: true)
    } catch {
      throw error.code.primary == .cannotOpen ? Self.cannotOpen(path, error) : error
    }
    do throws(DatabaseError) {
      try write(database, to: output)
    } catch {
      output.close()
      if isNew { try? storage.vfs.delete(path, syncDirectory: false) }
      throw error
    }
    output.close()
  }

  private func write(_ database: AttachedDatabase, to output: Pager) throws(DatabaseError) {
    guard try output.store.file.size() == 0 else { throw DatabaseError(.error, "output file already exists") }
    // Who has a copy may give up the original: it is as durable as can be, unless nothing is to be.
    output.durability = database.pager.durability == .off ? .off : .extra
    output.isInterrupted = database.pager.isInterrupted
    output.setNewDatabaseFormat(
      pageSize: settings.nextPageSize ?? database.pager.pageSize,
      reservedBytes: database.pager.pageSize - database.pager.usableSize)
    try output.beginRead()
    defer { output.endRead() }
    try output.beginWrite(exclusive: true)
    do throws(DatabaseError) {
      try rebuild(database, into: BTree(pager: output))
      try output.commitPhaseOne(superJournal: nil)
      try output.commitPhaseTwo()
    } catch {
      try? output.rollback()
      throw error
    }
  }

  private func checkVacuum() throws(DatabaseError) {
    guard isAutocommit else { throw DatabaseError(.error, "cannot VACUUM from within a transaction") }
    guard counters.pointee.activeStatements <= 1 else {
      throw DatabaseError(.error, "cannot VACUUM - SQL statements in progress")
    }
  }

  private func rebuild(_ database: AttachedDatabase, into target: BTree) throws(DatabaseError) {
    var mode = try database.autoVacuumMode
    if let wanted = settings.nextAutoVacuum { mode = wanted }
    try target.initializeNewDatabase(autoVacuum: mode)
    guard database.pager.pageCount > 0 else { return }
    let tables = database.catalog?.tables.values.filter(\.isAutoIncrement) ?? []
    try DatabaseRebuild(
      source: database.btree, target: target, encoding: encoding,
      countedTables: Set(tables.map(\.name.lowercasedASCII))
    ) {
      () throws(DatabaseError) in try self.checkInterrupt()
    }.run()
  }

  /// The rebuilt database takes shape in private pages first: the database's own are needed until all is copied.
  private func replaceByRebuilt(_ database: AttachedDatabase) throws(DatabaseError) {
    let pager = database.pager
    let reserved = pager.pageSize - pager.usableSize
    // With a log the page size is fixed, and in memory, too. As in SQLite a log lets the wish for another one be forgotten.
    if pager.walWriter != nil { settings.nextPageSize = nil }
    let isFixed = pager.walWriter != nil || pager.store.isMemory
    let pageSize = isFixed ? pager.pageSize : settings.nextPageSize ?? pager.pageSize
    let copy = storage.makePager(pageSize: pageSize, reservedBytes: reserved)
    defer { copy.close() }
    try copy.beginTemporary()
    let tree = BTree(pager: copy)
    try rebuild(database, into: tree)
    let lockBytePage = tree.geometry.lockBytePage
    try pager.beginReplacement(pageSize: pageSize, reservedBytes: reserved)
    for number in 1...copy.pageCount where number != lockBytePage {
      try checkInterrupt()
      let frame = try copy.page(number)
      defer { copy.unpin(frame) }
      try pager.replacePage(number, by: UnsafeRawPointer(frame.pointee.data))
    }
    try pager.finishReplacement(pageCount: copy.pageCount)
  }
}
