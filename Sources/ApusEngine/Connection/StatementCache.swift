/// Prepared statements that nobody uses at the moment, by their text: a small table with least-recently-used
/// replacement.
final class StatementCache {
  struct Key: Hashable {
    let hash: UInt64
    let count: Int
  }

  private struct Entry {
    var statement: PreparedStatement
    var text: [UInt8]
    var key: Key
    var lastUse: UInt64
  }

  @exclusivity(unchecked) private var entries: [Entry] = []
  /// The hashes of the entries, side by side: all of them are looked at for each text.
  @exclusivity(unchecked) private var hashes: [UInt64] = []
  @exclusivity(unchecked) private var clock: UInt64 = 0

  /// A hash of the text, 8 bytes at a time.
  static func key(for text: UnsafeBufferPointer<UInt8>) -> Key {
    var hash: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: text.count)
    var offset = 0
    let raw = UnsafeRawBufferPointer(text)
    while offset &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash &>> 32
      offset &+= 8
    }
    while offset < raw.count {
      hash = (hash ^ UInt64(raw[offset])) &* 0x0000_0100_0000_01b3
      offset &+= 1
    }
    return Key(hash: hash ^ hash &>> 29, count: text.count)
  }

  /// Takes an idle statement with that text out of the cache.
  func take(_ text: UnsafeBufferPointer<UInt8>, key: Key) -> PreparedStatement? {
    for index in hashes.indices.reversed() where hashes[index] == key.hash {
      guard entries[index].key == key, entries[index].text.elementsEqual(text) else { continue }
      let statement = entries[index].statement
      entries.swapAt(index, entries.count - 1)
      entries.removeLast()
      hashes.swapAt(index, hashes.count - 1)
      hashes.removeLast()
      return statement
    }
    return nil
  }

  /// Puts a statement that is not used any more into the cache; the one unused for longest goes.
  func put(_ statement: PreparedStatement, text: [UInt8], key: Key, limit: Int) {
    guard limit > 0 else { return }
    clock &+= 1
    if entries.count >= limit {
      var oldest = 0
      for index in entries.indices where entries[index].lastUse < entries[oldest].lastUse { oldest = index }
      entries[oldest] = Entry(statement: statement, text: text, key: key, lastUse: clock)
      hashes[oldest] = key.hash
    } else {
      entries.append(Entry(statement: statement, text: text, key: key, lastUse: clock))
      hashes.append(key.hash)
    }
  }

  func removeAll() {
    entries.removeAll()
    hashes.removeAll()
  }
}
