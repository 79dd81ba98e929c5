/// One version of one page in a store's cache: immutable bytes that the frames of several connections may point to. All fields but the
/// bytes are guarded by the store's monitor.
struct SharedPage {
  var data: UnsafeMutableRawPointer
  /// Bytes of a page when it was read.
  let size: Int
  var number: PageNumber
  /// Which version of the page; see `PageVersion`.
  var version: PageVersion
  /// Frames that point here.
  var references: Int32
  /// In the cache's table; a replaced version stays alive, detached, until its last reference goes.
  var isAttached: Bool
  var newer: UnsafeMutablePointer<SharedPage>?
  var older: UnsafeMutablePointer<SharedPage>?
}

/// A version of a page: a WAL frame of a log generation, or the database file's page of an epoch.
struct PageVersion: Hashable {
  let bits: UInt64

  /// Frame `frame` of the log since its `generation`th reset in this process.
  static func wal(generation: UInt32, frame: UInt32) -> PageVersion {
    PageVersion(bits: UInt64(generation & 0x7fff_ffff) << 32 | UInt64(frame))
  }

  /// The page as it stands in the database file; a new epoch begins when the file changed in ways not known page by page.
  static func base(epoch: UInt32) -> PageVersion { PageVersion(bits: 1 << 63 | UInt64(epoch)) }
}
