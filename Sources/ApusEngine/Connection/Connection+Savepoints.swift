// SAVEPOINT, RELEASE, ROLLBACK TO, and the savepoints that single statements open for themselves.

extension Connection {
  /// SAVEPOINT. In autocommit mode it begins a transaction.
  func openSavepoint(named name: String) throws(DatabaseError) {
    try refuseInHook()
    guard counters.pointee.activeWriters == 0 else {
      throw DatabaseError(.busy, "cannot open savepoint - SQL statements in progress")
    }
    if counters.pointee.isAutocommit {
      counters.pointee.isAutocommit = false
      isTransactionSavepoint = true
    }
    savepoints.append(
      ConnectionSavepoint(
        name: name, deferredForeignKeys: counters.pointee.deferredForeignKeys,
        catalogs: databases.map { $0.catalog }))
    for database in databases where slots[database.index].isWriting {
      try database.openSavepoints(upTo: savepoints.count)
    }
    try modules.transaction.savepoint(savepoints.count - 1)
  }

  /// Savepoints that are open, those of statements included.
  var savepointDepth: Int { savepoints.count + openStatementSavepoints }

  /// RELEASE. The outermost savepoint of a transaction that it began commits it.
  func releaseSavepoint(named name: String, by machine: VirtualMachine) throws(DatabaseError) {
    try refuseInHook()
    let index = try savepointIndex(name)
    guard counters.pointee.activeWriters == 0 else {
      throw DatabaseError(.busy, "cannot release savepoint - SQL statements in progress")
    }
    if index == 0 && isTransactionSavepoint { return try commitTransaction(by: machine) }
    for database in databases where slots[database.index].isWriting {
      try database.releaseSavepoint(index)
    }
    savepoints.removeSubrange(index...)
    try modules.transaction.release(index)
  }

  /// ROLLBACK TO. The savepoint itself stays.
  func rollback(toSavepoint name: String) throws(DatabaseError) {
    try refuseInHook()
    let index = try savepointIndex(name)
    let savepoint = savepoints[index]
    for database in databases where slots[database.index].isWriting {
      let before = database.index < savepoint.catalogs.count ? savepoint.catalogs[database.index] : nil
      let schemaChanges =
        database.hasChangedCatalog && database.catalog?.generation != before?.generation
      if schemaChanges {
        database.btree.invalidateAllCursors(DatabaseError(.abortRollback, "abort due to ROLLBACK"))
      }
      do throws(DatabaseError) {
        if database.pagerSavepoints > index { try database.rollbackToSavepoint(index) }
        if schemaChanges {
          try restoreCatalog(before, in: database)
        } else if database.hasChangedCatalog {
          slots[database.index].schemaCookie = try database.btree.meta(.schemaCookie)
        }
      } catch {
        // Some pages are back and some are not: nothing of the transaction may stay.
        try? rollbackAll()
        throw error
      }
    }
    writeCounter.pointee &+= 1
    counters.pointee.deferredForeignKeys = savepoint.deferredForeignKeys
    savepoints.removeSubrange((index + 1)...)
    try modules.transaction.rollback(to: index)
  }

  private func savepointIndex(_ name: String) throws(DatabaseError) -> Int {
    for index in savepoints.indices.reversed() where savepoints[index].name.equalsIgnoringCase(name) {
      return index
    }
    throw DatabaseError(.error, "no such savepoint: \(name)")
  }

  // MARK: Statement savepoints

  /// Before a statement's first write to a database.
  func openStatementSavepoint(_ index: Int, for machine: VirtualMachine) throws(DatabaseError) {
    let state = machine.state
    if !state.pointee.hasStatementSavepoint {
      state.pointee.hasStatementSavepoint = true
      state.pointee.statementSavepoint = savepoints.count + openStatementSavepoints
      openStatementSavepoints += 1
      try modules.transaction.savepoint(state.pointee.statementSavepoint)
    }
    let database = try database(index)
    try database.openSavepoints(upTo: state.pointee.statementSavepoint + 1)
    database.statementCatalog = database.catalog
    state.pointee.statementDatabases |= 1 << UInt64(index)
  }

  /// The statement's savepoints went with the transaction.
  func forgetStatementSavepoints(of machine: VirtualMachine) {
    if machine.state.pointee.hasStatementSavepoint { openStatementSavepoints -= 1 }
    machine.state.pointee.hasStatementSavepoint = false
    machine.state.pointee.statementDatabases = 0
  }

  /// Keeps or undoes what the statement did.
  func closeStatementSavepoints(of machine: VirtualMachine, undo: Bool) throws(DatabaseError) {
    var open = machine.state.pointee.statementDatabases
    let savepoint = machine.state.pointee.statementSavepoint
    forgetStatementSavepoints(of: machine)
    while open != 0 {
      let index = open.trailingZeroBitCount
      open &= open &- 1
      let database = databases[index]
      do throws(DatabaseError) {
        if undo {
          try database.rollbackToSavepoint(savepoint)
          try restoreCatalog(database.statementCatalog, in: database)
        }
        try database.releaseSavepoint(savepoint)
      } catch {
        // Some pages are back and some are not: nothing of the transaction may stay.
        try? rollbackAll()
        throw error
      }
      database.statementCatalog = nil
    }
    if undo {
      writeCounter.pointee &+= 1
      counters.pointee.deferredForeignKeys = machine.state.pointee.foreignKeyCountAtStart
      try modules.transaction.rollback(to: savepoint)
    }
    try modules.transaction.release(savepoint)
  }
}
