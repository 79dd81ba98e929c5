// Reading and writing from tasks.

extension Database {
  /// Reads one snapshot of the database. Waiting for a connection suspends the task; `body` runs to its end on one
  /// thread, which is none of Swift's concurrency.
  /// - Throws: what `body` throws; `CancellationError` when the task is cancelled, which also interrupts the statement
  ///   that runs.
  @discardableResult
  public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await access(.reader) { try Transaction.run(.deferred, on: $0, cancellation: $1, body) }
  }

  /// Changes the database in one transaction. Waiting for a connection suspends the task; `body` runs to its end on
  /// one thread, which is none of Swift's concurrency.
  /// - Throws: what `body` throws; `CancellationError` when the task is cancelled before it commits, which also
  ///   interrupts the statement that runs and rolls back.
  @discardableResult
  public func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try checkWritable()
    return try await access(.writer) { try Transaction.run(.immediate, on: $0, cancellation: $1, body) }
  }

  func access<T: Sendable>(
    _ kind: ConnectionPool.Kind, _ body: @escaping @Sendable (Connection, Cancellation) throws -> T
  ) async throws -> T {
    let pooled = try await pool.takeSuspending(kind)
    let cancellation = Cancellation(pooled.connection.interruption)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        WorkerThreads.shared.submit {
          let result = Result { try self.run(body, pooled.connection, kind, cancellation) }
          continuation.resume(with: result)
        }
      }
    } onCancel: {
      cancellation.request()
    }
  }

  /// Runs `body` with a connection that the pool has given out, and gives it back.
  private func run<T>(
    _ body: (Connection, Cancellation) throws -> T, _ connection: Connection, _ kind: ConnectionPool.Kind,
    _ cancellation: Cancellation
  ) throws -> T {
    // A statement's start clears a request that came just before it; the handler asks again.
    let handler = connection.progressHandler
    connection.progressHandler = { cancellation.isRequested || handler?() ?? false }
    defer {
      connection.progressHandler = handler
      cancellation.end()
      giveBack(connection, kind)
    }
    try pool.enter()
    defer { pool.leave() }
    do {
      return try body(connection, cancellation)
    } catch let error as DatabaseError where error.code == .interrupt && cancellation.isRequested {
      throw CancellationError()
    }
  }
}
