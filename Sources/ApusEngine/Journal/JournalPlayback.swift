/// Puts a database file back to what its journal says, after a crash or for ROLLBACK. Reads the journal as data from anywhere: nothing in it is believed
/// without a check.
struct JournalPlayback {
  private let store: Store
  private let file: any VFSFile

  init(_ store: Store, _ file: any VFSFile) {
    self.store = store
    self.file = file
  }

  private struct Header {
    var records: UInt32
    var nonce: UInt32
    var originalPageCount: PageNumber
    var sectorSize: Int
    var pageSize: Int
  }

  /// The super-journal named at the journal's end, if it is well formed.
  static func superJournalName(_ file: any VFSFile) throws(DatabaseError) -> String? {
    let size = try file.size()
    guard size >= 16 else { return nil }
    let tail = try file.bytes(16, at: size - 16)
    guard Array(tail[8...]) == RollbackJournal.magic else { return nil }
    let length = Int64(word(tail, 0))
    guard length > 0, length < 4096, length <= size - 16 else { return nil }
    let text = try file.bytes(Int(length), at: size - 16 - length)
    var sum: UInt32 = 0
    for byte in text { sum = sum &+ UInt32(bitPattern: Int32(Int8(bitPattern: byte))) }
    guard sum == word(tail, 4) else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  /// Plays the journal back into the database file and cuts the file to its old size. The caller syncs it.
  /// - Returns: false when the journal has no valid header: nothing was done.
  func run() throws(DatabaseError) -> Bool {
    let size = try file.size()
    var offset: Int64 = 0
    var first: Header?
    var restored: Set<PageNumber> = []
    segments: while true {
      guard let header = try readHeader(at: offset, size: size, first: first) else { break }
      if first == nil {
        first = header
        if store.pageSize != header.pageSize {
          store.setFormat(pageSize: header.pageSize, reservedBytes: store.reservedBytes)
        }
        try store.file.truncate(to: Int64(header.originalPageCount) * Int64(header.pageSize))
      }
      offset += Int64(header.sectorSize)
      let recordSize = header.pageSize + 8
      // A segment whose records were never counted: the database file has not seen them, and what follows is older.
      if header.records == 0 { break }
      var count = Int64(header.records)
      let available = max(0, size - offset) / Int64(recordSize)
      if header.records == 0xffff_ffff || count > available { count = available }
      var index: Int64 = 0
      while index < count {
        let record = try file.bytes(recordSize, at: offset)
        let number = Self.word(record, 0)
        let isWhole = record.withUnsafeBytes { bytes in
          let page = UnsafeRawBufferPointer(rebasing: bytes[4..<(4 + header.pageSize)])
          return RollbackJournal.checksum(page, nonce: header.nonce) == Self.word(record, 4 + header.pageSize)
        }
        guard number != 0, isWhole else { break segments }
        if number <= header.originalPageCount, restored.insert(number).inserted {
          try store.file.write(
            Array(record[4..<(4 + header.pageSize)]), at: Int64(number - 1) * Int64(header.pageSize))
        }
        offset += Int64(recordSize)
        index += 1
      }
      let sector = Int64(header.sectorSize)
      offset = (offset + sector - 1) / sector * sector
    }
    return first != nil
  }

  private func readHeader(
    at offset: Int64, size: Int64, first: Header?
  ) throws(DatabaseError) -> Header? {
    guard offset + Int64(RollbackJournal.headerSize) <= size else { return nil }
    let bytes = try file.bytes(RollbackJournal.headerSize, at: offset)
    guard Array(bytes[..<8]) == RollbackJournal.magic else { return nil }
    let sector = Int(Self.word(bytes, 20))
    let page = Int(Self.word(bytes, 24))
    let header = Header(
      records: Self.word(bytes, 8), nonce: Self.word(bytes, 12), originalPageCount: Self.word(bytes, 16),
      sectorSize: first?.sectorSize ?? sector, pageSize: first?.pageSize ?? page)
    guard header.pageSize >= 512, header.pageSize <= 65_536, header.pageSize & (header.pageSize - 1) == 0,
      header.sectorSize >= 32, header.sectorSize <= 65_536, header.sectorSize & (header.sectorSize - 1) == 0
    else { return nil }
    return header
  }

  private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
    bytes.withUnsafeBytes { DatabaseHeader.be32($0, offset) }
  }
}
