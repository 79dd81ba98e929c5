// Whether an answer is what a case expects.

/// What a comparison finds.
enum Verdict: String, CaseIterable, Sendable {
  case pass
  /// An error where rows are expected, and the reverse.
  case error, noerror
  case rows
  /// The right rows in another order, where the statement has an outer ORDER BY.
  case order
  /// The right texts with other storage classes.
  case type
  /// Another message.
  case message
  /// The driver ended or was silent.
  case died
  /// Not compared: `any`, reopened, or different between SQLite releases.
  case any, open, skip

  /// Whether it counts as a step.
  var isCounted: Bool { self != .any && self != .open && self != .skip }
}

/// How strictly answers are judged.
struct Strictness: Sendable {
  /// Storage classes must match.
  var isTyped = true
  /// Messages of errors must match.
  var comparesMessages = false
  /// Steps that differ between SQLite releases count.
  var includesVersionDependent = false

  func isFailure(_ verdict: Verdict) -> Bool {
    switch verdict {
    case .error, .noerror, .rows, .order, .died: true
    case .type: isTyped
    case .message: comparesMessages
    case .pass, .any, .open, .skip: false
    }
  }
}

enum CaseComparison {
  /// Compares an answer with the expectation of a step.
  static func verdict(_ step: CaseStep, _ reply: Reply) -> Verdict {
    if case .died = reply { return .died }
    switch step.expectation {
    case .reopen: return .open
    case .anything: return .any
    case .error(let message):
      guard let error = reply.error else { return .noerror }
      return normalized(error) == normalized(message) ? .pass : .message
    case .digest(let count, let columns, let md5):
      guard case .rows(let rows, _) = reply else { return .error }
      guard rows.count == count, rows.first.map({ $0.count == columns }) ?? true else { return .rows }
      return digest(rows, isOrdered: step.isOrdered) == md5 ? .pass : .rows
    case .rows(let wanted):
      guard case .rows(let rows, _) = reply else { return .error }
      return compare(rows, wanted, isOrdered: step.isOrdered)
    }
  }

  private static func compare(_ rows: [[SQLValue]], _ wanted: [[SQLValue]], isOrdered: Bool) -> Verdict {
    guard rows.count == wanted.count else { return .rows }
    if wanted.isEmpty || rows == wanted { return .pass }
    let got = rows.map { TypedRow($0) }
    let expected = wanted.map { TypedRow($0) }
    let haveSameTexts = got.elementsEqual(expected) { $0.texts == $1.texts }
    if haveSameTexts && isOrdered {
      return got.elementsEqual(expected) { $0.types == $1.types } ? .pass : .type
    }
    let sortedGot = got.sorted(by: TypedRow.precedes)
    let sortedExpected = expected.sorted(by: TypedRow.precedes)
    guard sortedGot.elementsEqual(sortedExpected, by: { $0.texts == $1.texts }) else { return .rows }
    if isOrdered { return .order }
    return sortedGot.elementsEqual(sortedExpected) { $0.types == $1.types } ? .pass : .type
  }

  /// The digest of rows that the case files use: texts with line feeds; unordered rows are sorted first.
  static func digest(_ rows: [[SQLValue]], isOrdered: Bool) -> String {
    // NULL sorts by a text of its own and is hashed as nothing.
    let null = [0] + Array("NULL".utf8)
    var texts = rows.map { row in row.map { $0 == .null ? null : $0.rendered } }
    if !isOrdered { texts.sort { ByteOrder.precedes($0, $1) } }
    var digest = MD5()
    for value in texts.joined() {
      if value != null { digest.update(value) }
      digest.update([10])
    }
    return digest.finish()
  }

  /// A message without its layout and case.
  static func normalized(_ message: String) -> String {
    message.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A row as texts and the storage classes behind them.
private struct TypedRow {
  let texts: [[UInt8]]
  let types: [String]

  init(_ row: [SQLValue]) {
    texts = row.map(\.rendered)
    types = row.map(\.typeName)
  }

  static func precedes(_ left: TypedRow, _ right: TypedRow) -> Bool {
    if left.texts != right.texts { return ByteOrder.precedes(left.texts, right.texts) }
    return left.types.lexicographicallyPrecedes(right.types)
  }
}

/// The order of texts by code points. A byte that is no UTF-8 sorts as the lone surrogate U+DC80…U+DCFF, as in the
/// recorded digests.
enum ByteOrder {
  static func precedes(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    for (first, second) in zip(left, right) where first != second { return precedes(first, second) }
    return left.count < right.count
  }

  static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let isSimple = isUTF8(left) && isUTF8(right)
    return isSimple
      ? left.lexicographicallyPrecedes(right) : scalars(left).lexicographicallyPrecedes(scalars(right))
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 < 128 } || String(validating: bytes, as: UTF8.self) != nil
  }

  private static func scalars(_ bytes: [UInt8]) -> [UInt32] {
    var result: [UInt32] = []
    var start = 0
    while start < bytes.count {
      let width = (1...4).first { width in
        start + width <= bytes.count
          && String(validating: bytes[start..<start + width], as: UTF8.self)?.unicodeScalars.count == 1
      }
      if let width,
        let scalar = String(decoding: bytes[start..<start + width], as: UTF8.self).unicodeScalars.first
      {
        result.append(scalar.value)
        start += width
      } else {
        result.append(0xdc00 + UInt32(bytes[start]))
        start += 1
      }
    }
    return result
  }
}
