/// One database of a connection: main, temp or attached.
///
/// It pairs the pager with its B-trees, the catalog that the connection sees, and how far the connection's
/// savepoints have reached the pager. Everything that the connection asks of a pager goes through here.
public final class AttachedDatabase {
  public let name: String
  /// 0 main, 1 temp, 2… attached.
  public internal(set) var index: Int
  let pager: Pager
  let btree: BTree
  /// The schema as this connection sees it; nil until it is needed, or after it was found to be out of date.
  public internal(set) var catalog: Catalog?
  /// The catalog that ROLLBACK brings back, once the transaction has changed the schema.
  var committedCatalog: Catalog?
  /// The catalog that undoing the running statement brings back.
  var statementCatalog: Catalog?
  var hasChangedCatalog = false
  /// Savepoints open on the pager: the connection's, then the statement's.
  var pagerSavepoints = 0
  /// The snapshot whose schema cookie was compared last.
  @exclusivity(unchecked) var verifiedSnapshot: UInt64?
  /// `PRAGMA data_version`: changes when somebody else has changed the file.
  private(set) var dataVersion: Int64 = 1
  private var seenSnapshot: UInt64?

  /// A snapshot has begun that shows what others have committed, or our own commit has made one.
  func noteSnapshot(isOwn: Bool = false) {
    let snapshot = pager.snapshotID
    if let seenSnapshot {
      if !isOwn, seenSnapshot != snapshot { dataVersion &+= 1 }
    } else if pager.store.wal != nil {
      // SQLite counts the first look into a log as a change.
      dataVersion &+= 1
    }
    seenSnapshot = snapshot
  }

  /// PRAGMA auto_vacuum for a file that has no page yet.
  var newAutoVacuum = AutoVacuumMode.none
  /// Savepoints of the pager's own below the connection's: a temporary pager keeps one for ROLLBACK.
  var pagerSavepointBase = 0
  /// What `PRAGMA journal_mode` says of a temporary database, which has no journal.
  var temporaryJournalMode = JournalMode.delete
  /// `PRAGMA synchronous` beyond EXTRA, which does no more, and which SQLite keeps all the same.
  var unnamedSynchronousLevel: Int?
  /// `PRAGMA cache_size` where it was set.
  var cacheSize: Int?
  /// Bytes that only this connection changes: no cookie to compare, no busy waiting.
  let isPrivate: Bool

  init(name: String, index: Int, pager: Pager, isPrivate: Bool) {
    self.name = name
    self.index = index
    self.pager = pager
    self.isPrivate = isPrivate
    btree = BTree(pager: pager)
  }
}
