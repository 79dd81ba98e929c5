// One token: what it is and where it lies. The bytes stay in the input.

/// A token of the input.
struct Token {
  /// What it is.
  var kind: TokenKind
  /// Offset of its first byte.
  var start: Int
  /// Offset behind its last byte.
  var end: Int

  /// Number of bytes.
  @inline(__always) var count: Int { end &- start }
}
