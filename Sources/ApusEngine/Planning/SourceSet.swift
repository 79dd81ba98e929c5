/// A set of FROM items of one SELECT, by their position; a join has at most 64.
struct SourceSet: OptionSet, Hashable {
  static let capacity = 64

  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(position: Int) { rawValue = 1 << UInt64(position) }

  /// The items 0..<count.
  static func first(_ count: Int) -> SourceSet {
    SourceSet(rawValue: count >= 64 ? .max : (1 << UInt64(count)) - 1)
  }

  func contains(position: Int) -> Bool { rawValue & (1 << UInt64(position)) != 0 }
}
