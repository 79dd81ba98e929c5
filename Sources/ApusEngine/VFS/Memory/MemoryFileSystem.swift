/// Files in memory by name. Time and randomness come from another VFS, or are fixed for tests.
public final class MemoryFileSystem: VFS, @unchecked Sendable {
  // @unchecked: the table of files is guarded by the monitor.
  private let monitor = Monitor()
  private var files: [String: MemoryFile] = [:]
  private var counter: UInt64 = 0
  private let clock: any VFS

  /// Bytes that a file may have: writing more is `.full`.
  private let maximumFileSize: Int64

  public init(clock: any VFS, maximumFileSize: Int64 = .max) {
    self.clock = clock
    self.maximumFileSize = maximumFileSize
  }

  public func open(_ path: String, _ options: OpenOptions) throws(DatabaseError) -> any VFSFile {
    monitor.lock()
    defer { monitor.unlock() }
    if let file = files[path] { return file }
    guard options.contains(.create) else { throw DatabaseError(.cannotOpen, "unable to open database file") }
    let file = MemoryFile(maximumSize: maximumFileSize)
    if !options.contains(.deleteOnClose) { files[path] = file }
    return file
  }

  public func delete(_ path: String, syncDirectory: Bool) throws(DatabaseError) {
    monitor.lock()
    defer { monitor.unlock() }
    files[path] = nil
  }

  public func exists(_ path: String) throws(DatabaseError) -> Bool {
    monitor.lock()
    defer { monitor.unlock() }
    return files[path] != nil
  }

  public func fullPath(_ path: String) -> String { path }
  public func syncDirectory(of path: String) throws(DatabaseError) {}

  public func temporaryPath() -> String {
    monitor.lock()
    defer { monitor.unlock() }
    counter += 1
    return "temporary-\(counter)"
  }

  public func randomBits() -> UInt64 { clock.randomBits() }
  public func currentTimeMilliseconds() -> Int64 { clock.currentTimeMilliseconds() }
  public func localOffsetSeconds(at seconds: Int64) -> Int64 { clock.localOffsetSeconds(at: seconds) }
  public func sleep(milliseconds: Int) { clock.sleep(milliseconds: milliseconds) }
}
