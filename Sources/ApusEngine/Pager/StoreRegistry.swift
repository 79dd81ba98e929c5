/// The stores of this process by file, so that two connections to one file share one: POSIX locks and the page cache belong to the file, not to a
/// connection.
final class StoreRegistry: @unchecked Sendable {
  // @unchecked: the table is guarded by the monitor.
  static let shared = StoreRegistry()

  private let monitor = Monitor()
  private var stores: [FileIdentity: Store] = [:]
  /// Files whose last connection is writing the log back: who wants to open one of them waits, or it would meet a
  /// lock, and a log that is about to be removed.
  private var closing: [FileIdentity: Int] = [:]

  /// The store of a file; opens the file if this process has not.
  /// - Throws: what opening the file throws; `.readOnly` is not an error here.
  func open(
    _ path: String, vfs: any VFS, options: OpenOptions, isImmutable: Bool = false
  ) throws(DatabaseError) -> Store {
    let full = vfs.fullPath(path)
    let file = try vfs.open(full, options)
    if isImmutable {
      // Not shared: what others do to the file is none of its business.
      let store = Store(vfs: vfs, path: full, file: file, isMemory: false)
      store.isImmutable = true
      store.openPagers = 1
      return store
    }
    guard let identity = file.identity else {
      let store = Store(vfs: vfs, path: full, file: file, isMemory: false)
      store.openPagers = 1
      return store
    }
    monitor.lock()
    defer { monitor.unlock() }
    while closing[identity] != nil { monitor.wait(milliseconds: 1000) }
    if let known = stores[identity] {
      known.monitor.lock()
      known.openPagers += 1
      known.monitor.unlock()
      // A store opened for reading only cannot serve a writer: it gets one of its own with its own locks.
      if !known.file.isReadOnly || file.isReadOnly {
        file.close()
        return known
      }
      known.monitor.lock()
      known.openPagers -= 1
      known.monitor.unlock()
    }
    let store = Store(vfs: vfs, path: full, file: file, isMemory: false)
    store.openPagers = 1
    stores[identity] = store
    return store
  }

  /// A connection is done with a store. True: it was the last one, and the store is no longer found; the caller writes
  /// the log back and calls `closed`.
  func release(_ store: Store) -> Bool {
    monitor.lock()
    defer { monitor.unlock() }
    store.monitor.lock()
    store.openPagers -= 1
    let isLast = store.openPagers == 0
    store.monitor.unlock()
    if isLast, let identity = store.identity {
      if stores[identity] === store { stores[identity] = nil }
      closing[identity, default: 0] += 1
    }
    return isLast
  }

  /// The store that `release` answered true for has let go of its files.
  func closed(_ store: Store) {
    guard let identity = store.identity else { return }
    monitor.lock()
    defer { monitor.unlock() }
    closing[identity] = closing[identity].flatMap { $0 > 1 ? $0 - 1 : nil }
    monitor.notifyAll()
  }
}
