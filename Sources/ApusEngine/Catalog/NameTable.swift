/// Values by name, without ASCII case. Every statement that is compiled looks up the names of its tables, so it is faster than a dictionary:
/// the hash is made for short names, and no folded copy of the name is made.
struct NameTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let name: String
    let hash: UInt32
    let value: Value
  }

  private var entries: [Entry] = []
  /// The numbers of entries by their hashes, -1 where there is none; at least half of them, a power of two.
  private var buckets: [Int32] = []

  /// - Parameter values: of equal names the first one counts.
  init(_ values: some Collection<(name: String, value: Value)>) {
    guard !values.isEmpty else { return }
    var size = 4
    while size < 2 * values.count { size *= 2 }
    buckets = [Int32](repeating: -1, count: size)
    entries.reserveCapacity(values.count)
    for (name, value) in values where self[name] == nil {
      let hash = name.foldedHash
      var place = Int(hash) & (size - 1)
      while buckets[place] >= 0 { place = (place + 1) & (size - 1) }
      buckets[place] = Int32(truncatingIfNeeded: entries.count)
      entries.append(Entry(name: name, hash: hash, value: value))
    }
  }

  subscript(name: String) -> Value? {
    guard !entries.isEmpty else { return nil }
    let hash = name.foldedHash
    var place = Int(hash) & (buckets.count - 1)
    while buckets[place] >= 0 {
      let index = Int(buckets[place])
      if entries[index].hash == hash, entries[index].name.equalsIgnoringCase(name) {
        return entries[index].value
      }
      place = (place + 1) & (buckets.count - 1)
    }
    return nil
  }
}
