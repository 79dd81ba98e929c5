/// A row of a running query. It borrows the statement's own memory: reading a column allocates nothing, except for what a
/// `String` or an array needs. It is valid until the statement's next step; after that reading throws `.misuse`.
/// ``copy()`` makes it last.
public struct Row {
  @usableFromInline let statement: Statement
  @usableFromInline let cells: UnsafePointer<Cell>
  @usableFromInline let generation: UInt64
  /// Columns.
  public let count: Int

  init(statement: Statement, cells: UnsafePointer<Cell>, count: Int) {
    self.statement = statement
    self.cells = cells
    self.count = count
    generation = statement.generation
  }

  public var columnNames: [String] { statement.columnNames }

  /// The value of a column, from 0, as a Swift type.
  /// - Throws: `.range` for a column that is not there, `.mismatch` for a value that `T` cannot hold (NULL included unless
  ///   `T` is optional), `.misuse` when the row is over.
  @inlinable
  public subscript<T: ColumnValue>(index: Int, as type: T.Type) -> T {
    get throws(DatabaseError) {
      let cell = try cell(index)
      guard let value = T(cell) else { throw mismatch(index, T.self) }
      return value
    }
  }

  /// The value of the first column with that name as a Swift type; ASCII letters match in either case.
  /// - Complexity: O(columns).
  @inlinable
  public subscript<T: ColumnValue>(name: String, as type: T.Type) -> T {
    get throws(DatabaseError) { try self[index(of: name), as: type] }
  }

  /// A copy of the value of a column, from 0.
  public subscript(index: Int) -> Value {
    get throws(DatabaseError) { Value(copying: try cell(index)) }
  }

  /// A copy of the value of the first column with that name; ASCII letters match in either case.
  public subscript(name: String) -> Value {
    get throws(DatabaseError) { Value(copying: try cell(index(of: name))) }
  }

  /// Gives the bytes of a text or blob without copying them; other values have none. They are valid in `body` only.
  public func withBytes<T>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> T) throws -> T {
    let cell = try cell(index)
    return try body(cell.hasBytes ? cell.bytes : UnsafeRawBufferPointer(start: nil, count: 0))
  }

  /// All values, copied.
  public func copy() throws(DatabaseError) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(count)
    for index in 0..<count { result.append(Value(copying: try cell(index))) }
    return result
  }

  @usableFromInline
  func cell(_ index: Int) throws(DatabaseError) -> Cell {
    guard generation == statement.generation else {
      throw DatabaseError(.misuse, "the row is over: its statement has stepped on or is finished")
    }
    guard index >= 0, index < count else { throw DatabaseError(.range, "column index out of range") }
    return cells[index]
  }

  @usableFromInline
  func index(of name: String) throws(DatabaseError) -> Int {
    let names = statement.columnNames
    if let index = names.firstIndex(of: name) { return index }
    if let index = names.firstIndex(where: { $0.equalsIgnoringASCIICase(name) }) { return index }
    throw DatabaseError(.range, "no such column in the result: \(name)")
  }

  @usableFromInline
  func mismatch(_ index: Int, _ type: Any.Type) -> DatabaseError {
    let kind = cells[index].tag
    let name = index < columnNames.count ? columnNames[index] : String(index)
    return DatabaseError(.mismatch, "datatype mismatch", detail: "column \(name) is \(kind), not \(type)")
  }
}
