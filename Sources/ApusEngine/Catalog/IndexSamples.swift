/// `sqlite_stat4` of one index: entries whose places are known, by which the number of entries with a value, or between two, is estimated
/// (https://www.sqlite.org/fileformat2.html#stat4tab).
public struct IndexSamples: Sendable {
  typealias Value = ProgramBuilder.Constant

  struct Sample: Sendable {
    var values: [Value]
    /// By prefix length - 1, as in the table.
    var equal: [Double]
    var less: [Double]
    var distinctLess: [Double]
  }

  let samples: [Sample]
  /// Entries of the index.
  let rows: Double
  private let columns: [IndexDefinition.Column]
  private let encoding: TextEncoding
  /// By prefix length - 1: entries with one prefix, of those that no sample has.
  private let averages: [Double]

  /// - Returns: nil when no row can be understood, or the order is that of an unknown collation.
  init?(_ rows: [SampleRow], columns: [IndexDefinition.Column], statistics: [Double], encoding: TextEncoding)
  {
    guard !rows.isEmpty, !columns.contains(where: { $0.collation.isMissing }) else { return nil }
    var samples: [Sample] = []
    for row in rows {
      let sample = Sample(
        values: row.values, equal: row.equal, less: row.less, distinctLess: row.distinctLess)
      let count = columns.count
      guard sample.values.count >= count, sample.equal.count >= count, sample.less.count >= count,
        sample.distinctLess.count >= count
      else { continue }
      samples.append(sample)
    }
    guard let last = samples.last else { return nil }
    self.samples = samples
    self.columns = columns
    self.encoding = encoding
    self.rows = statistics.first ?? last.less[0] + last.equal[0]
    averages = columns.indices.map { Self.average($0, samples, last, statistics) }
  }

  private static func average(
    _ column: Int, _ samples: [Sample], _ last: Sample, _ statistics: [Double]
  ) -> Double {
    var rows = last.less[column]
    var distinct = last.distinctLess[column]
    var counted = samples.dropLast()[...]
    if column + 1 < statistics.count, statistics[column + 1] > 0 {
      rows = statistics[0]
      distinct = statistics[0] / statistics[column + 1]
      counted = samples[...]
    }
    var inSamples = 0.0
    var sampled = 0.0
    for index in counted.indices {
      let isLastOfValue =
        index + 1 >= counted.endIndex
        || samples[index].distinctLess[column] != samples[index + 1].distinctLess[column]
      guard isLastOfValue else { continue }
      inSamples += samples[index].equal[column]
      sampled += 1
    }
    guard distinct > sampled, rows > inSamples else { return 1 }
    return max((rows - inSamples) / (distinct - sampled), 1)
  }

  /// Entries before those that begin with `prefix`, and entries that begin with it.
  /// - Parameter roundsUp: between two samples the place is taken to be nearer to the second.
  func place(of prefix: [Value], roundsUp: Bool = false) -> (less: Double, equal: Double) {
    let column = prefix.count - 1
    guard columns.indices.contains(column) else { return (0, rows) }
    var before: Sample?
    for sample in samples {
      let order = compare(sample, prefix)
      if order == 0 { return (sample.less[column], sample.equal[column]) }
      if order > 0 {
        return between(before, sample.less[column], column, roundsUp)
      }
      before = sample
    }
    return between(before, rows, column, roundsUp)
  }

  private func between(
    _ before: Sample?, _ upper: Double, _ column: Int, _ roundsUp: Bool
  ) -> (less: Double, equal: Double) {
    let lower = before.map { $0.less[column] + $0.equal[column] } ?? 0
    let gap = max(upper - lower, 0)
    return (lower + gap * (roundsUp ? 2 : 1) / 3, averages[column])
  }

  private func compare(_ sample: Sample, _ prefix: [Value]) -> Int {
    for (index, value) in prefix.enumerated() {
      let order = sample.values[index].withCell { left in
        value.withCell { right in
          ValueRules.compare(left, right, columns[index].collation, encoding: encoding)
        }
      }
      if order != 0 { return columns[index].isDescending ? 0 &- order : order }
    }
    return 0
  }
}

/// A row of `sqlite_stat4`.
public struct SampleRow: Sendable {
  var table: String
  var index: String
  var equal: [Double]
  var less: [Double]
  var distinctLess: [Double]
  var values: [ProgramBuilder.Constant]
}

extension ProgramBuilder.Constant {
  /// Calls `body` with a cell of this value, which is valid during the call.
  func withCell<Result>(_ body: (Cell) -> Result) -> Result {
    switch self {
    case .null: body(.null)
    case .integer(let value): body(.integer(value))
    case .real(let value): body(.real(value))
    case .text(let bytes): bytes.withUnsafeBytes { body(.text($0.baseAddress, count: $0.count)) }
    case .blob(let bytes): bytes.withUnsafeBytes { body(.blob($0.baseAddress, count: $0.count)) }
    }
  }

  /// The value as a column of that affinity stores it.
  func stored(as affinity: Affinity) -> ProgramBuilder.Constant {
    withCell { cell in
      var cell = cell
      var buffer = ByteBuffer()
      defer { buffer.deallocate() }
      applyAffinity(&cell, affinity, &buffer)
      switch cell.tag {
      case .null: return .null
      case .integer: return .integer(cell.integer)
      case .real: return .real(cell.real)
      case .text: return .text(Array(cell.bytes))
      case .blob: return .blob(Array(cell.bytes))
      }
    }
  }
}
