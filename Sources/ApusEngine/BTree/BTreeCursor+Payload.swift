// Reading the payload under a cursor.

extension BTreeCursor {
  /// Copies `count` payload bytes from `offset` on; follows the overflow chain, which is remembered as far as it
  /// was followed. Complexity: O(bytes) plus the pages before `offset` when they are not known yet.
  /// - Throws: `.corrupt` when the range lies outside the payload or the chain is broken.
  mutating func readPayload(
    offset: Int, count: Int, into target: UnsafeMutableRawPointer
  ) throws(DatabaseError) {
    guard offset >= 0, count >= 0, offset <= payloadSize, count <= payloadSize - offset else {
      throw damaged("read past the end of a payload")
    }
    var offset = offset
    var remaining = count
    var target = target
    if offset < localSize {
      let take = min(remaining, localSize - offset)
      target.copyMemory(from: localPayload + offset, byteCount: take)
      offset += take
      remaining -= take
      target += take
    }
    guard remaining > 0 else { return }
    let capacity = geometry.overflowCapacity
    var position = (offset - localSize) / capacity
    var inside = (offset - localSize) % capacity
    while remaining > 0 {
      let number = try overflowPage(position)
      let frame = try pager.page(number)
      let take = min(remaining, capacity - inside)
      target.copyMemory(from: frame.pointee.data + 4 + inside, byteCount: take)
      remaining -= take
      if remaining > 0, position + 1 == chain.count {
        let next = frame.pointee.data.be32(0)
        pager.unpin(frame)
        try extendChain(next)
      } else {
        pager.unpin(frame)
      }
      target += take
      inside = 0
      position += 1
    }
  }

  /// The number of the chain's page at `position`.
  mutating func overflowPage(_ position: Int) throws(DatabaseError) -> PageNumber {
    if chain.count == 0 { try extendChain(UnsafeRawPointer(localPayload).be32(localSize)) }
    while chain.count <= position {
      let frame = try pager.page(chain[chain.count - 1])
      let next = frame.pointee.data.be32(0)
      pager.unpin(frame)
      try extendChain(next)
    }
    return chain[position]
  }

  private mutating func extendChain(_ number: PageNumber) throws(DatabaseError) {
    guard number >= 2, number <= pager.pageCount else {
      let what = "overflow chain names page \(number)"
      if chain.count > 0 { throw .corrupt(what, page: chain[chain.count - 1], offset: 0) }
      throw .corrupt(
        what, page: page.number, offset: UnsafeRawPointer(data).distance(to: localPayload) + localSize)
    }
    chain.append(number)
  }

  /// The whole payload: in place when it is local, else gathered into `scratch`. At least 16 bytes after its
  /// end are readable. Valid until the cursor or its tree moves on, or `scratch` changes.
  @inline(__always)
  mutating func record(_ scratch: inout ByteBuffer) throws(DatabaseError) -> UnsafeRawBufferPointer {
    if localSize == payloadSize { return UnsafeRawBufferPointer(start: localPayload, count: payloadSize) }
    return try gather(&scratch)
  }

  @inline(never)
  private mutating func gather(_ scratch: inout ByteBuffer) throws(DatabaseError) -> UnsafeRawBufferPointer {
    // A damaged length must not make us ask for more memory than the file can fill.
    guard geometry.overflowPageCount(payload: payloadSize, local: localSize) < Int(pager.pageCount) else {
      throw damaged("payload is longer than the file")
    }
    scratch.removeAll()
    scratch.reserve(payloadSize)
    try readPayload(offset: 0, count: payloadSize, into: scratch.base.unsafelyUnwrapped)
    scratch.count = payloadSize
    return scratch.bytes
  }

  /// Copies the whole payload.
  mutating func copyPayload(to buffer: inout ByteBuffer) throws(DatabaseError) {
    let bytes = try record(&buffer)
    if localSize == payloadSize {
      buffer.removeAll()
      buffer.append(bytes)
    }
  }
}
