// Writing entries.
//
// `seekResult`, where given and not 0, promises that the cursor is where a seek for the very key put it and
// that this was the seek's answer; 0 means "unknown", and the insert seeks itself.

extension BTreeCursor {
  /// Puts a row into a table tree, in place of the row with that key if there is one.
  ///
  /// Afterwards the cursor is on the row, or saved to its key when pages were balanced (`needsRestore`).
  /// - Parameters:
  ///   - payload: must not lie on a page of this tree.
  ///   - zeroTail: zero bytes that follow the payload (zeroblob).
  ///   - append: the caller believes that the key is larger than all others; costs nothing when wrong.
  /// - Throws: `.corrupt`, `.full`, and what the pager throws. After an error the transaction or statement must
  ///   be rolled back.
  @inline(__always)
  mutating func insert(
    rowID key: Int64, payload: UnsafeRawBufferPointer, zeroTail: Int = 0, append: Bool = false,
    seekResult: Int32 = 0
  ) throws(DatabaseError) {
    if isAtLast, key > rowID, appendToLeaf(key, payload, zeroTail: zeroTail) { return }
    try insertRow(key, payload, zeroTail: zeroTail, append: append, seekResult: seekResult)
  }

  /// The append fast path: on the last entry of a leaf that is private already and has room in its gap.
  @inline(__always)
  private mutating func appendToLeaf(_ key: Int64, _ payload: UnsafeRawBufferPointer, zeroTail: Int) -> Bool {
    let size = payload.count &+ zeroTail
    guard state == .valid, !hasCompanions, size <= maxLocal, let frame = levels[depth].frame,
      frame.pointee.isWritable, frame.pointee.spaceChecked, frame.pointee.pins == 1
    else { return false }
    let page = BTreePage(frame)
    let header = CellVarint.size(UInt64(size)) &+ CellVarint.size(UInt64(bitPattern: key))
    let cellSize = max(header &+ size, 4)
    let count = cellCount
    let place = page.contentStart &- cellSize
    guard page.cellOffset &+ 2 &* count &+ 2 <= place else { return false }
    let cell = data + place
    var position = CellVarint.write(UInt64(size), to: cell)
    position &+= CellVarint.write(UInt64(bitPattern: key), to: cell + position)
    if let base = payload.baseAddress, payload.count > 0 {
      (cell + position).copyMemory(from: base, byteCount: payload.count)
    }
    if zeroTail > 0 {
      (cell + position + payload.count).initializeMemory(as: UInt8.self, repeating: 0, count: zeroTail)
    }
    pointers.setBE16(2 &* count, place)
    page.contentStart = place
    page.setCellCount(count &+ 1)
    page.freeSpace -= cellSize &+ 2
    cellCount = count &+ 1
    leafCount = count &+ 1
    index = count
    setCell(rowID: key, payload: cell + position, size: size, local: size)
    return true
  }

  @inline(never)
  private mutating func insertRow(
    _ key: Int64, _ payload: UnsafeRawBufferPointer, zeroTail: Int, append: Bool, seekResult: Int32
  ) throws(DatabaseError) {
    if hasCompanions || root == 1 { try prepareToWrite() }
    var result = seekResult
    if result == 0 || state != .valid {
      if append, state != .valid || !isAtLast { _ = try last() }
      result = try seek(rowID: key)
    } else if rowID == key {
      result = 0
    }
    if state == .valid, result == 0, payload.count + zeroTail == payloadSize {
      return try overwrite(payload, zeroTail: zeroTail)
    }
    let workspace = tree.workspace
    let cell = workspace.cell
    let total = payload.count + zeroTail
    var size = CellVarint.write(UInt64(total), to: cell)
    size += CellVarint.write(UInt64(bitPattern: key), to: cell + size)
    size = try appendPayload(payload, zeroTail: zeroTail, to: cell, at: size)
    let wasLast = isAtLast && result < 0
    if try placeOrAbandon(cell, size: size, result: result) {
      isAtLast = wasLast
      arrive()
    } else {
      // The stack is gone: the key alone leads back.
      releasePath()
      setSavedRowID(key)
      skip = 0
      state = .needsSeek
      leafCount = 0
    }
  }

  /// Puts a record into an index tree, in place of an equal one if there is one.
  ///
  /// Afterwards the cursor is on the entry, or on no entry when pages were balanced.
  /// - Parameters:
  ///   - record: must not lie on a page of this tree.
  ///   - key: the record's fields as cells, if the caller has them at hand; else the record itself is the key.
  ///   - append: the caller believes that the record is larger than all others.
  mutating func insert(
    record: UnsafeRawBufferPointer, key: UnsafePointer<Cell>? = nil, count: Int = 0, append: Bool = false,
    seekResult: Int32 = 0
  ) throws(DatabaseError) {
    if hasCompanions || root == 1 { try prepareToWrite() }
    var result = seekResult
    if result == 0 || state != .valid {
      if append, state != .valid || !isAtLast { _ = try last() }
      if let key {
        result = try seek(key: key, count: count, bias: 0)
      } else {
        result = try seek(record: record)
      }
    }
    if state == .valid, result == 0, record.count == payloadSize {
      return try overwrite(record, zeroTail: 0)
    }
    let cell = tree.workspace.cell
    var size = CellVarint.write(UInt64(record.count), to: cell)
    size = try appendPayload(record, zeroTail: 0, to: cell, at: size)
    let wasLast = isAtLast && result < 0
    if try placeOrAbandon(cell, size: size, result: result) {
      isAtLast = wasLast
      arrive()
    } else {
      becomeInvalid()
      releasePath()
    }
  }

  /// Writes the local part of a payload behind a cell's header, spills the rest, and returns the cell's size.
  private func appendPayload(
    _ payload: UnsafeRawBufferPointer, zeroTail: Int, to cell: UnsafeMutableRawPointer, at header: Int
  ) throws(DatabaseError) -> Int {
    let total = payload.count + zeroTail
    guard total <= Int(Int32.max) else { throw DatabaseError(.tooBig, "string or blob too big") }
    let local = geometry.localSize(payload: total, maxLocal: maxLocal)
    let bytes = min(payload.count, local)
    var size = header
    if bytes > 0, let base = payload.baseAddress { (cell + size).copyMemory(from: base, byteCount: bytes) }
    size += bytes
    if bytes < local {
      (cell + size).initializeMemory(as: UInt8.self, repeating: 0, count: local - bytes)
      size += local - bytes
    }
    if local < total {
      let first = try tree.writeOverflow(
        payload, zeroTail: zeroTail, from: local, near: hasPath ? page.number : root)
      cell.setBE32(size, first)
      size += 4
    }
    while size < 4 {
      cell.storeBytes(of: 0, toByteOffset: size, as: UInt8.self)
      size += 1
    }
    return size
  }

  /// Replaces the payload of the current entry by one of the same length.
  private mutating func overwrite(
    _ payload: UnsafeRawBufferPointer, zeroTail: Int
  ) throws(DatabaseError) {
    try makeWritable(level: depth)
    let view = geometry.parse(page.cell(index), page.kind)
    let bytes = min(payload.count, view.localSize)
    if bytes > 0, let base = payload.baseAddress { view.payload.copyMemory(from: base, byteCount: bytes) }
    if bytes < view.localSize {
      (view.payload + bytes).initializeMemory(as: UInt8.self, repeating: 0, count: view.localSize - bytes)
    }
    if view.hasOverflow {
      guard
        geometry.overflowPageCount(payload: view.payloadSize, local: view.localSize) < Int(pager.pageCount)
      else { throw .corrupt("payload is longer than the file", page: page.number) }
      try tree.overwriteOverflow(of: view, on: page, with: payload)
    }
    arrive()
  }

  /// `place`, and after an error a cursor on no entry: the page under it may be half changed.
  private mutating func placeOrAbandon(
    _ cell: UnsafeMutableRawPointer, size: Int, result: Int32
  ) throws(DatabaseError) -> Bool {
    do throws(DatabaseError) {
      return try place(cell, size: size, result: result)
    } catch {
      abandon()
      throw error
    }
  }

  /// Puts a built leaf cell where a seek with answer `result` left the cursor: before or after the present
  /// entry, or in its place. False when pages were balanced and the cursor has lost its place.
  private mutating func place(
    _ cell: UnsafeMutableRawPointer, size: Int, result: Int32
  ) throws(DatabaseError) -> Bool {
    if state != .valid {
      // Only an empty tree leaves the seek without an entry.
      guard hasPath, depth == 0, isLeaf, cellCount == 0 else {
        throw .corrupt("cursor without a leaf", page: root)
      }
      index = 0
      try makeWritable(level: 0)
    } else if result == 0 {
      return try replaceCell(cell, size: size)
    } else {
      guard isLeaf else { throw .corrupt("insert into an interior page", page: page.number) }
      try makeWritable(level: depth)
      if result < 0 { index += 1 }
    }
    return try putCell(cell, size: size)
  }

  /// Puts a leaf cell at `index` of the current, writable page and balances when it does not fit.
  private mutating func putCell(_ cell: UnsafeMutableRawPointer, size: Int) throws(DatabaseError) -> Bool {
    let page = self.page
    if size + 2 <= page.freeSpace {
      try page.insertCell(cell, size: size, at: index, geometry, scratch: tree.workspace.page)
      cellCount = page.cellCount
      if try tree.hasOverflowToMap(page, index) {
        try tree.setPointerMapEntries(ofCell: page.cell(index), page.kind, parent: page.number, geometry)
      }
      return true
    }
    tree.workspace.pending.removeAll()
    tree.workspace.pending.append(cell, size: size, at: index)
    return try balance()
  }

  /// Replaces the current entry's cell by another with an equal key.
  private mutating func replaceCell(_ cell: UnsafeMutableRawPointer, size: Int) throws(DatabaseError) -> Bool
  {
    try makeWritable(level: depth)
    let page = self.page
    let old = geometry.parse(page.cell(index), page.kind)
    if isLeaf {
      try tree.freeOverflow(of: old, on: page)
      page.removeCell(index, size: old.size, geometry)
      cellCount = page.cellCount
      return try putCell(cell, size: size)
    }
    // An interior entry of an index keeps its left child.
    let child = page.child(index)
    try tree.freeOverflow(of: old, on: page)
    let workspace = tree.workspace
    let divider = workspace.newDividers + workspace.nextDividerSet()
    let content = geometry.parse(cell, .indexLeaf).contentSize
    divider.setBE32(0, child)
    (divider + 4).copyMemory(from: cell, byteCount: content)
    page.removeCell(index, size: old.size, geometry)
    cellCount = page.cellCount
    return try putCell(divider, size: content + 4)
  }
}
