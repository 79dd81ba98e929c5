import Testing

@testable import ApusConformance

@Suite struct SQLLogicTests {
  private func records(_ text: String) -> SQLLogicFile { SQLLogicFile(Array(text.utf8)) }

  @Test func recordsOfAFile() throws {
    let file = records(
      """
      # a comment
      hash-threshold 8

      statement ok
      CREATE TABLE t1(a,
        b)

      skipif mysql # a reason
      onlyif sqlite
      query IT rowsort label-1
      SELECT a, b FROM t1
      ----
      1
      one

      statement error
      SELECT nothing

      query R nosort
      SELECT 1.5

      halt
      """)
    #expect(file.failure == nil)
    #expect(file.records.map(\.line) == [2, 4, 10, 16, 19, 22])
    #expect(file.records[0].kind == .hashThreshold(8))
    #expect(file.records[1].kind == .statement(succeeds: true))
    #expect(file.records[1].sql == Array("CREATE TABLE t1(a,\n  b)".utf8))
    #expect(
      file.records[2].kind
        == .query(
          types: Array("IT".utf8), sort: .rowsort, label: "label-1",
          expected: [Array("1".utf8), Array("one".utf8)]))
    #expect(!file.records[2].isSkipped(for: "sqlite"))
    #expect(file.records[2].isSkipped(for: "mysql"))
    #expect(file.records[2].isSkipped(for: "postgresql"))
    #expect(file.records[3].kind == .statement(succeeds: false))
    #expect(file.records[4].kind == .query(types: Array("R".utf8), sort: .nosort, label: nil, expected: nil))
    #expect(file.records[5].kind == .halt)
  }

  @Test func windowsLineEndsAndAnEmptyResult() {
    let file = records("query I rowsort\r\nSELECT 1 WHERE 0\r\n----\r\n\r\nstatement ok\r\nSELECT 1\r\n")
    #expect(file.failure == nil)
    #expect(file.records.count == 2)
    #expect(file.records[0].kind == .query(types: Array("I".utf8), sort: .rowsort, label: nil, expected: []))
  }

  @Test(arguments: [
    "statement maybe\nSELECT 1\n", "query X\nSELECT 1\n", "query I anysort\nSELECT 1\n", "select 1\n",
    "skipif\n",
  ])
  func whatIsNoRecordEndsTheFile(text: String) {
    let file = records("statement ok\nSELECT 1\n\n" + text)
    #expect(file.failure != nil)
    #expect(file.records.count == 1)
  }

  @Test(arguments: [
    (SQLValue.null, "I", "NULL"), (.integer(7), "I", "7"), (.real(2.9), "I", "2"),
    (.real(-1e30), "I", "-9223372036854775808"),
    (.text(Array(" 12abc".utf8)), "I", "12"), (.text(Array("abc".utf8)), "I", "0"),
    (.integer(7), "R", "7.000"),
    (.text(Array("1.5e1x".utf8)), "R", "15.000"), (.real(1234567890123.5), "R", "1234567890123.500"),
    (.real(1e20), "R", "100000000000000000000.000"), (.text([]), "T", "(empty)"),
    (.text(Array("a\né".utf8)), "T", "a@@@"),
    (.real(0.1), "T", "0.1"), (.real(1e15), "T", "1.0e+15"), (.real(100), "T", "100.0"),
  ])
  func valuesByTheirType(value: SQLValue, type: String, expected: String) {
    let text = SQLLogicResult.format(value, Array(type.utf8)[0])
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }

  @Test func sortModes() {
    let rows: [[SQLValue]] = [[.integer(2), .integer(9)], [.integer(10), .integer(1)]]
    func values(_ sort: SQLLogicRecord.Sort) -> [String] {
      SQLLogicResult.values(rows, types: Array("II".utf8), sort: sort).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(values(.nosort) == ["2", "9", "10", "1"])
    #expect(values(.rowsort) == ["10", "1", "2", "9"])
    #expect(values(.valuesort) == ["1", "10", "2", "9"])
  }

  @Test func hashOfAResult() throws {
    let hashed = try #require(
      SQLLogicResult.hashed(Array("30 values hashing to 3c13dee48d9356ae19af2515e05e6b54".utf8)))
    #expect(hashed.count == 30)
    #expect(hashed.digest == "3c13dee48d9356ae19af2515e05e6b54")
    #expect(SQLLogicResult.hashed(Array("30 values".utf8)) == nil)
    // md5 of "1\n2\n"
    #expect(SQLLogicResult.digest([Array("1".utf8), Array("2".utf8)]) == "6ddb4095eb719e2a9f0a3f95677d24e0")
  }

  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ])
  func md5OfRFC1321(text: String, digest: String) { #expect(MD5.digest(text.utf8) == digest) }
}
