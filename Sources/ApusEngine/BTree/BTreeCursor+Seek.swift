// Finding an entry by its key.
//
// All seeks answer alike: 0 on the very entry, < 0 on an entry smaller than the key, > 0 on one larger. In an
// empty tree the cursor is on no entry and the answer is -1.

extension BTreeCursor {
  /// Goes to the row with that key, or to a neighbour of where it would be. Complexity: O(log n) comparisons,
  /// O(height) pages; O(1) within the present leaf when its keys are dense.
  /// - Throws: `.corrupt` for a damaged page, and what reading pages throws.
  mutating func seek(rowID target: Int64) throws(DatabaseError) -> Int32 {
    if leafCount > 0 {
      if target == rowID { return 0 }
      if target > rowID {
        if isAtLast { return -1 }
        if target <= page.rowID(leafCount - 1, isLeaf: true) {
          return seekLeaf(target, from: index + 1)
        }
      } else if target >= page.rowID(0, isLeaf: true) {
        isAtLast = false
        return seekLeaf(target, from: 0)
      }
    }
    guard try moveToRoot() else { return -1 }
    var isRightmost = true
    // The first key of the leaf, if keys are dense; only ever a guess.
    var floor: Int64 = 1
    while !isLeaf {
      let child = page
      var low = 0
      var high = cellCount
      while low < high {
        let middle = (low &+ high) &>> 1
        if child.rowID(middle, isLeaf: false) < target { low = middle &+ 1 } else { high = middle }
      }
      index = low
      if low > 0 { floor = child.rowID(low &- 1, isLeaf: false) &+ 1 }
      if low < cellCount { isRightmost = false }
      try descend(to: child.child(low))
    }
    // Dense keys: the divider to the left tells the slot without a look at the leaf's first cell.
    let guess = target &- floor
    if guess >= 0, guess < Int64(cellCount), page.rowID(Int(guess), isLeaf: true) == target {
      index = Int(guess)
      arrive()
      isAtLast = isRightmost && index == cellCount - 1
      return 0
    }
    let result = seekLeaf(target, from: 0)
    isAtLast = isRightmost && index == cellCount - 1
    return result
  }

  /// Searches the present leaf, whose cells before `start` are smaller. Guesses the slot of dense keys first.
  @inline(__always)
  private mutating func seekLeaf(_ target: Int64, from start: Int) -> Int32 {
    let leaf = page
    var low = start
    var high = cellCount
    if low < high {
      let lowest = leaf.rowID(low, isLeaf: true)
      // Keys are distinct and ascending: the target is at most `distance` cells behind the first.
      let (distance, overflow) = target.subtractingReportingOverflow(lowest)
      if !overflow, distance < Int64(high &- low) {
        if distance <= 0 {
          index = low
          arrive()
          return distance == 0 ? 0 : 1
        }
        high = low &+ Int(distance) &+ 1
        let guess = high &- 1
        let key = leaf.rowID(guess, isLeaf: true)
        if key == target {
          index = guess
          arrive()
          return 0
        }
        if key > target { high = guess } else { low = guess &+ 1 }
      } else if overflow, target < lowest {
        high = low
      }
    }
    while low < high {
      let middle = (low &+ high) &>> 1
      let key = leaf.rowID(middle, isLeaf: true)
      if key < target {
        low = middle &+ 1
      } else if key > target {
        high = middle
      } else {
        index = middle
        arrive()
        return 0
      }
    }
    if low < cellCount {
      index = low
      arrive()
      return rowID == target ? 0 : 1
    }
    index = cellCount &- 1
    arrive()
    return -1
  }

  /// Goes to the index entry whose first `count` fields equal `key`, or to a neighbour of where it would be.
  /// - Parameter defaultResult: the answer of a comparison in which all `count` fields are equal: < 0 makes such
  ///   entries smaller than the key (the seek ends after them), > 0 larger, 0 ends the seek on one of them.
  mutating func seek(
    key: UnsafePointer<Cell>, count: Int, bias defaultResult: Int32
  ) throws(DatabaseError) -> Int32 {
    try seekIndex(
      CellProbe(key, count: count, keyInfo: keyInfo.unsafelyUnwrapped, equalResult: defaultResult))
  }

  /// Goes to the index entry that equals a whole record, or to a neighbour of where it would be.
  mutating func seek(record: UnsafeRawBufferPointer) throws(DatabaseError) -> Int32 {
    try seekIndex(RecordProbe(record, keyInfo: keyInfo.unsafelyUnwrapped))
  }

  @inline(__always)
  private mutating func seekIndex(_ probe: some IndexProbe) throws(DatabaseError) -> Int32 {
    if isAtLast, state == .valid {
      // Ascending inserts: nothing but the last entry needs to be looked at.
      let result = try compareCell(probe, at: index)
      if result <= 0 {
        loadCell()
        return result
      }
    }
    guard try moveToRoot() else { return -1 }
    var isRightmost = true
    while true {
      var low = 0
      var high = cellCount
      while low < high {
        let middle = (low &+ high) &>> 1
        let result = try compareCell(probe, at: middle)
        if result < 0 {
          low = middle &+ 1
        } else if result > 0 {
          high = middle
        } else {
          index = middle
          arrive()
          return 0
        }
      }
      index = low
      if isLeaf {
        if low < cellCount {
          arrive()
          return 1
        }
        index = low &- 1
        arrive()
        isAtLast = isRightmost
        return -1
      }
      if low < cellCount { isRightmost = false }
      try descend(to: page.child(low))
    }
  }

  /// How the entry in cell `position` of the current page compares to the probe: < 0 when it is smaller. Leaves
  /// the cell fields undefined.
  @inline(__always)
  private mutating func compareCell(
    _ probe: some IndexProbe, at position: Int
  ) throws(DatabaseError) -> Int32 {
    var start = UnsafeRawPointer(data) + pointers.be16(2 &* position)
    if !isLeaf { start += 4 }
    let size = Int(truncatingIfNeeded: CellVarint.read(&start))
    do throws(DatabaseError) {
      if size <= maxLocal { return try probe.compare(UnsafeRawBufferPointer(start: start, count: size)) }
      index = position
      loadCell()
      var buffer = gathered
      defer { gathered = buffer }
      return try probe.compare(try record(&buffer))
    } catch {
      throw error.located(DamagePlace(page: page.number, offset: pointers.be16(2 &* position)))
    }
  }
}
