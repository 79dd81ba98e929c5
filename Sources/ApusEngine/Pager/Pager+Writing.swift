// Changing pages: private copies, new pages, and writing dirty pages out before commit when memory runs short.

extension Pager {
  /// Makes a pinned frame's bytes private to this transaction. The caller's pin moves to the returned frame, which is the same one: other pins
  /// on it see the new bytes as well.
  /// - Throws: `.readOnly` without a write transaction, and what keeping the original throws.
  func makeWritable(_ frame: FrameRef) throws(DatabaseError) -> FrameRef {
    if frame.pointee.isWritable { return frame }
    guard isWriting else { throw DatabaseError(.readOnly, "attempt to write a readonly database") }
    let number = frame.pointee.number
    if !frame.pointee.isDirty, number <= originalPageCount, spilled[number] == nil {
      try journalOriginal(number, frame.pointee.data)
    }
    try saveImage(number, frame.pointee.data)
    if let shared = frame.pointee.shared {
      let copy = takePrivateBuffer()
      copy.copyMemory(from: frame.pointee.data, byteCount: pageSize)
      frame.pointee.data = copy
      frame.pointee.shared = nil
      store.release(shared)
    }
    if !frame.pointee.isDirty {
      frame.pointee.isDirty = true
      dirtyCount += 1
    }
    frame.pointee.isWritable = true
    freshlyWritable.append(frame)
    return frame
  }

  /// A page of zeros, writable and pinned, whose old content is of no interest. A number behind the end makes the database longer.
  func newPage(_ number: PageNumber) throws(DatabaseError) -> FrameRef {
    guard isWriting else { throw DatabaseError(.readOnly, "attempt to write a readonly database") }
    guard number >= 1 else { throw .corrupt("page number out of range", page: number) }
    if let known = find(number) {
      known.pointee.pins += 1
      let frame: FrameRef
      do throws(DatabaseError) {
        frame = try makeWritable(known)
      } catch {
        unpin(known)
        throw error
      }
      frame.pointee.data.initializeMemory(as: UInt8.self, repeating: 0, count: pageSize)
      frame.pointee.checked = false
      frame.pointee.spaceChecked = false
      pageCount = max(pageCount, number)
      return frame
    }
    if number <= pageCount {
      // The original is needed for rollback (in the journal) even if nobody wants to read it.
      let frame = try page(number)
      do throws(DatabaseError) {
        let writable = try makeWritable(frame)
        writable.pointee.data.initializeMemory(as: UInt8.self, repeating: 0, count: pageSize)
        writable.pointee.checked = false
        writable.pointee.spaceChecked = false
        return writable
      } catch {
        unpin(frame)
        throw error
      }
    }
    guard number <= maxPageCount else { throw DatabaseError(.full, "database or disk is full") }
    try makeRoom()
    let frame = newFrame(number, data: takePrivateBuffer())
    frame.pointee.data.initializeMemory(as: UInt8.self, repeating: 0, count: pageSize)
    frame.pointee.pins = 1
    frame.pointee.isDirty = true
    dirtyCount += 1
    frame.pointee.isWritable = true
    freshlyWritable.append(frame)
    pageCount = number
    return frame
  }

  /// The database ends with `count` pages when the transaction commits. Pages behind the end must not be pinned.
  func truncate(toPageCount count: PageNumber) throws(DatabaseError) {
    guard isWriting else { throw DatabaseError(.readOnly, "attempt to write a readonly database") }
    guard count < pageCount else { return }
    if !savepoints.isEmpty || journal != nil {
      // What is cut off must come back on rollback.
      for number in (count + 1)...pageCount {
        let frame = try page(number)
        defer { unpin(frame) }
        if !frame.pointee.isDirty, number <= originalPageCount, spilled[number] == nil {
          try journalOriginal(number, frame.pointee.data)
        }
        try saveImage(number, frame.pointee.data)
      }
    }
    for frame in frames.reversed() where frame.pointee.number > count && frame.pointee.pins <= 0 {
      remove(frame)
    }
    for number in spilled.keys where number > count { spilled[number] = nil }
    pageCount = count
  }

  // MARK: Originals and images

  /// Rollback mode: the page as the transaction found it goes to the journal before its first change.
  func journalOriginal(_ number: PageNumber, _ data: UnsafeMutableRawPointer) throws(DatabaseError) {
    guard let journal else { return }
    try journal.add(number, UnsafeRawBufferPointer(start: data, count: pageSize))
  }

  /// Keeps the page's present bytes for every open savepoint that has none of it yet: the innermost is enough, for an outer one that comes
  /// to undo looks at the inner ones' images first.
  func saveImage(_ number: PageNumber, _ data: UnsafeMutableRawPointer) throws(DatabaseError) {
    guard let last = savepoints.indices.last, number <= savepoints[last].pageCount,
      savepoints[last].images[number] == nil
    else { return }
    let copy = UnsafeMutableRawPointer.allocate(byteCount: pageSize, alignment: 16)
    copy.copyMemory(from: data, byteCount: pageSize)
    var image = SavedImage(data: copy)
    imageBytes += pageSize
    if imageBytes > max(cacheBudget / 2, 1 << 20) { try spillImage(&image) }
    savepoints[last].images[number] = image
  }

  private func spillImage(_ image: inout SavedImage) throws(DatabaseError) {
    guard let data = image.data else { return }
    let spill: SavepointSpill
    if let known = imageSpill {
      spill = known
    } else {
      spill = SavepointSpill(store.vfs)
      imageSpill = spill
    }
    image.spillOffset = try spill.append(UnsafeRawBufferPointer(start: data, count: pageSize))
    data.deallocate()
    image.data = nil
    imageBytes -= pageSize
  }

  // MARK: Spilling

  /// Writes dirty pages that nobody uses out of memory.
  func spill() throws(DatabaseError) {
    var victims = frames.filter { $0.pointee.isDirty && $0.pointee.pins <= 0 }
    guard !victims.isEmpty else { return }
    victims.sort { $0.pointee.number < $1.pointee.number }
    if isTemporary {
      for frame in victims {
        try store.file.write(
          UnsafeRawBufferPointer(start: frame.pointee.data, count: pageSize),
          at: Int64(frame.pointee.number - 1) * Int64(pageSize))
        spilled[frame.pointee.number] = 0
      }
    } else if let walWriter {
      for frame in victims {
        spilled[frame.pointee.number] = try walWriter.append(
          frame.pointee.number, UnsafeRawBufferPointer(start: frame.pointee.data, count: pageSize),
          commitSize: 0)
      }
      try walWriter.flush()
    } else {
      // Other readers are no reason to fail: memory grows over the budget until they have gone.
      do throws(DatabaseError) {
        try store.lockForCommit(self, waits: false)
      } catch {
        guard error.code.primary == .busy else { throw error }
        return
      }
      // The database file may only change when the journal that undoes it is safe.
      try prepareToWriteDatabase()
      for frame in victims {
        try store.file.write(
          UnsafeRawBufferPointer(start: frame.pointee.data, count: pageSize),
          at: Int64(frame.pointee.number - 1) * Int64(pageSize))
        spilled[frame.pointee.number] = 0
      }
    }
    for frame in victims { remove(frame) }
  }

  /// Reads back a page that `spill` wrote. It counts as dirty again.
  func loadSpilled(_ number: PageNumber) throws(DatabaseError) -> FrameRef {
    let buffer = takePrivateBuffer()
    do throws(DatabaseError) {
      let target = UnsafeMutableRawBufferPointer(start: buffer, count: pageSize)
      if let walWriter, let frame = spilled[number] {
        try walWriter.log.readFrame(frame, into: target, page: number)
      } else {
        try store.file.readWhole(into: target, at: Int64(number - 1) * Int64(pageSize), page: number)
      }
    } catch {
      returnPrivateBuffer(buffer)
      throw error
    }
    let frame = newFrame(number, data: buffer)
    frame.pointee.isDirty = true
    dirtyCount += 1
    frame.pointee.pins = 1
    return frame
  }
}
