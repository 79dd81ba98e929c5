/// How a database is opened.
public struct OpenConfiguration: Sendable {
  public var isReadOnly = false
  /// Make the file if there is none.
  public var creates = true
  /// Names that begin with `file:` are URIs (https://www.sqlite.org/uri.html), those of ATTACH too: `mode`, `cache`, `immutable` and `vfs`
  /// say how the file is opened.
  public var allowsURI = false
  /// The file cannot change while it is open (it lies on read-only media, say): it is read without locks, and a log or journal beside it is
  /// not looked at (https://www.sqlite.org/uri.html#uriimmutable). Should it change all the same, answers may be wrong.
  public var isImmutable = false
  /// Milliseconds to wait for locks.
  public var busyTimeout = 0
  /// In WAL mode the lock of a reader stays for up to 25 ms after it has ended, for the next one: statements outside transactions then need no
  /// system call. It does not keep anybody from writing; a checkpoint of another process that wants readers gone waits for it, or reports busy.
  public var keepsReadLock = true

  public init() {}
}

extension Connection {
  #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
    /// The files of the operating system.
    public static var systemVFS: any VFS { POSIXFileSystem.shared }
  #endif

  /// A connection on a file, ready for SQL text; `:memory:` and the empty name are private databases.
  /// - Throws: `.cannotOpen`, `.cannotOpenIsDirectory`, `.full`, `.ioError`. What is wrong with the file's content
  ///   shows at the first statement.
  public static func open(
    _ path: String, _ configuration: OpenConfiguration = OpenConfiguration(),
    vfs: any VFS = Connection.systemVFS
  ) throws(DatabaseError) -> Connection {
    let connection = try Connection(
      path: path, vfs: vfs, readOnly: configuration.isReadOnly, create: configuration.creates,
      isImmutable: configuration.isImmutable, allowsURI: configuration.allowsURI, compiler: SQLCompiler())
    connection.configure(configuration)
    return connection
  }

  /// A connection on a database in memory that other connections may share.
  public static func open(
    _ memory: SharedMemory, _ configuration: OpenConfiguration = OpenConfiguration()
  ) throws(DatabaseError) -> Connection {
    memory.retainForConnection()
    let connection = Connection(memory: memory.store, vfs: memory.vfs, compiler: SQLCompiler())
    connection.configure(configuration)
    return connection
  }

  private func configure(_ configuration: OpenConfiguration) {
    storage.access.allowsURI = configuration.allowsURI
    settings.busyTimeout = configuration.busyTimeout
    settings.keepsReadLock = configuration.keepsReadLock
    databases[0].pager.keepsReadLock = configuration.keepsReadLock
  }
}
