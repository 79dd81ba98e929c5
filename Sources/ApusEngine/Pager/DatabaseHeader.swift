/// The fields of the first 100 bytes that the storage layer reads itself (https://www.sqlite.org/fileformat2.html#the_database_header).
struct DatabaseHeader {
  static let size = 100
  static let magic: StaticString = "SQLite format 3\0"

  let pageSize: Int
  let writeVersion: UInt8
  let readVersion: UInt8
  let reservedBytes: Int
  let changeCounter: UInt32
  /// Pages by the header; counts only when `versionValidFor` equals `changeCounter`.
  let pageCount: UInt32
  let versionValidFor: UInt32

  /// - Throws: `.notADatabase` for bytes that are not a database header.
  init(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    guard bytes.count >= Self.size else { throw Self.notADatabase(bytes.count) }
    for index in 0..<16 where bytes[index] != Self.magic.utf8Start[index] { throw Self.notADatabase(index) }
    let rawSize = Int(bytes[16]) << 8 | Int(bytes[17])
    pageSize = rawSize == 1 ? 65_536 : rawSize
    guard pageSize >= 512, pageSize <= 65_536, pageSize & (pageSize - 1) == 0 else {
      throw Self.notADatabase(16)
    }
    writeVersion = bytes[18]
    readVersion = bytes[19]
    guard readVersion <= 2 else { throw Self.notADatabase(19) }
    reservedBytes = Int(bytes[20])
    guard pageSize - reservedBytes >= 480 else { throw Self.notADatabase(20) }
    guard bytes[21] == 64, bytes[22] == 32, bytes[23] == 32 else { throw Self.notADatabase(21) }
    changeCounter = Self.be32(bytes, 24)
    pageCount = Self.be32(bytes, 28)
    versionValidFor = Self.be32(bytes, 92)
  }

  /// - Parameter offset: of the first byte that no database has there.
  private static func notADatabase(_ offset: Int) -> DatabaseError {
    DatabaseError(.notADatabase, "file is not a database", page: 1, pageOffset: offset)
  }

  static func be32(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  var isWAL: Bool { readVersion == 2 }

  static let changeCounterOffset = 24
  static let pageCountOffset = 28
  static let versionValidForOffset = 92
  static let versionNumberOffset = 96
  /// What stands at offset 96: the SQLite version whose file format is written.
  static let versionNumber: UInt32 = 3_051_003
}
