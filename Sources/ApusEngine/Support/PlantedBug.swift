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
}
