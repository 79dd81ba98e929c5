/// What a reader sees of the log: the frames `1...lastFrame` of one generation, less those that are in the database file for good.
struct WALSnapshot: Hashable {
  /// Counts resets of the log in this process; frames of another generation are not these.
  var generation: UInt32 = 0
  var lastFrame: UInt32 = 0
  /// Frames up to here are in the database file: looking them up is not needed.
  var backfilled: UInt32 = 0
  var pageCount: PageNumber = 0
  /// It is of a log, and in use.
  var isHeld = false
  /// The read mark that keeps checkpoints from passing `lastFrame`; -1 for a writer's own snapshot, which the write lock keeps.
  var readMark = -1
}
