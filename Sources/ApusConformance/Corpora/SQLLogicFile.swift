// The text format of sqllogictest: records separated by blank lines.

/// One record that runs something, or a control line.
struct SQLLogicRecord: Equatable {
  enum Kind: Equatable {
    /// `statement ok` or `statement error`
    case statement(succeeds: Bool)
    /// `query TYPES [SORT] [LABEL]`; no expectation when there is no `----`
    case query(types: [UInt8], sort: Sort, label: String?, expected: [[UInt8]]?)
    case halt
    case hashThreshold(Int)
  }
  enum Sort: String { case nosort, rowsort, valuesort }

  var kind: Kind
  /// The line of its first word, from 1.
  var line: Int
  var sql: [UInt8] = []
  /// skipif and onlyif before it.
  var conditions: [(isSkip: Bool, engine: String)] = []

  static func == (left: SQLLogicRecord, right: SQLLogicRecord) -> Bool {
    left.kind == right.kind && left.line == right.line && left.sql == right.sql
      && left.conditions.elementsEqual(right.conditions) { $0 == $1 }
  }

  /// Whether the conditions leave it out for an engine of that name.
  func isSkipped(for engine: String) -> Bool {
    conditions.contains { $0.isSkip == ($0.engine == engine) }
  }
}

/// A file of records.
struct SQLLogicFile {
  private(set) var records: [SQLLogicRecord] = []
  /// Why the rest of the file could not be read.
  private(set) var failure: String?

  /// Reads as much as is well formed.
  init(_ text: [UInt8]) {
    do {
      try read(Self.lines(text))
    } catch {
      failure = "\(error)"
    }
  }

  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split(separator: 10, omittingEmptySubsequences: false).map { $0.last == 13 ? $0.dropLast() : $0 }
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 32 || (9...13).contains($0) }
  }

  private mutating func read(_ lines: [ArraySlice<UInt8>]) throws {
    var index = 0
    var conditions: [(isSkip: Bool, engine: String)] = []
    while index < lines.count {
      let line = lines[index]
      index += 1
      if Self.isBlank(line) || line.first == UInt8(ascii: "#") { continue }
      let head = line.prefix { $0 != UInt8(ascii: "#") }
      let words = head.split { $0 == 32 || (9...13).contains($0) }.map { String(decoding: $0, as: UTF8.self) }
      guard let command = words.first else { throw ConformanceError("line \(index): no record") }
      func word(_ position: Int) throws -> String {
        guard position < words.count else { throw ConformanceError("line \(index): a word is missing") }
        return words[position]
      }
      if command == "skipif" || command == "onlyif" {
        conditions.append((command == "skipif", try word(1).lowercased()))
        continue
      }
      var record = SQLLogicRecord(kind: .halt, line: index, conditions: conditions)
      conditions = []
      switch command {
      case "halt": break
      case "hash-threshold":
        guard let limit = Int(try word(1)) else { throw ConformanceError("line \(index): no threshold") }
        record.kind = .hashThreshold(limit)
      case "statement":
        let outcome = try word(1)
        guard outcome == "ok" || outcome == "error" else {
          throw ConformanceError("line \(index): statement \(outcome)")
        }
        record.kind = .statement(succeeds: outcome == "ok")
        record.sql = Self.block(lines, &index) { Self.isBlank($0) }
      case "query":
        let types = Array((words.count > 1 ? words[1] : "").utf8)
        let isKnown = types.allSatisfy {
          [UInt8(ascii: "I"), UInt8(ascii: "T"), UInt8(ascii: "R")].contains($0)
        }
        guard !types.isEmpty, isKnown else { throw ConformanceError("line \(index): query types") }
        guard let sort = SQLLogicRecord.Sort(rawValue: words.count > 2 ? words[2] : "nosort") else {
          throw ConformanceError("line \(index): sort mode \(words[2])")
        }
        let divider = Array("----".utf8)[...]
        record.sql = Self.block(lines, &index) { Self.isBlank($0) || $0 == divider }
        var expected: [[UInt8]]?
        if index < lines.count, lines[index] == divider {
          index += 1
          var values: [[UInt8]] = []
          while index < lines.count, !lines[index].isEmpty {
            values.append(Array(lines[index]))
            index += 1
          }
          expected = values
        }
        record.kind = .query(
          types: types, sort: sort, label: words.count > 3 ? words[3] : nil, expected: expected)
      default: throw ConformanceError("line \(index): unknown record \(command)")
      }
      records.append(record)
    }
  }

  private static func block(
    _ lines: [ArraySlice<UInt8>], _ index: inout Int, until isEnd: (ArraySlice<UInt8>) -> Bool
  ) -> [UInt8] {
    var text: [UInt8] = []
    while index < lines.count, !isEnd(lines[index]) {
      if !text.isEmpty { text.append(10) }
      text.append(contentsOf: lines[index])
      index += 1
    }
    return text
  }
}
