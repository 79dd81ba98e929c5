/// What the database holds, as far as the simulation has been told: tables of rows, each row a seed from which its value is made.
struct Model {
  struct Row {
    var seed: UInt64
    var length: Int
  }

  private(set) var tables: [String: [Int: Row]] = [:]
  private(set) var indexes: Set<String> = []
  /// Of everything: independent of order, so that it can be kept up to date row by row.
  private(set) var digest: UInt64 = 0

  static func hash(_ text: String) -> UInt64 {
    var result: UInt64 = 0
    for byte in text.utf8 { result = Random.mix(result ^ UInt64(byte)) }
    return result
  }

  static func hash(table: String, id: Int, _ row: Row) -> UInt64 {
    Random.mix(Random.mix(hash(table) ^ UInt64(id)) ^ row.seed ^ UInt64(row.length) << 40)
  }

  mutating func createTable(_ name: String) {
    tables[name] = [:]
    digest &+= Self.hash(name)
  }

  mutating func dropTable(_ name: String) {
    for (id, row) in tables[name] ?? [:] { digest &-= Self.hash(table: name, id: id, row) }
    tables[name] = nil
    digest &-= Self.hash(name)
    for index in indexes where index.hasPrefix(name + "_") { dropIndex(index) }
  }

  mutating func createIndex(_ name: String) {
    indexes.insert(name)
    digest &+= Self.hash(name)
  }

  mutating func dropIndex(_ name: String) {
    indexes.remove(name)
    digest &-= Self.hash(name)
  }

  mutating func put(_ table: String, _ id: Int, _ row: Row) {
    remove(table, id)
    tables[table]?[id] = row
    digest &+= Self.hash(table: table, id: id, row)
  }

  mutating func remove(_ table: String, _ id: Int) {
    guard let old = tables[table]?.removeValue(forKey: id) else { return }
    digest &-= Self.hash(table: table, id: id, old)
  }

  /// The value of a row: `length` bytes that follow from the seed.
  static func value(_ row: Row) -> [UInt8] {
    var random = Random(row.seed)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(row.length + 8)
    while bytes.count < row.length {
      var word = random.next()
      for _ in 0..<8 {
        bytes.append(UInt8(truncatingIfNeeded: word))
        word >>= 8
      }
    }
    bytes.removeLast(bytes.count - row.length)
    return bytes
  }
}
