// Making pagers.

extension Pager {
  /// A pager on a database file. The file is looked at when the first read begins.
  /// - Throws: `.cannotOpen`, `.cannotOpenIsDirectory`, `.full`, `.ioError`.
  static func open(
    _ path: String, vfs: any VFS, readOnly: Bool, create: Bool, isImmutable: Bool = false
  ) throws(DatabaseError) -> Pager {
    if isImmutable {
      return Pager(
        store: try StoreRegistry.shared.open(path, vfs: vfs, options: [], isImmutable: true), isReadOnly: true
      )
    }
    var options: OpenOptions = []
    if !readOnly { options = [.readWrite, .readOnlyFallback] }
    if create, !readOnly { options.insert(.create) }
    let store = try StoreRegistry.shared.open(path, vfs: vfs, options: options)
    return Pager(store: store, isReadOnly: readOnly || store.file.isReadOnly)
  }

  /// A store in memory, to be shared by the pagers of one `Database`.
  static func memoryStore(vfs: any VFS) -> Store {
    let store = Store(vfs: vfs, path: ":memory:", file: MemoryFile(), isMemory: true)
    store.openPagers = 1
    return store
  }

  /// A pager for private data: no journal, no other reader; spills to a file that is made when it is needed.
  static func temporary(pageSize: Int, reservedBytes: Int = 0, vfs: any VFS, budget: Int) -> Pager {
    let store = Store(vfs: vfs, path: "", file: LazyTemporaryFile(vfs), isMemory: true)
    store.openPagers = 1
    store.setFormat(pageSize: pageSize, reservedBytes: reservedBytes)
    store.setCacheBudget(budget)
    return Pager(store: store, isReadOnly: false, isTemporary: true)
  }

  /// Bytes of page cache for all connections; others follow with their next transaction.
  func setCacheBudget(_ bytes: Int) {
    store.setCacheBudget(bytes)
    cacheBudget = max(bytes, pageSize * 10)
  }

  /// The format of a database that does not exist yet.
  func setNewDatabaseFormat(pageSize: Int, reservedBytes: Int) {
    guard !store.isFormatKnown, pageCount == 0 else { return }
    store.monitor.lock()
    store.setFormat(pageSize: pageSize, reservedBytes: reservedBytes)
    pendingFormat = (store.pageSize, store.usableSize)
    store.monitor.unlock()
    adoptFormat()
  }
}

/// A temporary file that is opened at its first write.
final class LazyTemporaryFile: VFSFile, @unchecked Sendable {
  // @unchecked: used by one pager, hence one thread.
  private let vfs: any VFS
  private var file: (any VFSFile)?

  init(_ vfs: any VFS) { self.vfs = vfs }

  deinit { file?.close() }

  var isReadOnly: Bool { false }
  var identity: FileIdentity? { nil }

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) -> Int {
    try file?.read(into: target, at: offset) ?? 0
  }

  func write(_ source: UnsafeRawBufferPointer, at offset: Int64) throws(DatabaseError) {
    if file == nil { file = try vfs.open(vfs.temporaryPath(), [.readWrite, .create, .deleteOnClose]) }
    try file?.write(source, at: offset)
  }

  func truncate(to size: Int64) throws(DatabaseError) { try file?.truncate(to: size) }
  func sync() throws(DatabaseError) {}
  func size() throws(DatabaseError) -> Int64 { try file?.size() ?? 0 }
  func lock(_ level: LockLevel) throws(DatabaseError) -> Bool { true }
  func unlock(to level: LockLevel) throws(DatabaseError) {}
  func isReservedElsewhere() throws(DatabaseError) -> Bool { false }

  func close() {
    file?.close()
    file = nil
  }
}
