// Opening connections, attaching and detaching databases.

extension Connection {
  /// Opens a connection on a database file; "" and ":memory:" are private databases.
  /// - Throws: `.cannotOpen` and its kin, `.error` for a URI that says what is not known. The file's bytes are looked at when they are first
  ///   needed.
  public convenience init(
    path: String, vfs: any VFS, readOnly: Bool = false, create: Bool = true, isImmutable: Bool = false,
    allowsURI: Bool = false, compiler: (any StatementCompiler)? = nil
  ) throws(DatabaseError) {
    let storage = ConnectionStorage(vfs: vfs)
    storage.access = .init(isReadOnly: readOnly, creates: create, allowsURI: allowsURI)
    var location = DatabaseLocation(
      path: path, isReadOnly: readOnly, creates: create, isImmutable: isImmutable)
    if !isImmutable { location = try storage.location(of: path) }
    let pager = try Self.makePager(location, storage: storage)
    self.init(
      pager: pager, isPrivate: location.isPrivate && location.sharedName == nil, storage: storage,
      environment: Self.makeEnvironment(vfs: vfs))
    self.compiler = compiler
  }

  /// A connection on a store in memory that other connections may share.
  convenience init(memory store: Store, vfs: any VFS, compiler: (any StatementCompiler)? = nil) {
    self.init(
      pager: Pager(store: store, isReadOnly: false), isPrivate: false, storage: ConnectionStorage(vfs: vfs),
      environment: Self.makeEnvironment(vfs: vfs))
    self.compiler = compiler
  }

  private static func makePager(
    _ location: DatabaseLocation, storage: ConnectionStorage
  ) throws(DatabaseError) -> Pager {
    if let name = location.sharedName {
      let memory = SharedMemory.named(name, vfs: storage.vfs)
      memory.retainForConnection()
      return Pager(store: memory.store, isReadOnly: location.isReadOnly)
    }
    if location.isPrivate {
      let pager =
        location.path.isEmpty
        ? storage.makePager(pageSize: 4096)
        : Pager(store: Pager.memoryStore(vfs: storage.vfs), isReadOnly: false)
      pager.isReadOnly = location.isReadOnly
      return pager
    }
    return try Pager.open(
      location.path, vfs: storage.vfs, readOnly: location.isReadOnly, create: location.creates,
      isImmutable: location.isImmutable)
  }

  private static func makeEnvironment(vfs: any VFS) -> FunctionEnvironment {
    FunctionEnvironment(
      random: { vfs.randomBits() }, currentTimeMilliseconds: { vfs.currentTimeMilliseconds() },
      localOffsetSeconds: { vfs.localOffsetSeconds(at: $0) })
  }

  /// ATTACH. `file` is a file name or, where the connection allows it, a `file:` URI; the empty name and ":memory:" are new private
  /// databases.
  /// - Throws: `.error` when there are too many databases, the name is in use, the URI is not understood, or the encoding is another one than
  ///   main's; `.cannotOpen`; what reading the schema throws. Then nothing is attached.
  public func attachDatabase(_ file: String, as name: String) throws(DatabaseError) {
    guard databases.count < settings.attachedLimit + 2, databases.count < Self.databaseCapacity else {
      throw DatabaseError(.error, "too many attached databases - max \(settings.attachedLimit)")
    }
    for database in databases where database.name.equalsIgnoringCase(name) {
      throw DatabaseError(.error, "database \(name) is already in use")
    }
    let location = try storage.location(of: file)
    let pager: Pager
    do throws(DatabaseError) {
      pager = try Self.makePager(location, storage: storage)
    } catch {
      throw Self.cannotOpen(file, error)
    }
    takeOver(pager)
    let database = AttachedDatabase(
      name: name, index: databases.count, pager: pager,
      isPrivate: location.isPrivate && location.sharedName == nil)
    database.btree.secureDeletion = databases[0].btree.secureDeletion
    pager.spillsCache = settings.pragmas.spillsCache
    if settings.pragmas.attachesExclusively { database.keepsLocks = true }
    attach(database)
    do throws(DatabaseError) {
      _ = try currentCatalog(of: database)
    } catch {
      if slots[database.index].isReading { endRead(database.index) }
      removeDatabase(database.index)
      throw error.code.primary == .cannotOpen ? Self.cannotOpen(file, error) : error
    }
    environmentChanged()
  }

  static func cannotOpen(_ file: String, _ error: DatabaseError) -> DatabaseError {
    DatabaseError(error.code, "unable to open database: \(file)", systemError: error.systemError)
  }

  /// Settings of the connection that its pagers have copies of.
  private func takeOver(_ pager: Pager) {
    pager.busyTimeout = settings.busyTimeout
    pager.keepsReadLock = settings.keepsReadLock
    let interruption = self.interruption
    pager.isInterrupted = { interruption.isRequested }
  }

  /// DETACH.
  /// - Throws: `.error` for a name that is not attached, and for a database that is in use.
  public func detachDatabase(_ name: String) throws(DatabaseError) {
    guard let database = databases.last(where: { $0.name.equalsIgnoringCase(name) }),
      database.index != 1 || isTemporaryDatabaseOpen
    else {
      throw DatabaseError(.error, "no such database: \(name)")
    }
    guard database.index > 1 else {
      throw DatabaseError(.error, "cannot detach database \(name)")
    }
    let slot = slots[database.index]
    // The databases behind it get other numbers, which must not happen under programs that are running. (The caller is one.)
    let isNumberInUse = counters.pointee.activeStatements > 1 && database.index < databases.count - 1
    guard !slot.isWriting, !slot.isReading, database.btree.cursors == nil, !isNumberInUse else {
      throw DatabaseError(.error, "database \(name) is locked")
    }
    removeDatabase(database.index)
    environmentChanged()
  }

  /// Takes a database out; those behind it move up and read their catalogs anew, because objects carry the number.
  private func removeDatabase(_ index: Int) {
    modules.forgetTables(ofDatabase: nil)
    databases[index].close()
    databases.remove(at: index)
    var open = counters.pointee.openTransactions
    let low = open & ((1 << UInt64(index)) - 1)
    open = low | (open >> UInt64(index + 1)) << UInt64(index)
    counters.pointee.openTransactions = open
    for position in index..<databases.count {
      slots[position] = slots[position + 1]
      let database = databases[position]
      database.index = position
      install(nil, in: database)
      database.verifiedSnapshot = nil
      // What ROLLBACK brings back has the old number, too.
      database.committedCatalog = nil
    }
    slots[databases.count] = DatabaseSlot()
    for position in savepoints.indices where savepoints[position].catalogs.count > index {
      savepoints[position].catalogs.removeSubrange(index...)
    }
  }

  /// Empties temp for good: `PRAGMA temp_store` wants it elsewhere.
  /// - Throws: `.error` while it is in use.
  func forgetTemporaryDatabase() throws(DatabaseError) {
    guard databases.count > 1, isTemporaryDatabaseOpen else { return }
    let slot = slots[1]
    guard counters.pointee.isAutocommit, !slot.isReading, !slot.isWriting, databases[1].btree.cursors == nil
    else {
      throw DatabaseError(.error, "temporary storage cannot be changed from within a transaction")
    }
    databases[1].close()
    let database = AttachedDatabase(
      name: "temp", index: 1, pager: storage.makePager(pageSize: 4096), isPrivate: true)
    takeOver(database.pager)
    databases[1] = database
    slots[1] = DatabaseSlot(
      btree: .passUnretained(database.btree), pager: .passUnretained(database.pager))
    isTemporaryDatabaseOpen = false
    environmentChanged()
  }
}
