extension Workload.Tally {
  nonisolated(unsafe) private static let counts: [WritableKeyPath<Self, Int>] = [
    \.commits, \.rollbacks, \.checkpoints, \.resets, \.spills, \.schemaChanges, \.vacuums, \.reopened, \.busy,
    \.faults, \.triggerRuns, \.cascades, \.refusals,
  ]

  /// More than any run has.
  static var most: Self {
    var tally = Self()
    for count in counts { tally[keyPath: count] = .max }
    return tally
  }

  mutating func add(_ other: Self) {
    for count in Self.counts { self[keyPath: count] += other[keyPath: count] }
  }

  mutating func keepLeast(_ other: Self) {
    for count in Self.counts { self[keyPath: count] = min(self[keyPath: count], other[keyPath: count]) }
  }
}
