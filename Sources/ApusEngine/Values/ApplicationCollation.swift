/// A collating sequence of the application. One may be registered with any number of connections.
public final class ApplicationCollation: Sendable {
  /// Compares two texts as UTF-8: negative, 0 or positive. The bytes are valid until the call returns. It must order consistently, must not use the
  /// connection, and is called on whatever thread a statement runs on.
  public typealias Compare = @Sendable (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Int

  public let name: String
  let collation: Collation
  private let compare: Compare

  /// - Throws: `.misuse` for an empty name or BINARY, which is always the order of bytes; `.full` when the process has 1024 collations already.
  public init(_ name: String, compare: @escaping Compare) throws(DatabaseError) {
    guard !name.isEmpty, !name.equalsIgnoringCase("binary") else {
      throw DatabaseError(.misuse, "bad parameter or other API misuse")
    }
    guard let collation = CollationRegistry.allocate() else {
      throw DatabaseError(.full, "too many collations")
    }
    self.name = name
    self.compare = compare
    self.collation = collation
    _ = CollationRegistry.register(collation, context: Unmanaged.passUnretained(self).toOpaque()) {
      context, left, leftCount, right, rightCount in
      guard let context else { return 0 }
      return Unmanaged<ApplicationCollation>.fromOpaque(context)._withUnsafeGuaranteedRef {
        let order = $0.compare(
          UnsafeRawBufferPointer(start: left, count: leftCount),
          UnsafeRawBufferPointer(start: right, count: rightCount))
        return order < 0 ? -1 : order == 0 ? 0 : 1
      }
    }
  }

  deinit {
    CollationRegistry.remove(collation)
    CollationRegistry.free(collation)
  }
}
