/// The functions that have a meaning only with OVER (https://www.sqlite.org/windowfunctions.html#built_in_window_functions).
/// The window operator computes them from the places of rows.
enum WindowFunction: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case rowNumber, rank, denseRank, percentRank, cumeDist, ntile, lag, lead, firstValue, lastValue, nthValue

  var name: String {
    switch self {
    case .rowNumber: "row_number"
    case .rank: "rank"
    case .denseRank: "dense_rank"
    case .percentRank: "percent_rank"
    case .cumeDist: "cume_dist"
    case .ntile: "ntile"
    case .lag: "lag"
    case .lead: "lead"
    case .firstValue: "first_value"
    case .lastValue: "last_value"
    case .nthValue: "nth_value"
    }
  }

  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .rowNumber, .rank, .denseRank, .percentRank, .cumeDist: 0...0
    case .ntile, .firstValue, .lastValue: 1...1
    case .nthValue: 2...2
    case .lag, .lead: 1...3
    }
  }

  private static let byName: [String: WindowFunction] = {
    var table: [String: WindowFunction] = [:]
    for function in allCases { table[function.name] = function }
    return table
  }()

  /// The function of that name, in whatever case.
  static func named(_ name: String) -> WindowFunction? { byName[name.lowercased()] }
}
