/// A collating sequence by number. The three built-in ones compare inline; numbers from 16 are
/// sequences that the application registered.
public struct Collation: Hashable, Sendable, BitwiseCopyable {
  public let id: UInt16
  @inlinable public init(id: UInt16) { self.id = id }
  /// memcmp of the bytes in the database's encoding.
  public static let binary = Collation(id: 0)
  /// ASCII letters without case.
  public static let noCase = Collation(id: 1)
  /// Like BINARY without trailing spaces.
  public static let rightTrim = Collation(id: 2)

  /// The built-in collation of that name, upper and lower case alike.
  public static func builtin(named name: String) -> Collation? {
    switch name.lowercased() {
    case "binary": .binary
    case "nocase": .noCase
    case "rtrim": .rightTrim
    default: nil
    }
  }
}
