/// The rows of a running query, each computed when it is asked for.
///
/// Not a `Sequence`: an iterator's `next` cannot throw, and an error in the middle must not be lost.
public struct Rows {
  /// The statement that runs.
  public let statement: Statement

  init(_ statement: Statement) { self.statement = statement }

  /// The next row, nil at the end. The row before it becomes invalid.
  public func next() throws(DatabaseError) -> Row? {
    guard !statement.isAtEnd, try statement.step() else { return nil }
    return try statement.row()
  }

  /// Calls `body` with each row.
  public func forEach(_ body: (Row) throws -> Void) throws {
    while let row = try next() { try body(row) }
  }

  /// What `transform` makes of each row.
  public func map<T>(_ transform: (Row) throws -> T) throws -> [T] {
    var result: [T] = []
    while let row = try next() { result.append(try transform(row)) }
    return result
  }

  /// All rows, copied.
  public func values() throws(DatabaseError) -> [[Value]] {
    var result: [[Value]] = []
    while let row = try next() { result.append(try row.copy()) }
    return result
  }

  /// The first column of the first row; nil when there is no row or it is NULL. Ends the run.
  /// - Throws: `.mismatch` when the value cannot be had as a `T`.
  public func scalar<T: ColumnValue>(_ type: T.Type = T.self) throws(DatabaseError) -> T? {
    defer { statement.reset() }
    guard let row = try next() else { return nil }
    return try row[0, as: T?.self]
  }
}
