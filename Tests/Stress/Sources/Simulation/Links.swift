import Apus

// What follows from a change by itself: triggers count the changes of every table, rows that refer to rows of `a` go and move with
// them, and two columns are computed. The model predicts all of it, so that its digest tells whether a transaction took
// everything with it.

extension Model {
  /// Every table of rows: two columns are generated, one of them stored.
  static let columns =
    "id INTEGER PRIMARY KEY, seed INTEGER, value BLOB, size INTEGER AS (length(value)), half INTEGER AS (seed / 2) STORED"

  /// Beside the tables of rows.
  static let setup = [
    "CREATE TABLE counts(name TEXT PRIMARY KEY, inserted INTEGER, updated INTEGER, deleted INTEGER) WITHOUT ROWID",
    "CREATE TABLE link(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES a(id) ON DELETE CASCADE ON UPDATE CASCADE)",
    "CREATE INDEX link_parent ON link(parent)",
  ]
  static let setupNames = ["counts", "link", "link_parent"]

  /// How many rows triggers have seen come, change and go.
  struct Counts {
    var inserted = 0
    var updated = 0
    var deleted = 0
  }

  static func hash(counts: Counts, of table: String) -> UInt64 {
    Random.mix(
      hash("counts of \(table)") ^ UInt64(counts.inserted) ^ UInt64(counts.updated) << 20
        ^ UInt64(counts.deleted) << 40)
  }

  static func hash(link id: Int, parent: Int) -> UInt64 {
    Random.mix(hash("link") ^ UInt64(id) << 24 ^ UInt64(parent))
  }

  /// The triggers that count a table's changes, and its row of counts.
  static func countingStatements(_ table: String) -> [String] {
    ["inserted", "updated", "deleted"].map { what in
      "CREATE TRIGGER \(table)_\(what) AFTER \(event(what)) ON \(table) BEGIN "
        + "UPDATE counts SET \(what) = \(what) + 1 WHERE name = '\(table)'; END"
    } + ["INSERT INTO counts VALUES ('\(table)', 0, 0, 0)"]
  }

  private static func event(_ what: String) -> String {
    what == "inserted" ? "INSERT" : what == "updated" ? "UPDATE" : "DELETE"
  }
}

extension Workload {
  /// A row of `link` comes or goes, is refused, or a row of `a` gets another id, which its links follow.
  func changeLinks(_ random: inout Random) throws {
    let parents = model.tables["a", default: [:]].keys.sorted()
    guard !parents.isEmpty else { return }
    let links = model.links.keys.sorted()
    let id = random.below(1_000_000)
    switch random.below(8) {
    case 0 where !links.isEmpty:
      let gone = random.pick(links)
      try write("DELETE FROM link WHERE id = \(gone)")
      model.removeLink(gone)
    case 1:
      do {
        try write("INSERT INTO link VALUES (\(id), -1)")
        throw Verifier.Violation(description: "a link without a row was taken")
      } catch let error as DatabaseError where error.code == .constraintForeignKey {
        tally.refusals += 1
      }
    case 2, 3:
      let old = random.pick(parents)
      guard model.tables["a"]?[id] == nil else { return }
      try write("UPDATE a SET id = \(id) WHERE id = \(old)")
      tally.cascades += model.move(old, to: id)
    default:
      guard model.links[id] == nil else { return }
      let parent = random.pick(parents)
      try write("INSERT INTO link VALUES (\(id), \(parent))")
      model.addLink(id, parent: parent)
    }
    tally.triggerRuns = max(tally.triggerRuns, model.triggerRuns)
  }
}
