extension ApplicationCollation {
  /// A collation over Swift's strings. Comparing makes two strings per call; `init(_:compare:)` compares the bytes in place.
  /// - Parameter areInOrder: whether the first text comes before the second.
  /// - Throws: `.misuse` for an empty name or BINARY, `.full` when the process has 1024 collations already.
  public convenience init(
    _ name: String, areInOrder: @escaping @Sendable (String, String) -> Bool
  ) throws(DatabaseError) {
    try self.init(name) { left, right in
      let first = String(decoding: left, as: UTF8.self)
      let second = String(decoding: right, as: UTF8.self)
      if areInOrder(first, second) { return -1 }
      return areInOrder(second, first) ? 1 : 0
    }
  }
}
