// Whether two engines gave the same answer.

/// In what two answers differ.
enum DifferenceKind: String, CaseIterable, Sendable {
  /// Other rows, another order under ORDER BY, other storage classes.
  case rows, order, type
  /// An error where the oracle gives rows; it names something that is not supported yet.
  case failure, refused
  /// Rows where the oracle gives an error.
  case success
  /// Another result code, or, where the oracle gives none, another message.
  case code, message
  /// Ended, or silent for too long.
  case died
}

enum AnswerComparison {
  /// What is different; nil when the answers are the same.
  static func difference(_ sql: String, oracle: Reply, ours: Reply, allowsInexact: Bool = false)
    -> DifferenceKind?
  {
    switch (oracle, ours) {
    case (.died, _): return nil
    // The oracle could not write its answer down, such as text that is not UTF-8.
    case (.failure(let message, _), _) where message.hasPrefix("driver:"): return nil
    case (_, .died): return .died
    case (.failure(let expected, let expectedCode), .failure(let message, let code)):
      if forgetsCommonTable(sql, expected, message) { return nil }
      if let expectedCode, let code { return expectedCode & 0xff == code & 0xff ? nil : .code }
      return CaseComparison.normalized(expected) == CaseComparison.normalized(message) ? nil : .message
    case (.failure, _): return .success
    case (_, .failure(let message, _)): return message.contains("not supported yet") ? .refused : .failure
    case (.rows(let expected, _), .rows(let rows, _)):
      // Plans and programs are each engine's own.
      if expected == rows || sql.hasPrefix("EXPLAIN") { return nil }
      let traits = StatementTraits(sql)
      return compare(expected, rows, traits, isInexact: allowsInexact || traits.usesSums)
    default: return nil
    }
  }

  /// After the error that a name in USING is ambiguous SQLite takes common tables for ordinary ones, and says that they are not there.
  private static func forgetsCommonTable(_ sql: String, _ expected: String, _ message: String) -> Bool {
    let prefix = "no such table: "
    guard message.hasPrefix("ambiguous reference to "), expected.hasPrefix(prefix) else { return false }
    let name = expected.dropFirst(prefix.count)
    return sql.contains("WITH ") && (sql.contains("\(name)(") || sql.contains("\(name) AS "))
  }

  private static func compare(
    _ expected: [[SQLValue]], _ rows: [[SQLValue]], _ traits: StatementTraits, isInexact: Bool
  ) -> DifferenceKind? {
    guard expected.count == rows.count, expected.first?.count == rows.first?.count else { return .rows }
    let tolerance = isInexact ? 1e-12 : 0
    guard isSameSet(expected, rows, tolerance) else {
      return isSameSet(expected.map(textual), rows.map(textual), 0) ? .type : .rows
    }
    let width = expected.first?.count ?? 0
    let keys = traits.orderColumns.prefix { $0 < width }
    for (left, right) in zip(expected, rows) {
      for key in keys where !hasSameRank(left[key], right[key], tolerance) { return .order }
    }
    return nil
  }

  /// Whether two lists of rows hold the same rows.
  static func isSameSet(_ left: [[SQLValue]], _ right: [[SQLValue]], _ tolerance: Double) -> Bool {
    let first = left.map { (sortKey($0, tolerance), $0) }.sorted { $0.0 < $1.0 }
    let second = right.map { (sortKey($0, tolerance), $0) }.sorted { $0.0 < $1.0 }
    if zip(first, second).allSatisfy({ isSameRow($0.1, $1.1, tolerance) }) { return true }
    guard tolerance > 0, left.count <= 500 else { return false }
    // Rounding may have put two rows on different sides; look for partners one by one.
    var rest = right
    for row in left {
      guard let index = rest.firstIndex(where: { isSameRow(row, $0, tolerance) }) else { return false }
      rest.remove(at: index)
    }
    return true
  }

  /// Whether the rows are the same but for case and trailing blanks.
  static func isSameUpToCollations(_ left: [[SQLValue]], _ right: [[SQLValue]]) -> Bool {
    func folded(_ rows: [[SQLValue]]) -> [[SQLValue]] {
      rows.map { row in
        row.map { value in
          if case .text(let bytes) = value { return .text(self.folded(bytes)) }
          return value
        }
      }
    }
    return left.count == right.count && isSameSet(folded(left), folded(right), 0)
  }

  /// A row without its storage classes; reals keep all their digits.
  private static func textual(_ row: [SQLValue]) -> [SQLValue] {
    row.map { value in
      if case .real(let number) = value, Double(SQLValue.render(number)) != number { return value }
      return .text(value.rendered)
    }
  }

  private static func sortKey(_ row: [SQLValue], _ tolerance: Double) -> String {
    row.map { value in
      switch value {
      case .real(let number):
        "r" + (tolerance > 0 ? formatted("%.9e", number == 0 ? 0 : number) : "\(number == 0 ? 0 : number)")
      case .text(let bytes): "t" + hexadecimal(bytes)
      default: value.typeName + value.literal
      }
    }.joined(separator: ",")
  }

  private static func isSameRow(_ left: [SQLValue], _ right: [SQLValue], _ tolerance: Double) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1, tolerance) }
  }

  static func isSame(_ left: SQLValue, _ right: SQLValue, _ tolerance: Double) -> Bool {
    guard case .real(let first) = left, case .real(let second) = right else { return left == right }
    if first == second || (first.isNaN && second.isNaN) { return true }
    return tolerance > 0 && (first - second).magnitude <= tolerance * max(first.magnitude, second.magnitude)
  }

  /// Whether two values may stand at the same place of an order: equal but for case, trailing blanks and the kind of
  /// number, which a collation or the comparison of numbers may ignore.
  private static func hasSameRank(_ left: SQLValue, _ right: SQLValue, _ tolerance: Double) -> Bool {
    if isSame(left, right, tolerance) { return true }
    switch (left, right) {
    case (.integer(let first), .real(let second)): return Double(first) == second
    case (.real(let first), .integer(let second)): return first == Double(second)
    case (.text(let first), .text(let second)): return folded(first) == folded(second)
    default: return false
    }
  }

  private static func folded(_ text: [UInt8]) -> [UInt8] {
    var result = text.map { (65...90).contains($0) ? $0 | 32 : $0 }
    while result.last == 32 { result.removeLast() }
    return result
  }
}
