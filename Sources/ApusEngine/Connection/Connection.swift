import ApusSQL

/// A connection to a database: its files, transaction, prepared statements and settings.
///
/// Not thread-safe: one thread at a time, except for `interruption`. Statements of one connection may be
/// open at once; they share its transaction.
///
/// Invariants:
/// - `slots[n]` mirrors `databases[n]`.
/// - In autocommit mode a read transaction lasts while a statement that reads is active, a write transaction while one that
///   writes is.
/// - What every statement looks at is not checked for exclusive access: nothing holds it while it changes it.
/// - A database with an open write transaction has `savepoints.count` savepoints on its pager, and one more while
///   a statement has its own.
public final class Connection {
  @exclusivity(unchecked) public internal(set) var databases: [AttachedDatabase] = [] {
    didSet { loadedCatalogs = nil }
  }
  @exclusivity(unchecked) public var settings = ConnectionSettings() {
    didSet {
      counters.pointee.isQueryOnly = settings.isQueryOnly
      counters.pointee.defersForeignKeys = settings.deferForeignKeys
      if settings.busyTimeout != oldValue.busyTimeout {
        for database in databases { database.pager.busyTimeout = settings.busyTimeout }
      }
    }
  }
  public let environment: FunctionEnvironment
  public let interruption = Interruption()
  /// The way from text to programs.
  @exclusivity(unchecked) public var compiler: (any StatementCompiler)?
  /// Registered collations, for reading schemas.
  @exclusivity(unchecked) public var schemaLookup = SchemaLookup.lenient
  /// Asked now and then by long statements; true stops them with `.interrupt`.
  public var progressHandler: (() -> Bool)?
  /// How many rounds of a statement's loops lie between two questions to the progress handler, at least 1. A round is the work on one row, which SQLite
  /// counts as some ten instructions.
  public var progressInterval: Int {
    get { counters.pointee.progressInterval }
    set { counters.pointee.progressInterval = max(newValue, 1) }
  }
  /// What the application wants to be told of. Without hooks no statement does anything for them.
  public var hooks = ConnectionHooks() {
    didSet {
      if (hooks.didChange == nil) != (oldValue.didChange == nil)
        || (hooks.willChange == nil) != (oldValue.willChange == nil)
      {
        environmentChanged()
      }
    }
  }
  /// Asked what statements may do while they are prepared. Setting it makes all statements be prepared again before they run next.
  @exclusivity(unchecked) public var authorizer: Authorizer? {
    didSet {
      environmentChanged()
      // What is prepared next asks when it is prepared, not when it runs.
      statementCache.removeAll()
    }
  }
  /// Asked for a collation that a statement needs and nobody knows (https://www.sqlite.org/c3ref/collation_needed.html); what it gives is
  /// registered. nil: "no such collation sequence".
  public var collationNeeded: ((_ name: String) -> ApplicationCollation?)?
  /// Logs that the commit at hand has made longer, and their frames.
  var writtenLogs: [(name: String, frames: Int)] = []

  static let databaseCapacity = 64
  let slots: UnsafeMutablePointer<DatabaseSlot>
  let counters: UnsafeMutablePointer<ConnectionCounters>
  /// Grows with every change to a tree through this connection.
  let writeCounter: UnsafeMutablePointer<UInt64>
  var savepoints: [ConnectionSavepoint] = []
  /// The outermost savepoint began the transaction: releasing it commits.
  var isTransactionSavepoint = false
  /// Statements that have a savepoint of their own now.
  var openStatementSavepoints = 0
  let statementCache = StatementCache()
  /// Functions that the application registered.
  let functions = FunctionRegistry()
  /// Collations that the application registered, by lower-case name, and those that others have replaced.
  var collations: [String: ApplicationCollation] = [:]
  var formerCollations: [ApplicationCollation] = []
  /// Modules of virtual tables, and the tables that were reached.
  let modules = ModuleRegistry()
  /// The catalogs of all databases, until one of them changes.
  @exclusivity(unchecked) var loadedCatalogs: CatalogSet?
  /// The schema has been read, or what could not be understood of it.
  var hasReadSchema = false
  /// See `CatalogSet.watchedDatabases`.
  @exclusivity(unchecked) var watchedDatabases: [String: String] = [:]
  /// What statements may hold (`setLimit`).
  @exclusivity(unchecked) var parserLimits = ParserLimits()
  /// What the compiler keeps between statements.
  @exclusivity(unchecked) var compilerMemory: CompilerMemory?
  /// Makes pagers for temp, ephemeral tables and spill files.
  let storage: ConnectionStorage
  /// A statement has used temp: listings show it from then on.
  var isTemporaryDatabaseOpen = false
  /// A schema was made under the present encoding: it cannot be chosen any more.
  var isEncodingFixed = false

  /// A connection on an open pager.
  init(pager: Pager, isPrivate: Bool, storage: ConnectionStorage, environment: FunctionEnvironment) {
    self.environment = environment
    self.storage = storage
    slots = .allocate(capacity: Self.databaseCapacity)
    slots.initialize(repeating: DatabaseSlot(), count: Self.databaseCapacity)
    counters = .allocate(capacity: 1)
    counters.initialize(to: ConnectionCounters())
    writeCounter = .allocate(capacity: 1)
    writeCounter.initialize(to: 0)
    attach(AttachedDatabase(name: "main", index: 0, pager: pager, isPrivate: isPrivate))
    attach(
      AttachedDatabase(
        name: "temp", index: 1, pager: storage.makePager(pageSize: pager.pageSize), isPrivate: true))
    let interruption = self.interruption
    environment.isInterrupted = { interruption.isRequested }
    pager.isInterrupted = { interruption.isRequested }
  }

  deinit {
    statementCache.removeAll()
    modules.transaction.rollback()
    for database in databases {
      if slots[database.index].isWriting { try? database.rollback() }
      if slots[database.index].isReading { database.endRead() }
      database.close()
    }
    slots.deallocate()
    counters.deallocate()
    writeCounter.deallocate()
  }

  /// Appends a database.
  func attach(_ database: AttachedDatabase) {
    databases.append(database)
    slots[database.index] = DatabaseSlot(
      btree: .passUnretained(database.btree), pager: .passUnretained(database.pager))
  }

  // MARK: Facts

  /// No BEGIN or SAVEPOINT is open.
  public var isAutocommit: Bool { counters.pointee.isAutocommit }
  public var encoding: TextEncoding { environment.encoding }
  /// Rows changed by the last INSERT, UPDATE or DELETE.
  public var changes: Int64 { environment.changes }
  public var totalChanges: Int64 { environment.totalChanges }
  public var lastInsertRowID: Int64 { environment.lastInsertRowID }
  public var environmentGeneration: UInt64 { counters.pointee.environmentGeneration }

  /// Functions, collations, limits or settings changed that programs were compiled under: they compile anew.
  public func environmentChanged() {
    counters.pointee.environmentGeneration &+= 1
    counters.pointee.lengthLimit = environment.lengthLimit
  }

  /// Lets go of the statements that wait for reuse; they keep the connection. Its files are closed when the last
  /// reference to it and to its statements is gone.
  public func close() {
    settings.statementCacheSize = 0
    statementCache.removeAll()
  }

  /// Makes running statements end with "interrupted".
  public func interrupt() { interruption.request() }

  /// The database with that number, which a program names.
  func database(_ index: Int) throws(DatabaseError) -> AttachedDatabase {
    // A program of the time before it was detached.
    guard index < databases.count else {
      throw DatabaseError(.schemaChanged, "database schema has changed")
    }
    return databases[index]
  }

  func tree(_ index: Int) throws(DatabaseError) -> BTree { try database(index).btree }

  /// Private trees for one statement's ephemeral tables.
  func makeTemporaryTrees() throws(DatabaseError) -> TemporaryTrees {
    try TemporaryTrees(pager: storage.makePager(pageSize: 4096))
  }

  func makeSpillFile() throws(DatabaseError) -> SpillFile { try storage.makeSpillFile() }

  /// Makes a module known: CREATE VIRTUAL TABLE and table-valued functions may name it. It takes the place of one with that name, whose
  /// tables are then reached through it.
  /// - Parameter module: nil takes the module away: its tables stay in the schema, and naming one is "no such module".
  public func register(_ module: (any VirtualTableModule)?, named name: String) {
    modules.register(module, named: name)
    environmentChanged()
  }

  func checkInterrupt() throws(DatabaseError) {
    if interruption.isRequested { throw DatabaseError(.interrupt, "interrupted") }
  }

  func publish(changes: Int64) {
    environment.changes = changes
    environment.totalChanges &+= changes
  }
}
