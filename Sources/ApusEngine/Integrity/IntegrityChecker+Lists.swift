// The two kinds of page lists: the freelist and overflow chains.

extension IntegrityChecker {
  /// Walks the freelist, trunks and leaves.
  func checkFreelist(_ first: PageNumber, expected: UInt32) throws(DatabaseError) {
    let before = report.messages.count
    var page = first
    var remaining = Int64(expected)
    while page != 0, !isFull {
      guard refer(to: page) else { break }
      remaining -= 1
      if hasPointerMap { try checkPointerMap(page, PointerMapEntry(kind: .free, parent: 0)) }
      let trunk = page
      let isRead = try read(trunk, failure: { _ in "failed to get page \(trunk)" }) {
        (data) throws(DatabaseError) in
        let leaves = data.be32(4)
        if leaves > UInt32(geometry.maxTrunkLeaves) {
          add("freelist leaf count too big on page \(trunk)")
          remaining -= 1
        } else {
          for index in 0..<Int(leaves) {
            let leaf = data.be32(8 + 4 * index)
            if hasPointerMap { try checkPointerMap(leaf, PointerMapEntry(kind: .free, parent: 0)) }
            _ = refer(to: leaf)
          }
          remaining -= Int64(leaves)
        }
        page = data.be32(0)
      }
      if !isRead { break }
    }
    if remaining != 0, before == report.messages.count {
      add("size is \(Int64(expected) - remaining) but should be \(expected)")
    }
  }

  /// Walks an overflow chain that should have `expected` pages.
  func checkOverflow(_ first: PageNumber, expected: Int) throws(DatabaseError) {
    let before = report.messages.count
    var page = first
    var remaining = expected
    while page != 0, !isFull {
      guard refer(to: page) else { break }
      remaining -= 1
      let link = page
      let isRead = try read(link, failure: { _ in "failed to get page \(link)" }) {
        (data) throws(DatabaseError) in
        page = data.be32(0)
        if hasPointerMap, remaining != 0 {
          try checkPointerMap(page, PointerMapEntry(kind: .laterOverflow, parent: link))
        }
      }
      if !isRead { break }
    }
    if remaining != 0, before == report.messages.count {
      add("overflow list length is \(expected - remaining) but should be \(expected)")
    }
  }
}
