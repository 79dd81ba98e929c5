/// What one timed run gave.
struct Sample {
  /// Processor time in seconds.
  var seconds: Double
  /// Made of the rows that were read: both engines must give the same.
  var checksum: Int64
}

extension [Double] {
  /// The middle one, or the mean of the two in the middle.
  var median: Double {
    let sorted = sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
