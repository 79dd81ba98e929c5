/// A position in one B-tree: plain data in raw memory, opened in place, never copied, closed once.
///
/// The path from the root is a fixed stack of pinned pages; the cell under the cursor is taken apart when
/// the cursor arrives (`rowID`, `localPayload`, …), so that the accessors are loads.
///
/// Invariants:
/// - `state == .valid`: `levels[0...depth]` are pinned, `index < cellCount`, and the cell fields describe the cell.
/// - `leafCount` is `cellCount` when the state is valid and the page a leaf, else 0: the test `index + 1 <
///   leafCount` alone decides whether `next` may just step on.
/// - `state == .needsSeek`: no pins; the key is in `rowID` (table) or `savedKey` (index).
/// - Nothing but this cursor changes the pages it has pinned: writers save the other cursors first.
struct BTreeCursor {
  /// A tree of 20 levels would hold more pages than a file can have.
  static var maxDepth: Int { 20 }

  enum State: UInt8 {
    /// On no entry: never moved, past either end, or the tree is empty.
    case invalid
    case valid
    /// Near an entry that is gone: `skip` > 0 when the cursor is on the entry after it, < 0 on the one before.
    case skipNext
    /// Saved to its key because somebody changed the tree.
    case needsSeek
    /// The transaction under it was rolled back: every use throws `fault`.
    case fault
  }

  // MARK: The cell under the cursor

  /// Table trees: the key of the current entry.
  private(set) var rowID: Int64
  /// The first byte of the current entry's payload on its page, `localSize` bytes of which are there.
  private(set) var localPayload: UnsafeRawPointer
  /// Bytes of the current entry's whole payload.
  private(set) var payloadSize: Int
  /// Bytes of the payload on the entry's page; equals `payloadSize` unless the payload overflows.
  private(set) var localSize: Int

  // MARK: Position

  var index: Int
  var leafCount: Int
  /// The current page's bytes and its cell pointers.
  var data: UnsafeMutableRawPointer
  var pointers: UnsafeMutableRawPointer
  var cellCount: Int
  let maxLocal: Int
  let geometry: PageGeometry
  let isTable: Bool
  let isWritable: Bool
  var state: State
  /// The current page is a leaf.
  var isLeaf: Bool
  /// On the last entry of the tree.
  var isAtLast: Bool
  /// Another open cursor is on the same root.
  var hasCompanions: Bool
  /// A level is pinned (at least the root).
  var hasPath: Bool
  var skip: Int32
  var depth: Int
  let levels: UnsafeMutablePointer<CursorLevel>

  // MARK: The rest

  /// The tree layer, which outlives its cursors. Page transitions go through `loadPage`
  /// and `unpin`, which move no reference count.
  private let treeReference: Unmanaged<BTree>
  @inline(__always) var tree: BTree { treeReference._withUnsafeGuaranteedRef { $0 } }
  private let pagerReference: Unmanaged<Pager>
  @inline(__always) var pager: Pager { pagerReference._withUnsafeGuaranteedRef { $0 } }
  private(set) var root: PageNumber
  let keyInfo: UnsafePointer<KeyInfo>?
  var nextCursor: UnsafeMutablePointer<BTreeCursor>?
  /// The key of an index entry while `state == .needsSeek`.
  var savedKey: ByteBuffer
  /// Where index seeks gather records that overflow.
  var gathered: ByteBuffer
  /// Pages of the current entry's overflow chain, as far as it was followed.
  var chain: OverflowChain
  var fault: Unmanaged<FaultBox>?
  /// Keeps the loads of `touchLeaf` alive.
  var touched: UInt64 = 0

  /// Holds the error that a cursor throws after its transaction was rolled back.
  final class FaultBox {
    let error: DatabaseError
    init(_ error: DatabaseError) { self.error = error }
  }

  // MARK: Opening and closing

  /// Makes a cursor at `place` on the tree with the given root; it is on no entry yet.
  /// - Parameter keyInfo: how records compare in an index tree; nil for a table tree. Outlives the cursor.
  static func open(
    at place: UnsafeMutablePointer<BTreeCursor>, tree: BTree, root: PageNumber,
    keyInfo: UnsafePointer<KeyInfo>?,
    isWritable: Bool
  ) {
    place.initialize(
      to: BTreeCursor(tree: tree, root: root, keyInfo: keyInfo, isWritable: isWritable))
    tree.link(place)
  }

  private init(tree: BTree, root: PageNumber, keyInfo: UnsafePointer<KeyInfo>?, isWritable: Bool) {
    let geometry = tree.geometry
    self.geometry = geometry
    treeReference = .passUnretained(tree)
    pagerReference = .passUnretained(tree.pager)
    self.root = root
    self.keyInfo = keyInfo
    isTable = keyInfo == nil
    maxLocal = keyInfo == nil ? geometry.maxTableLocal : geometry.maxIndexLocal
    self.isWritable = isWritable
    levels = tree.takeLevels()
    let nowhere = UnsafeMutableRawPointer(levels)
    rowID = 0
    localPayload = UnsafeRawPointer(nowhere)
    payloadSize = 0
    localSize = 0
    index = 0
    leafCount = 0
    data = nowhere
    pointers = nowhere
    cellCount = 0
    state = .invalid
    isLeaf = true
    isAtLast = false
    hasCompanions = false
    hasPath = false
    skip = 0
    depth = 0
    nextCursor = nil
    savedKey = ByteBuffer()
    gathered = ByteBuffer()
    chain = OverflowChain()
    fault = nil
  }

  /// Unpins and frees what the cursor holds; its memory may be reused afterwards.
  mutating func close() {
    releasePath()
    tree.unlink(levels)
    tree.giveBackLevels(levels)
    savedKey.deallocate()
    gathered.deallocate()
    chain.deallocate()
    fault?.release()
    fault = nil
    state = .invalid
    leafCount = 0
  }

  // MARK: Asking

  /// On an entry.
  @inline(__always) var isValid: Bool { state == .valid }
  /// The entry may have moved or gone: call `restore` before reading it.
  @inline(__always) var needsRestore: Bool { state.rawValue >= State.skipNext.rawValue }

  // MARK: Path

  /// Pins a sound B-tree page without touching a reference count.
  @inline(__always)
  func loadPage(_ number: PageNumber) throws(DatabaseError) -> BTreePage {
    // (The closure cannot throw a typed error.)
    try treeReference._withUnsafeGuaranteedRef { (tree) -> Result<BTreePage, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try tree.loadPage(number))
      } catch {
        return .failure(error)
      }
    }.get()
  }

  @inline(__always)
  func unpin(_ frame: FrameRef) { pagerReference._withUnsafeGuaranteedRef { $0.unpin(frame) } }

  /// Unpins all levels.
  mutating func releasePath() {
    guard hasPath else { return }
    for level in 0...depth {
      if let frame = levels[level].frame {
        levels[level].frame = nil
        unpin(frame)
      }
    }
    depth = 0
    hasPath = false
    leafCount = 0
    cellCount = 0
    isAtLast = false
  }

  /// Leaves the entry: the cursor is on none.
  @inline(__always)
  mutating func becomeInvalid() {
    state = .invalid
    leafCount = 0
    isAtLast = false
  }

  /// Leaves the entry for a row of NULLs, which no entry follows. A cursor with an error keeps it.
  mutating func leaveForNullRow() {
    if state != .fault { becomeInvalid() }
  }

  /// After a failed change: on no entry, no pins.
  mutating func abandon() {
    becomeInvalid()
    releasePath()
  }

  /// Makes the page at `level` private and fit to be changed. Nobody else may hold it.
  mutating func makeWritable(level: Int) throws(DatabaseError) {
    let frame = levels[level].frame.unsafelyUnwrapped
    guard frame.pointee.pins == 1 else {
      throw .corrupt("page is in use twice", page: frame.pointee.number)
    }
    if !frame.pointee.isWritable { levels[level].frame = try pager.makeWritable(frame) }
    try tree.prepareForChange(BTreePage(levels[level].frame.unsafelyUnwrapped))
    guard level == depth else { return }
    let before = data
    adoptPage()
    if data != before, state == .valid { loadCell() }
  }

  /// Before a change of the other cursors' tree: saves them. A cursor on the schema table also makes page 1
  /// private, because edits of the header would move the bytes under it later.
  mutating func prepareToWrite() throws(DatabaseError) {
    if hasCompanions { try tree.saveCursors(root: root, exceptLevels: levels) }
    guard root == 1, pager.pageCount > 0 else { return }
    let header = try pager.page(1)
    defer { pager.unpin(header) }
    _ = try pager.makeWritable(header)
    guard hasPath else { return }
    adoptPage()
    if state == .valid { loadCell() }
  }

  /// Takes over the facts of the page at the current level.
  @inline(__always)
  mutating func adoptPage() {
    let page = BTreePage(levels[depth].frame.unsafelyUnwrapped)
    data = page.data
    pointers = page.data + page.cellOffset
    cellCount = page.cellCount
    isLeaf = page.kind.isLeaf
  }

  @inline(__always) var page: BTreePage { BTreePage(levels[depth].frame.unsafelyUnwrapped) }

  /// Goes down to a child of the current page; `index` is its place there. The new `index` is the caller's to set.
  @inline(__always)
  mutating func descend(to child: PageNumber) throws(DatabaseError) {
    guard depth + 1 < BTreeCursor.maxDepth, child >= 2 else { throw badChild(child) }
    let page: BTreePage
    do throws(DatabaseError) {
      page = try loadPage(child)
    } catch {
      throw child > pager.pageCount ? badChild(child) : error
    }
    guard page.kind.isTable == isTable, page.cellCount > 0 else {
      unpin(page.frame)
      throw badChild(child)
    }
    levels[depth].index = index
    depth &+= 1
    levels[depth].frame = page.frame
    adoptPage()
  }

  /// What is wrong is the pointer at `index` of the current page.
  @inline(never)
  private func badChild(_ child: PageNumber) -> DatabaseError {
    .corrupt(
      depth + 1 < BTreeCursor.maxDepth ? "page \(child) does not belong into this tree" : "tree is too deep",
      page: page.number, offset: page.childOffset(index))
  }

  /// Where the entry under the cursor stands; the header of the present page when the cursor is on none.
  var place: DamagePlace {
    guard hasPath else { return DamagePlace(page: root) }
    guard index >= 0, index < cellCount else { return DamagePlace(page: page.number) }
    return DamagePlace(page: page.number, offset: pointers.be16(2 &* index))
  }

  /// Damage of the entry under the cursor.
  @inline(never)
  func damaged(_ what: String) -> DatabaseError { DatabaseError.corrupt(what).located(place) }

  /// Goes up one level; `index` becomes the child that was left.
  @inline(__always)
  mutating func ascend() {
    unpin(levels[depth].frame.unsafelyUnwrapped)
    levels[depth].frame = nil
    depth &-= 1
    index = levels[depth].index
    adoptPage()
  }

  /// Goes to the root page and leaves the entry. False when the tree is empty.
  mutating func moveToRoot() throws(DatabaseError) -> Bool {
    if state.rawValue >= State.needsSeek.rawValue { try leaveSavedState() }
    becomeInvalid()
    if hasPath {
      while depth > 0 {
        unpin(levels[depth].frame.unsafelyUnwrapped)
        levels[depth].frame = nil
        depth &-= 1
      }
    } else {
      // A file without a page has an empty schema table.
      if root == 1, pager.pageCount == 0 { return false }
      let page = try loadPage(root)
      guard page.kind.isTable == isTable else {
        unpin(page.frame)
        throw .corrupt("not a root of this kind of tree", page: root)
      }
      levels[0].frame = page.frame
      depth = 0
      hasPath = true
    }
    adoptPage()
    if cellCount > 0 { return true }
    // An interior root without cells is legal on page 1 only, where the last child may not fit.
    if isLeaf { return false }
    guard root == 1 else { throw .corrupt("root without cells", page: root) }
    index = 0
    try descend(to: page.rightChild)
    index = 0
    return true
  }

  // MARK: The cell

  /// Arrives on the cell at `index` of the current page, whatever its kind.
  @inline(__always)
  mutating func arrive() {
    state = .valid
    leafCount = isLeaf ? cellCount : 0
    loadCell()
  }

  /// Takes the cell at `index` apart.
  @inline(__always)
  mutating func loadCell() {
    var position = UnsafeRawPointer(data) + pointers.be16(2 &* index)
    if !isLeaf { position += 4 }
    let size = Int(truncatingIfNeeded: CellVarint.read(&position))
    if isTable { rowID = Int64(bitPattern: CellVarint.read(&position)) }
    payloadSize = size
    localPayload = position
    localSize = geometry.localSize(payload: size, maxLocal: maxLocal)
    chain.count = 0
  }

  /// Sets the cell fields without looking at the page (it was just written).
  @inline(__always)
  mutating func setCell(rowID: Int64, payload: UnsafeRawPointer, size: Int, local: Int) {
    self.rowID = rowID
    localPayload = payload
    payloadSize = size
    localSize = local
    chain.count = 0
  }

  /// The saved key of a table cursor.
  mutating func setSavedRowID(_ rowID: Int64) { self.rowID = rowID }

  /// Auto-vacuum moved the root.
  mutating func rootMoved(to page: PageNumber) { root = page }
}
