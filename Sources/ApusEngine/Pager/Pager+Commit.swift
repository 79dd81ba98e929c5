// Committing: the header's counters, the log or the database file, and making the new page versions public.

extension Pager {
  /// Raises the change counter and notes the size in page 1, as every SQLite writer does.
  func stampHeader() throws(DatabaseError) {
    guard pageCount > 0 else { return }
    let frame = try page(1)
    defer { unpin(frame) }
    _ = try makeWritable(frame)
    let bytes = UnsafeRawBufferPointer(start: frame.pointee.data, count: DatabaseHeader.size)
    let counter = DatabaseHeader.be32(bytes, DatabaseHeader.changeCounterOffset) &+ 1
    func put(_ value: UInt32, _ offset: Int) {
      frame.pointee.data.storeBytes(of: value.bigEndian, toByteOffset: offset, as: UInt32.self)
    }
    put(counter, DatabaseHeader.changeCounterOffset)
    put(pageCount, DatabaseHeader.pageCountOffset)
    put(counter, DatabaseHeader.versionValidForOffset)
    put(DatabaseHeader.versionNumber, DatabaseHeader.versionNumberOffset)
    let version: UInt8 = formatVersion ?? (store.wal != nil ? 2 : 1)
    frame.pointee.data.storeBytes(of: version, toByteOffset: 18, as: UInt8.self)
    frame.pointee.data.storeBytes(of: version, toByteOffset: 19, as: UInt8.self)
  }

  // MARK: Log

  func commitToLog(_ writer: WALWriter) throws(DatabaseError) {
    var dirty = frames.filter { $0.pointee.isDirty && $0.pointee.number <= pageCount }
    dirty.sort { $0.pointee.number < $1.pointee.number }
    try store.locking { () throws(DatabaseError) in try writer.reserveIndex(dirty.count) }
    var frameNumbers: [(FrameRef, UInt32)] = []
    frameNumbers.reserveCapacity(dirty.count)
    for (index, frame) in dirty.enumerated() {
      let isLast = index == dirty.count - 1
      let number = try writer.append(
        frame.pointee.number, UnsafeRawBufferPointer(start: frame.pointee.data, count: pageSize),
        commitSize: isLast ? pageCount : 0)
      frameNumbers.append((frame, number))
      spilled[frame.pointee.number] = nil
    }
    // There is always a last frame to carry the commit: page 1 if no other.
    try writer.flush()
    if durability >= .full { try store.syncLogOrPoison(writer.log) }
    try publish(frameNumbers, writer)
    dropFramesBehindEnd()
  }

  /// The frames are everybody's, and the pages that they hold are versions that anybody may refer to.
  private func publish(_ frameNumbers: [(FrameRef, UInt32)], _ writer: WALWriter) throws(DatabaseError) {
    store.monitor.lock()
    defer { store.monitor.unlock() }
    try writer.publish(pageCount: pageCount)
    store.commitSerial &+= 1
    // The read mark stays: it keeps more frames than the new snapshot needs, until this transaction has been read to its end.
    snapshot.generation = writer.log.generation
    snapshot.lastFrame = writer.log.lastFrame
    snapshot.pageCount = pageCount
    setSnapshotSerial(store.commitSerial)
    for (frame, number) in frameNumbers {
      share(frame, .wal(generation: snapshot.generation, frame: number))
    }
  }

  /// A dirty frame's bytes become a public version. The caller holds the monitor.
  private func share(_ frame: FrameRef, _ version: PageVersion) {
    let shared = store.cache.insert(frame.pointee.number, version, data: frame.pointee.data)
    frame.pointee.shared = shared
    frame.pointee.data = shared.pointee.data
    frame.pointee.isDirty = false
    frame.pointee.isWritable = false
    dirtyCount -= 1
  }

  private func dropFramesBehindEnd() {
    for frame in frames.reversed() where frame.pointee.number > pageCount && frame.pointee.pins <= 0 {
      remove(frame)
    }
  }

  // MARK: Database file

  /// Before the first byte of the database file changes: the journal is on disk. `lockForCommit` came before.
  func prepareToWriteDatabase(superJournal: String? = nil) throws(DatabaseError) {
    if let journal { try journal.makeSafe(durability: durability, superJournal: superJournal) }
    wroteDatabase = true
  }

  func writeDirtyPages() throws(DatabaseError) {
    var dirty = frames.filter { $0.pointee.isDirty && $0.pointee.number <= pageCount }
    dirty.sort { $0.pointee.number < $1.pointee.number }
    var batch = WriteBatch(store.file, pageSize: pageSize)
    for frame in dirty { try batch.add(frame.pointee.number, frame.pointee.data) }
    try batch.flush()
    if pageCount < originalPageCount { try store.file.truncate(to: Int64(pageCount) * Int64(pageSize)) }
    if durability > .off { try store.syncOrPoison(store.file) }
  }

  /// After a commit in rollback mode: the written pages are the database's.
  func publishPages() {
    store.monitor.lock()
    for number in spilled.keys { store.cache.detach(number, .base(epoch: store.baseEpoch)) }
    for frame in frames where frame.pointee.isDirty && frame.pointee.number <= pageCount {
      let version = PageVersion.base(epoch: store.baseEpoch)
      store.cache.detach(frame.pointee.number, version)
      share(frame, version)
    }
    store.commitSerial &+= 1
    store.lastFileSize = Int64(pageCount) * Int64(pageSize)
    // What this commit has written first is no change by somebody else.
    if pageCount > 0 { store.isFormatKnown = true }
    if let first = find(1) {
      store.lastChangeCounter = DatabaseHeader.be32(
        UnsafeRawBufferPointer(start: first.pointee.data, count: DatabaseHeader.size),
        DatabaseHeader.changeCounterOffset)
    } else {
      // Page 1 was spilled: the next reader compares the file with what is not known here.
      store.lastChangeCounter = 0
      store.lastFileSize = -1
    }
    setSnapshotSerial(store.commitSerial)
    store.monitor.unlock()
    wroteDatabase = false
    dropFramesBehindEnd()
  }
}

/// Joins writes of neighbouring pages into larger ones.
struct WriteBatch {
  private let file: any VFSFile
  private let pageSize: Int
  private var first: PageNumber = 0
  private var buffer = ByteBuffer()

  init(_ file: any VFSFile, pageSize: Int) {
    self.file = file
    self.pageSize = pageSize
  }

  mutating func add(_ number: PageNumber, _ data: UnsafeMutableRawPointer) throws(DatabaseError) {
    let pages = buffer.count / pageSize
    if pages > 0, number != first + UInt32(pages) || buffer.count >= 1 << 18 { try write() }
    if buffer.count == 0 { first = number }
    buffer.append(UnsafeRawBufferPointer(start: data, count: pageSize))
  }

  private mutating func write() throws(DatabaseError) {
    guard buffer.count > 0 else { return }
    try file.write(buffer.bytes, at: Int64(first - 1) * Int64(pageSize))
    buffer.removeAll()
  }

  /// Writes what is left and gives the memory back.
  mutating func flush() throws(DatabaseError) {
    defer { buffer.deallocate() }
    try write()
  }
}
