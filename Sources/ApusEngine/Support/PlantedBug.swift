/// Deliberate bugs that tests switch on to show that they would find them. Nothing else sets them, and nothing that runs per row or page
/// reads them.
@_spi(Testing)
public enum PlantedBug {
  /// Recovery takes frames of a log whose checksums are wrong.
  nonisolated(unsafe) public static var acceptsAnyLogChecksum = false
  /// A checkpoint writes to the database file before the log is synced.
  nonisolated(unsafe) public static var checkpointsUnsyncedLog = false
  /// A journal's header counts records that are not synced yet.
  nonisolated(unsafe) public static var countsUnsyncedRecords = false
  /// A checkpoint goes by the header that it saw before it had the checkpoint lock (https://www.sqlite.org/wal.html#the_wal_reset_bug).
  nonisolated(unsafe) public static var checkpointsByStaleHeader = false
  /// A reader does not look again once it holds its mark.
  nonisolated(unsafe) public static var trustsFirstLook = false
  /// A checkpoint copies frames that readers of other processes must not see in the database file.
  nonisolated(unsafe) public static var ignoresMarksElsewhere = false
  /// The log starts over under readers of other processes.
  nonisolated(unsafe) public static var resetsUnderReaders = false
  /// Cached pages of the database file stay when another process's checkpoint has replaced them.
  nonisolated(unsafe) public static var keepsReplacedPages = false
}
