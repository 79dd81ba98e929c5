// Opening connections, attaching and detaching databases.

extension Connection {
  /// Opens a connection on a database file; "" and ":memory:" are private databases.
  /// - Throws: `.cannotOpen` and its kin. The file's bytes are looked at when they are first needed.
  public convenience init(
    path: String, vfs: any VFS, readOnly: Bool = false, create: Bool = true, isImmutable: Bool = false,
    compiler: (any StatementCompiler)? = nil
  ) throws(DatabaseError) {
    let storage = ConnectionStorage(vfs: vfs)
    let isPrivate = path.isEmpty || path == ":memory:"
    let pager = try Self.makePager(
      path, storage: storage, readOnly: readOnly, create: create, isImmutable: isImmutable)
    self.init(
      pager: pager, isPrivate: isPrivate, storage: storage, environment: Self.makeEnvironment(vfs: vfs))
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
    _ path: String, storage: ConnectionStorage, readOnly: Bool, create: Bool, isImmutable: Bool = false
  ) throws(DatabaseError) -> Pager {
    if path == ":memory:" {
      return Pager(store: Pager.memoryStore(vfs: storage.vfs), isReadOnly: false)
    }
    if path.isEmpty { return storage.makePager(pageSize: 4096) }
    return try Pager.open(
      path, vfs: storage.vfs, readOnly: readOnly, create: create, isImmutable: isImmutable)
  }

  private static func makeEnvironment(vfs: any VFS) -> FunctionEnvironment {
    FunctionEnvironment(
      random: { vfs.randomBits() }, currentTimeMilliseconds: { vfs.currentTimeMilliseconds() },
      localOffsetSeconds: { vfs.localOffsetSeconds(at: $0) })
  }

  /// ATTACH.
  public func attachDatabase(path: String, name: String) throws(DatabaseError) {
    guard databases.count < settings.attachedLimit + 2, databases.count < Self.databaseCapacity else {
      throw DatabaseError(.error, "too many attached databases - max \(settings.attachedLimit)")
    }
    for database in databases where database.name.equalsIgnoringCase(name) {
      throw DatabaseError(.error, "database \(name) is already in use")
    }
    let pager = try Self.makePager(path, storage: storage, readOnly: false, create: true)
    pager.busyTimeout = settings.busyTimeout
    pager.keepsReadLock = settings.keepsReadLock
    let database = AttachedDatabase(
      name: name, index: databases.count, pager: pager, isPrivate: path.isEmpty || path == ":memory:")
    attach(database)
    do throws(DatabaseError) {
      _ = try currentCatalog(of: database)
    } catch {
      if counters.pointee.activeReaders <= 1 && slots[database.index].isReading { endRead(database.index) }
      removeDatabase(database.index)
      if error.code == .notADatabase || error.code.primary == .corrupt || error.code == .error { throw error }
      throw DatabaseError(error.code, "unable to open database: \(path)")
    }
    environmentChanged()
  }

  /// DETACH.
  public func detachDatabase(name: String) throws(DatabaseError) {
    guard let database = databases.last(where: { $0.name.equalsIgnoringCase(name) }) else {
      throw DatabaseError(.error, "no such database: \(name)")
    }
    guard database.index > 1 else {
      throw DatabaseError(.error, "cannot detach database \(name)")
    }
    let slot = slots[database.index]
    guard !slot.isWriting, database.btree.cursors == nil,
      counters.pointee.isAutocommit || !slot.isReading
    else { throw DatabaseError(.error, "database \(name) is locked") }
    if slot.isReading { endRead(database.index) }
    removeDatabase(database.index)
    environmentChanged()
  }

  /// Takes a database out; those behind it move up and read their catalogs anew, because objects carry the number.
  private func removeDatabase(_ index: Int) {
    databases[index].close()
    databases.remove(at: index)
    var open = counters.pointee.openTransactions
    let low = open & ((1 << UInt64(index)) - 1)
    open = low | (open >> UInt64(index + 1)) << UInt64(index)
    counters.pointee.openTransactions = open
    for position in index..<databases.count {
      slots[position] = slots[position + 1]
      databases[position].index = position
      install(nil, in: databases[position])
      databases[position].verifiedSnapshot = nil
    }
    slots[databases.count] = DatabaseSlot()
  }

  /// How often a database's file changed under this connection: `PRAGMA data_version`.
  func dataVersion(ofDatabase index: Int) -> Int64 {
    index < databases.count ? Int64(truncatingIfNeeded: databases[index].snapshotID) : 0
  }
}
