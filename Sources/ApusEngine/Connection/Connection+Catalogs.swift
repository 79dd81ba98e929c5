// Catalogs: when they are read, when they are out of date, and what undoing brings back.

extension Connection {
  /// The catalogs of all databases, read if need be: what a statement is compiled against.
  /// - Throws: what reading the schema tables throws.
  public func loadCatalogs() throws(DatabaseError) -> CatalogSet {
    if let known = loadedCatalogs { return known }
    do throws(DatabaseError) {
      let set = try readCatalogs()
      hasReadSchema = true
      return set
    } catch {
      // What could not be understood has been read.
      if error.code.primary == .corrupt { hasReadSchema = true }
      throw error
    }
  }

  private func readCatalogs() throws(DatabaseError) -> CatalogSet {
    var entries: [CatalogSet.Entry] = []
    entries.reserveCapacity(databases.count)
    for database in databases {
      entries.append(.init(name: database.name, catalog: try currentCatalog(of: database)))
    }
    var set = CatalogSet(entries)
    set.noteWatchedTables(known: watchedDatabases)
    watchedDatabases = set.watchedDatabases
    loadedCatalogs = set
    return set
  }

  /// The catalog of one database, read under a read transaction of its own if need be.
  func currentCatalog(of database: AttachedDatabase) throws(DatabaseError) -> Catalog {
    if let catalog = database.catalog { return catalog }
    let slot = slots + database.index
    let wasReading = slot.pointee.isReading
    if !wasReading { try beginRead(database.index) }
    // Only this read, whatever else is open: looking at a schema begins no transaction.
    defer { if !wasReading && slot.pointee.isReading { endRead(database.index) } }
    if let catalog = database.catalog { return catalog }
    return try readCatalog(of: database)
  }

  private func readCatalog(
    of database: AttachedDatabase, after alteration: SchemaAlteration? = nil
  ) throws(DatabaseError) -> Catalog {
    let catalog = try SchemaTableReader.loadCatalog(
      tree: database.btree, database: database.index, databaseName: database.name,
      defaultEncoding: environment.encoding, lookup: schemaLookup, ignoresDamage: settings.writableSchema,
      alteration: alteration)
    if database.index == 0 {
      environment.encoding = catalog.encoding
    } else if database.btree.pager.pageCount > 0 && catalog.encoding != environment.encoding {
      throw DatabaseError(.error, "attached databases must use the same text encoding as main database")
    }
    install(catalog, in: database)
    return catalog
  }

  func install(_ catalog: Catalog?, in database: AttachedDatabase) {
    loadedCatalogs = nil
    database.catalog = catalog
    slots[database.index].catalogGeneration = catalog?.generation ?? 0
    // A name may mean an object of this database now, to programs that use another one.
    if database.index == 1 || databases.count > 2 { environmentChanged() }
  }

  /// After a snapshot has begun: a catalog that belongs to another schema cookie is dropped and read anew.
  func verifyCatalog(of database: AttachedDatabase) throws(DatabaseError) {
    let slot = slots + database.index
    let snapshot = database.snapshotID
    if let verified = database.verifiedSnapshot, verified == snapshot { return }
    database.noteSnapshot()
    slot.pointee.schemaCookie = try database.btree.meta(.schemaCookie)
    if let catalog = database.catalog, catalog.schemaCookie != slot.pointee.schemaCookie {
      modules.forgetTables(ofDatabase: database.index)
      install(nil, in: database)
      _ = try readCatalog(of: database)
    }
    database.verifiedSnapshot = snapshot
  }

  /// Looks whether the schemas are still those that are known.
  /// - Returns: true when one was not, and has been read anew.
  func rereadCatalogs() throws(DatabaseError) -> Bool {
    var hasChanged = false
    for database in databases {
      guard let known = database.catalog, !slots[database.index].isReading else { continue }
      try beginRead(database.index)
      endRead(database.index)
      if database.catalog !== known { hasChanged = true }
    }
    return hasChanged
  }

  /// The running statement changed the schema table of a database: reads it again, privately until COMMIT.
  func reloadCatalog(_ index: Int, after alteration: SchemaAlteration? = nil) throws(DatabaseError) {
    let database = try database(index)
    keepCommittedCatalog(of: database)
    install(nil, in: database)
    let catalog = try readCatalog(of: database, after: alteration)
    slots[index].schemaCookie = catalog.schemaCookie
  }

  private func keepCommittedCatalog(of database: AttachedDatabase) {
    guard !database.hasChangedCatalog else { return }
    database.hasChangedCatalog = true
    database.committedCatalog = database.catalog
  }

  /// PRAGMA schema_version wrote a cookie: every catalog of the database is out of date.
  func schemaCookieChanged(inDatabase index: Int) throws(DatabaseError) {
    let database = try database(index)
    keepCommittedCatalog(of: database)
    install(nil, in: database)
    slots[index].schemaCookie = try database.btree.meta(.schemaCookie)
  }

  /// All schemas are read again when they are needed next.
  func forgetCatalogs() {
    for database in databases {
      if slots[database.index].isWriting { keepCommittedCatalog(of: database) }
      install(nil, in: database)
    }
    environmentChanged()
  }

  /// The transaction has ended: what was private is public, or gone.
  func catalogsEnded(_ database: AttachedDatabase, committed: Bool) {
    guard database.hasChangedCatalog else { return }
    database.hasChangedCatalog = false
    if !committed {
      modules.forgetTables(ofDatabase: database.index)
      install(database.committedCatalog, in: database)
      database.verifiedSnapshot = nil
    }
    database.committedCatalog = nil
  }

  /// Undoing a statement or ROLLBACK TO: back to an older catalog if the schema has changed since.
  func restoreCatalog(_ catalog: Catalog?, in database: AttachedDatabase) throws(DatabaseError) {
    guard database.hasChangedCatalog, database.catalog?.generation != catalog?.generation else { return }
    modules.forgetTables(ofDatabase: database.index)
    install(catalog, in: database)
    slots[database.index].schemaCookie = try database.btree.meta(.schemaCookie)
  }
}
