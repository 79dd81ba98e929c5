import ApusSQL
import Testing

@testable import ApusEngine

@Suite("Memory of a compilation")
struct CompilationMemoryTests {
  /// What binding has made.
  private final class Weak {
    weak var query: BoundQuery?
    weak var select: BoundSelect?
    weak var source: BoundSource?
  }

  @Test(
    "Nothing that binding makes outlives the compilation",
    arguments: [
      "SELECT count(*), max(a) FROM t", "SELECT sum(a) FROM t GROUP BY b HAVING count(*) > 1 ORDER BY max(a)",
      "SELECT (SELECT sum(x.a + y.a) FROM t y) FROM t x",
      "SELECT * FROM t LEFT JOIN u ON t.a = u.c LEFT JOIN t z USING (b)",
      "SELECT * FROM t FULL JOIN u ON t.a = u.c", "SELECT * FROM u NATURAL LEFT JOIN t",
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT sum(i) FROM n",
      "WITH p AS (SELECT * FROM t), q AS (SELECT * FROM p) SELECT * FROM p, q",
      "SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE c = a)",
    ])
  func released(_ sql: String) throws {
    let connection = try Connection.open(":memory:")
    for statement in ["CREATE TABLE t(a, b)", "CREATE TABLE u(c, d)"] {
      let prepared = try #require(try connection.prepare(statement).statement)
      _ = try prepared.step()
      connection.finish(prepared)
    }
    let seen = Weak()
    try bind(sql, connection, seen)
    #expect(seen.query == nil && seen.select == nil && seen.source == nil)
  }

  @Test("The counts that stand for a count of a UNION ALL do not outlive the compilation")
  func countsReleased() throws {
    let connection = try Connection.open(":memory:")
    let seen = Weak()
    func rewrite() throws {
      let memory = CompilerMemory()
      let sql = "SELECT count(*) FROM (SELECT 1 UNION ALL SELECT 2)"
      let parsed = try Array(sql.utf8).withUnsafeBufferPointer { try #require(try memory.parse($0)) }
      guard case .select(let id) = parsed.statement else { return }
      let context = CompilationContext(catalogs: try connection.loadCatalogs(), encoding: .utf8)
      let query = try Binder(ast: memory.ast, context: context).bindQuery(id, parent: nil)
      let select = try #require(query.singleSelect)
      var order: [BoundOrderTerm] = []
      try QueryRewriter.rewrite(select, &order, context: context)
      select.output[0].walk { node in
        if case .scalarQuery(let reference, _) = node.kind { seen.select = reference.query.singleSelect }
      }
      #expect(seen.select != nil)
    }
    try rewrite()
    #expect(seen.select == nil)
  }

  private func bind(_ sql: String, _ connection: Connection, _ seen: Weak) throws {
    let memory = CompilerMemory()
    let parsed = try Array(sql.utf8).withUnsafeBufferPointer { try #require(try memory.parse($0)) }
    guard case .select(let id) = parsed.statement else { return }
    let context = CompilationContext(catalogs: try connection.loadCatalogs(), encoding: .utf8)
    let query = try Binder(ast: memory.ast, context: context).bindQuery(id, parent: nil)
    seen.query = query
    seen.select = query.singleSelect
    seen.source = try #require(query.singleSelect?.sources.first)
    #expect(seen.select != nil)
  }

  @Test(
    "What a statement leaves to the next one is as if it were new",
    arguments: [
      "SELECT a FROM t WHERE a = ?1 AND b > 2",
      "SELECT DISTINCT a AS x, random() FROM t WHERE a > 1 ORDER BY b LIMIT 3 OFFSET 1",
      "SELECT DISTINCT a, b FROM t ORDER BY a, b",
      "SELECT count(*), max(b) FROM t GROUP BY a HAVING count(*) > 1 ORDER BY 1",
      "SELECT row_number() OVER (ORDER BY a), sum(b) OVER (ORDER BY a) FROM t ORDER BY 2, 1",
      "SELECT t.a, (SELECT d FROM u WHERE c = t.a) FROM t LEFT JOIN u ON u.c = t.b, u AS v ORDER BY 1",
      "SELECT a FROM t UNION SELECT c FROM u ORDER BY 1", "VALUES (1, 2), (3, 4)",
    ])
  func leftBehind(_ sql: String) throws {
    func fields(_ object: Any) -> [String] {
      Mirror(reflecting: object).children.map { "\($0.label ?? ""): \($0.value)" }
    }
    let connection = try Connection.open(":memory:")
    for statement in ["CREATE TABLE t(a, b)", "CREATE TABLE u(c, d)", "SELECT a FROM t", sql] {
      let prepared = try #require(try connection.prepare(statement).statement)
      _ = try prepared.step()
      connection.finish(prepared)
      let memory = try #require(connection.compilerMemory)
      if statement == "SELECT a FROM t" { #expect(memory.query != nil && memory.select != nil) }
      #expect(memory.columns.isEmpty)
      if let query = memory.query { #expect(fields(query) == fields(BoundQuery(parts: [], columns: []))) }
      if let select = memory.select { #expect(fields(select) == fields(BoundSelect())) }
    }
  }
}
