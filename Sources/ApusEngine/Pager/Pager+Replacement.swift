// Giving a database a whole new content, which may have another page size: VACUUM and backups.

extension Pager {
  /// The format that the transaction gives the database, when its pages are of another size than they were.
  struct Replacement {
    var pageSize: Int
    var reservedBytes: Int
    var pageCount: PageNumber = 0
    var changeCounter: UInt32
  }

  /// From here on the write transaction replaces all pages, in order. Pages of the database's own size are written as in any other
  /// transaction. For another size every original goes to the journal first; then the new pages go straight to the file.
  /// - Throws: `.readOnly` when the page size cannot change (WAL mode, a database in memory); `.busy` when readers keep the file.
  func beginReplacement(pageSize: Int, reservedBytes: Int) throws(DatabaseError) {
    let usable = pageSize - reservedBytes
    guard pageSize != self.pageSize || usable != usableSize else { return }
    guard isWriting, walWriter == nil, !store.isMemory, !isTemporary else {
      throw DatabaseError(
        .readOnly, "attempt to write a readonly database", detail: "the page size cannot change")
    }
    try store.lockForCommit(self)
    var counter: UInt32 = 0
    if originalPageCount > 0 {
      let lockBytePage = PageGeometry(pageSize: self.pageSize, usableSize: usableSize).lockBytePage
      for number in 1...originalPageCount where number != lockBytePage {
        let frame = try page(number)
        defer { unpin(frame) }
        if number == 1 { counter = Self.changeCounter(UnsafeRawPointer(frame.pointee.data)) }
        try journalOriginal(number, frame.pointee.data)
      }
    }
    try prepareToWriteDatabase()
    replacement = Replacement(pageSize: pageSize, reservedBytes: reservedBytes, changeCounter: counter)
  }

  /// The new content of a page.
  /// - Parameter bytes: a whole page.
  func replacePage(_ number: PageNumber, by bytes: UnsafeRawPointer) throws(DatabaseError) {
    guard let replacement else {
      let counter = number == 1 && originalPageCount > 0 ? try presentChangeCounter() : 0
      let frame = try newPage(number)
      defer { unpin(frame) }
      frame.pointee.data.copyMemory(from: bytes, byteCount: pageSize)
      if number == 1 { Self.setChangeCounter(counter, in: frame.pointee.data) }
      return
    }
    let size = replacement.pageSize
    let copy = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    defer { copy.deallocate() }
    copy.copyMemory(from: bytes, byteCount: size)
    if number == 1 {
      Self.setChangeCounter(replacement.changeCounter &+ 1, in: copy)
      for (value, offset) in [
        (replacement.changeCounter &+ 1, DatabaseHeader.versionValidForOffset),
        (DatabaseHeader.versionNumber, DatabaseHeader.versionNumberOffset),
      ] {
        copy.storeBytes(of: value.bigEndian, toByteOffset: offset, as: UInt32.self)
      }
    }
    try store.file.write(
      UnsafeRawBufferPointer(start: copy, count: size), at: Int64(number - 1) * Int64(size))
  }

  /// Changes the new page 1 after it was written: the schema's cookie, and the versions of the file format.
  func finishFirstPage(schemaCookie: UInt32, formatVersion version: UInt8) throws(DatabaseError) {
    let offset = HeaderField.schemaCookie.rawValue
    if replacement != nil {
      try store.file.write(withUnsafeBytes(of: schemaCookie.bigEndian) { [UInt8]($0) }, at: Int64(offset))
      try store.file.write([version, version], at: 18)
      return
    }
    let frame = try page(1)
    defer { unpin(frame) }
    _ = try makeWritable(frame)
    frame.pointee.data.storeBytes(of: schemaCookie.bigEndian, toByteOffset: offset, as: UInt32.self)
    // With a log, or in memory, there is no choice.
    if walWriter == nil, !store.isMemory { formatVersion = version }
  }

  /// All pages have been replaced: the database has so many. Page 1 says so already.
  func finishReplacement(pageCount count: PageNumber) throws(DatabaseError) {
    if replacement != nil {
      replacement?.pageCount = count
    } else {
      try truncate(toPageCount: count)
    }
  }

  /// Before the commit of a replacement by pages of another size: the file is as long as it should be, and durable.
  func makeReplacementDurable(_ replacement: Replacement) throws(DatabaseError) {
    try store.file.truncate(to: Int64(replacement.pageCount) * Int64(replacement.pageSize))
    if durability > .off { try store.syncOrPoison(store.file) }
  }

  /// After the commit: everybody who reads next finds the new format.
  func publishReplacement(_ replacement: Replacement) {
    for frame in frames.reversed() {
      frame.pointee.pins = 0
      remove(frame)
    }
    store.monitor.lock()
    store.setFormat(pageSize: replacement.pageSize, reservedBytes: replacement.reservedBytes)
    store.isFormatKnown = true
    store.newEpoch()
    store.lastFileSize = Int64(replacement.pageCount) * Int64(replacement.pageSize)
    store.lastChangeCounter = replacement.changeCounter &+ 1
    pendingFormat = (store.pageSize, store.usableSize)
    baseEpoch = store.baseEpoch
    setSnapshotSerial(store.commitSerial)
    store.monitor.unlock()
    adoptFormat()
    pageCount = replacement.pageCount
    wroteDatabase = false
    self.replacement = nil
  }

  private func presentChangeCounter() throws(DatabaseError) -> UInt32 {
    let frame = try page(1)
    defer { unpin(frame) }
    return Self.changeCounter(UnsafeRawPointer(frame.pointee.data))
  }

  private static func changeCounter(_ page: UnsafeRawPointer) -> UInt32 {
    UInt32(bigEndian: page.load(fromByteOffset: DatabaseHeader.changeCounterOffset, as: UInt32.self))
  }

  private static func setChangeCounter(_ value: UInt32, in page: UnsafeMutableRawPointer) {
    page.storeBytes(of: value.bigEndian, toByteOffset: DatabaseHeader.changeCounterOffset, as: UInt32.self)
  }
}
