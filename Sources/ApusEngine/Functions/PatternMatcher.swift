/// LIKE and GLOB: matches a text against a pattern, by characters, without recursion or allocation.
///
/// When something does not match, only the last wildcard for any number of characters can help, by taking one character
/// more: so the work is at most pattern times text, and never exponential.
struct PatternMatcher {
  /// "%" or "*"; 0 when the escape character took its place. Likewise the next.
  private let anyText: UInt32
  /// "_" or "?".
  private let anyCharacter: UInt32
  /// GLOB: "[" begins a set.
  private let hasSets: Bool
  /// LIKE's ESCAPE; 0 for none.
  private let escape: UInt32
  private let ignoresCase: Bool

  static func like(escape: UInt32, ignoresCase: Bool) -> PatternMatcher {
    PatternMatcher(
      anyText: escape == 0x25 ? 0 : 0x25, anyCharacter: escape == 0x5f ? 0 : 0x5f, hasSets: false,
      escape: escape,
      ignoresCase: ignoresCase)
  }

  static let glob = PatternMatcher(
    anyText: 0x2a, anyCharacter: 0x3f, hasSets: true, escape: 0, ignoresCase: false)

  /// One character's worth of pattern.
  private enum Step { case matched, failed, outOfText }

  /// True when all of `text` matches all of `pattern`. `isInterrupted` is asked now and then; true ends it with nil.
  func matches(
    _ pattern: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer, isInterrupted: () -> Bool
  ) -> Bool? {
    var p = 0
    var t = 0
    // Where to go on after a mismatch: behind the last wildcard, and one character further in the text.
    var retryPattern = -1
    var retryText = 0
    var retries = 0
    while true {
      if p < pattern.count {
        var next = p
        let c = TextTranscoder.nextScalar(pattern, &next)
        if c == anyText, c != 0 {
          guard skipWildcards(pattern, &next, text, &t) else { return false }
          if next == pattern.count { return true }
          retryPattern = next
          p = next
          skipAhead(pattern, p, text, &t)
          retryText = t
          continue
        }
        p = next
        switch step(c, pattern, &p, text, &t) {
        case .matched: continue
        case .outOfText: return false
        case .failed: break
        }
      } else if t == text.count {
        return true
      }
      guard retryPattern >= 0, retryText < text.count else { return false }
      UTF8Text.skip(text, &retryText)
      t = retryText
      p = retryPattern
      skipAhead(pattern, p, text, &t)
      retryText = t
      retries &+= 1
      if retries & 0xffff == 0, isInterrupted() { return nil }
    }
  }

  /// Passes the wildcards that follow a "%"; each "_" takes a character. False when the text has none left.
  private func skipWildcards(
    _ pattern: UnsafeRawBufferPointer, _ p: inout Int, _ text: UnsafeRawBufferPointer, _ t: inout Int
  ) -> Bool {
    while p < pattern.count {
      var next = p
      let c = TextTranscoder.nextScalar(pattern, &next)
      if c == anyCharacter, c != 0 {
        guard t < text.count else { return false }
        UTF8Text.skip(text, &t)
      } else if c != anyText || c == 0 {
        return true
      }
      p = next
    }
    return true
  }

  /// Behind a "%": moves the text to where the pattern's next character first occurs, when that is plain ASCII.
  @inline(__always)
  private func skipAhead(
    _ pattern: UnsafeRawBufferPointer, _ p: Int, _ text: UnsafeRawBufferPointer, _ t: inout Int
  ) {
    guard p < pattern.count, let base = text.baseAddress else { return }
    let byte = pattern[p]
    let c = UInt32(byte)
    guard byte < 0x80, c != escape, c != anyCharacter, !(hasSets && byte == 0x5b) else { return }
    if ignoresCase, ValueRules.lowercased(byte) != ValueRules.uppercased(byte) {
      let small = ValueRules.lowercased(byte)
      while t < text.count, ValueRules.lowercased(text[t]) != small { t &+= 1 }
    } else {
      t = ByteSearch.firstByte(byte, base, t, text.count) ?? text.count
    }
  }

  /// Matches one character of the text with `c`, which was read from the pattern before `p`.
  @inline(__always)
  private func step(
    _ c: UInt32, _ pattern: UnsafeRawBufferPointer, _ p: inout Int, _ text: UnsafeRawBufferPointer,
    _ t: inout Int
  ) -> Step {
    var wanted = c
    var isLiteral = false
    if hasSets, c == 0x5b {
      guard t < text.count else { return .outOfText }
      return Self.matchSet(TextTranscoder.nextScalar(text, &t), pattern, &p) ? .matched : .failed
    }
    if c == escape, c != 0 {
      // An escape character at the end matches nothing.
      guard p < pattern.count else { return .outOfText }
      wanted = TextTranscoder.nextScalar(pattern, &p)
      isLiteral = true
    }
    guard t < text.count else { return .outOfText }
    let found = TextTranscoder.nextScalar(text, &t)
    if found == wanted { return .matched }
    if !isLiteral, wanted == anyCharacter, wanted != 0 { return .matched }
    if ignoresCase, wanted < 0x80, found < 0x80,
      ValueRules.lowercased(UInt8(truncatingIfNeeded: wanted))
        == ValueRules.lowercased(UInt8(truncatingIfNeeded: found))
    {
      return .matched
    }
    return .failed
  }

  /// Matches a character with a set whose "[" was read: "[^a-z]". A set without an end matches nothing.
  private static func matchSet(_ found: UInt32, _ pattern: UnsafeRawBufferPointer, _ p: inout Int) -> Bool {
    /// The next character, 0 at the end.
    func read() -> UInt32 { p < pattern.count ? TextTranscoder.nextScalar(pattern, &p) : 0 }
    var isInverted = false
    var isIn = false
    var c = read()
    if c == 0x5e {
      isInverted = true
      c = read()
    }
    if c == 0x5d {
      isIn = found == 0x5d
      c = read()
    }
    var lower: UInt32 = 0
    while c != 0, c != 0x5d {
      if c == 0x2d, lower > 0, p < pattern.count, pattern[p] != 0x5d {
        c = read()
        if found >= lower, found <= c { isIn = true }
        lower = 0
      } else {
        if found == c { isIn = true }
        lower = c
      }
      c = read()
    }
    return c != 0 && isIn != isInverted
  }
}
