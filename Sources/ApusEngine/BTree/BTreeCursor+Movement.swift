// Stepping through a tree in key order.

extension BTreeCursor {
  /// Goes to the first entry. False when the tree is empty.
  /// - Throws: `.corrupt` for a damaged page, and what reading pages throws.
  mutating func first() throws(DatabaseError) -> Bool {
    guard try moveToRoot() else { return false }
    index = 0
    try descendToFirst()
    return true
  }

  /// Goes to the last entry. False when the tree is empty. O(1) when the cursor is known to be there.
  mutating func last() throws(DatabaseError) -> Bool {
    if isAtLast, state == .valid { return true }
    guard try moveToRoot() else { return false }
    index = cellCount
    try descendToLast()
    isAtLast = true
    return true
  }

  /// Goes to the entry after the present one. False, and on no entry, when there is none.
  @inline(__always)
  mutating func next() throws(DatabaseError) -> Bool {
    let following = index &+ 1
    if following < leafCount {
      index = following
      loadCell()
      return true
    }
    return try nextAcrossPages()
  }

  /// Goes to the entry before the present one. False, and on no entry, when there is none.
  @inline(__always)
  mutating func previous() throws(DatabaseError) -> Bool {
    if index > 0, leafCount > 0 {
      index &-= 1
      isAtLast = false
      loadCell()
      return true
    }
    return try previousAcrossPages()
  }

  /// From the child at `index` (or on a leaf) to the first entry below.
  mutating func descendToFirst() throws(DatabaseError) {
    while !isLeaf {
      try descend(to: page.child(index))
      index = 0
    }
    touchLeaf()
    arrive()
  }

  /// From the child at `index` (`cellCount`: the rightmost) to the last entry below.
  mutating func descendToLast() throws(DatabaseError) {
    while !isLeaf {
      try descend(to: page.child(index))
      index = cellCount
    }
    index = cellCount - 1
    arrive()
  }

  @inline(never)
  private mutating func nextAcrossPages() throws(DatabaseError) -> Bool {
    switch state {
    case .invalid: return false
    case .fault, .needsSeek, .skipNext:
      if try settle(forward: true) { return state == .valid }
      return try next()
    case .valid: break
    }
    // On no entry until `arrive`: a page on the way may turn out to be damaged.
    becomeInvalid()
    if !isLeaf {
      // On an interior entry of an index: the next one is the first in the child to its right.
      index += 1
      try descendToFirst()
      return true
    }
    while depth > 0 {
      ascend()
      if index < cellCount {
        if isTable {
          index += 1
          try descendToFirst()
        } else {
          arrive()
        }
        return true
      }
    }
    return false
  }

  @inline(never)
  private mutating func previousAcrossPages() throws(DatabaseError) -> Bool {
    switch state {
    case .invalid: return false
    case .fault, .needsSeek, .skipNext:
      if try settle(forward: false) { return state == .valid }
      return try previous()
    case .valid: break
    }
    // On no entry until `arrive`: a page on the way may turn out to be damaged.
    becomeInvalid()
    if !isLeaf {
      try descendToLast()
      return true
    }
    while depth > 0 {
      ascend()
      if index > 0 {
        index -= 1
        if isTable { try descendToLast() } else { arrive() }
        return true
      }
    }
    return false
  }

  /// Brings a saved or skipping cursor back to an entry. True when the step that follows is already done.
  private mutating func settle(forward: Bool) throws(DatabaseError) -> Bool {
    if state != .skipNext { _ = try restore() }
    guard state == .skipNext else { return state == .invalid }
    let skip = self.skip
    self.skip = 0
    arrive()
    return forward ? skip > 0 : skip < 0
  }

  /// Loads one word of each cache line of a leaf that a forward scan enters: the hardware fetches ascending
  /// lines ahead, while cells are laid out from the page's end (the scan would go against the direction).
  @inline(__always)
  private mutating func touchLeaf() {
    var sum: UInt64 = 0
    var offset = 0
    let size = geometry.pageSize
    while offset < size {
      sum &+= data.load(fromByteOffset: offset, as: UInt64.self)
      offset &+= 64
    }
    touched = sum
  }
}
