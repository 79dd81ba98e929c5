/// One thing that both engines do, on files of the same content.
protocol Workload {
  var name: String { get }
  /// What `seconds` is divided by for the report.
  var operations: Int { get }
  /// SQLite's time over Apus's that is aimed at.
  var goal: Double { get }

  /// Times one run of Apus. Opening, preparing the run and closing are not timed.
  func runApus(_ setting: Setting) throws -> Sample
  /// Times one run of the C library.
  func runSQLite(_ setting: Setting) throws -> Sample
}

/// The cache that both engines get.
struct Setting {
  /// KiB.
  let cacheSize: Int
  let directory: String

  var pragmas: String {
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-\(cacheSize);"
  }
}
