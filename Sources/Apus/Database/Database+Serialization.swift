// Databases as bytes (https://www.sqlite.org/c3ref/serialize.html).

extension Database {
  /// The bytes that the database's file would have, as one snapshot shows it.
  /// - Returns: no bytes for a database without pages.
  /// - Throws: ``DatabaseError``: `.busy`, `.corrupt`, I/O errors, `.misuse` inside another access.
  /// - Complexity: O(size of the database), in time and memory.
  public func serialize() throws -> [UInt8] {
    try access(.reader) { try $0.serialize() }
  }

  /// Replaces the content by that of a database file's bytes, in one transaction. Readers see the old content until it has ended.
  /// - Parameter image: what ``serialize()`` gave, or the bytes of a file without a log or journal beside it.
  /// - Throws: ``DatabaseError``: `.notADatabase` and `.corrupt` for bytes that are no sound database; `.readOnly` when the database has content and
  ///   cannot take the page size of the image; `.busy`, `.full`, I/O errors, `.misuse` inside another access.
  /// - Complexity: O(size of the image).
  public func deserialize(_ image: [UInt8]) throws {
    try checkWritable()
    try access(.writer) { try $0.deserialize(image) }
  }
}
