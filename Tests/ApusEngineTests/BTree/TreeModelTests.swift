import Testing

@testable import ApusEngine

/// Random operations beside a sorted array, on every page size, both kinds of trees and all vacuum modes.
@Suite struct TreeModelTests {
  struct Shape: CustomStringConvertible, Sendable {
    var pageSize: Int
    var reserved = 0
    var kind: TreeKind
    var autoVacuum: AutoVacuumMode = .none
    var description: String { "\(kind) \(pageSize)-\(reserved) auto-vacuum \(autoVacuum)" }
  }

  static let shapes: [Shape] =
    [512, 1024, 2048, 4096, 8192, 16384, 32768, 65536].flatMap { size in
      [Shape(pageSize: size, kind: .table), Shape(pageSize: size, kind: .index)]
    } + [
      Shape(pageSize: 512, reserved: 32, kind: .table), Shape(pageSize: 1024, reserved: 255, kind: .index),
      Shape(pageSize: 65536, reserved: 8, kind: .table),
      Shape(pageSize: 512, kind: .table, autoVacuum: .full),
      Shape(pageSize: 512, kind: .index, autoVacuum: .full),
      Shape(pageSize: 512, kind: .index, autoVacuum: .incremental),
      Shape(pageSize: 4096, kind: .table, autoVacuum: .incremental),
    ]

  @Test(arguments: shapes)
  func randomOperationsMatchTheModel(_ shape: Shape) throws {
    let tree = try TreeFixture.database(
      pageSize: shape.pageSize, reserved: shape.reserved, autoVacuum: shape.autoVacuum)
    let model = try TreeModel(
      tree, shape.kind, seed: UInt64(shape.pageSize), keyRange: 500, maxPayload: shape.pageSize * 4)
    try declare(model, in: tree)
    for round in 0..<4 {
      for _ in 0..<120 { try model.step() }
      try model.checkIntegrity()
      if round % 2 == 1 { try model.scan() }
      try vacuum(tree, shape.autoVacuum)
      try model.checkIntegrity()
    }
    try checkWithSQLite(model, "model-\(shape.kind)-\(shape.pageSize)-\(shape.reserved)-\(shape.autoVacuum)")
    while let key = model.keys.randomElement(using: &model.random) {
      try model.remove(key, keepPosition: key % 2 == 0)
    }
    try model.checkIntegrity()
    for key in 0..<400 { try model.insert(Int64(key), append: true) }
    try model.scan()
    try model.checkIntegrity()
  }

  @Test(arguments: [TreeKind.table, .index])
  func ascendingInsertsLeaveFullPages(_ kind: TreeKind) throws {
    let tree = try TreeFixture.database(pageSize: 1024)
    let model = try TreeModel(tree, kind, seed: 1, keyRange: 10, maxPayload: 40)
    try declare(model, in: tree)
    for key in 0..<4000 { try model.insert(Int64(key), append: true) }
    try model.checkIntegrity()
    try model.scan()
    try checkWithSQLite(model, "ascending-\(kind)")
    let bytes = model.keys.reduce(0) { $0 + TreeModel.record($1, model.values[$1]!).count + 6 }
    #expect(Double(bytes) / Double(Int(tree.pager.pageCount) * 1024) > 0.9)
  }

  @Test(arguments: [AutoVacuumMode.full, .incremental])
  func rootsStayInFrontAndMove(_ mode: AutoVacuumMode) throws {
    let tree = try TreeFixture.database(pageSize: 512, autoVacuum: mode)
    let model = try TreeModel(tree, .index, seed: 3, keyRange: 400, maxPayload: 2000)
    for _ in 0..<150 { try model.step() }
    for _ in 0..<5 {
      model.extraRoots.append(try tree.createTree(.table))
      try model.checkIntegrity()
    }
    #expect(model.extraRoots == [4, 5, 6, 7, 8])
    // Dropping a middle one moves the last into its place.
    #expect(try tree.dropTree(5) == 8)
    model.extraRoots.removeLast()
    try model.checkIntegrity()
    #expect(try tree.dropTree(7) == 0)
    model.extraRoots.removeLast()
    try model.checkIntegrity()
    #expect(try tree.meta(.largestRoot) == 6)
    try vacuum(tree, mode)
    try model.checkIntegrity()
    try model.scan()
    if mode == .full { #expect(try tree.meta(.freelistCount) == 0) }
  }

  @Test func lockBytePageIsSkipped() throws {
    let tree = try TreeFixture.database(pageSize: 65536)
    tree.pager.unpin(try tree.pager.newPage(16384))
    let frame = try tree.allocatePage()
    #expect(frame.pointee.number == 16386)
    tree.pager.unpin(frame)
  }

  @Test func clearedTreesGiveTheirPagesBack() throws {
    let tree = try TreeFixture.database(pageSize: 512)
    let model = try TreeModel(tree, .table, seed: 9, keyRange: 500, maxPayload: 3000)
    for _ in 0..<400 { try model.step() }
    let count = model.keys.count
    #expect(try tree.clearTree(model.root, .table) == Int64(count))
    model.keys = []
    model.values = [:]
    try model.checkIntegrity()
    #expect(try tree.meta(.freelistCount) == tree.pager.pageCount - 2)
    for _ in 0..<200 { try model.step() }
    try model.checkIntegrity()
  }

  private func vacuum(_ tree: BTree, _ mode: AutoVacuumMode) throws {
    switch mode {
    case .none: break
    case .full: try tree.prepareCommit()
    case .incremental: for _ in 0..<4 where try !tree.vacuumLastPage() { break }
    }
  }

  /// Enters the model's tree into the schema table.
  private func declare(_ model: TreeModel, in tree: BTree) throws {
    let sql =
      model.kind == .table
      ? "CREATE TABLE t(a,b)" : "CREATE TABLE t(a INTEGER PRIMARY KEY,b) WITHOUT ROWID"
    try HandMadeSchema.insert(
      [HandMadeSchema.record(type: "table", name: "t", table: "t", root: model.root, sql: sql)], into: tree)
  }

  /// The real `sqlite3` must find the file sound and count the same rows.
  private func checkWithSQLite(_ model: TreeModel, _ name: String) throws {
    guard TreeFixture.hasSQLite else { return }
    let path = TreeFixture.temporaryPath(name)
    try TreeFixture.write(try TreeFixture.image(of: model.tree.pager), to: path)
    defer { TreeFixture.remove(path) }
    let sum = model.keys.reduce(0, +)
    let output = TreeFixture.sqlite(path, "PRAGMA integrity_check; SELECT count(*), sum(a) FROM t")
    #expect(output == "ok\n\(model.keys.count)|\(model.keys.isEmpty ? "" : "\(sum)")\n")
  }
}
