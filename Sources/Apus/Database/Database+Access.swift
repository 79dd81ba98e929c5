// Reading and writing from threads.

extension Database {
  /// Reads one snapshot of the database. Writers do not wait for it and do not change what it sees.
  /// - Parameter body: gets the snapshot; nothing that belongs to it may be used after it returns.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws; ``DatabaseError`` when the snapshot cannot be had; `.misuse` inside another access.
  @discardableResult
  public func read<T>(_ body: (Transaction) throws -> T) throws -> T {
    try access(.reader) { try Transaction.run(.deferred, on: $0, body) }
  }

  /// Changes the database in one transaction, which holds the write lock from its start. Returning commits, throwing
  /// rolls back.
  /// - Parameter body: gets the transaction; nothing that belongs to it may be used after it returns.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws; ``DatabaseError`` when the transaction cannot begin or commit (`.busy` when another
  ///   `Database` or process keeps the lock for longer than the busy timeout); `.misuse` inside another access.
  @discardableResult
  public func write<T>(_ body: (Transaction) throws -> T) throws -> T {
    try checkWritable()
    return try access(.writer) { try Transaction.run(.immediate, on: $0, body) }
  }

  /// Gives the writing connection without a transaction: for statements that must not run in one, such as pragmas
  /// that switch the journal mode. Every statement commits by itself.
  /// - Throws: what `body` throws; `.misuse` inside another access, and when `body` leaves a transaction open, which
  ///   is rolled back.
  @discardableResult
  public func writeWithoutTransaction<T>(_ body: (Transaction) throws -> T) throws -> T {
    try checkWritable()
    return try access(.writer) { try Transaction.run(nil, on: $0, body) }
  }

  func checkWritable() throws(DatabaseError) {
    if configuration.refusesWrites { throw DatabaseError(.readOnly, "attempt to write a readonly database") }
  }

  func access<T>(_ kind: ConnectionPool.Kind, _ body: (Connection) throws -> T) throws -> T {
    let connection = try pool.take(kind)
    defer {
      pool.leave()
      giveBack(connection, kind)
    }
    return try body(connection)
  }

  /// A connection whose transaction could not be ended is of no more use.
  func giveBack(_ connection: Connection, _ kind: ConnectionPool.Kind) {
    if connection.isAutocommit {
      pool.release(connection, kind)
    } else {
      pool.discard(connection, kind)
    }
  }
}
