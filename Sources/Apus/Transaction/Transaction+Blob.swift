// Texts and blobs in parts (https://www.sqlite.org/c3ref/blob_open.html).

extension Transaction {
  /// Opens a text or blob of a row, to read or write a part of it without the rest. Its length cannot change.
  /// - Parameters:
  ///   - column: "table.column" taken apart; `schema` is main, temp or the name of an attached database.
  ///   - isWritable: its bytes are going to be written.
  ///   - body: gets the handle, which is closed when it returns. Changing the row by a statement ends the handle's use: `.abort`.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws; ``DatabaseError``: `.error` when there is no such table, column or row, when the value is no text or blob, and for
  ///   writing when an index or foreign key has the column; `.readOnly` for writing in `read`; `.misuse` after the transaction's end.
  @discardableResult
  public func withBlob<T>(
    schema: String = "main", table: String, column: String, rowID: Int64, isWritable: Bool = false,
    _ body: (BlobHandle) throws -> T
  ) throws -> T {
    let handle = try connection().openBlob(
      schema: schema, table: table, column: column, rowID: rowID, isWritable: isWritable)
    do {
      let result = try body(handle)
      try handle.close()
      return result
    } catch {
      // What `body` threw is what went wrong first.
      try? handle.close()
      throw error
    }
  }
}
