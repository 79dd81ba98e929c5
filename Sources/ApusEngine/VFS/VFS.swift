/// The operating system as the storage layer sees it: files, directories, time and randomness. Implementations may be used by any thread.
public protocol VFS: AnyObject, Sendable {
  /// Opens a file.
  /// - Throws: `.cannotOpen`, `.cannotOpenIsDirectory`, `.readOnlyDirectory`, `.full`, `.ioError`.
  func open(_ path: String, _ options: OpenOptions) throws(DatabaseError) -> any VFSFile
  /// Removes a file; a file that is not there is no error.
  /// - Parameter syncDirectory: makes the removal durable.
  func delete(_ path: String, syncDirectory: Bool) throws(DatabaseError)
  func exists(_ path: String) throws(DatabaseError) -> Bool
  /// The absolute path, symbolic links followed as far as the file exists.
  func fullPath(_ path: String) -> String
  /// Makes creations and removals in the directory of `path` durable.
  func syncDirectory(of path: String) throws(DatabaseError)
  /// A name for a temporary file that does not exist.
  func temporaryPath() -> String
  /// The memory that the users of a database share, at `path` (the database's with `-shm`). `file` is the database.
  /// - Returns: nil when this system has none: then one process at a time may use a database in WAL mode.
  /// - Throws: `.cannotOpen`, `.full`, `.busyRecovery`, `.readOnlyCannotInitialize`, I/O errors.
  func openSharedMemory(_ path: String, for file: any VFSFile) throws(DatabaseError) -> (any VFSSharedMemory)?
  func randomBits() -> UInt64
  /// Milliseconds since 1970-01-01 00:00 UTC.
  func currentTimeMilliseconds() -> Int64
  /// Seconds that local time is ahead of UTC at a time in seconds since 1970.
  func localOffsetSeconds(at seconds: Int64) -> Int64
  func sleep(milliseconds: Int)
}

public struct OpenOptions: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Without it the file is opened for reading only.
  public static let readWrite = OpenOptions(rawValue: 1)
  public static let create = OpenOptions(rawValue: 2)
  /// Read only when writing is not permitted.
  public static let readOnlyFallback = OpenOptions(rawValue: 4)
  /// Removed when it is closed.
  public static let deleteOnClose = OpenOptions(rawValue: 8)
  /// A journal or log: a folder in which none can be made gives `.readOnlyDirectory`.
  public static let journal = OpenOptions(rawValue: 16)
}

/// An open file. Reads and writes at offsets may come from several threads; locking is serialised by the caller.
public protocol VFSFile: AnyObject, Sendable {
  /// Whether it was opened for reading only.
  var isReadOnly: Bool { get }
  /// Which file this is, whatever its name; nil for files that only this process sees.
  var identity: FileIdentity? { get }
  /// Reads up to `target.count` bytes and returns how many there were; fewer only at the end of the file.
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) -> Int
  /// Writes all bytes.
  /// - Throws: `.full`, `.ioErrorWrite`.
  func write(_ source: UnsafeRawBufferPointer, at offset: Int64) throws(DatabaseError)
  func truncate(to size: Int64) throws(DatabaseError)
  /// Makes what was written durable.
  func sync() throws(DatabaseError)
  func size() throws(DatabaseError) -> Int64
  /// Raises the lock. False when another process holds one that excludes it; the lock is then what it was.
  func lock(_ level: LockLevel) throws(DatabaseError) -> Bool
  /// Lowers the lock to `.shared` or `.none`.
  func unlock(to level: LockLevel) throws(DatabaseError)
  /// Another process holds RESERVED or more.
  func isReservedElsewhere() throws(DatabaseError) -> Bool
  func close()
}

/// SQLite's locks on a database file (https://www.sqlite.org/lockingv3.html).
public enum LockLevel: UInt8, Comparable, Sendable {
  case none = 0
  case shared = 1
  case reserved = 2
  case pending = 3
  case exclusive = 4
  public static func < (left: LockLevel, right: LockLevel) -> Bool { left.rawValue < right.rawValue }
}

public struct FileIdentity: Hashable, Sendable {
  public var device: UInt64
  public var inode: UInt64
  public init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

extension VFS {
  public func openSharedMemory(
    _ path: String, for file: any VFSFile
  ) throws(DatabaseError) -> (any VFSSharedMemory)? { nil }
}
