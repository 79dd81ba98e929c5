/// Memory that all users of one database file share, in blocks, with locks on numbered slots: where the wal-index lives
/// (https://www.sqlite.org/walformat.html#the_wal_index_file_format). Calls are serialised by the caller; what the blocks
/// hold may be changed by other processes at any time.
public protocol VFSSharedMemory: AnyObject, Sendable {
  /// Blocks cannot be written, and locks can only be shared.
  var isReadOnly: Bool { get }
  /// The address of a block of `SharedMemoryLayout.blockSize` bytes, which stays until `close`.
  /// - Returns: nil when the memory has no such block and may not grow.
  /// - Throws: `.ioErrorSharedMemory`, `.full`.
  func block(_ index: Int, extends: Bool) throws(DatabaseError) -> UnsafeMutableRawPointer?
  /// Takes a lock on slots, or turns the one that this user holds on exactly these slots into the other kind, without
  /// waiting. False: another user has a lock that excludes it.
  func lock(_ slots: Range<Int>, _ kind: SharedMemoryLock) throws(DatabaseError) -> Bool
  func unlock(_ slots: Range<Int>)
  /// Lets go of locks and blocks.
  /// - Parameter removing: nobody else uses the memory, and it is of no use any more.
  func close(removing: Bool)
  /// Left over from users that are gone, and it cannot be written: what it holds says nothing. Locks can be taken all the same.
  var isLeftOver: Bool { get }
  /// Looks whether somebody has come who keeps a left-over memory up, and joins them.
  /// - Returns: whether the memory is in use: from here on it can be read.
  func joinUsers() throws(DatabaseError) -> Bool
}

extension VFSSharedMemory {
  public var isLeftOver: Bool { false }
  public func joinUsers() throws(DatabaseError) -> Bool { true }
}

public enum SharedMemoryLock: Sendable { case shared, exclusive }

/// The fixed numbers of the wal-index.
public enum SharedMemoryLayout {
  public static let blockSize = 32_768
  /// Slots that can be locked.
  public static let slotCount = 8
  /// The byte of the file that slot 0 locks; the others follow.
  static let firstLockByte: Int64 = 120
  /// Every user holds a shared lock on this byte: who can lock it exclusively is the first one, and what the memory holds
  /// is left over from users that are gone.
  static let deadManByte: Int64 = 128
}
