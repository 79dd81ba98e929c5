import Testing

@testable import ApusEngine

@Suite("JSON that is damaged")
struct JSONDamageTests {
  /// Functions by their number of arguments: the value first, then paths and values.
  private static let unary = [
    "json", "jsonb", "json_array_length", "json_error_position", "json_pretty", "json_quote", "json_type",
    "json_valid",
    "json_array", "jsonb_array", "json_remove", "json_group_array", "jsonb_group_array",
  ]
  private static let withPath = [
    "json_extract", "jsonb_extract", "->", "->>", "json_type", "json_array_length", "json_remove",
    "jsonb_remove",
  ]
  private static let withValue = [
    "json_set", "jsonb_set", "json_insert", "jsonb_insert", "json_replace", "jsonb_replace",
  ]
  private static let documents = [
    #"{"a":[1,2.5,"x\n",null,true],"b c":{"d":0x1F,'e':'\x41\v'},f:[[],{}],"g":"\#(String(repeating: "y", count: 300))"}"#,
    #"[1,-2,3e5,"text",[[[{"a":{"a":{"a":[]}}}]]],"é","\u00e9\ud83d\ude00"]"#,
    #"{"a":{"b":{"c":[1,2,3,{"a":1}]}},"0":"zero"}"#,
    #""just a text that is long enough for two bytes""#,
  ]
  private static let paths = [
    "$", "$.a", "$.a[0]", "$[0]", "$[#-1]", "$.a.b.c[#]", "$.\"b c\".d", "$.f[1].x[0]", "$[4][0][0]", "$.a[",
    "$.\"a",
  ]
  private static let messages: Set<String> = [
    "malformed JSON", "JSON cannot hold BLOB values", "json_object() labels must be TEXT",
    "string or blob too big",
  ]

  private func check(_ answer: JSONHarness.Answer, _ what: String) {
    guard case .error(let message) = answer else { return }
    #expect(
      Self.messages.contains(message) || message.hasPrefix("bad JSON path: "), "\(what): \(message)")
  }

  private func call(_ harness: JSONHarness, _ value: JSONHarness.Value, _ random: inout SeededRandom) {
    let path = JSONHarness.Value.text(Self.paths[random.below(Self.paths.count)])
    for name in Self.unary { check(harness.call(name, [value]), name) }
    for name in Self.withPath { check(harness.call(name, [value, path]), name) }
    for name in Self.withValue {
      check(harness.call(name, [value, path, value]), name)
      check(harness.call(name, [value, path, .integer(7)]), name)
    }
    let patch = JSONHarness.Value.text(Self.documents[random.below(Self.documents.count)])
    for name in ["json_patch", "jsonb_patch"] {
      check(harness.call(name, [value, patch]), name)
      check(harness.call(name, [patch, value]), name)
      check(harness.call(name, [value, value]), name)
    }
    for name in ["json_object", "json_group_object", "jsonb_group_object"] {
      check(harness.call(name, [.text("k"), value]), name)
    }
    for isRecursive in [false, true] {
      let table = JSONTable(isRecursive: isRecursive, form: random.below(2) == 0 ? .text : .binary)
      let rows = harness.rows(table, value, path: random.below(2) == 0 ? nil : path)
      if case .failure(let error) = rows {
        #expect(error.message == "malformed JSON" || error.message.hasPrefix("bad JSON path: "))
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    for _ in 0...random.below(3) {
      guard !bytes.isEmpty else { return }
      let place = random.below(bytes.count)
      switch random.below(5) {
      case 0: bytes[place] = UInt8(random.below(256))
      case 1: bytes[place] ^= 1 << UInt8(random.below(8))
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(UInt8(random.below(256)), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
  }

  @Test("Random bytes as JSONB give an answer or a typed error")
  func randomBytes() throws {
    let harness = try JSONHarness()
    var random = SeededRandom(1)
    for _ in 0..<1500 {
      let bytes = (0..<random.below(24)).map { _ in UInt8(random.below(256)) }
      call(harness, .blob(bytes), &random)
    }
  }

  @Test("Changed JSONB gives an answer or a typed error", arguments: documents)
  func changedBytes(_ document: String) throws {
    let harness = try JSONHarness()
    guard case .value(.blob(let bytes)) = harness.call("jsonb", [.text(document)]) else {
      Issue.record("no JSONB")
      return
    }
    #expect(harness.call("json_valid", [.blob(bytes), .integer(8)]) == .value(.integer(1)))
    var random = SeededRandom(UInt64(document.utf8.count))
    for _ in 0..<700 {
      var changed = bytes
      mutate(&changed, &random)
      call(harness, .blob(changed), &random)
    }
  }

  @Test("Changed text gives an answer or a typed error", arguments: documents)
  func changedText(_ document: String) throws {
    let harness = try JSONHarness()
    var random = SeededRandom(UInt64(document.utf8.count) + 7)
    for _ in 0..<700 {
      var changed = [UInt8](document.utf8)
      mutate(&changed, &random)
      call(harness, .text(String(decoding: changed, as: UTF8.self)), &random)
    }
  }

  @Test("What json() makes of strictly valid JSONB is JSON that becomes the same JSON again")
  func roundTrip() throws {
    let harness = try JSONHarness()
    var random = SeededRandom(3)
    for document in Self.documents {
      guard case .value(.blob(let bytes)) = harness.call("jsonb", [.text(document)]) else { continue }
      for _ in 0..<500 {
        var changed = bytes
        mutate(&changed, &random)
        guard harness.call("json_valid", [.blob(changed), .integer(8)]) == .value(.integer(1)) else {
          continue
        }
        guard case .value(.text(let text)) = harness.call("json", [.blob(changed)]) else { continue }
        // (A backslash before a zero byte counts as an escape in JSONB, as in SQLite; as text it ends there.)
        if text.utf8.contains(0) { continue }
        #expect(harness.call("json", [.text(text)]) == .value(.text(text)))
      }
    }
  }

  @Test("Depth needs no stack: 200,000 containers")
  func depth() throws {
    let harness = try JSONHarness()
    let depth = 200_000
    #expect(harness.call("json", [.text(String(repeating: "[", count: depth))]) == malformed)
    // Arrays in one another, from the inside out.
    var sizes: [[UInt8]] = []
    var size = 0
    for _ in 0..<depth {
      let header: [UInt8] =
        size <= 11
        ? [UInt8(size << 4) | 0x0b]
        : [0xeb] + (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) }
      sizes.append(header)
      size += header.count
    }
    let bytes = sizes.reversed().flatMap { $0 }
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(harness.call("json", [.blob(bytes)]) == .value(.text(text)))
    #expect(harness.call("json_valid", [.blob(bytes), .integer(8)]) == .value(.integer(0)))
    let path = "$" + String(repeating: "[0]", count: depth - 1)
    #expect(harness.call("json_type", [.blob(bytes), .text(path)]) == .value(.text("array")))
  }

  private var malformed: JSONHarness.Answer { .error("malformed JSON") }
}
