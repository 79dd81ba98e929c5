/// A set of database numbers of one connection, which has at most 12 (10 attached ones).
struct DatabaseSet: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  mutating func insert(_ database: Int) { insert(DatabaseSet(rawValue: 1 << UInt64(database))) }

  func contains(_ database: Int) -> Bool { rawValue & (1 << UInt64(database)) != 0 }

  /// In ascending order.
  var numbers: some Sequence<Int> {
    sequence(state: rawValue) { rest -> Int? in
      guard rest != 0 else { return nil }
      defer { rest &= rest &- 1 }
      return rest.trailingZeroBitCount
    }
  }
}
