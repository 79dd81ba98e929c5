/// Where a connection's temporary data goes, and what else it asks of the world: pagers for temp and
/// ephemeral tables, spill files, waiting, super-journals.
protocol TemporaryStorage: AnyObject {
  /// A pager for a private database that nobody else sees and that dies with it. Opens nothing until it must.
  func makePager(pageSize: Int) throws(DatabaseError) -> Pager
  /// An empty file for sorted runs, removed when it is released.
  func makeSpillFile() throws(DatabaseError) -> any SpillFile
  func sleep(milliseconds: Int)
  /// The super-journal that makes a commit over several files atomic; nil where it is not possible or needed.
  func superJournalName(for databases: [AttachedDatabase]) -> String?
  /// Removes the super-journal: from here on the transaction is committed.
  func finishSuperJournal(_ name: String?) throws(DatabaseError)
}

/// A temporary file of the sorter.
protocol SpillFile: AnyObject {
  var size: Int64 { get }
  func write(_ bytes: [UInt8], at offset: Int64) throws(DatabaseError)
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError)
}
