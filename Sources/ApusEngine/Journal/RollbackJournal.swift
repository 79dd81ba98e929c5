/// The rollback journal of one transaction (https://www.sqlite.org/fileformat2.html#the_rollback_journal): the original of every page that
/// the transaction changes, so that the database file can be put back.
///
/// Records gather in memory until the database file must be written (`makeSafe`): then they are on disk, synced, and counted in the journal's header
/// before the first page of the database changes. With `isInMemory` nothing reaches a file.
final class RollbackJournal {
  static let magic: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
  static let sectorSize = 512
  /// The part of a segment's header that says something.
  static let headerSize = 28

  private let store: Store
  private let pageSize: Int
  private let originalPageCount: PageNumber
  let isInMemory: Bool
  private let nonce: UInt32
  private var file: (any VFSFile)?
  private var journaled: Set<PageNumber> = []
  /// Records that are not in the file yet (or ever, in memory).
  private var pending = ByteBuffer()
  /// Where the present segment's header and the next record stand.
  private var headerOffset: Int64 = 0
  private var end: Int64 = 0
  private var recordsInSegment: UInt32 = 0
  private var hasSuperJournal = false
  /// The directory has been synced since the file was opened. A file that was there before says nothing: the one who made it may have
  /// given up before he synced.
  private var isNameDurable = false
  /// The first segment's header is durable: a new database has nothing else to go back to.
  private var isHeaderSynced = false
  /// The next record begins a segment.
  private var needsSegmentHeader = false
  /// Bytes of the file that an older transaction left.
  private var keptSize: Int64 = 0
  /// What the first segment's header holds.
  private var firstHeader: [UInt8] = []
  /// The first segment's header was being erased when that failed.
  private var isHeaderDamaged = false
  /// The file after `finish`.
  private var disarmed: (any VFSFile)?

  init(_ store: Store, originalPageCount: PageNumber, isInMemory: Bool) {
    self.store = store
    pageSize = store.pageSize
    self.originalPageCount = originalPageCount
    self.isInMemory = isInMemory
    nonce = UInt32(truncatingIfNeeded: store.vfs.randomBits())
  }

  deinit {
    pending.deallocate()
    file?.close()
    disarmed?.close()
  }

  private var recordSize: Int { pageSize + 8 }

  /// The checksum of a page in a record: the nonce and every 200th byte from the end.
  static func checksum(_ page: UnsafeRawBufferPointer, nonce: UInt32) -> UInt32 {
    var sum = nonce
    var index = page.count - 200
    while index > 0 {
      sum = sum &+ UInt32(page[index])
      index -= 200
    }
    return sum
  }

  /// Keeps a page's original, once.
  func add(_ number: PageNumber, _ page: UnsafeRawBufferPointer) throws(DatabaseError) {
    guard journaled.insert(number).inserted else { return }
    func put(_ value: UInt32) {
      var big = value.bigEndian
      withUnsafeBytes(of: &big) { pending.append($0) }
    }
    put(number)
    pending.append(page)
    put(Self.checksum(page, nonce: nonce))
    recordsInSegment += 1
    if !isInMemory, pending.count >= 1 << 20 { try writePending() }
  }

  /// The journal's file with the first segment's header in it.
  private func openFile() throws(DatabaseError) -> any VFSFile {
    if let file { return file }
    let opened = try store.vfs.open(store.journalPath, [.readWrite, .create, .journal])
    do throws(DatabaseError) {
      // What an older transaction left must not be taken for this one's: a super-journal's name is looked for at
      // the end, and segments are read for as long as there are any.
      keptSize = try opened.size()
      if keptSize > 0 {
        let names = try JournalPlayback.superJournalName(opened) != nil
        if names || store.journalMode != .persist {
          try opened.truncate(to: 0)
          keptSize = 0
        }
      }
      headerOffset = 0
      try writeHeader(opened)
    } catch {
      opened.close()
      throw error
    }
    file = opened
    return opened
  }

  /// Begins a segment without records.
  private func writeHeader(_ file: any VFSFile) throws(DatabaseError) {
    var bytes = [UInt8](repeating: 0, count: Self.sectorSize)
    bytes.replaceSubrange(0..<8, with: Self.magic)
    func put(_ value: UInt32, _ offset: Int) {
      for index in 0..<4 {
        bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(24 - index * 8))
      }
    }
    put(nonce, 12)
    put(originalPageCount, 16)
    put(UInt32(Self.sectorSize), 20)
    put(UInt32(pageSize), 24)
    try file.write(bytes, at: headerOffset)
    if headerOffset == 0 { firstHeader = Array(bytes[..<Self.headerSize]) }
    end = headerOffset + Int64(Self.sectorSize)
    needsSegmentHeader = false
  }

  private func writePending() throws(DatabaseError) {
    let file = try openFile()
    guard pending.count > 0 else { return }
    if needsSegmentHeader { try writeHeader(file) }
    try file.write(pending.bytes, at: end)
    end += Int64(pending.count)
    pending.removeAll()
  }

  /// From here on the database file may be changed: every record so far is durable and counted.
  func makeSafe(durability: Durability, superJournal: String?) throws(DatabaseError) {
    guard !isInMemory else { return }
    try writePending()
    let file = try openFile()
    let sector = Int64(Self.sectorSize)
    let next = (end + sector - 1) / sector * sector
    if let superJournal, !hasSuperJournal {
      try writeSuperJournal(superJournal, file)
    } else if recordsInSegment > 0, next < keptSize {
      // A header of an older, longer journal could stand where the next segment of this one would.
      try file.write([UInt8](repeating: 0, count: Self.magic.count), at: next)
    }
    if durability > .off {
      if !isNameDurable {
        try store.syncDirectoryOrPoison(of: store.journalPath)
        isNameDurable = true
      }
      let syncsRecords = durability >= .full && !PlantedBug.countsUnsyncedRecords
      if recordsInSegment > 0 ? syncsRecords : !isHeaderSynced { try store.syncOrPoison(file) }
      isHeaderSynced = true
    }
    guard recordsInSegment > 0 else { return }
    var count = recordsInSegment.bigEndian
    let bytes = withUnsafeBytes(of: &count) { [UInt8]($0) }
    try file.write(bytes, at: headerOffset + 8)
    if headerOffset == 0 { firstHeader.replaceSubrange(8..<12, with: bytes) }
    if durability > .off { try store.syncOrPoison(file) }
    // Later records begin a segment of their own: this one's count is fixed.
    headerOffset = next
    recordsInSegment = 0
    needsSegmentHeader = true
  }

  /// The name of the super-journal at the end: the transaction is undone only while that file exists.
  private func writeSuperJournal(_ name: String, _ file: any VFSFile) throws(DatabaseError) {
    var bytes: [UInt8] = []
    let text = Array(name.utf8)
    func put(_ value: UInt32) {
      for index in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(24 - index * 8))) }
    }
    put(UInt32(0x4000_0000 / pageSize + 1))
    bytes += text
    put(UInt32(text.count))
    var sum: UInt32 = 0
    for byte in text { sum = sum &+ UInt32(bitPattern: Int32(Int8(bitPattern: byte))) }
    put(sum)
    bytes += Self.magic
    try file.write(bytes, at: end)
    let size = end + Int64(bytes.count)
    // The name is found by the file's end.
    if size < keptSize { try file.truncate(to: size) }
    hasSuperJournal = true
  }

  // MARK: Ending

  /// Commits: from here on the journal is not played back any more.
  /// - Throws: when the journal is still there and can undo the transaction. With a super-journal, whose removal has
  ///   committed the transaction already, nothing.
  func finish(mode: JournalMode) throws(DatabaseError) {
    guard let file else { return }
    do throws(DatabaseError) {
      try disarm(file, mode)
    } catch {
      guard hasSuperJournal else { throw error }
      file.close()
    }
    self.file = nil
  }

  /// Makes the file one that is not played back.
  private func disarm(_ file: any VFSFile, _ mode: JournalMode) throws(DatabaseError) {
    switch mode {
    case .truncate: try file.truncate(to: 0)
    case .persist:
      if hasSuperJournal { return try file.truncate(to: 0) }
      isHeaderDamaged = true
      try file.write([UInt8](repeating: 0, count: Self.headerSize), at: 0)
      isHeaderDamaged = false
      let limit = store.locked { $0.journalSizeLimit }
      if limit >= 0, try file.size() > limit { try file.truncate(to: limit) }
    default: try store.vfs.delete(store.journalPath, syncDirectory: false)
    }
    disarmed = file
  }

  /// After `finish`: makes the commit durable as far as asked for.
  func syncFinish(mode: JournalMode, durability: Durability) throws(DatabaseError) {
    guard let file = disarmed else { return }
    disarmed = nil
    defer { file.close() }
    switch mode {
    case .truncate: if durability >= .full { try store.syncOrPoison(file) }
    case .persist: if durability > .off { try store.syncOrPoison(file) }
    default: if durability >= .full { try store.syncDirectoryOrPoison(of: store.journalPath) }
    }
  }

  /// Nothing was changed.
  func abandon() {
    guard let file else { return }
    file.close()
    self.file = nil
    try? store.vfs.delete(store.journalPath, syncDirectory: false)
  }

  /// Undoes the transaction. `wroteDatabase`: the database file was changed already.
  /// - Throws: when the database file could not be put back, or the journal is still there: it is hot then.
  func rollBack(
    wroteDatabase: Bool, mode: JournalMode, durability: Durability
  ) throws(DatabaseError) {
    if isInMemory {
      if wroteDatabase { try playBackMemory() }
      return
    }
    guard let file else { return }
    if wroteDatabase {
      if isHeaderDamaged {
        try file.write(firstHeader, at: 0)
        // Durable before the database file changes again: a crash must find the journal hot.
        if durability > .off { try store.syncOrPoison(file) }
        isHeaderDamaged = false
      }
      // Records that are not counted belong to pages that the database file has not seen.
      guard try JournalPlayback(store, file).run() else {
        throw DatabaseError(.ioError, "disk I/O error")
      }
      try store.syncOrPoison(store.file)
    }
    try disarm(file, mode)
    self.file = nil
    guard isHeaderSynced else {
      // No crash can make anything of it.
      disarmed = nil
      file.close()
      return
    }
    // Else the next transaction's records could come to lie behind this one's header. A sync that fails keeps that transaction
    // from committing (`poison`); this one is rolled back all the same.
    try? syncFinish(mode: mode, durability: durability)
  }

  private func playBackMemory() throws(DatabaseError) {
    var offset = 0
    while offset + recordSize <= pending.count {
      let number = DatabaseHeader.be32(pending.bytes, offset)
      let page = UnsafeRawBufferPointer(rebasing: pending.bytes[(offset + 4)..<(offset + 4 + pageSize)])
      try store.file.write(page, at: Int64(number - 1) * Int64(pageSize))
      offset += recordSize
    }
    try store.file.truncate(to: Int64(originalPageCount) * Int64(pageSize))
  }
}
