/// Collations that the application registered, by `Collation.id` from 16.
///
/// The comparison functions stand in one table per process, because an index seek has nothing but the number at hand.
/// Each connection owns the numbers that it registered. A number is never used twice while a schema may hold it.
enum CollationRegistry {
  /// Compares two UTF-8 texts: `(context, left, left count, right, right count)`, negative, 0 or positive. It must not
  /// keep the addresses.
  typealias Compare =
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafeRawPointer?, Int, UnsafeRawPointer?, Int
    ) -> Int32

  private struct Entry {
    let compare: Compare
    let context: UnsafeMutableRawPointer?
  }

  static let firstID: UInt16 = 16
  static let capacity = 1024

  private struct Table: @unchecked Sendable {
    // @unchecked: an entry is written before its number is handed out and erased after its last use.
    let entries: UnsafeMutablePointer<Entry?>
  }

  private static let table: Table = {
    let entries = UnsafeMutablePointer<Entry?>.allocate(capacity: capacity)
    entries.initialize(repeating: nil, count: capacity)
    return Table(entries: entries)
  }()

  /// Puts a function under number `collation`. False when the number lies outside the table. The caller makes sure
  /// that numbers are handed out once and that nobody compares meanwhile with a number that changes.
  static func register(
    _ collation: Collation, context: UnsafeMutableRawPointer?, _ compare: @escaping Compare
  ) -> Bool {
    guard let slot = slot(of: collation) else { return false }
    slot.pointee = Entry(compare: compare, context: context)
    return true
  }

  /// Takes the function of a number away: it compares as BINARY from then on.
  static func remove(_ collation: Collation) { slot(of: collation)?.pointee = nil }

  private static func slot(of collation: Collation) -> UnsafeMutablePointer<Entry?>? {
    guard collation.id >= firstID, Int(collation.id &- firstID) < capacity else { return nil }
    return table.entries + Int(collation.id &- firstID)
  }

  @inline(never)
  static func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, _ collation: Collation) -> Int
  {
    guard let entry = slot(of: collation)?.pointee else { return ValueRules.compareBytes(a, b) }
    return Int(entry.compare(entry.context, a.baseAddress, a.count, b.baseAddress, b.count))
  }
}
