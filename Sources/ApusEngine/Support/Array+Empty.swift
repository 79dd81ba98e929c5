extension Array {
  /// Removes all members and keeps the memory, unless they were many. A few are removed one by one: the general way costs as much as
  /// twenty.
  @inline(__always)
  mutating func empty() {
    if count <= 8 {
      while !isEmpty { removeLast() }
    } else {
      removeAll(keepingCapacity: count <= 256)
    }
  }
}
