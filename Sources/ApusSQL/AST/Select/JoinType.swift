// How a table source joins the sources on its left. The words are kept as a set, as SQLite does.

/// A set of join words.
@frozen
public struct JoinType: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Wraps bits.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Any join written with JOIN that is not outer.
  public static let inner = JoinType(rawValue: 1)
  /// `CROSS JOIN`: inner, and the planner keeps the order of the tables.
  public static let cross = JoinType(rawValue: 2)
  /// `NATURAL`.
  public static let natural = JoinType(rawValue: 4)
  /// `LEFT [OUTER]`.
  public static let left = JoinType(rawValue: 8)
  /// `RIGHT [OUTER]`.
  public static let right = JoinType(rawValue: 16)
  /// Any outer join: set together with `left`, `right` or both.
  public static let outer = JoinType(rawValue: 32)
  /// A comma instead of a join word.
  public static let comma = JoinType(rawValue: 64)
  /// `FULL [OUTER]`.
  public static let full: JoinType = [.left, .right, .outer]
}
