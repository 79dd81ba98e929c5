/// `PRAGMA integrity_check` as far as pages go: trees, cells, overflow chains, freelist, pointer map, and that every
/// page is used exactly once. What a row says (NOT NULL, CHECK, missing index entries) is the catalog's business;
/// it takes `entryCounts` and `damagedRoots` from the report.
///
/// The checker trusts nothing that the cursors rely on: it reads pages through the pager, but bounds every
/// access itself, so that it can say what is wrong with a page that a cursor would refuse.
/// Messages have the wording of SQLite 3.51 (https://www.sqlite.org/pragma.html#pragma_integrity_check).
final class IntegrityChecker {
  /// One tree to be walked.
  struct Root {
    var page: PageNumber
    /// Given for an index tree, the order of its entries is checked too.
    var keyInfo: UnsafePointer<KeyInfo>?

    init(_ page: PageNumber, keyInfo: UnsafePointer<KeyInfo>? = nil) {
      self.page = page
      self.keyInfo = keyInfo
    }
  }

  let tree: BTree
  let pager: Pager
  let geometry: PageGeometry
  /// Messages after which the check gives up.
  let limit: Int
  var report = IntegrityReport()
  /// One bit for each page that something refers to.
  private var referenced: [UInt64]
  let pageCount: PageNumber
  let hasPointerMap: Bool
  /// What the messages at hand are about, such as "Tree 2 page 5 cell 3: ".
  var subject = ""
  /// The tree at hand, 0 for none.
  var currentRoot: PageNumber = 0
  var currentEntries: Int64 = 0

  /// - Parameter limit: how many messages to gather, SQLite's default being 100.
  init(_ tree: BTree, limit: Int = 100) throws(DatabaseError) {
    self.tree = tree
    self.limit = max(limit, 1)
    pager = tree.pager
    geometry = tree.geometry
    pageCount = pager.pageCount
    hasPointerMap = try tree.hasPointerMap
    referenced = [UInt64](repeating: 0, count: Int(pageCount) / 64 + 1)
  }

  /// Walks the trees and, unless `isPartial`, accounts for every page of the file.
  /// - Parameters:
  ///   - roots: all trees of the file, page 1 included (only some of them when `isPartial`).
  ///   - isPartial: a check of single tables: freelist, unused pages and largest root are not looked at.
  /// - Throws: what reading pages throws, except damage, which goes into the report.
  /// Complexity: O(pages of the trees).
  func check(roots: [Root], isPartial: Bool = false) throws(DatabaseError) -> IntegrityReport {
    guard pageCount > 0 else { return report }
    let lock = geometry.lockBytePage
    if lock <= pageCount { markReferenced(lock) }
    if !isPartial {
      subject = "Freelist: "
      let first = try tree.meta(.firstFreelistTrunk)
      try checkFreelist(first, expected: try tree.meta(.freelistCount))
      subject = ""
      try checkLargestRoot(roots)
    }
    for root in roots where root.page != 0 && !isFull {
      if hasPointerMap, root.page > 1, !isPartial {
        try checkPointerMap(root.page, PointerMapEntry(kind: .root, parent: 0))
      }
      try checkRoot(root)
    }
    if !isPartial { checkUnusedPages() }
    return report
  }

  private func checkRoot(_ root: Root) throws(DatabaseError) {
    currentRoot = root.page
    currentEntries = 0
    let before = report.messages.count
    var smallest = Int64.max
    _ = try checkPage(root.page, level: 0, upperBound: Int64.max, smallest: &smallest)
    subject = ""
    if before == report.messages.count, let keyInfo = root.keyInfo {
      try checkKeyOrder(root.page, keyInfo)
    }
    if before != report.messages.count { report.damagedRoots.insert(root.page) }
    report.entryCounts[root.page] = currentEntries
    currentRoot = 0
  }

  private func checkLargestRoot(_ roots: [Root]) throws(DatabaseError) {
    let largest = try tree.meta(.largestRoot)
    if hasPointerMap {
      let found = roots.map(\.page).max() ?? 0
      if found != largest { add("max rootpage (\(found)) disagrees with header (\(largest))") }
    } else if try tree.meta(.incrementalVacuum) != 0 {
      add("incremental_vacuum enabled with a max rootpage of zero")
    }
  }

  private func checkUnusedPages() {
    for page in 1...pageCount {
      // (A log may give a database more pages than there are bytes to count to.)
      if isFull { return }
      let isMap = hasPointerMap && geometry.isPointerMapPage(page)
      if isReferenced(page) {
        if isMap { add("Page \(page): pointer map referenced") }
      } else if !isMap {
        add("Page \(page): never used")
      }
    }
  }

  // MARK: Messages

  var isFull: Bool { report.messages.count >= limit }

  func add(_ message: String) {
    if !isFull { report.messages.append(subject + message) }
  }

  // MARK: References

  func isReferenced(_ page: PageNumber) -> Bool {
    referenced[Int(page / 64)] & (1 << UInt64(page % 64)) != 0
  }

  func markReferenced(_ page: PageNumber) { referenced[Int(page / 64)] |= 1 << UInt64(page % 64) }

  /// Notes a reference to a page. False, with a message, when the page does not exist or is in use already.
  func refer(to page: PageNumber) -> Bool {
    guard page >= 1, page <= pageCount else {
      add("invalid page number \(page)")
      return false
    }
    guard !isReferenced(page) else {
      add("2nd reference to page \(page)")
      return false
    }
    markReferenced(page)
    return true
  }

  /// Lets `body` look at a page's bytes; false, with a message, when it cannot be read for being damaged.
  func read(
    _ page: PageNumber, failure: (Int32) -> String,
    _ body: (UnsafeMutableRawPointer) throws(DatabaseError) -> Void
  ) throws(DatabaseError) -> Bool {
    let frame: FrameRef
    do throws(DatabaseError) {
      frame = try pager.page(page)
    } catch {
      guard error.code.primary == .corrupt else { throw error }
      add(failure(error.code.rawValue))
      return false
    }
    defer { pager.unpin(frame) }
    try body(frame.pointee.data)
    return true
  }

  /// Compares a page's pointer-map entry with what refers to it.
  func checkPointerMap(_ page: PageNumber, _ expected: PointerMapEntry) throws(DatabaseError) {
    let found: PointerMapEntry
    do throws(DatabaseError) {
      guard page >= 2, page <= pageCount else { throw .corrupt("no such page", page: page) }
      found = try tree.pointerMapEntry(page)
    } catch {
      guard error.code.primary == .corrupt else { throw error }
      add("Failed to read ptrmap key=\(page)")
      return
    }
    if found != expected {
      add(
        "Bad ptr map entry key=\(page) expected=(\(expected.kind.rawValue),\(expected.parent)) "
          + "got=(\(found.kind.rawValue),\(found.parent))")
    }
  }
}
