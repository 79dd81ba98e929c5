import Synchronization

/// Collations that the application registered, by `Collation.id` from 16.
///
/// The comparison functions stand in one table per process, because an index seek has nothing but the number at hand.
/// An `ApplicationCollation` owns its number, and connections keep the ones whose numbers their schemas may hold.
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

  private struct Numbers {
    var next = firstID
    /// Given back.
    var free: [UInt16] = []
  }

  private static let numbers = Mutex(Numbers())

  /// A number that is not in use; nil when all are.
  static func allocate() -> Collation? {
    numbers.withLock { numbers in
      if let id = numbers.free.popLast() { return Collation(id: id) }
      guard Int(numbers.next - firstID) < capacity else { return nil }
      defer { numbers.next += 1 }
      return Collation(id: numbers.next)
    }
  }

  /// Gives a number back whose function was removed.
  static func free(_ collation: Collation) { numbers.withLock { $0.free.append(collation.id) } }

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
