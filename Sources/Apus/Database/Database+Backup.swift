// Copying a database while it is in use.

extension Database {
  /// How far a backup has come.
  public struct BackupProgress: Sendable {
    /// Pages of the database.
    public let pageCount: Int
    /// Pages that are still to be copied.
    public let remaining: Int
  }

  /// Copies this database, as it is at one moment, over another one, whose content is lost. Both stay in use: readers of the destination see its
  /// old content until all is copied.
  /// - Parameters:
  ///   - pagesPerStep: pages that are copied under one snapshot; nil: all of them. When the database changes between two steps the copy
  ///     begins anew.
  ///   - progress: called after every step, inside an access of both databases; what it throws ends the backup, and the destination stays
  ///     what it was.
  /// - Throws: ``DatabaseError``: `.busy` when a lock cannot be had within the destination's busy timeout, `.readOnly` when the destination
  ///   cannot take the page size (one with content in WAL mode or in memory), `.full`, `.corrupt`, I/O errors, `.misuse` inside another
  ///   access of this database.
  public func backup(
    to destination: Database, pagesPerStep: Int? = nil, progress: ((BackupProgress) throws -> Void)? = nil
  ) throws {
    try destination.checkWritable()
    try access(.reader) { source in
      try destination.access(.writer) { try Self.copy(from: source, to: $0, pagesPerStep, progress) }
    }
  }

  /// Copies this database, as it is at one moment, into a file, whose content is lost if there is any.
  /// - Throws: as ``backup(to:pagesPerStep:progress:)-(Database,_,_)``; `.cannotOpen` and its kin.
  public func backup(
    toFile path: String, pagesPerStep: Int? = nil, progress: ((BackupProgress) throws -> Void)? = nil
  ) throws {
    let timeout = configuration.busyTimeout
    try access(.reader) { source in
      try Self.copy(from: source, to: Self.openDestination(path, timeout), pagesPerStep, progress)
    }
  }

  /// As ``backup(toFile:pagesPerStep:progress:)-(_,_,(BackupProgress)->Void)``, from a task: the copying runs on one thread, which is none of Swift's concurrency.
  /// - Throws: also `CancellationError`, when the task is cancelled before the copy is complete: then the destination is what it was.
  public func backup(
    toFile path: String, pagesPerStep: Int? = nil,
    progress: (@Sendable (BackupProgress) throws -> Void)? = nil
  ) async throws {
    let timeout = configuration.busyTimeout
    try await access(.reader) { source, cancellation in
      try Self.copy(from: source, to: Self.openDestination(path, timeout), pagesPerStep) {
        if cancellation.isRequested { throw DatabaseError(.interrupt, "interrupted") }
        try progress?($0)
      }
    }
  }

  private static func openDestination(_ path: String, _ busyTimeout: Int) throws -> Connection {
    var configuration = OpenConfiguration()
    configuration.busyTimeout = busyTimeout
    return try Connection.open(path, configuration)
  }

  private static func copy(
    from source: Connection, to destination: Connection, _ pagesPerStep: Int?,
    _ progress: ((BackupProgress) throws -> Void)?
  ) throws {
    let backup = try Backup(from: source, to: destination)
    defer { backup.cancel() }
    while true {
      let hasMore = try backup.stepWaiting(
        pages: pagesPerStep ?? -1, milliseconds: destination.settings.busyTimeout)
      try progress?(BackupProgress(pageCount: backup.pageCount, remaining: backup.remaining))
      if !hasMore { return }
    }
  }
}
