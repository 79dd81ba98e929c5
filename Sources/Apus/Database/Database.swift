/// A SQL database in a file or in memory, used by any number of threads.
///
/// Reading and writing happen in closures: ``read(_:)-(_)`` gives a snapshot that no writer disturbs, ``write(_:)-(_)`` a
/// transaction that commits when the closure returns and rolls back when it throws. Both wait for their turn and
/// may be called from any thread; both have asynchronous twins.
///
///     let db = try Database("app.db")
///     try db.write { tx in
///       try tx.execute("INSERT INTO user(name) VALUES (:name)", ["name": "Ada"])
///     }
///     let names = try db.read { tx in
///       try tx.query("SELECT name FROM user").map { try $0["name", as: String.self] }
///     }
///
/// A closure must not call `read` or `write` of the same database: that throws `.misuse`, because it could wait for
/// itself. Several `Database` values may be open on one file.
public final class Database: Sendable {
  /// The file's path as it was given; `:memory:` for a database in memory.
  public let path: String
  public let configuration: Configuration
  let pool: ConnectionPool

  /// Opens the database in a file, and makes the file if there is none. A new file is put into WAL mode unless the
  /// configuration names another journal mode; an existing one keeps its mode. `:memory:` and the empty name are
  /// databases in memory.
  /// - Throws: ``DatabaseError`` with `.cannotOpen` or its kin, `.notADatabase`, `.corrupt`, `.busy`, `.ioError`.
  public convenience init(_ path: String, _ configuration: Configuration = Configuration()) throws {
    if configuration.allowsURI, let shared = try SharedMemory.named(byURI: path) {
      try self.init(shared, path, configuration)
      return
    }
    let isInMemory = path.isEmpty || path == ":memory:"
    if isInMemory {
      try self.init(SharedMemory(), ":memory:", configuration)
    } else {
      try self.init(.file(path, configuration), path, configuration)
    }
  }

  private convenience init(
    _ memory: SharedMemory, _ path: String, _ configuration: Configuration
  ) throws {
    try self.init(.memory(memory, configuration), path, configuration)
  }

  private init(_ source: ConnectionSource, _ path: String, _ configuration: Configuration) throws {
    self.path = path
    self.configuration = configuration
    pool = ConnectionPool(source: source)
    try pool.openFirst()
  }

  /// A new, empty database in memory. It lives as long as this value.
  public static func inMemory(_ configuration: Configuration = Configuration()) throws -> Database {
    try Database(":memory:", configuration)
  }

  deinit { pool.close() }

  /// Makes every statement that runs in this database now end with `.interrupt`.
  public func interrupt() { pool.interrupt() }

  /// Ends the use of the database: accesses that run now go on to their end, later ones throw `.misuse`. The file is
  /// closed with the last of them. Closing twice is no error.
  public func close() { pool.close() }
}
