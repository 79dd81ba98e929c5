// Opening connections on files and on memory, with everything that they need of the world.

/// How a database is opened.
public struct OpenConfiguration: Sendable {
  public var isReadOnly = false
  /// Make the file if there is none.
  public var creates = true
  /// Milliseconds to wait for locks.
  public var busyTimeout = 0

  public init() {}
}

/// A database in memory that several connections of one `Database` share.
public final class SharedMemory: Sendable {
  let store: Store
  let vfs: any VFS

  public init(vfs: any VFS = Connection.systemVFS) {
    self.vfs = vfs
    store = Pager.memoryStore(vfs: vfs)
    store.openPagers = 0
  }
}

extension Connection {
  #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
    /// The files of the operating system.
    public static var systemVFS: any VFS { POSIXFileSystem.shared }
  #endif

  /// A connection on a file; `:memory:` and the empty name are private databases in memory.
  /// - Throws: `.cannotOpen`, `.cannotOpenIsDirectory`, `.full`, `.ioError`. What is wrong with the file's content shows at the first statement.
  public static func open(
    _ path: String, _ configuration: OpenConfiguration = OpenConfiguration(), vfs: any VFS = Connection.systemVFS
  ) throws(DatabaseError) -> Connection {
    if path == ":memory:" || path.isEmpty {
      return try open(SharedMemory(vfs: vfs), configuration)
    }
    let pager = try Pager.open(
      path, vfs: vfs, readOnly: configuration.isReadOnly, create: configuration.creates)
    return try make(pager, isPrivate: false, vfs: vfs, configuration)
  }

  /// A connection on a database in memory.
  public static func open(
    _ memory: SharedMemory, _ configuration: OpenConfiguration = OpenConfiguration()
  ) throws(DatabaseError) -> Connection {
    memory.store.monitor.lock()
    memory.store.openPagers += 1
    memory.store.monitor.unlock()
    let pager = Pager(store: memory.store, isReadOnly: configuration.isReadOnly)
    return try make(pager, isPrivate: false, vfs: memory.vfs, configuration)
  }

  private static func make(
    _ pager: Pager, isPrivate: Bool, vfs: any VFS, _ configuration: OpenConfiguration
  ) throws(DatabaseError) -> Connection {
    let environment = FunctionEnvironment(
      random: { vfs.randomBits() }, currentTimeMilliseconds: { vfs.currentTimeMilliseconds() },
      localOffsetSeconds: { vfs.localOffsetSeconds(at: $0) })
    let connection = try Connection(
      pager: pager, isPrivate: isPrivate, storage: SystemStorage(vfs), environment: environment)
    connection.compiler = SQLCompiler()
    connection.settings.busyTimeout = configuration.busyTimeout
    connection.settings.pragmas.viewColumns = { view, catalogs throws(DatabaseError) in
      try ViewColumns.resolve(view, catalogs)
    }
    return connection
  }
}

/// Temporary data in temporary files of a VFS.
final class SystemStorage: TemporaryStorage {
  private let vfs: any VFS
  /// Bytes that one private database may hold in memory.
  private static let budget = 8 << 20

  init(_ vfs: any VFS) { self.vfs = vfs }

  func makePager(pageSize: Int) throws(DatabaseError) -> Pager {
    Pager.temporary(pageSize: pageSize, vfs: vfs, budget: Self.budget)
  }

  func makeSpillFile() throws(DatabaseError) -> any SpillFile {
    SystemSpillFile(try vfs.open(vfs.temporaryPath(), [.readWrite, .create, .deleteOnClose]))
  }

  func sleep(milliseconds: Int) { vfs.sleep(milliseconds: milliseconds) }

  // Attached databases come later; with them super-journals.
  func superJournalName(for databases: [AttachedDatabase]) -> String? { nil }
  func finishSuperJournal(_ name: String?) throws(DatabaseError) {}
}

/// A spill file of the sorter on a VFS file.
final class SystemSpillFile: SpillFile {
  private let file: any VFSFile
  private(set) var size: Int64 = 0

  init(_ file: any VFSFile) { self.file = file }

  deinit { file.close() }

  func write(_ bytes: [UInt8], at offset: Int64) throws(DatabaseError) {
    try RollbackJournal.write(bytes, to: file, at: offset)
    size = max(size, offset + Int64(bytes.count))
  }

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) {
    guard try file.read(into: target, at: offset) == target.count else {
      throw DatabaseError(.ioErrorShortRead, "disk I/O error")
    }
  }
}

/// Names and declared types of a view's columns.
enum ViewColumns {
  static func resolve(
    _ view: ViewDefinition, _ catalogs: CatalogSet
  ) throws(DatabaseError) -> [(name: String, declaredType: String)] {
    let context = CompilationContext(catalogs: catalogs, encoding: catalogs[0]?.encoding ?? .utf8)
    let binder = Binder(ast: view.ast, context: context)
    let source = try binder.bindRelation(
      view.name, schema: catalogs.name(ofDatabase: view.database), alias: nil, name: nil)
    return source.columns.map { ($0.name, $0.declaredType) }
  }
}
