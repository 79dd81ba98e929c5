import Apus
import Testing

@Suite("Modules of virtual tables that a program brings")
struct ProgramModuleTests {
  @Test("the rows of a program's own store are read and written with SQL, on every connection of the pool")
  func settings() throws {
    let directory = TemporaryDirectory()
    let store = SettingsStore()
    var configuration = Database.Configuration()
    configuration.modules["settings"] = SettingsModule(store: store)
    let database = try Database(directory.file("settings.db"), configuration)
    try database.write { tx in
      try tx.execute("CREATE VIRTUAL TABLE settings USING settings")
      try tx.execute("INSERT INTO settings VALUES ('theme', 'dark'), ('size', 12)")
      try tx.execute("UPDATE settings SET value = value + 1 WHERE name = 'size'")
      try tx.execute("INSERT OR REPLACE INTO settings VALUES ('theme', 'light')")
      try tx.execute("INSERT OR IGNORE INTO settings VALUES ('theme', 'none')")
    }
    #expect(store["size"] == 13)
    store["beep"] = .blob([7])
    let rows = try database.read { try $0.query("SELECT * FROM settings").values() }
    #expect(rows == [["beep", .blob([7])], ["size", 13], ["theme", "light"]])
    let one = try database.read {
      try $0.query("SELECT value FROM settings WHERE name = 'theme'").scalar(String.self)
    }
    #expect(one == "light")
    let plan = try database.read {
      try $0.query("EXPLAIN QUERY PLAN SELECT value FROM settings WHERE name = 'theme'").next()?["detail"]
    }
    #expect(plan == "SCAN settings VIRTUAL TABLE INDEX 1:")
    do {
      try database.write { try $0.execute("INSERT INTO settings VALUES ('theme', 'none')") }
      Issue.record("a second entry of one name was stored")
    } catch let error as DatabaseError {
      #expect(error.code == .constraintPrimaryKey)
    }
    try database.write { try $0.execute("DELETE FROM settings WHERE name <> 'beep'") }
    #expect(store.all.map(\.name) == ["beep"])
  }

  @Test("a database whose module is missing is still one, but for the table")
  func missingModule() throws {
    let directory = TemporaryDirectory()
    var configuration = Database.Configuration()
    configuration.modules["settings"] = SettingsModule(store: SettingsStore())
    let first = try Database(directory.file("m.db"), configuration)
    try first.write {
      try $0.execute("CREATE VIRTUAL TABLE s USING settings; CREATE TABLE t(x); INSERT INTO t VALUES (1)")
    }
    let second = try Database(directory.file("m.db"))
    #expect(try second.read { try $0.query("SELECT x FROM t").scalar(Int.self) } == 1)
    do {
      _ = try second.read { try $0.query("SELECT * FROM s").values() }
      Issue.record("a table without its module was read")
    } catch let error as DatabaseError {
      #expect(error.message == "no such module: settings")
    }
  }
}
