/// A database in memory that several connections share. It lives while this value or a connection on it does.
public final class SharedMemory: Sendable {
  let store: Store
  let vfs: any VFS

  public init(vfs: any VFS = Connection.systemVFS) {
    self.vfs = vfs
    store = Pager.memoryStore(vfs: vfs)
    store.openPagers = 0
  }

  /// Counts one more connection, whose pager gives the count back when it closes.
  func retainForConnection() {
    store.monitor.lock()
    store.openPagers += 1
    store.monitor.unlock()
  }
}
