// Page allocation and the freelist (https://www.sqlite.org/fileformat2.html#the_freelist).

extension BTree {
  /// Which free page an allocation may take.
  enum Choice {
    /// Any, preferably near another page.
    case any
    /// This one if it is free; else any.
    case exactly(PageNumber)
    /// One with at most this number.
    case atMost(PageNumber)

    func accepts(_ page: PageNumber) -> Bool {
      switch self {
      case .any: true
      case .exactly(let wanted): page == wanted
      case .atMost(let limit): page <= limit
      }
    }
  }

  /// Takes a page off the freelist, or extends the file by one. The page is zero-filled, writable and pinned.
  /// Complexity: O(1) pages for `.any`, O(freelist) in the other cases.
  func allocatePage(near: PageNumber = 0, _ choice: Choice = .any) throws(DatabaseError) -> FrameRef {
    let freeCount = try meta(.freelistCount)
    guard freeCount > 0 else { return try extendFile() }
    guard freeCount < pager.pageCount else {
      throw .corrupt("freelist count", page: 1, offset: HeaderField.freelistCount.rawValue)
    }
    var choice = choice
    if case .exactly(let wanted) = choice {
      var isFree = false
      if wanted <= pager.pageCount { isFree = try pointerMapEntry(wanted).kind == .free }
      if !isFree { choice = .any }
    }
    let page = try takeFromFreelist(near: near, choice, freeCount: freeCount)
    try setMeta(.freelistCount, freeCount - 1)
    return try freshFrame(page)
  }

  private func takeFromFreelist(
    near: PageNumber, _ choice: Choice, freeCount: UInt32
  ) throws(DatabaseError) -> PageNumber {
    let geometry = self.geometry
    var isAny = false
    if case .any = choice { isAny = true }
    var previous: PageNumber = 0
    var trunk = try meta(.firstFreelistTrunk)
    var steps: UInt32 = 0
    while true {
      try requireFreePage(trunk)
      steps += 1
      guard steps <= freeCount else { throw .corrupt("freelist does not end", page: trunk) }
      let (next, leaves) = try read(trunk) { (data) throws(DatabaseError) in (data.be32(0), data.be32(4)) }
      guard leaves <= UInt32(geometry.maxTrunkLeaves) else {
        throw .corrupt("freelist trunk has too many leaves", page: trunk, offset: 4)
      }
      if isAny ? leaves == 0 : choice.accepts(trunk) {
        try unlinkTrunk(trunk, next: next, leaves: leaves, previous: previous)
        return trunk
      }
      if let leaf = try takeLeaf(of: trunk, count: Int(leaves), near: near, choice) {
        try requireFreePage(leaf)
        return leaf
      }
      previous = trunk
      trunk = next
    }
  }

  private func requireFreePage(_ page: PageNumber) throws(DatabaseError) {
    guard page >= 2, page <= pager.pageCount else {
      throw .corrupt("freelist names page \(page)", page: page)
    }
  }

  /// Takes the trunk itself out of the list; its first leaf becomes a trunk with the other leaves.
  private func unlinkTrunk(
    _ trunk: PageNumber, next: PageNumber, leaves: UInt32, previous: PageNumber
  ) throws(DatabaseError) {
    var heir = next
    if leaves > 0 {
      heir = try read(trunk) { (data) throws(DatabaseError) in data.be32(8) }
      try requireFreePage(heir)
      let frame = try freshFrame(heir)
      defer { pager.unpin(frame) }
      let data = frame.pointee.data
      data.setBE32(0, next)
      data.setBE32(4, leaves - 1)
      try read(trunk) { (source) throws(DatabaseError) in
        (data + 8).copyMemory(from: source + 12, byteCount: 4 * Int(leaves - 1))
      }
    }
    if previous == 0 {
      try setMeta(.firstFreelistTrunk, heir)
    } else {
      try edit(previous) { (data) throws(DatabaseError) in data.setBE32(0, heir) }
    }
  }

  /// Takes the leaf nearest to `near` among those that `choice` accepts; nil when there is none.
  private func takeLeaf(
    of trunk: PageNumber, count: Int, near: PageNumber, _ choice: Choice
  ) throws(DatabaseError) -> PageNumber? {
    guard count > 0 else { return nil }
    let best = try read(trunk) { (data) throws(DatabaseError) -> Int? in
      if near == 0, case .any = choice { return count - 1 }
      var best: Int?
      var bestDistance = UInt32.max
      for index in 0..<count {
        let leaf = data.be32(8 + 4 * index)
        guard choice.accepts(leaf) else { continue }
        let distance = leaf > near ? leaf - near : near - leaf
        if best == nil || distance < bestDistance {
          best = index
          bestDistance = distance
        }
      }
      return best
    }
    guard let best else { return nil }
    return try edit(trunk) { (data) throws(DatabaseError) in
      let leaf = data.be32(8 + 4 * best)
      if best < count - 1 { data.setBE32(8 + 4 * best, data.be32(8 + 4 * (count - 1))) }
      data.setBE32(4, UInt32(count - 1))
      return leaf
    }
  }

  /// Adds a page at the end of the file; steps over the lock-byte page and makes pointer-map pages on the way.
  private func extendFile() throws(DatabaseError) -> FrameRef {
    let geometry = self.geometry
    guard pager.pageCount < 0xffff_fffb else { throw DatabaseError(.full, "database or disk is full") }
    var number = pager.pageCount + 1
    if number == geometry.lockBytePage { number += 1 }
    if try hasPointerMap, geometry.isPointerMapPage(number) {
      pager.unpin(try freshFrame(number))
      number += 1
      if number == geometry.lockBytePage { number += 1 }
    }
    let frame = try freshFrame(number)
    do throws(DatabaseError) {
      try setMeta(.pageCount, number)
    } catch {
      pager.unpin(frame)
      throw error
    }
    return frame
  }

  /// Puts a page, which nobody uses any more, on the freelist. Complexity: O(1) pages.
  func freePage(_ page: PageNumber) throws(DatabaseError) {
    try requireFreePage(page)
    let geometry = self.geometry
    let freeCount = try meta(.freelistCount)
    try setMeta(.freelistCount, freeCount &+ 1)
    if try hasPointerMap { try setPointerMapEntry(page, .free, parent: 0) }
    let trunk = try meta(.firstFreelistTrunk)
    if freeCount != 0 {
      try requireFreePage(trunk)
      let leaves = try read(trunk) { (data) throws(DatabaseError) in data.be32(4) }
      guard leaves <= UInt32(geometry.maxTrunkLeaves) else {
        throw .corrupt("freelist trunk has too many leaves", page: trunk, offset: 4)
      }
      if leaves < UInt32(geometry.writableTrunkLeaves) {
        try edit(trunk) { (data) throws(DatabaseError) in
          data.setBE32(8 + 4 * Int(leaves), page)
          data.setBE32(4, leaves + 1)
        }
        // (A new frame holds zeros.)
        if secureDeletion == .full { pager.unpin(try freshFrame(page)) }
        return
      }
    }
    let frame = try freshFrame(page)
    defer { pager.unpin(frame) }
    frame.pointee.data.setBE32(0, freeCount == 0 ? 0 : trunk)
    try setMeta(.firstFreelistTrunk, page)
  }
}
