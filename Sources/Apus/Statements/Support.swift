extension String {
  /// Calls `body` with the text's UTF-8 bytes.
  func withUTF8Bytes<T>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(DatabaseError) -> T
  ) throws(DatabaseError) -> T {
    var copy = self
    let result = copy.withUTF8 { bytes -> Result<T, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try body(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  func equalsIgnoringASCIICase(_ other: String) -> Bool {
    utf8.elementsEqual(other.utf8) { left, right in
      left == right || ((left ^ right) == 32 && (97...122).contains(left | 32))
    }
  }
}

extension DatabaseError {
  /// The same error with the text that it happened in; an error that names its text already keeps it.
  func inStatement(_ sql: String) -> DatabaseError {
    guard statement == nil else { return self }
    return DatabaseError(
      code, message, page: page, pageOffset: pageOffset, sqlOffset: sqlOffset, constraint: constraint,
      systemError: systemError, detail: detail, statement: sql)
  }

  /// The same error in a text in which its statement begins at `offset`.
  func movingOffset(by offset: Int) -> DatabaseError {
    guard let sqlOffset, offset > 0 else { return self }
    return DatabaseError(
      code, message, page: page, pageOffset: pageOffset, sqlOffset: sqlOffset + offset,
      constraint: constraint,
      systemError: systemError, detail: detail, statement: statement)
  }
}
