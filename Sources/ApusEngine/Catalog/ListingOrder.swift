/// The order in which SQLite lists the tables of a schema: that of its table of names.
///
/// While there are few names the newest comes first. From the fifth on the table has buckets: a name goes before the others of its bucket,
/// the first of a bucket before all. When names outgrow the buckets, all are entered again, in the order of the list so far.
struct ListingOrder {
  private var names: [String] = []
  private var next: [Int] = []
  private var previous: [Int] = []
  private var head = -1
  /// The first name of each bucket, -1 none.
  private var buckets: [Int] = []

  private static let bucketLimit = 64

  /// - Parameter names: in the order of their creation.
  static func of(_ names: [String]) -> [String] {
    var order = ListingOrder()
    for name in names { order.add(name) }
    var listed: [String] = []
    listed.reserveCapacity(names.count)
    var position = order.head
    while position >= 0 {
      listed.append(order.names[position])
      position = order.next[position]
    }
    return listed
  }

  private mutating func add(_ name: String) {
    names.append(name)
    next.append(-1)
    previous.append(-1)
    let count = names.count
    if count >= 5, count > 2 * buckets.count { grow(to: min(count * 3, Self.bucketLimit)) }
    enter(count - 1)
  }

  private mutating func grow(to size: Int) {
    guard size != buckets.count else { return }
    buckets = Array(repeating: -1, count: size)
    var position = head
    head = -1
    while position >= 0 {
      let following = next[position]
      enter(position)
      position = following
    }
  }

  private mutating func enter(_ position: Int) {
    var before = head
    if !buckets.isEmpty {
      let bucket = Int(Self.hash(names[position]) % UInt32(buckets.count))
      if buckets[bucket] >= 0 { before = buckets[bucket] }
      buckets[bucket] = position
    }
    next[position] = before
    previous[position] = before >= 0 ? previous[before] : -1
    if before >= 0 { previous[before] = position }
    if previous[position] >= 0 { next[previous[position]] = position } else { head = position }
  }

  /// Multiplicative, without the case of letters.
  private static func hash(_ name: String) -> UInt32 {
    var value: UInt32 = 0
    for byte in name.utf8 { value = (value &+ UInt32(byte & 0xdf)) &* 0x9e37_79b1 }
    return value
  }
}

extension Catalog {
  /// Lower-case names of tables and views as SQLite lists them.
  var listedNames: [String] { ListingOrder.of(tableOrder) }
}
