/// One of the two copies of the wal-index header (https://www.sqlite.org/walformat.html#the_wal_index_header): the
/// committed state of the log. Words are in the machine's byte order, salts as they stand in the log.
struct WALIndexHeader: Hashable {
  static let size = 48
  static let version: UInt32 = 3_007_000

  /// Grows with every commit.
  var change: UInt32 = 0
  var isBigEndian = false
  var pageSize = 0
  /// The last frame of the last committed transaction; 0: the log is empty.
  var lastFrame: UInt32 = 0
  /// Pages of the database after that transaction.
  var pageCount: PageNumber = 0
  /// From which the next frame's checksum goes on.
  var frameChecksum = WALChecksum()
  var salt: Salt = Salt()

  struct Salt: Hashable {
    var first: UInt32 = 0
    var second: UInt32 = 0
  }

  init() {}

  /// Reads a copy; nil when it is not a header: it was never written, or is just being written.
  init?(_ bytes: UnsafeRawPointer) {
    func word(_ offset: Int) -> UInt32 { bytes.load(fromByteOffset: offset, as: UInt32.self) }
    guard bytes.load(fromByteOffset: 12, as: UInt8.self) != 0, word(0) == Self.version else { return nil }
    let sum = Self.checksum(bytes)
    guard sum.first == word(40), sum.second == word(44) else { return nil }
    change = word(8)
    isBigEndian = bytes.load(fromByteOffset: 13, as: UInt8.self) != 0
    let size = Int(bytes.load(fromByteOffset: 14, as: UInt16.self))
    pageSize = size == 1 ? 65_536 : size
    lastFrame = word(16)
    pageCount = word(20)
    frameChecksum = WALChecksum(first: word(24), second: word(28))
    salt = Salt(first: UInt32(bigEndian: word(32)), second: UInt32(bigEndian: word(36)))
  }

  /// Writes a copy.
  func store(to bytes: UnsafeMutableRawPointer) {
    func put(_ value: UInt32, _ offset: Int) {
      bytes.storeBytes(of: value, toByteOffset: offset, as: UInt32.self)
    }
    put(Self.version, 0)
    put(0, 4)
    put(change, 8)
    bytes.storeBytes(of: 1, toByteOffset: 12, as: UInt8.self)
    bytes.storeBytes(of: isBigEndian ? 1 : 0, toByteOffset: 13, as: UInt8.self)
    bytes.storeBytes(
      of: pageSize == 65_536 ? 1 : UInt16(truncatingIfNeeded: pageSize), toByteOffset: 14, as: UInt16.self)
    put(lastFrame, 16)
    put(pageCount, 20)
    put(frameChecksum.first, 24)
    put(frameChecksum.second, 28)
    put(salt.first.bigEndian, 32)
    put(salt.second.bigEndian, 36)
    let sum = Self.checksum(bytes)
    put(sum.first, 40)
    put(sum.second, 44)
  }

  private static func checksum(_ bytes: UnsafeRawPointer) -> WALChecksum {
    var sum = WALChecksum()
    #if _endian(little)
      sum.add(UnsafeRawBufferPointer(start: bytes, count: 40), isBigEndian: false)
    #else
      sum.add(UnsafeRawBufferPointer(start: bytes, count: 40), isBigEndian: true)
    #endif
    return sum
  }
}
