/// Copies a database into another one while both stay in use (https://www.sqlite.org/backup.html).
///
/// `step` copies some pages; between two steps others may read and write the source. When what they have committed has changed it the copy
/// begins anew, so that one state of the source arrives. The destination changes with the last step, in one transaction, and is what it
/// was until then; others may read it, and nobody else may write to it.
///
/// It is used by one thread at a time.
public final class Backup {
  private let source: Pager
  private let destination: Pager
  private let isInterrupted: () -> Bool
  /// A pager of its own is closed with the backup.
  private let ownsSource: Bool
  /// The next page to copy.
  private var next: PageNumber = 1
  /// What the pages that are copied already belong to.
  private var snapshot: UInt64?
  private var hasBegun = false
  private var schemaCookie: UInt32 = 0
  private var formatVersion: UInt8 = 1
  /// Pages of the source, as the last step has found it.
  public private(set) var pageCount = 0
  /// Pages that are still to be copied, if the source does not change.
  public private(set) var remaining = 0
  /// The copy is complete and committed.
  public private(set) var isComplete = false

  /// Begins nothing yet: locks are taken by `step`. Both connections' busy timeouts count.
  /// - Throws: `.error` for an unknown database, when both are the same file, or when the destination is "temp"; `.readOnly`.
  public init(
    from source: Connection, source sourceName: String = "main", to destination: Connection,
    destination destinationName: String = "main"
  ) throws(DatabaseError) {
    let from = try source.database(named: sourceName)
    let to = try destination.database(named: destinationName)
    guard from.pager.store !== to.pager.store else {
      throw DatabaseError(.error, "source and destination must be distinct")
    }
    guard !to.pager.isTemporary else {
      throw DatabaseError(.error, "a temporary database cannot be the destination of a backup")
    }
    guard !to.pager.isReadOnly, !destination.settings.isQueryOnly else {
      throw DatabaseError(.readOnly, "attempt to write a readonly database")
    }
    isInterrupted = from.pager.isInterrupted
    // Pagers of its own: transactions of the two connections go on beside it. (What is temporary only its connection knows.)
    ownsSource = !from.pager.isTemporary
    self.source = ownsSource ? Self.pager(beside: from.pager) : from.pager
    self.destination = Self.pager(beside: to.pager)
    // Who has a copy may give up the original.
    if self.destination.durability > .off { self.destination.durability = .extra }
  }

  deinit {
    cancel()
    if ownsSource { source.close() }
    destination.close()
  }

  private static func pager(beside other: Pager) -> Pager {
    other.store.retain()
    let pager = Pager(store: other.store, isReadOnly: other.isReadOnly)
    pager.busyTimeout = other.busyTimeout
    pager.isInterrupted = other.isInterrupted
    pager.durability = other.durability
    pager.keepsReadLock = false
    return pager
  }

  /// Copies up to `pages` pages; all that are left when it is negative.
  /// - Returns: true when there are more.
  /// - Throws: `.busy` when a lock cannot be had now: the step may be tried again. `.readOnly` when the destination cannot take the source's
  ///   page size (WAL mode, or in memory, with content). After another error the copy begins anew if it is tried again.
  public func step(pages: Int = -1) throws(DatabaseError) -> Bool {
    guard !isComplete else { return false }
    do throws(DatabaseError) {
      return try copy(pages)
    } catch {
      if error.code.primary != .busy { cancel() }
      throw error
    }
  }

  /// As `step`; tries again for some time while a lock cannot be had.
  public func stepWaiting(pages: Int = -1, milliseconds: Int) throws(DatabaseError) -> Bool {
    let vfs = destination.store.vfs
    let end = Monitor.milliseconds + Int64(milliseconds)
    var pause = 1
    while true {
      do throws(DatabaseError) {
        return try step(pages: pages)
      } catch {
        let left = end - Monitor.milliseconds
        guard error.code.primary == .busy, left > 0, !isInterrupted() else { throw error }
        vfs.sleep(milliseconds: min(pause, Int(left)))
        pause = min(pause * 2, 50)
      }
    }
  }

  private func copy(_ pages: Int) throws(DatabaseError) -> Bool {
    if ownsSource { try source.beginRead() }
    defer { if ownsSource { source.endRead() } }
    if snapshot != source.snapshotID {
      next = 1
      // It may have another page size now.
      if hasBegun, source.pageSize != destination.replacement?.pageSize ?? destination.pageSize { cancel() }
    }
    if !hasBegun { try begin() }
    snapshot = source.snapshotID
    pageCount = Int(source.pageCount)
    let lockBytePage = geometry.lockBytePage
    // (Nothing tells when a temporary database changes: it is copied at once.)
    var left = pages < 0 || !ownsSource ? Int.max : pages
    while next <= source.pageCount, left > 0 {
      if isInterrupted() { throw DatabaseError(.interrupt, "interrupted") }
      if next != lockBytePage {
        let frame = try source.page(next)
        defer { source.unpin(frame) }
        let data = UnsafeRawPointer(frame.pointee.data)
        if next == 1 { formatVersion = data.load(fromByteOffset: 18, as: UInt8.self) }
        try destination.replacePage(next, by: data)
      }
      next += 1
      left -= 1
    }
    remaining = pageCount - Int(next - 1)
    guard next > source.pageCount else { return true }
    try finish()
    return false
  }

  private var geometry: PageGeometry {
    PageGeometry(pageSize: source.pageSize, usableSize: source.usableSize)
  }

  private func begin() throws(DatabaseError) {
    let reserved = source.pageSize - source.usableSize
    do throws(DatabaseError) {
      try destination.reserveWriter()
      try destination.beginRead()
      // A file without pages gets those of the source.
      if destination.pageCount == 0 {
        destination.setNewDatabaseFormat(pageSize: source.pageSize, reservedBytes: reserved)
      }
      schemaCookie = try BTree(pager: destination).meta(.schemaCookie)
      try destination.beginWrite()
      try destination.beginReplacement(pageSize: source.pageSize, reservedBytes: reserved)
    } catch {
      endTransaction()
      throw error
    }
    next = 1
    hasBegun = true
  }

  private func finish() throws(DatabaseError) {
    if source.pageCount == 0 { try writeEmptyDatabase() }
    try destination.finishReplacement(pageCount: max(source.pageCount, 1))
    // Who has read the destination's schema has to read it again.
    try destination.finishFirstPage(schemaCookie: schemaCookie &+ 1, formatVersion: formatVersion)
    try destination.commitPhaseOne(superJournal: nil)
    try destination.commitPhaseTwo()
    hasBegun = false
    isComplete = true
    endTransaction()
  }

  /// A source without a page is an empty database.
  private func writeEmptyDatabase() throws(DatabaseError) {
    let empty = Pager.temporary(
      pageSize: source.pageSize, reservedBytes: source.pageSize - source.usableSize, vfs: source.store.vfs,
      budget: source.pageSize * 10)
    defer { empty.close() }
    try empty.beginTemporary()
    try BTree(pager: empty).initializeNewDatabase(autoVacuum: .none)
    let frame = try empty.page(1)
    defer { empty.unpin(frame) }
    try destination.replacePage(1, by: UnsafeRawPointer(frame.pointee.data))
  }

  /// Gives up what is not complete: the destination is what it was. What is complete stays.
  public func cancel() {
    hasBegun = false
    snapshot = nil
    next = 1
    endTransaction()
  }

  private func endTransaction() {
    if destination.isWriting { try? destination.rollback() }
    destination.endRead()
    destination.releaseWriterTurn()
  }
}

extension Connection {
  /// - Throws: "unknown database x".
  fileprivate func database(named name: String) throws(DatabaseError) -> AttachedDatabase {
    guard let found = databases.first(where: { $0.name.equalsIgnoringCase(name) }) else {
      throw DatabaseError(.error, "unknown database \(name)")
    }
    return found
  }
}
