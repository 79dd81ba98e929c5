import Apus
import Foundation
import Testing

@Suite("dbstat")
struct PageStatisticsTests {
  private let directory = TemporaryDirectory()

  /// Pages of one level whose cells all lead to the same page of the next: no circle, and more ways down than anybody can walk.
  @Test("A tree that has a page more than once is refused", .timeLimit(.minutes(1)))
  func pageTwice() throws {
    let path = directory.file("twice.db")
    let root: Int
    do {
      let db = try Database(path)
      root = try db.write { tx in
        try tx.execute(
          """
          CREATE TABLE t(a INTEGER PRIMARY KEY, b);
          WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 20000)
          INSERT INTO t SELECT i, 'some text that fills a page after a while' FROM s
          """)
        return try tx.query("SELECT rootpage FROM sqlite_schema").scalar(Int.self) ?? 0
      }
      let pages = try db.read {
        try $0.query("SELECT count(*) FROM dbstat WHERE name = 't'").scalar(Int.self)
      }
      let all = try db.read { try $0.query("PRAGMA page_count").scalar(Int.self) }
      // All pages but the schema's.
      #expect(pages == (all ?? 0) - 1)
      db.close()
    }
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let template = Array(bytes[(root - 1) * 4096..<root * 4096])
    try #require(template[0] == 5, "the root has no children")
    let way = [root] + (3...8)
    for (page, next) in zip(way, way.dropFirst()) {
      var copy = template
      let child = withUnsafeBytes(of: UInt32(next).bigEndian) { Array($0) }
      copy.replaceSubrange(8..<12, with: child)
      for cell in 0..<(Int(copy[3]) << 8 | Int(copy[4])) {
        let place = Int(copy[12 + 2 * cell]) << 8 | Int(copy[13 + 2 * cell])
        copy.replaceSubrange(place..<place + 4, with: child)
      }
      bytes.replaceSubrange((page - 1) * 4096..<page * 4096, with: copy)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    // It is not sound, and is not to be found so when the folder is looked through.
    defer { try? FileManager.default.removeItem(atPath: path) }
    let db = try Database(path)
    for sql in [
      "SELECT count(*) FROM dbstat WHERE name = 't'", "SELECT pageno FROM dbstat('main', 1) WHERE name = 't'",
    ] {
      let error = #expect(throws: DatabaseError.self) { try db.read { _ = try $0.query(sql).values() } }
      #expect(error?.code.primary == .corrupt, "\(sql)")
    }
  }
}
