import Testing

@testable import ApusEngine

@Suite("Tables and indexes are laid out as SQLite lays them out")
struct TableLayoutTests {
  @Test("columns and indexes of every case")
  func layouts() throws {
    for expected in TableLayoutCases.all {
      let catalog = try CatalogFixture.catalog(expected.statements)
      let table = try #require(catalog.tables["t"])
      #expect(columns(of: table) == expected.columns, "\(expected.statements)")
      let indexes = (catalog.indexesByTable["t"] ?? []).map(describe)
      #expect(indexes == expected.indexes, "\(expected.statements)")
    }
  }

  private func columns(of table: TableDefinition) -> [String] {
    table.columns.enumerated().map { index, column in
      let key = table.primaryKeyColumns.firstIndex(of: index).map { $0 + 1 } ?? 0
      let hidden = column.generated == .virtual ? 2 : column.generated == .stored ? 3 : 0
      return
        "\(column.name)|\(column.declaredType)|\(column.isNotNull ? 1 : 0)|\(column.defaultText ?? "NULL")|\(key)|\(hidden)"
    }
  }

  private func describe(_ index: IndexDefinition) -> String {
    let origin = index.origin == .createIndex ? "c" : index.origin == .unique ? "u" : "pk"
    let fields = index.storedColumns.enumerated().map { position, column in
      "\(column.tableColumn) \(column.isDescending ? 1 : 0) \(column.collationName) \(position < index.columns.count ? 1 : 0)"
    }
    return
      "\(index.name)|\(index.isUnique ? 1 : 0)|\(origin)|\(index.partialCondition == nil ? 0 : 1): "
      + fields.joined(separator: ", ")
  }

  @Test(
    "which INTEGER PRIMARY KEY is the rowid",
    arguments: [
      ("a integer primary key, b", 0), ("a INTEGER PRIMARY KEY ASC, b", 0),
      ("a integer primary key desc, b", -1), ("a int primary key, b", -1),
      ("b, a integer, primary key(a desc)", 1), ("b, a integer, primary key(a, b)", -1),
      ("a integer(5) primary key", -1), ("b, a \"integer\" primary key", 1),
      ("b, a integer, primary key(a collate nocase)", 1),
    ])
  func rowIDAlias(columns: String, expected: Int) throws {
    let catalog = try CatalogFixture.catalog(["CREATE TABLE t(\(columns))"])
    #expect(catalog.tables["t"]?.rowIDAlias == expected)
  }

  @Test(
    "affinity by words in the type",
    arguments: [
      ("INT", Affinity.integer), ("FLOATING POINT", .integer), ("CHARINT", .integer), ("VARCHAR(5)", .text),
      ("CLOB", .text), ("STRING", .numeric), ("BLOB", .blob), ("", .blob), ("REAL", .real),
      ("DOUBLE PRECISION", .real), ("DECIMAL(5,2)", .numeric), ("BLOBREAL", .blob), ("REALBLOB", .blob),
      ("BOOLEAN", .numeric), ("DATETIME", .numeric), ("CHARBLOB", .text), ("ANY", .numeric),
    ])
  func affinity(type: String, expected: Affinity) {
    #expect(DeclaredType(source: type).affinity == expected)
  }

  @Test("where columns lie in records")
  func storage() throws {
    let catalog = try CatalogFixture.catalog([
      "CREATE TABLE t(a integer primary key, b, c as (b+1), d, e as (b) stored)",
      "CREATE TABLE w(a, b, c as (a), d, primary key(d, a)) without rowid",
    ])
    let table = try #require(catalog.tables["t"])
    #expect((0..<5).map { table.storageIndex(ofColumn: $0) } == [nil, 1, nil, 2, 3])
    let other = try #require(catalog.tables["w"])
    #expect((0..<4).map { other.storageIndex(ofColumn: $0) } == [1, 2, nil, 0])
    #expect(other.storageIndex(ofColumn: 9) == nil)
  }

  @Test("checks, foreign keys and defaults keep their text")
  func constraints() throws {
    let catalog = try CatalogFixture.catalog([
      "CREATE TABLE t(a check ( a > 1 ), b references p(x) on delete set null deferrable initially deferred,"
        + " c default - 3.5, constraint k check(b<9), foreign key(a,c) references q)"
    ])
    let table = try #require(catalog.tables["t"])
    #expect(table.checks.map(\.text) == ["a > 1", "b<9"])
    #expect(table.checks.map(\.name) == [nil, "k"])
    #expect(table.foreignKeys.map(\.parentTable) == ["p", "q"])
    #expect(table.foreignKeys.map(\.columns) == [[1], [0, 2]])
    #expect(table.foreignKeys[0].onDelete == .setNull)
    #expect(table.foreignKeys.map(\.isDeferred) == [true, false])
    #expect(
      table.columns[2].defaultExpression.flatMap {
        ConstantFolding.value(of: $0, in: table.ast, affinity: .real, encoding: .utf8)
      } == .real(-3.5))
  }

  @Test("sqlite_stat1 reaches tables and indexes")
  func statistics() throws {
    let catalog = try CatalogFixture.catalog(
      ["CREATE TABLE t(a,b)", "CREATE INDEX i ON t(a,b)", "CREATE TABLE w(a primary key) without rowid"],
      statistics: [
        StatisticsRow(table: "T", index: "I", numbers: "1000 50 1 unordered"),
        StatisticsRow(table: "w", index: "w", numbers: "7 1"),
      ])
    #expect(catalog.indexes["i"]?.statistics == [1000, 50, 1])
    #expect(catalog.rowEstimates == ["t": 1000, "w": 7])
    #expect(catalog.tables["w"]?.primaryKeyIndex?.statistics == [7, 1])
  }
}
