/// A cursor of a program: what an instruction's `c[n]` is. Plain data in raw memory.
///
/// It joins a B-tree cursor (or a sorter, or a record in a register) with the decoded layout of the record that
/// it stands on. `parsed` columns of that record are known in `layout`; every move sets `parsed` to 0, so that one
/// comparison (`column < parsed`) is the whole fast path of the `column` instruction. Null rows, deferred seeks
/// and rows not looked at yet all have `parsed` 0 and take the slow path.
struct VirtualCursor: BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    case closed
    /// A table B-tree: keys are rowids.
    case table
    /// An index B-tree: the record is the key.
    case index
    case sorter
    /// One record in a register.
    case pseudo
    /// A cursor of a virtual table.
    case virtual
    /// A window operator: instructions of its own, no columns.
    case window
  }

  /// Where one column's value lies in the record.
  struct Slot: BitwiseCopyable {
    var serialType: UInt32
    /// From the start of the record.
    var offset: UInt32
  }

  var kind = Kind.closed
  /// Every column reads NULL.
  var isNullRow = false
  /// The row's bytes are known (`payload`, `available`, `size`).
  var isLoaded = false
  /// The table cursor still has to go to `deferredRowID`.
  var isSeekDeferred = false
  /// The tree is private to the statement and owned by `machine.temporary`.
  var isEphemeral = false
  /// `payload` is `gathered`, not the page.
  var isGathered = false
  /// The program's database for trees (0 main, 1 temp …).
  var database: Int32 = 0
  /// Columns whose place is known.
  var parsed: Int32 = 0
  /// Columns known of the row before this one, if its header began with the same bytes (`headerKey`).
  var parsedBefore: Int32 = 0
  var layoutCapacity: Int32 = 0
  /// The record's first bytes; `available` of its `size` bytes lie there.
  var payload: UnsafeRawPointer
  var available: UInt32 = 0
  var size: UInt32 = 0
  /// Where the next serial type stands in the header, where the header ends, where the next value starts.
  var headerOffset: UInt32 = 0
  var headerEnd: UInt32 = 0
  var bodyOffset: UInt64 = 0
  /// The first 8 bytes of the record that `layout` was parsed from.
  var headerKey: UInt64 = 0
  var layout: UnsafeMutablePointer<Slot>
  let tree: UnsafeMutablePointer<BTreeCursor>
  /// The outcome of the last seek: how the entry under the cursor compares with what was sought.
  var seekResult: Int32 = 0
  /// deferredSeek: the index cursor and the map from table columns to its columns.
  var deferredIndex: Int32 = -1
  var columnMap: ProgramTables.Slice<Int32>
  var deferredRowID: Int64 = 0
  /// `sequence`.
  var counter: Int64 = 0
  /// pseudo: the register that holds the record.
  var register: Int32 = 0
  /// Root page of an ephemeral tree.
  var ephemeralRoot: PageNumber = 0
  var root: PageNumber = 0
  var keyInfo: UnsafePointer<KeyInfo>?
  /// The record gathered from overflow pages.
  var gathered = ByteBuffer()
  var sorter: Unmanaged<RecordSorter>?
  var virtual: Unmanaged<OpenVirtualCursor>?
  var window: Unmanaged<WindowOperator>?
  /// The sorter's working data; valid while `sorter` is set.
  var sorted: UnsafeMutablePointer<SorterArena>

  init(tree: UnsafeMutablePointer<BTreeCursor>) {
    self.tree = tree
    layout = .allocate(capacity: 16)
    layoutCapacity = 16
    payload = UnsafeRawPointer(layout)
    sorted = UnsafeMutableRawPointer(layout).assumingMemoryBound(to: SorterArena.self)
    columnMap = ProgramTables.Slice(base: UnsafePointer(bitPattern: 8).unsafelyUnwrapped, count: 0)
  }

  mutating func deallocate() {
    gathered.deallocate()
    layout.deallocate()
  }

  @inline(__always)
  var isTree: Bool { kind == .table || kind == .index }

  /// Damage of the record under the cursor, with its place when it comes from a page.
  @inline(never)
  func damaged(_ what: String) -> DatabaseError { isTree ? tree.pointee.damaged(what) : .corrupt(what) }

  /// The cursor moved, or its record may have changed.
  @inline(__always)
  mutating func rowChanged() {
    if parsed > 0 { parsedBefore = parsed }
    parsed = 0
    isLoaded = false
    isNullRow = false
    isSeekDeferred = false
  }

  /// The record may have moved or changed; the cursor's place did not.
  @inline(__always)
  mutating func forgetRecord() {
    parsed = 0
    parsedBefore = 0
    isLoaded = false
  }

  mutating func growLayout(to capacity: Int) {
    let wanted = max(capacity, Int(layoutCapacity) * 2)
    let fresh = UnsafeMutablePointer<Slot>.allocate(capacity: wanted)
    fresh.initialize(repeating: Slot(serialType: 0, offset: 0), count: wanted)
    fresh.update(from: layout, count: Int(max(parsed, parsedBefore)))
    layout.deallocate()
    layout = fresh
    layoutCapacity = Int32(truncatingIfNeeded: wanted)
  }
}
