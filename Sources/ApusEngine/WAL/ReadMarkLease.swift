/// Which read mark of a log stays locked though no reader of this process holds it, so that the next reader saves two system calls.
///
/// The lock is of one age: from one tick to the next. A mark that was locked before the last tick is not kept again, so that
/// however busy the readers are, the lock is let go at least once between two ticks and the end of one reader.
struct ReadMarkLease {
  /// The mark, -1 without one.
  private(set) var mark = -1
  /// A bit per mark that was locked since the last tick.
  private var fresh: UInt8 = 0

  /// A reader takes over the lock of a mark.
  /// - Returns: false when that mark is not the one.
  mutating func take(_ mark: Int) -> Bool {
    guard mark == self.mark else { return false }
    self.mark = -1
    return true
  }

  /// A mark has just been locked.
  mutating func locked(_ mark: Int) { fresh |= 1 << UInt8(mark) }

  func mayKeep(_ mark: Int) -> Bool { fresh & 1 << UInt8(mark) != 0 }

  /// The last reader of a mark leaves, and its lock stays.
  mutating func keep(_ mark: Int) { self.mark = mark }

  /// - Returns: the mark to unlock, if there is one.
  mutating func end() -> Int? {
    guard mark >= 0 else { return nil }
    defer { mark = -1 }
    return mark
  }

  mutating func tick() { fresh = 0 }
}
