/// What the database holds, as far as the simulation has been told: tables of rows, each row a seed from which its value is made.
struct Model {
  struct Row {
    var seed: UInt64
    var length: Int
  }

  private(set) var tables: [String: [Int: Row]] = [:]
  private(set) var indexes: Set<String> = []
  /// What each row of `link` refers to.
  private(set) var links: [Int: Int] = [:]
  private(set) var counts: [String: Counts] = [:]
  /// All of them, of dropped tables too.
  private(set) var triggerRuns = 0
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

  /// `counts` and `link`, which every other table needs.
  mutating func setUp() {
    for name in Self.setupNames { digest &+= Self.hash(name) }
    addCounts("link")
  }

  mutating func createTable(_ name: String) {
    tables[name] = [:]
    digest &+= Self.hash(name)
    addCounts(name)
  }

  private mutating func addCounts(_ table: String) {
    counts[table] = Counts()
    digest &+= Self.hash(counts: Counts(), of: table)
    for what in ["inserted", "updated", "deleted"] { digest &+= Self.hash("\(table)_\(what)") }
  }

  /// A trigger has run.
  private mutating func count(_ table: String, _ what: WritableKeyPath<Counts, Int>) {
    guard var present = counts[table] else { return }
    digest &-= Self.hash(counts: present, of: table)
    present[keyPath: what] += 1
    digest &+= Self.hash(counts: present, of: table)
    counts[table] = present
    triggerRuns += 1
  }

  mutating func dropTable(_ name: String) {
    for (id, row) in tables[name] ?? [:] { digest &-= Self.hash(table: name, id: id, row) }
    tables[name] = nil
    digest &-= Self.hash(name)
    if let gone = counts.removeValue(forKey: name) { digest &-= Self.hash(counts: gone, of: name) }
    for what in ["inserted", "updated", "deleted"] { digest &-= Self.hash("\(name)_\(what)") }
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

  /// An UPDATE of a row.
  mutating func update(_ table: String, _ id: Int, _ row: Row) {
    takeOut(table, id)
    putIn(table, id, row)
    count(table, \.updated)
  }

  /// An INSERT OR REPLACE. Of the row that goes no trigger is told, but what refers to it goes with it.
  /// - Returns: how many rows of other tables have changed.
  mutating func put(_ table: String, _ id: Int, _ row: Row) -> Int {
    let cascades = takeOut(table, id) ? removeLinks(of: table, id) : 0
    putIn(table, id, row)
    count(table, \.inserted)
    return cascades
  }

  /// A DELETE.
  /// - Returns: how many rows of other tables have gone with it.
  mutating func remove(_ table: String, _ id: Int) -> Int {
    guard takeOut(table, id) else { return 0 }
    count(table, \.deleted)
    return removeLinks(of: table, id)
  }

  /// A row of `a` gets another id.
  /// - Returns: how many links follow.
  mutating func move(_ old: Int, to new: Int) -> Int {
    guard let row = tables["a"]?[old] else { return 0 }
    takeOut("a", old)
    putIn("a", new, row)
    count("a", \.updated)
    let followers = links.filter { $0.value == old }.keys
    for id in followers {
      digest &-= Self.hash(link: id, parent: old)
      digest &+= Self.hash(link: id, parent: new)
      links[id] = new
      count("link", \.updated)
    }
    return followers.count
  }

  mutating func addLink(_ id: Int, parent: Int) {
    links[id] = parent
    digest &+= Self.hash(link: id, parent: parent)
    count("link", \.inserted)
  }

  mutating func removeLink(_ id: Int) {
    guard let parent = links.removeValue(forKey: id) else { return }
    digest &-= Self.hash(link: id, parent: parent)
    count("link", \.deleted)
  }

  private mutating func removeLinks(of table: String, _ parent: Int) -> Int {
    guard table == "a" else { return 0 }
    let gone = links.filter { $0.value == parent }.keys
    for id in gone { removeLink(id) }
    return gone.count
  }

  private mutating func putIn(_ table: String, _ id: Int, _ row: Row) {
    tables[table]?[id] = row
    digest &+= Self.hash(table: table, id: id, row)
  }

  @discardableResult
  private mutating func takeOut(_ table: String, _ id: Int) -> Bool {
    guard let old = tables[table]?.removeValue(forKey: id) else { return false }
    digest &-= Self.hash(table: table, id: id, old)
    return true
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
