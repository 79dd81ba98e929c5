/// What a connection asks of the world besides its database files: temporary pagers and files, waiting, the
/// super-journals of transactions over several files.
final class ConnectionStorage {
  let vfs: any VFS
  /// Bytes that one temporary database keeps in memory.
  var temporaryBudget = 16 << 20
  /// How the connection was opened; what it attaches is opened so, too.
  var access = Access()

  struct Access {
    var isReadOnly = false
    var creates = true
    /// `file:` URIs are understood.
    var allowsURI = false
  }

  init(vfs: any VFS) { self.vfs = vfs }

  /// A pager for a private database that nobody else sees and that dies with it. Opens no file until it spills.
  func makePager(pageSize: Int, reservedBytes: Int = 0) -> Pager {
    Pager.temporary(pageSize: pageSize, reservedBytes: reservedBytes, vfs: vfs, budget: temporaryBudget)
  }

  /// What a file name or URI means under the connection's access.
  /// - Throws: `.error` for a URI that is not understood or allows more.
  func location(of name: String) throws(DatabaseError) -> DatabaseLocation {
    try DatabaseLocation(
      name, allowsURI: access.allowsURI, isReadOnly: access.isReadOnly, creates: access.creates)
  }

  /// An empty file for sorted runs, removed when it is released.
  func makeSpillFile() throws(DatabaseError) -> SpillFile {
    SpillFile(try vfs.open(vfs.temporaryPath(), [.readWrite, .create, .deleteOnClose]))
  }

  func sleep(milliseconds: Int) { vfs.sleep(milliseconds: milliseconds) }
  var milliseconds: Int64 { vfs.currentTimeMilliseconds() }

  // MARK: Super-journals (https://www.sqlite.org/fileformat2.html#the_rollback_journal)

  /// Writes the super-journal that makes a commit over several files atomic. nil when fewer than two of them have a
  /// rollback journal on disk.
  func makeSuperJournal(for databases: [AttachedDatabase]) throws(DatabaseError) -> String? {
    let journaled = databases.filter { $0.hasJournalOnDisk }
    guard journaled.count > 1, let first = journaled.first else { return nil }
    var path = ""
    repeat {
      let digits = String(vfs.randomBits() & 0xf_ffff_ffff, radix: 16, uppercase: true)
      path = first.pager.store.path + "-mj" + String(repeating: "0", count: 9 - digits.count) + digits
    } while try vfs.exists(path)
    let file = try vfs.open(path, [.readWrite, .create, .journal])
    defer { file.close() }
    var names: [UInt8] = []
    for database in journaled { names += Array(database.pager.store.journalPath.utf8) + [0] }
    do throws(DatabaseError) {
      let result = names.withUnsafeBytes { bytes -> Result<Void, DatabaseError> in
        do throws(DatabaseError) {
          return .success(try file.write(bytes, at: 0))
        } catch {
          return .failure(error)
        }
      }
      try result.get()
      try file.sync()
      try vfs.syncDirectory(of: path)
    } catch {
      try? vfs.delete(path, syncDirectory: false)
      throw error
    }
    return path
  }

  /// Removes the super-journal: from here on the transaction is committed. The directory is to be synced after it.
  func finishSuperJournal(_ path: String) throws(DatabaseError) { try vfs.delete(path, syncDirectory: false) }

  /// The commit failed before that.
  func abandonSuperJournal(_ path: String) { try? vfs.delete(path, syncDirectory: false) }
}
