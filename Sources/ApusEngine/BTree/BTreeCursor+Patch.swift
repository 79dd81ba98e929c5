// Writing a part of the payload under a cursor, in place.

extension BTreeCursor {
  /// Overwrites payload bytes from `offset` on. The payload keeps its length, the cursor its place.
  /// Complexity: O(bytes) plus the overflow pages before `offset` when they are not known yet.
  /// - Throws: `.corrupt` when the range lies outside the payload or the chain is broken, and what writing pages throws.
  mutating func writePayload(_ source: UnsafeRawBufferPointer, offset: Int) throws(DatabaseError) {
    guard state == .valid, offset >= 0, offset <= payloadSize, source.count <= payloadSize - offset else {
      throw damaged("write past the end of a payload")
    }
    guard let base = source.baseAddress, source.count > 0 else { return }
    try prepareToWrite()
    var offset = offset
    var done = 0
    if offset < localSize {
      try makeWritable(level: depth)
      done = min(source.count, localSize - offset)
      UnsafeMutableRawPointer(mutating: localPayload + offset).copyMemory(from: base, byteCount: done)
      offset += done
    }
    let capacity = geometry.overflowCapacity
    while done < source.count {
      let number = try overflowPage((offset - localSize) / capacity)
      let inside = (offset - localSize) % capacity
      let take = min(source.count - done, capacity - inside)
      let start = base + done
      try tree.edit(number) { (data) throws(DatabaseError) in
        (data + 4 + inside).copyMemory(from: start, byteCount: take)
      }
      done += take
      offset += take
    }
  }
}
