/// The rollback journal of one transaction (https://www.sqlite.org/fileformat2.html#the_rollback_journal): the original of every page that
/// the transaction changes, so that the database file can be put back.
///
/// Records gather in memory until the database file must be written (`makeSafe`): then they are on disk, synced, and counted in the journal's header
/// before the first page of the database changes. With `isInMemory` nothing reaches a file.
final class RollbackJournal {
  static let magic: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
  static let sectorSize = 512

  private let store: Store
  private let pageSize: Int
  private let originalPageCount: PageNumber
  private let isInMemory: Bool
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

  private func openFile() throws(DatabaseError) -> any VFSFile {
    if let file { return file }
    let existed = try store.vfs.exists(store.journalPath)
    let opened = try store.vfs.open(store.journalPath, [.readWrite, .create])
    file = opened
    isNew = !existed
    headerOffset = 0
    try writeHeader(opened, records: 0)
    end = Int64(Self.sectorSize)
    return opened
  }

  private var isNew = false

  private func writeHeader(_ file: any VFSFile, records: UInt32) throws(DatabaseError) {
    var bytes = [UInt8](repeating: 0, count: Self.sectorSize)
    bytes.replaceSubrange(0..<8, with: Self.magic)
    func put(_ value: UInt32, _ offset: Int) {
      for index in 0..<4 {
        bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(24 - index * 8))
      }
    }
    put(records, 8)
    put(nonce, 12)
    put(originalPageCount, 16)
    put(UInt32(Self.sectorSize), 20)
    put(UInt32(pageSize), 24)
    try Self.write(bytes, to: file, at: headerOffset)
  }

  static func write(_ bytes: [UInt8], to file: any VFSFile, at offset: Int64) throws(DatabaseError) {
    let result = bytes.withUnsafeBytes { source -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try file.write(source, at: offset))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  private func writePending() throws(DatabaseError) {
    let file = try openFile()
    guard pending.count > 0 else { return }
    try file.write(pending.bytes, at: end)
    end += Int64(pending.count)
    pending.removeAll()
  }

  /// From here on the database file may be changed: every record so far is durable and counted.
  func makeSafe(durability: Durability, superJournal: String?) throws(DatabaseError) {
    guard !isInMemory else { return }
    try writePending()
    let file = try openFile()
    if let superJournal, !hasSuperJournal { try writeSuperJournal(superJournal, file) }
    if durability > .off {
      if isNew {
        try store.vfs.syncDirectory(of: store.journalPath)
        isNew = false
      }
      if recordsInSegment > 0, durability >= .full { try store.syncOrPoison(file) }
    }
    if recordsInSegment > 0 {
      var count = recordsInSegment.bigEndian
      let bytes = withUnsafeBytes(of: &count) { [UInt8]($0) }
      try Self.write(bytes, to: file, at: headerOffset + 8)
      if durability > .off { try store.syncOrPoison(file) }
      // Later records begin a segment of their own: this one's count is fixed.
      let sector = Int64(Self.sectorSize)
      headerOffset = (end + sector - 1) / sector * sector
      recordsInSegment = 0
      needsSegmentHeader = true
    }
    if needsSegmentHeader, !hasSuperJournal {
      try writeHeader(file, records: 0)
      end = headerOffset + Int64(Self.sectorSize)
      needsSegmentHeader = false
    }
  }

  private var needsSegmentHeader = false

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
    try Self.write(bytes, to: file, at: end)
    end += Int64(bytes.count)
    hasSuperJournal = true
  }

  // MARK: Ending

  /// The transaction is committed: the journal must not be played back any more.
  func finish(mode: JournalMode, durability: Durability) throws(DatabaseError) {
    guard let file else { return }
    switch mode {
    case .truncate:
      try file.truncate(to: 0)
      if durability >= .full { try store.syncOrPoison(file) }
      file.close()
    case .persist:
      try Self.write([UInt8](repeating: 0, count: 28), to: file, at: 0)
      if durability > .off { try store.syncOrPoison(file) }
      file.close()
    default:
      file.close()
      try store.vfs.delete(store.journalPath, syncDirectory: durability >= .extra)
    }
    self.file = nil
  }

  /// Nothing was changed.
  func abandon() {
    guard let file else { return }
    file.close()
    self.file = nil
    try? store.vfs.delete(store.journalPath, syncDirectory: false)
  }

  /// Undoes the transaction. `spilledToDatabase`: the database file was changed already.
  func rollBack(spilledToDatabase: Bool, mode: JournalMode) throws(DatabaseError) {
    if spilledToDatabase {
      if isInMemory {
        try playBackMemory()
      } else {
        try writePending()
        if let file {
          // The last segment's count may not have been written: its records are counted by the file's size.
          var count = recordsInSegment.bigEndian
          let bytes = withUnsafeBytes(of: &count) { [UInt8]($0) }
          try Self.write(bytes, to: file, at: headerOffset + 8)
          try JournalPlayback(store, file).run()
        }
      }
    }
    if let file, !isInMemory {
      if mode == .truncate || mode == .persist {
        try finish(mode: mode, durability: .normal)
      } else {
        file.close()
        self.file = nil
        try store.vfs.delete(store.journalPath, syncDirectory: false)
      }
    }
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
