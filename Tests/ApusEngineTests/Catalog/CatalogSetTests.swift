import Testing

@testable import ApusEngine

@Suite("Names are found in temp, then main, then attached databases")
struct CatalogSetTests {
  private func set() throws -> CatalogSet {
    try CatalogFixture.set(
      ["CREATE TABLE t(a)", "CREATE TABLE only(a)", "CREATE INDEX i ON t(a)"],
      temp: ["CREATE TABLE T(b)", "CREATE TRIGGER tt AFTER INSERT ON only BEGIN SELECT 1; END"],
      attached: [("aux", ["CREATE TABLE t(c)", "CREATE TABLE far(c)", "CREATE INDEX j ON far(c)"])])
  }

  @Test("temp shadows main, and a schema name picks")
  func tables() throws {
    let set = try set()
    #expect(set.findTable("t")?.database == 1)
    #expect(set.findTable("T", schema: "MAIN")?.database == 0)
    #expect(set.findTable("t", schema: "aux")?.columns.first?.name == "c")
    #expect(set.findTable("far")?.database == 2)
    #expect(set.findTable("far", schema: "main") == nil)
    #expect(set.findIndex("J")?.tableName == "far")
  }

  @Test("the schema tables answer to all their names")
  func schemaTables() throws {
    let set = try set()
    #expect(set.findTable("sqlite_schema")?.name == "sqlite_master")
    #expect(set.findTable("sqlite_temp_schema")?.name == "sqlite_temp_master")
    #expect(set.findTable("sqlite_master", schema: "temp")?.database == 1)
    #expect(set.findTable("sqlite_schema", schema: "aux")?.database == 2)
    #expect(set.findTable("sqlite_master")?.rootPage == 1)
  }

  @Test("what is missing is named as SQLite names it")
  func errors() throws {
    let set = try set()
    func message(_ body: () throws(DatabaseError) -> Void) -> String {
      do throws(DatabaseError) {
        try body()
        return ""
      } catch {
        return error.message
      }
    }
    #expect(
      message { () throws(DatabaseError) in _ = try set.requireRelation("x") } == "no such table: x")
    #expect(
      message { () throws(DatabaseError) in _ = try set.requireRelation("x", schema: "main") }
        == "no such table: main.x")
    #expect(message { () throws(DatabaseError) in _ = try set.requireIndex("x") } == "no such index: x")
    #expect(
      message { () throws(DatabaseError) in _ = try set.requireDatabase(named: "x") } == "unknown database x")
  }

  @Test("temp triggers watch tables of other databases")
  func temporaryTriggers() throws {
    let set = try set()
    let only = try #require(set.findRelation("only"))
    #expect(set.triggers(on: only).map(\.name) == ["tt"])
    #expect(set.triggers(onName: "t", database: 0).isEmpty)
  }
}
