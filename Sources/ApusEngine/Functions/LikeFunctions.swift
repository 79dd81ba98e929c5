// like(PATTERN, TEXT [, ESCAPE]) and glob(PATTERN, TEXT): what the operators LIKE and GLOB call.

enum LikeFunctions {
  static func like(_ context: CallContext, _ arguments: Arguments) {
    var escape: UInt32 = 0
    guard begin(context, arguments) else { return }
    if arguments.count == 3 {
      guard arguments[2].tag != .null else { return }
      let character: UInt32? = context.withText(of: arguments[2]) { bytes in
        let text = bytes.untilNUL
        guard UTF8Text.length(text) == 1 else { return nil }
        var index = 0
        return TextTranscoder.nextScalar(text, &index)
      }
      guard let character else {
        context.pointee.fail("ESCAPE expression must be a single character")
        return
      }
      escape = character
    }
    match(.like(escape: escape, ignoresCase: !context.environment.caseSensitiveLike), context, arguments)
  }

  static func glob(_ context: CallContext, _ arguments: Arguments) {
    guard begin(context, arguments) else { return }
    match(.glob, context, arguments)
  }

  /// What comes before the escape character is looked at. False: the result stands.
  private static func begin(_ context: CallContext, _ arguments: Arguments) -> Bool {
    if !context.environment.likeMatchesBlobs, arguments[0].tag == .blob || arguments[1].tag == .blob {
      context.result(0)
      return false
    }
    if context.withText(of: arguments[0], { $0.count }) > context.environment.likePatternLimit {
      context.pointee.fail("LIKE or GLOB pattern too complex")
      return false
    }
    return true
  }

  @inline(__always)
  private static func match(_ matcher: PatternMatcher, _ context: CallContext, _ arguments: Arguments) {
    guard arguments[0].tag != .null, arguments[1].tag != .null else { return }
    context.withText(of: arguments[0]) { pattern in
      context.withText(of: arguments[1]) { text in
        let matched = matcher.matches(pattern.untilNUL, text.untilNUL) { context.isInterrupted() }
        if let matched { context.result(matched) }
      }
    }
  }
}
