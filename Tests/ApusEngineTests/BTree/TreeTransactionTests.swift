import Testing

@testable import ApusEngine

/// Trees on the real pager: savepoints, rollback, spilling, commits to a file that the real `sqlite3` reads.
@Suite struct TreeTransactionTests {
  @Test(arguments: [TreeKind.table, .index], [64 << 20, 40 << 10])
  func savepointsBringTheTreeBack(_ kind: TreeKind, _ budget: Int) throws {
    let pager = try TreeFixture.pager(pageSize: 1024, budget: budget)
    let tree = BTree(pager: pager)
    try tree.initializeNewDatabase(autoVacuum: .none)
    let model = try TreeModel(tree, kind, seed: 11, keyRange: 400, maxPayload: 5000)
    var random = SeededRandom(12)
    for _ in 0..<150 { try model.step() }
    for round in 0..<12 {
      let outer = try pager.openSavepoint()
      let before = (model.keys, model.values)
      for _ in 0..<40 { try model.step() }
      let inner = try pager.openSavepoint()
      let middle = (model.keys, model.values)
      for _ in 0..<40 { try model.step() }
      if random.below(2) == 0 {
        try tree.saveAllCursors(root: 0)
        try pager.rollbackToSavepoint(inner)
        (model.keys, model.values) = middle
        try model.scan()
      }
      try pager.releaseSavepoint(inner)
      for _ in 0..<10 { try model.step() }
      if round % 2 == 0 {
        try tree.saveAllCursors(root: 0)
        try pager.rollbackToSavepoint(outer)
        (model.keys, model.values) = before
      }
      try pager.releaseSavepoint(outer)
      try model.checkIntegrity()
      try model.scan()
    }
  }

  @Test(arguments: [AutoVacuumMode.none, .full, .incremental])
  func committedFilesAreSQLites(_ mode: AutoVacuumMode) throws {
    let path = TreeFixture.temporaryPath("commit-\(mode)")
    TreeFixture.remove(path)
    defer { TreeFixture.remove(path) }
    let pager = try Pager.open(path, vfs: POSIXFileSystem.shared, readOnly: false, create: true)
    defer { pager.close() }
    pager.setNewDatabaseFormat(pageSize: 2048, reservedBytes: 0)
    let tree = BTree(pager: pager)
    try pager.beginRead()
    try pager.beginWrite()
    try tree.initializeNewDatabase(autoVacuum: mode)
    let model = try TreeModel(tree, .table, seed: 21, keyRange: 600, maxPayload: 9000)
    try HandMadeSchema.insert(
      [
        HandMadeSchema.record(
          type: "table", name: "t", table: "t", root: model.root, sql: "CREATE TABLE t(a,b)")
      ], into: tree)
    for round in 0..<4 {
      for _ in 0..<200 { try model.step() }
      try tree.prepareCommit()
      try tree.saveAllCursors(root: 0)
      try pager.commitPhaseOne(superJournal: nil)
      try pager.commitPhaseTwo()
      let committed = (model.keys, model.values)
      // A transaction that comes to nothing.
      try pager.beginWrite()
      for _ in 0..<60 { try model.step() }
      tree.invalidateAllCursors(DatabaseError(.abortRollback, "abort due to ROLLBACK"))
      #expect(throws: DatabaseError.self) { _ = try model.cursor.pointee.first() }
      try pager.rollback()
      pager.endRead()
      (model.keys, model.values) = committed
      if TreeFixture.hasSQLite {
        let output = TreeFixture.sqlite(
          path, "PRAGMA integrity_check; SELECT count(*), sum(a), sum(length(b)) FROM t")
        let sum = model.keys.reduce(0, +)
        let length = model.values.values.reduce(0) { $0 + $1.count }
        #expect(output == "ok\n\(model.keys.count)|\(sum)|\(length)\n", "round \(round)")
      }
      try pager.beginRead()
      model.reopen()
      try model.checkIntegrity()
      try model.scan()
      try pager.beginWrite()
    }
    try pager.rollback()
    tree.invalidateAllCursors(nil)
    pager.endRead()
  }
}
