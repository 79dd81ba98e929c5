/// What the interpreter asks of a connection's database per statement: plain data in raw memory, one slot per
/// database. The truth is in `AttachedDatabase`; the connection keeps both in step.
struct DatabaseSlot {
  /// nil: not attached, or temp and not used yet.
  var btree: Unmanaged<BTree>?
  var pager: Unmanaged<Pager>?
  /// A read transaction is open.
  var isReading = false
  /// A write transaction is open.
  var isWriting = false
  /// `generation` of the present catalog, 0 when none is loaded.
  var catalogGeneration: UInt64 = 0
  /// The schema cookie of the open snapshot, or of the running write transaction.
  var schemaCookie: UInt32 = 0

  /// The B-trees; temp is made at its first use.
  @inline(__always)
  func tree(of connection: Connection) throws(DatabaseError) -> BTree {
    if let btree { return btree.takeUnretainedValue() }
    throw DatabaseError(.internal, "database is not open")
  }
}

/// A connection's numbers that change with every statement: plain data in raw memory.
struct ConnectionCounters {
  var isAutocommit = true
  /// Statements between their first step and their end.
  var activeStatements = 0
  /// … of those, the ones that read databases.
  var activeReaders = 0
  /// … of those, the ones that write.
  var activeWriters = 0
  /// Foreign keys that are violated now and have to hold when the transaction commits.
  var deferredForeignKeys = DeferredViolations()
  /// Changes when functions, collations or pragmas change that programs were compiled under.
  var environmentGeneration: UInt64 = 1
  /// Databases that have a read or write transaction open: one bit each.
  var openTransactions: UInt64 = 0
  /// Copies of settings that statements ask for.
  var isQueryOnly = false
  var defersForeignKeys = false
  var lengthLimit = 1_000_000_000
  /// Virtual tables that are being dropped: the statement that drops one runs while others drop what the table keeps.
  var runningDestructions = 0
  /// Hooks that are running, one inside another.
  var runningHooks = 0
  /// Loops look at interrupts and at the progress handler after so many rounds.
  var progressInterval = ConnectionCounters.usualInterval
  static let usualInterval = 1000
  /// Newest of the active statements.
  var newestActive: Unmanaged<VirtualMachine>?
}
