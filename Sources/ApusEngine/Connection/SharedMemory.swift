import Synchronization

/// A database in memory that several connections share. It lives while this value or a connection on it does.
public final class SharedMemory: Sendable {
  let store: Store
  let vfs: any VFS

  public init(vfs: any VFS = Connection.systemVFS) {
    self.vfs = vfs
    store = Pager.memoryStore(vfs: vfs)
    store.openPagers = 0
  }

  private init(_ store: Store) {
    vfs = store.vfs
    self.store = store
  }

  private struct Reference {
    weak var store: Store?
  }

  private static let named = Mutex<[String: Reference]>([:])

  /// The database of that name in this process's memory, which all who know the name share; a new one when nobody has it.
  /// `file:name?mode=memory&cache=shared` means it (https://www.sqlite.org/inmemorydb.html).
  public static func named(_ name: String, vfs: any VFS = Connection.systemVFS) -> SharedMemory {
    named.withLock { known in
      if let store = known[name]?.store { return SharedMemory(store) }
      known = known.filter { $0.value.store != nil }
      let memory = SharedMemory(vfs: vfs)
      known[name] = Reference(store: memory.store)
      return memory
    }
  }

  /// What a `file:` URI shares in memory; nil for other names.
  /// - Throws: `.error` for a URI that is not understood.
  public static func named(byURI name: String) throws(DatabaseError) -> SharedMemory? {
    let location = try DatabaseLocation(name, allowsURI: true, isReadOnly: false, creates: true)
    return location.sharedName.map { named($0) }
  }

  /// Counts one more connection, whose pager gives the count back when it closes.
  func retainForConnection() {
    store.monitor.lock()
    store.openPagers += 1
    store.monitor.unlock()
  }
}
