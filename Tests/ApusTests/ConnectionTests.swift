import Apus
import Testing

@Suite("Connection")
struct ConnectionTests {
  private func run(_ connection: Connection, _ sql: String) throws -> [String] {
    let statement = try #require(try connection.prepare(sql).statement)
    defer { connection.finish(statement) }
    var result: [String] = []
    while try statement.step() { result.append(String(describing: Value(copying: statement.row[0]))) }
    return result
  }

  @Test("BEGIN IMMEDIATE as a connection's first statement keeps its transaction while catalogs are read")
  func firstStatement() throws {
    let connection = try Connection.open(":memory:")
    defer { connection.close() }
    _ = try run(connection, "BEGIN IMMEDIATE")
    _ = try run(connection, "CREATE TABLE t(a)")
    _ = try run(connection, "INSERT INTO t VALUES (1)")
    _ = try run(connection, "COMMIT")
    #expect(try run(connection, "SELECT a FROM t") == ["integer(1)"])
  }
}
