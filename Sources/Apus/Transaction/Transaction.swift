/// What `read` and `write` give to their closures: a snapshot or a transaction, and the statements in it.
///
/// It belongs to the closure and its thread. Used after the closure has returned, it and its statements throw `.misuse`.
public final class Transaction {
  private var open: Connection?
  private let cancellation: Cancellation?
  /// Statements that are not finished yet: they are ended with the transaction.
  private var statements: [ObjectIdentifier: Unmanaged<Statement>] = [:]

  init(_ connection: Connection, cancellation: Cancellation?) {
    open = connection
    self.cancellation = cancellation
  }

  /// The connection, for what this type does not offer. It must not be kept.
  /// - Throws: `.misuse` after the transaction's end, `.interrupt` when its task was cancelled.
  public func connection() throws(DatabaseError) -> Connection {
    guard let open else { throw DatabaseError(.misuse, "the transaction is over") }
    try cancellation?.check()
    return open
  }

  // MARK: Statements

  /// Compiles one statement, or takes it from the connection's cache.
  /// - Throws: ``DatabaseError`` with `sqlOffset` when the text has an error; `.misuse` when it holds no statement or more
  ///   than one.
  public func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    let statement = Statement(
      try naming(sql) { () throws(DatabaseError) in try compileSingle(sql) }, sql, in: self)
    statements[ObjectIdentifier(statement)] = .passUnretained(statement)
    return statement
  }

  /// Runs a statement and hands out its rows, each when it is asked for.
  /// - Throws: what ``prepare(_:)`` throws, and `.range` when the arguments do not fit the parameters.
  public func query(_ sql: String, _ arguments: Arguments = []) throws(DatabaseError) -> Rows {
    try prepare(sql).query(arguments)
  }

  /// Runs one statement with arguments, or all statements of a text without any. Rows are dropped.
  /// - Throws: ``DatabaseError``; what the statements before the failing one did stays in the transaction.
  public func execute(_ sql: String, _ arguments: Arguments = []) throws(DatabaseError) {
    try naming(sql) { () throws(DatabaseError) in
      if arguments.isEmpty { try executeAll(sql) } else { try executeSingle(sql, arguments) }
    }
  }

  private func executeSingle(_ sql: String, _ arguments: Arguments) throws(DatabaseError) {
    let prepared = try compileSingle(sql)
    let connection = prepared.connection
    defer { connection.finish(prepared) }
    try arguments.bind(to: prepared)
    while try prepared.step() {}
  }

  private func executeAll(_ sql: String) throws(DatabaseError) {
    try sql.withUTF8Bytes { (bytes) throws(DatabaseError) in
      var offset = 0
      while offset < bytes.count {
        let rest = UnsafeBufferPointer(rebasing: bytes[offset...])
        offset += try self.executeFirst(of: rest, at: offset)
      }
    }
  }

  /// Runs `body`, whose errors get the text.
  private func naming<T>(_ sql: String, _ body: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
    do throws(DatabaseError) {
      return try body()
    } catch {
      throw error.inStatement(sql)
    }
  }

  /// Runs the first statement of a text that lies at `offset` of the user's.
  /// - Returns: the offset of the next one.
  private func executeFirst(of sql: UnsafeBufferPointer<UInt8>, at offset: Int) throws(DatabaseError) -> Int {
    let connection = try connection()
    do throws(DatabaseError) {
      let (statement, tail) = try connection.prepare(sql)
      guard let statement else { return sql.count }
      defer { connection.finish(statement) }
      try Arguments().bind(to: statement)
      while try statement.step() {}
      return tail
    } catch {
      throw error.movingOffset(by: offset)
    }
  }

  private func compileSingle(_ sql: String) throws(DatabaseError) -> PreparedStatement {
    let connection = try connection()
    return try sql.withUTF8Bytes { (bytes) throws(DatabaseError) in
      let (statement, tail) = try connection.prepare(bytes)
      guard let statement else { throw DatabaseError(.misuse, "the text holds no statement") }
      if tail < bytes.count {
        let rest = UnsafeBufferPointer(rebasing: bytes[tail...])
        if try connection.prepare(rest).statement != nil {
          throw DatabaseError(.misuse, "the text holds more than one statement", sqlOffset: tail)
        }
      }
      return statement
    }
  }

  func forget(_ statement: Statement) { statements[ObjectIdentifier(statement)] = nil }

  // MARK: Facts

  /// Rows that the last INSERT, UPDATE or DELETE changed.
  public var changes: Int { Int(open?.changes ?? 0) }
  /// The rowid of the last row that was inserted.
  public var lastInsertRowID: Int64 { open?.lastInsertRowID ?? 0 }

  // MARK: Savepoints

  /// Runs a part of the transaction that is undone by itself when `body` throws. Savepoints nest.
  /// - Throws: what `body` throws.
  @discardableResult
  public func savepoint<T>(_ body: () throws -> T) throws -> T {
    let name = "apus_savepoint"
    try execute("SAVEPOINT \(name)")
    do {
      let result = try body()
      try execute("RELEASE \(name)")
      return result
    } catch {
      // A grave error has undone the whole transaction, and the savepoint with it: the error says so.
      try? execute("ROLLBACK TO \(name)")
      try? execute("RELEASE \(name)")
      throw error
    }
  }

  // MARK: Life

  /// Begins a transaction, runs `body`, and commits or rolls back. Without a mode, `body` runs in autocommit mode.
  static func run<T>(
    _ mode: TransactionMode?, on connection: Connection, cancellation: Cancellation? = nil,
    _ body: (Transaction) throws -> T
  ) throws -> T {
    try cancellation?.check()
    switch mode {
    case nil: break
    case .deferred: try connection.run("BEGIN")
    case .immediate: try connection.run("BEGIN IMMEDIATE")
    case .exclusive: try connection.run("BEGIN EXCLUSIVE")
    }
    let transaction = Transaction(connection, cancellation: cancellation)
    do {
      let result = try body(transaction)
      transaction.end()
      if (mode == nil) != connection.isAutocommit {
        throw DatabaseError(
          .misuse,
          mode == nil ? "a transaction was left open" : "the transaction was ended by a statement in it")
      }
      try cancellation?.check()
      if mode != nil { try connection.run("COMMIT") }
      return result
    } catch {
      transaction.end()
      // Should that fail, the pool sees the open transaction and drops the connection.
      if !connection.isAutocommit { try? connection.run("ROLLBACK") }
      throw error
    }
  }

  private func end() {
    for statement in statements.values { statement.takeUnretainedValue().finish() }
    statements.removeAll()
    open = nil
  }
}
