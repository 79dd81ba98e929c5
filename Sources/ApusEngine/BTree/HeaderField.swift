/// The 32-bit fields of the database header that the engine reads and writes by name; the raw value is the
/// field's byte offset on page 1 (https://www.sqlite.org/fileformat2.html#the_database_header).
enum HeaderField: Int, BitwiseCopyable, Sendable {
  /// Pages in the file, valid when the change counter agrees with `versionValidFor`.
  case pageCount = 28
  case firstFreelistTrunk = 32
  case freelistCount = 36
  case schemaCookie = 40
  case schemaFormat = 44
  case defaultCacheSize = 48
  /// The largest root page in an auto-vacuum database, 0 in any other.
  case largestRoot = 52
  case textEncoding = 56
  case userVersion = 60
  /// Not 0: the freelist shrinks on request (incremental), not at every commit.
  case incrementalVacuum = 64
  case applicationID = 68
}
