/// How a database protects a transaction (https://www.sqlite.org/pragma.html#pragma_journal_mode).
public enum JournalMode: String, Sendable, CaseIterable {
  case delete, truncate, persist, memory, off, wal
}

/// When a database waits for the disk: SQLite's `synchronous`.
public enum Durability: UInt8, Sendable, Comparable {
  /// Never.
  case off = 0
  /// At checkpoints in WAL mode; enough to survive a crash of the process in both.
  case normal = 1
  /// At every commit, and the directory after a journal is deleted.
  case full = 2
  /// As `full`; SQLite syncs the directory after a journal is deleted with this level only.
  case extra = 3

  public static func < (left: Durability, right: Durability) -> Bool { left.rawValue < right.rawValue }
}

/// SQLite's checkpoint modes (https://www.sqlite.org/c3ref/wal_checkpoint_v2.html).
public enum CheckpointMode: Sendable {
  case passive, full, restart, truncate
  /// Nothing is copied: only what there would be to do is told.
  case noop
}

/// What a checkpoint did: whether something kept it from finishing, frames in the log, frames in the database.
public struct CheckpointResult: Sendable, Hashable {
  public var isBusy: Bool
  public var logFrames: Int
  public var checkpointedFrames: Int
}
