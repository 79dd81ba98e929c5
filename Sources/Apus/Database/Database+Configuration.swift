extension Database {
  /// How a database is opened.
  public struct Configuration: Sendable {
    /// `write` throws `.readOnly`, and the file is opened for reading only.
    public var isReadOnly = false
    /// The file cannot change while it is open (it lies on read-only media, say): it is read without locks, and a log or journal beside it is not
    /// looked at. Should it change all the same, answers may be wrong. Implies ``isReadOnly``.
    public var isImmutable = false
    /// Make the file if there is none.
    public var createsFile = true
    /// The journal mode to switch to; nil: WAL for a new file, and the mode that it has for an existing one.
    public var journalMode: JournalMode?
    /// When a commit waits for the disk; nil: `.full`.
    public var durability: Durability?
    /// Bytes of page cache, shared by the connections to one file; nil: 16 MiB.
    public var cacheSize: Int?
    /// Milliseconds to wait for locks that another `Database` or another process holds.
    public var busyTimeout = 5000
    /// In WAL mode the lock of a reader stays for up to 25 ms after it has ended, for the next one, which saves system calls. A checkpoint of
    /// another process that wants readers gone waits for it, or reports busy.
    public var keepsReadLock = true
    /// Snapshots that can be read at once; further readers wait. At least 1.
    public var maximumReaders = 4
    /// Modules of virtual tables by name: what CREATE VIRTUAL TABLE … USING names, and table-valued functions.
    public var modules: [String: any VirtualTableModule] = [:]
    /// Functions that SQL can call.
    public var functions: [DatabaseFunction] = []
    /// Collations that COLLATE can name.
    public var collations: [ApplicationCollation] = []
    /// A name that begins with `file:` is a URI (https://www.sqlite.org/uri.html): `mode`, `cache` and `immutable` say how the file is opened.
    /// `file:name?mode=memory&cache=shared` is a database in memory that all of the process share who name it so.
    public var allowsURI = false
    /// What the program is told of changes.
    public var hooks = DatabaseHooks()
    /// Asked what statements may do, while they are prepared (https://www.sqlite.org/c3ref/set_authorizer.html).
    /// BEGIN, COMMIT and ROLLBACK of `read` and `write` count too.
    public var authorizer: (@Sendable (AuthorizerRequest) -> AuthorizerAnswer)?
    /// Asked once for a collation that a statement needs and nobody knows; nil: the statement fails.
    public var collationNeeded: (@Sendable (_ name: String) -> ApplicationCollation?)?
    /// Asked now and then by long statements; true ends them with `.interrupt`.
    public var progressHandler: (@Sendable () -> Bool)?
    /// Rows that a statement works on between two questions to ``progressHandler``, at least 1.
    public var progressInterval = 1000
    /// What statements and values may be at most (https://www.sqlite.org/c3ref/limit.html).
    public var limits: [ConnectionLimit: Int] = [:]
    /// Called with every connection that is opened, before its first use: for settings of your own.
    public var prepareConnection: (@Sendable (Connection) throws -> Void)?

    public init() {}

    var refusesWrites: Bool { isReadOnly || isImmutable }
  }
}
