import Apus
import Testing

/// In SQLite these rows are missing from their indexes: see "Indexes on JSON functions" in `spec/deviations.md`. The system's SQLite judges the
/// file: what it computes from the stored rows is what must stand in the indexes.
@Suite("Indexes on JSON functions")
struct JSONIndexTests {
  private let directory = TemporaryDirectory()

  @Test("hold what a stored row gives, wherever its values have come from")
  func keys() throws {
    let database = try Database(directory.file("json.db"))
    try database.write { tx in
      try tx.execute(
        """
        CREATE TABLE t(id INTEGER PRIMARY KEY, a, b, v AS (json_array(b)), w AS (json_array(v, id)), s AS (json_array(b)) STORED);
        CREATE INDEX object ON t(json_object('a', a));
        CREATE INDEX virtual ON t(v);
        CREATE INDEX nested ON t(json_array(w));
        CREATE INDEX stored ON t(json_array(s));
        CREATE INDEX partial ON t(b) WHERE json_array(a) = '["[1]"]';
        CREATE UNIQUE INDEX pair ON t(json_array(a, b));
        CREATE TABLE log(text);
        CREATE TRIGGER tells AFTER INSERT ON t BEGIN INSERT INTO log VALUES (json_array(NEW.a)); END;
        INSERT INTO t(a, b) VALUES (json('[1]'), json('[2]'));
        INSERT INTO t(a, b) VALUES ('[3]', json('[4]')), (json('[5]'), 6);
        INSERT INTO t(a, b) SELECT json_array(value), json_object('n', value) FROM json_each('[7,8]');
        UPDATE t SET b = json('[7]') WHERE a = '[3]';
        UPDATE t SET a = json(a) WHERE a = '[7]';
        INSERT INTO t(a, b) VALUES ('[1]', json('[2]')) ON CONFLICT(json_array(a, b)) DO UPDATE SET a = json('[9]');
        """)
      let object =
        "SELECT json_object('a', a) FROM t INDEXED BY object WHERE json_object('a', a) = '{\"a\":\"[9]\"}'"
      #expect(try tx.query(object).values() == [["{\"a\":\"[9]\"}"]])
      #expect(try tx.query("SELECT id FROM t INDEXED BY virtual WHERE v = '[\"[7]\"]'").values() == [[2]])
      #expect(
        try tx.query("SELECT id FROM t INDEXED BY pair WHERE json_array(a, b) = '[\"[9]\",\"[2]\"]'").values()
          == [[1]])
      #expect(try tx.query("PRAGMA integrity_check").values() == [["ok"]])
      // Triggers, and what is stored, get the values as they come.
      #expect(try tx.query("SELECT text FROM log LIMIT 2").values() == [["[[1]]"], ["[\"[3]\"]"]])
      #expect(try tx.query("SELECT s FROM t WHERE id = 2").values() == [["[[7]]"]])
    }
  }

  @Test("keep rows unique by what is stored")
  func uniqueness() throws {
    let database = try Database(directory.file("unique.db"))
    try database.write { tx in
      try tx.execute(
        "CREATE TABLE t(a); CREATE UNIQUE INDEX i ON t(json_array(a)); INSERT INTO t VALUES ('[1]')")
      let error = #expect(throws: DatabaseError.self) { try tx.execute("INSERT INTO t VALUES (json('[1]'))") }
      #expect(error?.message == "UNIQUE constraint failed: index 'i'")
      try tx.execute("INSERT OR REPLACE INTO t VALUES (json('[1]'))")
      #expect(try tx.query("SELECT count(*) FROM t").values() == [[1]])
    }
  }
}
