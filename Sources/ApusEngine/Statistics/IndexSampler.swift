/// What ANALYZE learns of one index while its entries go by in key order: how many distinct prefixes there are (`sqlite_stat1`), and which
/// entries are typical (`sqlite_stat4`, https://www.sqlite.org/fileformat2.html#stat4tab).
///
/// Samples are of two kinds. Periodic ones are taken at even distances and never given up. Of the rest, the entries whose prefix is most
/// frequent are kept: for each prefix length there is a candidate for the prefix that is going by, and when that prefix ends, the candidate
/// takes the place of the least valuable sample. SQLite chooses the same entries; ties are decided by the same pseudo-random numbers.
///
/// Until a prefix has ended nobody knows how frequent it is: a sample's `equal` is 0 from `unknownFrom` on for prefixes that are still
/// going by, and is filled in later.
struct IndexSampler {
  struct Sample {
    /// By prefix length - 1: entries with the same prefix, entries before them, distinct prefixes before it.
    var equal: [UInt64]
    var less: [UInt64]
    var distinctLess: [UInt64]
    var record: [UInt8] = []
    var isPeriodic = false
    /// The prefix for whose frequency it was chosen: length - 1.
    var column = 0
    var tieBreaker: UInt32 = 0

    init(columnCount: Int) {
      equal = Array(repeating: 0, count: columnCount)
      less = equal
      distinctLess = equal
    }

    /// Becomes like another one, in the memory that it has.
    mutating func copy(_ other: Sample, record: UnsafeRawBufferPointer) {
      for column in equal.indices {
        equal[column] = other.equal[column]
        less[column] = other.less[column]
        distinctLess[column] = other.distinctLess[column]
      }
      self.record.removeAll(keepingCapacity: true)
      self.record.append(contentsOf: record)
      column = other.column
      tieBreaker = other.tieBreaker
    }
  }

  /// Samples of one index.
  static let sampleLimit = 24

  let columnCount: Int
  private let estimate: UInt64
  private let limit: UInt64
  private var rows: UInt64 = 0
  private var skips: UInt64 = 0
  private var current: Sample
  private let period: UInt64
  private let keepsSamples: Bool
  private var candidates: [Sample]
  private var random: UInt32
  private(set) var samples: [Sample] = []
  /// The sample that is given up next, once there are `sampleLimit`.
  private var leastValuable = 0
  /// No sample has an unknown frequency at or beyond it.
  private var unknownEnd = 0

  /// - Parameters:
  ///   - columnCount: fields of an entry that prefixes are made of.
  ///   - estimate: entries of the index.
  ///   - limit: `PRAGMA analysis_limit`; 0 for all entries. With a limit no samples are taken.
  init(columnCount: Int, estimate: Int64, limit: Int64) {
    self.columnCount = columnCount
    self.estimate = UInt64(max(estimate, 0))
    self.limit = UInt64(max(limit, 0))
    current = Sample(columnCount: columnCount)
    keepsSamples = limit == 0
    period = self.estimate / UInt64(Self.sampleLimit / 3 + 1) + 1
    candidates = Array(repeating: Sample(columnCount: columnCount), count: max(columnCount - 1, 0))
    random =
      0x689e_962d &* UInt32(truncatingIfNeeded: columnCount)
      ^ 0xd094_4565 &* UInt32(truncatingIfNeeded: estimate)
  }

  // MARK: Entries

  /// The next entry: it differs from the one before in field `changed`, not in those before that.
  mutating func push(changed: Int, record: UnsafeRawBufferPointer) {
    if rows == 0 {
      for column in 0..<columnCount { current.equal[column] = 1 }
    } else {
      if keepsSamples { prefixesEnd(from: changed) }
      for column in 0..<min(changed, columnCount) { current.equal[column] += 1 }
      for column in min(changed, columnCount)..<columnCount {
        current.distinctLess[column] += 1
        current.less[column] += current.equal[column]
        current.equal[column] = 1
      }
    }
    rows += 1
    guard keepsSamples, columnCount > 0 else {
      if limit > 0, rows > limit * (skips + 1) { skips += 1 }
      return
    }
    random = random &* 1_103_515_245 &+ 12_345
    current.tieBreaker = random
    let before = current.less[columnCount - 1]
    if before / period != (before + 1) / period {
      current.isPeriodic = true
      current.column = 0
      insert(current, record: Array(record), unknownFrom: columnCount - 1)
      current.isPeriodic = false
    }
    for column in candidates.indices {
      current.column = column
      if column >= changed || isBetterBeyond(current, candidates[column]) {
        candidates[column].copy(current, record: record)
      }
    }
  }

  /// All entries have been seen.
  mutating func finish() {
    if keepsSamples, rows > 0 { prefixesEnd(from: 0) }
  }

  /// The line of `sqlite_stat1`: entries, then for each prefix of the first `keyCount` fields the average number of entries with an
  /// equal one.
  func averages(keyCount: Int) -> String {
    var text = String(skips > 0 ? estimate : rows)
    for column in 0..<min(keyCount, columnCount) {
      let distinct = current.distinctLess[column] + 1
      var average = (rows + distinct - 1) / distinct
      // Hardly more than one is one.
      if average == 2, rows * 10 <= distinct * 11 { average = 1 }
      text += " \(average)"
    }
    return text
  }

  // MARK: Samples

  /// The prefixes that end at field `changed` or later have gone by: their frequencies are known now.
  private mutating func prefixesEnd(from changed: Int) {
    for column in candidates.indices.reversed() where column >= changed {
      candidates[column].equal[column] = current.equal[column]
      if samples.count < Self.sampleLimit || isBetter(candidates[column], samples[leastValuable]) {
        insert(candidates[column], record: candidates[column].record, unknownFrom: column)
      }
    }
    guard changed < unknownEnd else { return }
    for sample in samples.indices {
      for column in changed..<columnCount where samples[sample].equal[column] == 0 {
        samples[sample].equal[column] = current.equal[column]
      }
    }
    unknownEnd = changed
  }

  /// Keeps an entry. Prefixes shorter than `unknownFrom` fields are still going by.
  private mutating func insert(_ new: Sample, record: [UInt8], unknownFrom: Int) {
    unknownEnd = max(unknownEnd, unknownFrom)
    if !new.isPeriodic {
      // A sample with this prefix is there already: it stands for the frequency of the prefix, too.
      var upgraded: Int?
      for index in samples.indices.reversed() where samples[index].equal[new.column] == 0 {
        if samples[index].isPeriodic { return }
        if upgraded == nil || upgraded.map({ isBetter(samples[index], samples[$0]) }) ?? false {
          upgraded = index
        }
      }
      if let upgraded {
        samples[upgraded].column = new.column
        samples[upgraded].equal[new.column] = new.equal[new.column]
        return findLeastValuable()
      }
    }
    if samples.count >= Self.sampleLimit { samples.remove(at: leastValuable) }
    var kept = new
    kept.record = record
    for column in 0..<min(unknownFrom, columnCount) { kept.equal[column] = 0 }
    samples.append(kept)
    findLeastValuable()
  }

  private mutating func findLeastValuable() {
    guard samples.count >= Self.sampleLimit else { return }
    var least: Int?
    for index in samples.indices where !samples[index].isPeriodic {
      if least == nil || least.map({ isBetter(samples[$0], samples[index]) }) ?? false { least = index }
    }
    leastValuable = least ?? 0
  }

  /// Worth more: its prefix is more frequent, or shorter, or what follows it is more frequent.
  private func isBetter(_ new: Sample, _ old: Sample) -> Bool {
    let (newCount, oldCount) = (new.equal[new.column], old.equal[old.column])
    if newCount != oldCount { return newCount > oldCount }
    if new.column != old.column { return new.column < old.column }
    return isBetterBeyond(new, old)
  }

  /// Among samples for the same prefix length: the longer prefixes are more frequent.
  private func isBetterBeyond(_ new: Sample, _ old: Sample) -> Bool {
    for column in (new.column + 1)..<max(columnCount, new.column + 1) {
      if new.equal[column] != old.equal[column] { return new.equal[column] > old.equal[column] }
    }
    return new.tieBreaker > old.tieBreaker
  }
}
