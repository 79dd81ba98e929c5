import Testing

@testable import ApusEngine

@Suite("A damaged schema table is refused with SQLite's words, or opened as SQLite opens it")
struct DamagedSchemaTests {
  @Test("every case")
  func cases() {
    for expected in DamagedSchemaCases.all {
      let rows = expected.rows.map { row in
        SchemaRow(
          type: row[0], name: row[1], tableName: row[2],
          rootPage: row[3].map { UInt32($0).map { .number($0) } ?? .invalid } ?? .null,
          sql: row[4].map { Array($0.utf8) })
      }
      var message: String?
      do throws(DatabaseError) {
        _ = try CatalogLoader.load(
          CatalogLoader.Source(
            database: 0, databaseName: "main", schemaCookie: 1, pageCount: 4, rows: rows))
      } catch {
        #expect(error.code == .corrupt)
        message = error.message
      }
      #expect(message == expected.message, "\(expected.change)")
    }
  }

  @Test("PRAGMA writable_schema opens what is left")
  func tolerant() throws {
    var rows = try CatalogFixture.rows(CatalogFixture.statements)
    rows[1].sql = Array("CREATE TABLE wr(a,a)".utf8)
    let catalog = try CatalogLoader.load(
      CatalogLoader.Source(
        database: 0, databaseName: "main", schemaCookie: 1, rows: rows, ignoresDamage: true))
    #expect(catalog.tables["wr"] == nil)
    #expect(catalog.tables["t"] != nil)
  }

  @Test("a schema format of the future is refused")
  func format() {
    #expect(throws: DatabaseError.self) {
      try CatalogLoader.load(
        CatalogLoader.Source(
          database: 0, databaseName: "main", schemaCookie: 1, schemaFormat: 5, rows: []))
    }
  }

  @Test("virtual tables of unknown modules do not keep the rest from opening")
  func virtualTables() throws {
    let catalog = try CatalogFixture.catalog(["CREATE VIRTUAL TABLE f USING fts5(a)", "CREATE TABLE t(a)"])
    #expect(catalog.virtualTables.mapValues(\.moduleName) == ["f": "fts5"])
    #expect(catalog.tables["t"] != nil)
  }

  @Test("records are taken apart with every length checked")
  func records() throws {
    let sound: [UInt8] = [5, 0, 1, 15, 6, 0xff, 0x61, 0, 0, 0, 0, 0, 0, 0, 5]
    try sound.withUnsafeBytes { bytes in
      let fields = try SchemaRecord(bytes, limit: 5)
      guard case .null = try fields.value(0), case .integer(-1) = try fields.value(1),
        case .integer(5) = try fields.value(3), case .null = try fields.value(9)
      else {
        Issue.record("wrong values")
        return
      }
      #expect(try fields.text(2, .utf8) == "a")
    }
    for length in 0..<sound.count {
      sound.prefix(length).withUnsafeBytes { bytes in
        _ = #expect(throws: DatabaseError.self) { _ = try SchemaRecord(bytes, limit: 5) }
      }
    }
  }
}
