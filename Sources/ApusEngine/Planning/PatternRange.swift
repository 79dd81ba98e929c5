extension BoundExpression {
  /// Its answer depends on PRAGMA case_sensitive_like.
  var callsLike: Bool {
    var answer = false
    walk { if case .function(let call) = $0.kind, call.definition.flags.contains(.isLike) { answer = true } }
    return answer
  }
}

/// LIKE and GLOB whose pattern begins with fixed characters, as a range of what they can match
/// (https://www.sqlite.org/optoverview.html#like_opt).
struct PatternRange {
  let value: BoundExpression
  /// The range: at least the one, less than the other.
  let lower: [UInt8]
  let upper: [UInt8]
  /// LIKE calls letters of both cases equal: the index must too.
  let collation: Collation

  /// nil when the expression is none, or its pattern gives no range.
  init?(_ expression: BoundExpression, isCaseSensitive: Bool, encoding: TextEncoding) {
    guard case .function(let call) = expression.kind, call.definition.flags.contains(.isLike),
      call.arguments.count >= 2, case .constant(.text(let pattern)) = call.arguments[0].kind
    else { return nil }
    let isGlob = call.definition.name == "glob"
    guard isGlob || call.definition.name == "like" else { return nil }
    var escape: UInt8?
    if call.arguments.count == 3 {
      guard case .constant(.text(let bytes)) = call.arguments[2].kind, bytes.count == 1,
        bytes[0] != UInt8(ascii: "%"), bytes[0] != UInt8(ascii: "_")
      else { return nil }
      escape = bytes[0]
    }
    let ignoresCase = !isGlob && !isCaseSensitive
    guard
      let prefix = Self.prefix(
        of: pattern, isGlob: isGlob, escape: escape, asciiOnly: encoding == .utf16LittleEndian)
    else { return nil }
    value = call.arguments[1]
    // Numbers are matched as their texts, and stand elsewhere in an index.
    if !Self.isTextColumn(value), Self.mayBeNumber(prefix) { return nil }
    // Upper-case letters are less than lower-case ones: so the range holds for blobs too, which compare byte by byte.
    lower = ignoresCase ? prefix.map(Self.upperCase) : prefix
    guard let end = Self.successor(ignoresCase ? prefix.map(Self.lowerCase) : prefix) else { return nil }
    upper = WTF8.literal(end, encoding)
    collation = ignoresCase ? .noCase : .binary
  }

  /// The characters before the first that is special. `asciiOnly`: other characters are not in the order of their numbers.
  private static func prefix(
    of pattern: [UInt8], isGlob: Bool, escape: UInt8?, asciiOnly: Bool
  ) -> [UInt8]? {
    let special: [UInt8] =
      isGlob
      ? [UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "[")] : [UInt8(ascii: "%"), UInt8(ascii: "_")]
    var found: [UInt8] = []
    var position = 0
    while position < pattern.count {
      let byte = pattern[position]
      if byte == 0 { break }
      if byte == escape {
        position += 1
        guard position < pattern.count, pattern[position] != 0, pattern[position] < 0x80 else { break }
        found.append(pattern[position])
      } else if special.contains(byte) {
        break
      } else if byte >= 0x80 {
        // What is left out is left to the comparison: the range gets wider, not wrong.
        var next = position
        let scalar = pattern.withUnsafeBytes { TextTranscoder.nextScalar($0, &next) }
        if asciiOnly || scalar == 0xfffd { break }
        found += pattern[position..<next]
        position = next - 1
      } else {
        found.append(byte)
      }
      position += 1
    }
    return found.isEmpty ? nil : found
  }

  /// A text greater than all that begin with `prefix`: its last character is the next one.
  private static func successor(_ prefix: [UInt8]) -> [UInt8]? {
    var next = prefix
    var index = next.count - 1
    while index > 0, next[index] == 0xbf {
      next[index] = 0x80
      index -= 1
    }
    guard index >= 0, next[index] < 0xff else { return nil }
    next[index] += 1
    return next
  }

  private static func isTextColumn(_ value: BoundExpression) -> Bool {
    if case .column = value.withoutCollate.kind { return value.affinity == .text }
    return false
  }

  /// Texts of numbers begin with such characters; what is behind them decides little.
  private static func mayBeNumber(_ prefix: [UInt8]) -> Bool {
    guard let first = prefix.first else { return true }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      return true
    // Inf and -Inf.
    case UInt8(ascii: "I"), UInt8(ascii: "i"): return true
    case 0x09...0x0d, 0x20: return true
    default: return false
    }
  }

  private static func upperCase(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7a ? byte - 32 : byte }

  private static func lowerCase(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte }
}
