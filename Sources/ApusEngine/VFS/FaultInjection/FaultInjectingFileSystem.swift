/// A VFS around another one that lets chosen operations fail. Every read, write, truncation, sync, open, removal, lock
/// taken, and question for a size or a file's existence counts as one operation, from 1.
public final class FaultInjectingFileSystem: VFS, @unchecked Sendable {
  // @unchecked: the plan and the counter are guarded by the monitor.
  public enum Fault: Sendable, CaseIterable { case ioError, diskFull, shortRead, shortWrite, failedSync }
  enum Operation { case read, write, truncate, sync, open, delete, inspect, lock }

  private let monitor = Monitor()
  private let base: any VFS
  private var count = 0
  private var failAt = 0
  private var isSticky = false
  private var fault = Fault.ioError

  public init(_ base: any VFS) { self.base = base }

  /// Operations so far.
  public var operations: Int {
    monitor.lock()
    defer { monitor.unlock() }
    return count
  }

  /// Lets operation `number` from now fail, and with `sticky` all after it. 0 lets nothing fail.
  public func fail(operation number: Int, with fault: Fault, sticky: Bool = false) {
    monitor.lock()
    defer { monitor.unlock() }
    count = 0
    failAt = number
    self.fault = fault
    isSticky = sticky
  }

  /// Counts an operation; returns the fault that it suffers. A fault that does not fit the operation is an I/O error.
  func next(_ operation: Operation) -> Fault? {
    monitor.lock()
    defer { monitor.unlock() }
    count += 1
    guard failAt > 0, count == failAt || (isSticky && count > failAt) else { return nil }
    switch (fault, operation) {
    case (.diskFull, .write), (.diskFull, .open), (.shortRead, .read), (.shortWrite, .write),
      (.failedSync, .sync):
      return fault
    default: return .ioError
    }
  }

  public func open(_ path: String, _ options: OpenOptions) throws(DatabaseError) -> any VFSFile {
    switch next(.open) {
    case .diskFull: throw DatabaseError(.full, "database or disk is full")
    case .some: throw DatabaseError(.cannotOpen, "unable to open database file")
    case nil: return FaultInjectingFile(try base.open(path, options), self)
    }
  }

  public func delete(_ path: String, syncDirectory: Bool) throws(DatabaseError) {
    if next(.delete) != nil { throw DatabaseError(.ioErrorDelete, "disk I/O error") }
    try base.delete(path, syncDirectory: syncDirectory)
  }

  public func exists(_ path: String) throws(DatabaseError) -> Bool {
    if next(.inspect) != nil { throw DatabaseError(.ioErrorStat, "disk I/O error") }
    return try base.exists(path)
  }

  public func fullPath(_ path: String) -> String { base.fullPath(path) }

  public func syncDirectory(of path: String) throws(DatabaseError) {
    if next(.sync) != nil { throw DatabaseError(.ioErrorDirectorySync, "disk I/O error") }
    try base.syncDirectory(of: path)
  }

  public func openSharedMemory(
    _ path: String, for file: any VFSFile
  ) throws(DatabaseError) -> (any VFSSharedMemory)? {
    if next(.open) != nil { throw DatabaseError(.cannotOpen, "unable to open database file") }
    return try base.openSharedMemory(path, for: (file as? FaultInjectingFile)?.base ?? file)
  }

  public func temporaryPath() -> String { base.temporaryPath() }
  public func randomBits() -> UInt64 { base.randomBits() }
  public func currentTimeMilliseconds() -> Int64 { base.currentTimeMilliseconds() }
  public func localOffsetSeconds(at seconds: Int64) -> Int64 { base.localOffsetSeconds(at: seconds) }
  public func sleep(milliseconds: Int) { base.sleep(milliseconds: milliseconds) }
}
