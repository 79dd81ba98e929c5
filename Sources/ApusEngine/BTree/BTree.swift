/// The B-trees of one database file: page allocation, freelist, pointer map, tree roots, header fields and the
/// list of open cursors. One per pager, used by one thread at a time.
///
/// Invariants:
/// - A page's bytes change only through `edit`, `freshFrame` or a cursor's `makeWritable(level:)`, which refuse a
///   page that a second pin holds: making a page private may move its bytes, and on a damaged file two trees may
///   share a page. A cursor must never see bytes move or change under the facts that it cached. Page 1, whose
///   header is edited beside cursors on the schema table: these are saved before its bytes move.
/// - Before a tree changes, the other cursors on it are saved to their keys and hold no pins.
/// - In an auto-vacuum database every move of a page or cell leaves the pointer map right.
final class BTree {
  let pager: Pager
  /// Head of the intrusive list of open cursors.
  var cursors: UnsafeMutablePointer<BTreeCursor>?
  /// Working memory for changes, made at the first one.
  private var workspaceStorage: BTreeWorkspace?
  private var geometryStorage: PageGeometry
  /// PRAGMA secure_delete.
  var secureDeletion = SecureDeletion.off {
    didSet {
      geometryStorage = PageGeometry(pageSize: pager.pageSize, usableSize: pager.usableSize)
      geometryStorage.erases = secureDeletion != .off
    }
  }
  /// Level stacks of closed cursors, for reuse; in raw memory, because every statement opens and closes cursors.
  private let spareLevels: UnsafeMutablePointer<UnsafeMutablePointer<CursorLevel>>
  private let spareLevelCount: UnsafeMutablePointer<Int>
  private static var spareLevelLimit: Int { 32 }

  init(pager: Pager) {
    self.pager = pager
    spareLevels = .allocate(capacity: Self.spareLevelLimit)
    spareLevelCount = .allocate(capacity: 1)
    spareLevelCount.initialize(to: 0)
    geometryStorage = PageGeometry(pageSize: pager.pageSize, usableSize: pager.usableSize)
  }

  deinit {
    for index in 0..<spareLevelCount.pointee { spareLevels[index].deallocate() }
    spareLevels.deallocate()
    spareLevelCount.deallocate()
  }

  /// Sizes for the pager's present page size (which may change while a file is empty, or by VACUUM).
  var geometry: PageGeometry {
    if geometryStorage.pageSize != pager.pageSize || geometryStorage.usableSize != pager.usableSize {
      geometryStorage = PageGeometry(pageSize: pager.pageSize, usableSize: pager.usableSize)
      geometryStorage.erases = secureDeletion != .off
      workspaceStorage = nil
    }
    return geometryStorage
  }

  var workspace: BTreeWorkspace {
    let geometry = self.geometry
    if let workspaceStorage { return workspaceStorage }
    let fresh = BTreeWorkspace(geometry)
    workspaceStorage = fresh
    return fresh
  }

  func takeLevels() -> UnsafeMutablePointer<CursorLevel> {
    if spareLevelCount.pointee > 0 {
      spareLevelCount.pointee -= 1
      return spareLevels[spareLevelCount.pointee]
    }
    let levels = UnsafeMutablePointer<CursorLevel>.allocate(capacity: BTreeCursor.maxDepth)
    levels.initialize(repeating: CursorLevel(), count: BTreeCursor.maxDepth)
    return levels
  }

  func giveBackLevels(_ levels: UnsafeMutablePointer<CursorLevel>) {
    guard spareLevelCount.pointee < Self.spareLevelLimit else {
      levels.deallocate()
      return
    }
    spareLevels[spareLevelCount.pointee] = levels
    spareLevelCount.pointee += 1
  }

  // MARK: Pages

  /// Pins `number` and makes sure that it is a sound B-tree page.
  @inline(__always)
  func loadPage(_ number: PageNumber) throws(DatabaseError) -> BTreePage {
    guard number >= 1, number <= pager.pageCount else { throw outOfRange(number) }
    let page = BTreePage(try pager.page(number))
    if !page.isChecked { try checkLoaded(page) }
    return page
  }

  @inline(never)
  private func checkLoaded(_ page: BTreePage) throws(DatabaseError) {
    do throws(DatabaseError) {
      try page.check(geometry)
    } catch {
      pager.unpin(page.frame)
      throw error
    }
  }

  @inline(never)
  private func outOfRange(_ number: PageNumber) -> DatabaseError {
    .corrupt("page number \(number) out of range 1..\(pager.pageCount)", page: number)
  }

  /// Lets `body` read a page's bytes.
  func read<Result>(
    _ number: PageNumber, _ body: (UnsafeMutableRawPointer) throws(DatabaseError) -> Result
  ) throws(DatabaseError) -> Result {
    guard number >= 1, number <= pager.pageCount else { throw outOfRange(number) }
    let frame = try pager.page(number)
    defer { pager.unpin(frame) }
    return try body(frame.pointee.data)
  }

  /// Lets `body` change a page's bytes.
  func edit<Result>(
    _ number: PageNumber, _ body: (UnsafeMutableRawPointer) throws(DatabaseError) -> Result
  ) throws(DatabaseError) -> Result {
    let frame = try writableFrame(number)
    defer { pager.unpin(frame) }
    return try body(frame.pointee.data)
  }

  /// Pins `number` for writing; nobody else may hold it, because its bytes may move. Cursors on page 1 are saved.
  func writableFrame(_ number: PageNumber) throws(DatabaseError) -> FrameRef {
    guard number >= 1, number <= pager.pageCount else { throw outOfRange(number) }
    let frame = try pager.page(number)
    if frame.pointee.isWritable, frame.pointee.pins == 1 || number == 1 { return frame }
    do throws(DatabaseError) {
      if number == 1 { try saveCursors(root: 1, exceptLevels: nil) }
      guard frame.pointee.pins == 1 else { throw .corrupt("page is in use twice", page: number) }
      return try pager.makeWritable(frame)
    } catch {
      pager.unpin(frame)
      throw error
    }
  }

  /// Pins `number` as a sound B-tree page ready to be changed.
  func writablePage(_ number: PageNumber) throws(DatabaseError) -> BTreePage {
    let frame = try writableFrame(number)
    do throws(DatabaseError) {
      try prepareForChange(BTreePage(frame))
    } catch {
      pager.unpin(frame)
      throw error
    }
    return BTreePage(frame)
  }

  /// Runs the checks that a page needs before its first change.
  @inline(__always)
  func prepareForChange(_ page: BTreePage) throws(DatabaseError) {
    if !page.isChecked { try page.check(geometry) }
    if !page.isSpaceChecked { try page.checkSpace(geometry, scratch: workspace.extents) }
  }

  /// A zero-filled page for `number`, pinned. Nobody may hold it yet.
  func freshFrame(_ number: PageNumber) throws(DatabaseError) -> FrameRef {
    if let known = pager.find(number), known.pointee.pins > 0 {
      throw .corrupt("free page is in use", page: number)
    }
    return try pager.newPage(number)
  }
}

/// Whether the bytes of what is deleted are overwritten with zeros: nowhere, where it needs no more pages to be written, or everywhere.
enum SecureDeletion: UInt8, Sendable { case off = 0, full, fast }
