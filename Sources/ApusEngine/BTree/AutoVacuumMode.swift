/// `PRAGMA auto_vacuum`, with its numbers.
enum AutoVacuumMode: UInt8, BitwiseCopyable, Sendable {
  case none = 0
  /// The file shrinks at every commit.
  case full = 1
  /// The file shrinks when `PRAGMA incremental_vacuum` asks for it.
  case incremental = 2
}
