/// The connections of one `Database`: one that writes and some that read, each used by one thread at a time and given
/// out first come, first served.
///
/// Invariants, under `monitor`:
/// - A connection is in `idle` of its lane or in use, never both; `count` is the sum.
/// - Nobody waits in a lane that has an idle connection or room for another one.
/// - `threads` holds the threads that are inside an access.
final class ConnectionPool: @unchecked Sendable {
  // @unchecked: mutable members are guarded by `monitor`; a connection belongs to who took it out.
  enum Kind: Int { case writer = 0, reader = 1 }

  private struct Lane {
    var limit: Int
    var count = 0
    var idle: [Connection] = []
    var waiters: [Waiter] = []
  }

  private let monitor = Monitor()
  private let source: ConnectionSource
  private var lanes: [Lane]
  private var interruptions: [ObjectIdentifier: Interruption] = [:]
  private var threads: Set<ThreadIdentity> = []
  private var isClosed = false

  init(source: ConnectionSource) {
    self.source = source
    lanes = [Lane(limit: 1), Lane(limit: max(source.configuration.maximumReaders, 1))]
  }

  /// Opens the writer's connection, so that a file that cannot be used is known at once.
  func openFirst() throws {
    let connection = try takeNow(.writer)
    release(connection, .writer)
  }

  // MARK: Taking and giving back

  /// Takes a connection; waits for it. The thread counts as inside an access until `leave`.
  func take(_ kind: Kind) throws -> Connection {
    try enter()
    do {
      return try takeNow(kind)
    } catch {
      leave()
      throw error
    }
  }

  private func takeNow(_ kind: Kind) throws -> Connection {
    monitor.lock()
    var grant = claim(kind)
    if case .wait = grant {
      let waiter = Waiter()
      lanes[kind.rawValue].waiters.append(waiter)
      while waiter.grant == nil { monitor.wait(milliseconds: 60_000) }
      grant = waiter.grant ?? .closed
    }
    monitor.unlock()
    return try use(grant, kind)
  }

  /// Takes a connection; suspends the task until there is one. The caller marks the thread with `enter`.
  func takeSuspending(_ kind: Kind) async throws -> PooledConnection {
    let waiter = Waiter()
    return try await withTaskCancellationHandler {
      let grant: SendableGrant = try await withCheckedThrowingContinuation { continuation in
        monitor.lock()
        let grant = claim(kind)
        guard case .wait = grant else {
          monitor.unlock()
          continuation.resume(returning: SendableGrant(grant))
          return
        }
        // Cancelled before it could wait: the handler found nothing to take out of the queue.
        if Task.isCancelled {
          monitor.unlock()
          continuation.resume(throwing: CancellationError())
        } else {
          waiter.continuation = continuation
          lanes[kind.rawValue].waiters.append(waiter)
          monitor.unlock()
        }
      }
      return PooledConnection(try use(grant.grant, kind))
    } onCancel: {
      monitor.lock()
      let continuation = waiter.continuation
      waiter.continuation = nil
      if continuation != nil { lanes[kind.rawValue].waiters.removeAll { $0 === waiter } }
      monitor.unlock()
      continuation?.resume(throwing: CancellationError())
    }
  }

  /// Gives a connection back, to who waits longest.
  func release(_ connection: Connection, _ kind: Kind) {
    monitor.lock()
    if isClosed {
      lanes[kind.rawValue].count -= 1
      interruptions[ObjectIdentifier(connection)] = nil
      monitor.unlock()
      connection.close()
      return
    }
    hand(.connection(connection), kind)
  }

  /// Drops a connection whose state is not known any more; another may be opened in its place.
  func discard(_ connection: Connection, _ kind: Kind) {
    monitor.lock()
    interruptions[ObjectIdentifier(connection)] = nil
    hand(.room, kind)
    connection.close()
  }

  // MARK: Threads

  /// This thread begins an access.
  /// - Throws: `.misuse` when it is inside one already.
  func enter() throws(DatabaseError) {
    monitor.lock()
    let isOutside = threads.insert(.current).inserted
    monitor.unlock()
    if !isOutside { throw DatabaseError(.misuse, "read or write inside read or write of the same database") }
  }

  /// This thread's access is over.
  func leave() {
    monitor.lock()
    threads.remove(.current)
    monitor.unlock()
  }

  // MARK: All connections

  func interrupt() {
    monitor.lock()
    for interruption in interruptions.values { interruption.request() }
    monitor.unlock()
  }

  func close() {
    monitor.lock()
    isClosed = true
    var idle: [Connection] = []
    var continuations: [CheckedContinuation<SendableGrant, any Error>] = []
    for index in lanes.indices {
      idle += lanes[index].idle
      lanes[index].count -= lanes[index].idle.count
      lanes[index].idle.removeAll()
      for waiter in lanes[index].waiters {
        waiter.grant = .closed
        if let continuation = waiter.continuation { continuations.append(continuation) }
        waiter.continuation = nil
      }
      lanes[index].waiters.removeAll()
    }
    for connection in idle { interruptions[ObjectIdentifier(connection)] = nil }
    monitor.notifyAll()
    monitor.unlock()
    for connection in idle { connection.close() }
    for continuation in continuations { continuation.resume(throwing: Self.closedError) }
  }

  // MARK: Under the lock

  private static var closedError: DatabaseError { DatabaseError(.misuse, "the database is closed") }

  /// What a newcomer gets. The caller holds the lock.
  private func claim(_ kind: Kind) -> Grant {
    guard !isClosed else { return .closed }
    if let connection = lanes[kind.rawValue].idle.popLast() { return .connection(connection) }
    guard lanes[kind.rawValue].count < lanes[kind.rawValue].limit else { return .wait }
    lanes[kind.rawValue].count += 1
    return .room
  }

  /// Passes on a connection or the room for one, and gives up the lock.
  private func hand(_ grant: Grant, _ kind: Kind) {
    var continuation: CheckedContinuation<SendableGrant, any Error>?
    if lanes[kind.rawValue].waiters.isEmpty {
      switch grant {
      case .connection(let connection): lanes[kind.rawValue].idle.append(connection)
      default: lanes[kind.rawValue].count -= 1
      }
    } else {
      let waiter = lanes[kind.rawValue].waiters.removeFirst()
      waiter.grant = grant
      continuation = waiter.continuation
      waiter.continuation = nil
      monitor.notifyAll()
    }
    monitor.unlock()
    continuation?.resume(returning: SendableGrant(grant))
  }

  private func use(_ grant: Grant, _ kind: Kind) throws -> Connection {
    switch grant {
    case .connection(let connection): return connection
    case .room: return try open(kind)
    case .closed, .wait: throw Self.closedError
    }
  }

  /// Opens a connection for which there is room already.
  private func open(_ kind: Kind) throws -> Connection {
    do {
      let connection = try source.open(kind)
      monitor.lock()
      interruptions[ObjectIdentifier(connection)] = connection.interruption
      monitor.unlock()
      return connection
    } catch {
      monitor.lock()
      hand(.room, kind)
      throw error
    }
  }
}

/// What somebody in the queue gets.
private enum Grant {
  case connection(Connection)
  /// A connection may be opened.
  case room
  /// Get in line.
  case wait
  case closed
}

/// A place in the queue, of a thread or of a task. Its members are guarded by the pool's monitor.
private final class Waiter: @unchecked Sendable {
  var grant: Grant?
  var continuation: CheckedContinuation<SendableGrant, any Error>?
}

private struct SendableGrant: @unchecked Sendable {
  // @unchecked: the connection in it changes hands; the giver does not touch it any more.
  let grant: Grant
  init(_ grant: Grant) { self.grant = grant }
}

/// A connection on its way from the pool to a task.
struct PooledConnection: @unchecked Sendable {
  // @unchecked: it belongs to the access that took it.
  let connection: Connection
  init(_ connection: Connection) { self.connection = connection }
}
