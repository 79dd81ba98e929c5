@testable import ApusEngine

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Databases in memory for B-tree tests, and their way to the real `sqlite3`.
enum TreeFixture {
  /// A tree layer over a new database with an empty schema table.
  static func database(
    pageSize: Int, reserved: Int = 0, autoVacuum: AutoVacuumMode = .none
  ) throws -> BTree {
    let tree = BTree(pager: try pager(pageSize: pageSize, reserved: reserved))
    try tree.initializeNewDatabase(autoVacuum: autoVacuum)
    return tree
  }

  /// A pager for private data in memory, ready to be written.
  static func pager(pageSize: Int, reserved: Int = 0, budget: Int = 64 << 20) throws -> Pager {
    let files = MemoryFileSystem(clock: POSIXFileSystem.shared)
    let pager = Pager.temporary(pageSize: pageSize, vfs: files, budget: budget)
    pager.store.setFormat(pageSize: pageSize, reservedBytes: reserved)
    pager.store.setCacheBudget(budget)
    pager.adoptFormat()
    try pager.beginTemporary()
    return pager
  }

  /// All pages of a file, in order.
  static func image(of pager: Pager) throws -> [[UInt8]] {
    var pages: [[UInt8]] = []
    for number in 1...pager.pageCount {
      let frame = try pager.page(number)
      pages.append(Array(UnsafeRawBufferPointer(start: frame.pointee.data, count: pager.pageSize)))
      pager.unpin(frame)
    }
    return pages
  }

  /// A file with those pages, not yet looked at by anybody.
  static func pager(image: [[UInt8]], reserved: Int) throws -> Pager {
    let pager = try pager(pageSize: image[0].count, reserved: reserved)
    for (index, page) in image.enumerated() {
      let frame = try pager.newPage(PageNumber(index + 1))
      page.withUnsafeBytes { bytes in
        frame.pointee.data.copyMemory(from: bytes.baseAddress!, byteCount: bytes.count)
      }
      pager.unpin(frame)
    }
    return pager
  }

  static func write(_ image: [[UInt8]], to path: String) throws {
    guard let file = fopen(path, "w") else { throw TreeModel.Difference(description: "cannot write \(path)") }
    for page in image { _ = page.withUnsafeBytes { fwrite($0.baseAddress!, 1, $0.count, file) } }
    fclose(file)
  }

  static func temporaryPath(_ name: String) -> String { "/tmp/apus-btree-\(getpid())-\(name).sqlite" }

  static func remove(_ path: String) { unlink(path) }

  /// Whether the machine has the `sqlite3` command.
  static let hasSQLite = system("command -v sqlite3 >/dev/null 2>&1") == 0

  /// What `sqlite3 path sql` prints.
  static func sqlite(_ path: String, _ sql: String) -> String {
    guard let pipe = popen("sqlite3 '\(path)' \"\(sql)\" 2>&1", "r") else { return "" }
    var output: [UInt8] = []
    var byte = fgetc(pipe)
    while byte >= 0 {
      output.append(UInt8(truncatingIfNeeded: byte))
      byte = fgetc(pipe)
    }
    pclose(pipe)
    return String(decoding: output, as: UTF8.self)
  }
}
