/// One connection's view of one database file: a snapshot to read, and a private copy of every page that its transaction changed.
///
/// Used by one thread at a time. A page hit in the pager's own table takes no lock. Life of a transaction: `beginRead`, page reads,
/// `beginWrite`, `makeWritable`/`newPage`, `commitPhaseOne`, `commitPhaseTwo` (or `rollback`), `endRead`.
///
/// Invariants:
/// - Clean frames show the present snapshot; their bytes are shared and never written.
/// - A dirty frame's bytes are private; its original is in the journal in rollback mode.
/// - `state.pageCount` is the snapshot's, or the transaction's after `beginWrite`.
final class Pager {
  struct State {
    var slots: UnsafeMutablePointer<FrameRef?>
    var mask: Int
    var count = 0
    var pageCount: PageNumber = 0
    var pageSize = 4096
    var usableSize = 4096
  }

  /// A page image kept for a savepoint.
  struct SavedImage {
    /// Bytes, or nil for a page that did not exist.
    var data: UnsafeMutableRawPointer?
    /// Where it went in the spill file; -1 in memory.
    var spillOffset: Int64 = -1
  }

  struct Savepoint {
    var pageCount: PageNumber
    var images: [PageNumber: SavedImage] = [:]
  }

  let store: Store
  let state: UnsafeMutablePointer<State>
  let isTemporary: Bool
  /// Milliseconds to wait for other connections of this process.
  var busyTimeout = 0
  var isInterrupted: () -> Bool = { false }
  var durability = Durability.full
  /// A read mark may stay locked for some milliseconds after reading has ended.
  var keepsReadLock = true
  /// No transaction may write: the file or the connection is read-only.
  var isReadOnly: Bool

  var isReading = false
  var isWriting = false
  var holdsWriterTurn = false
  /// Something will be read after the present write transaction has ended, in the same read transaction. Who knows better says so
  /// before it ends.
  var keepsReading = true
  /// Writing is over, but its locks stay until reading is, too.
  var keepsWriteLock = false
  private(set) var snapshotSerial: UInt64 = 0
  var snapshot = WALSnapshot()
  var baseEpoch: UInt32 = 0
  /// All frames, for the clock; dirty ones too.
  var frames: [FrameRef] = []
  private var clockHand = 0
  private var spareFrames: [FrameRef] = []
  var dirtyCount = 0
  /// Frames that became writable since the last savepoint was opened; some may have been reused since, which costs them nothing but another
  /// `makeWritable`.
  var freshlyWritable: [FrameRef] = []
  var savepoints: [Savepoint] = []
  var originalPageCount: PageNumber = 0
  /// Dirty pages written out before commit, and where: a frame of the log, or the database file itself.
  var spilled: [PageNumber: UInt32] = [:]
  var journal: RollbackJournal?
  var walWriter: WALWriter?
  /// Frames were committed: when reading ends a long log is written back.
  var wantsCheckpoint = false
  var imageSpill: SavepointSpill?
  /// Bytes of savepoint images in memory.
  var imageBytes = 0
  /// The database file was written in this transaction (rollback mode).
  var wroteDatabase = false
  /// Bytes of page cache, as the store had it when reading began.
  var cacheBudget = 0
  /// The frames of all connections fill the store's cache: each gives one up for one that it takes.
  var isCrowded = false
  /// PRAGMA cache_spill: dirty pages may leave the cache before COMMIT, and not before there are so many pages.
  var spillsCache = true
  var spillPages = 0
  /// PRAGMA max_page_count.
  var maxPageCount: PageNumber = 0xffff_fffe
  var isClosed = false
  /// What `beginRead` found out under the monitor and has still to act upon.
  var staleFrames: [PageNumber]?
  var dropsAllFrames = false
  var pendingPageCount: PageNumber = 0
  var pendingFormat = (pageSize: 4096, usableSize: 4096)
  /// The transaction gives the database pages of another size.
  var replacement: Replacement?
  /// Version bytes that this transaction sets in page 1 instead of the store's mode.
  var formatVersion: UInt8?

  /// A pager on a store that counts it already.
  init(store: Store, isReadOnly: Bool, isTemporary: Bool = false) {
    self.store = store
    self.isReadOnly = isReadOnly
    self.isTemporary = isTemporary
    let capacity = 64
    let slots = UnsafeMutablePointer<FrameRef?>.allocate(capacity: capacity)
    slots.initialize(repeating: nil, count: capacity)
    state = .allocate(capacity: 1)
    state.initialize(to: State(slots: slots, mask: capacity - 1))
    // Other connections may be at work in the store already.
    store.monitor.lock()
    cacheBudget = store.cacheBudget
    pendingFormat = (store.pageSize, store.usableSize)
    store.monitor.unlock()
    adoptFormat()
  }

  deinit {
    close()
    for frame in spareFrames { frame.deallocate() }
    state.pointee.slots.deallocate()
    state.deallocate()
  }

  var pageSize: Int { state.pointee.pageSize }
  var usableSize: Int { state.pointee.usableSize }
  var pageCount: PageNumber {
    get { state.pointee.pageCount }
    set { state.pointee.pageCount = newValue }
  }

  /// Equal numbers: the same committed bytes.
  var snapshotID: UInt64 { snapshotSerial }

  func setSnapshotSerial(_ serial: UInt64) { snapshotSerial = serial }

  /// Takes over page size and usable size as the store had them.
  func adoptFormat() {
    if state.pointee.pageSize != pendingFormat.pageSize { dropFrames() }
    state.pointee.pageSize = pendingFormat.pageSize
    state.pointee.usableSize = pendingFormat.usableSize
  }

  // MARK: Reading

  /// The frame of a page, pinned.
  /// - Throws: `.corrupt` for a number outside the database, and I/O errors.
  @inline(__always)
  func page(_ number: PageNumber) throws(DatabaseError) -> FrameRef {
    let slots = state.pointee.slots
    let mask = state.pointee.mask
    var index = Self.hash(number) & mask
    while let frame = slots[index] {
      if frame.pointee.number == number {
        frame.pointee.pins &+= 1
        frame.pointee.wasUsed = true
        return frame
      }
      index = (index &+ 1) & mask
    }
    return try load(number)
  }

  @inline(__always)
  func unpin(_ frame: FrameRef) { frame.pointee.pins &-= 1 }

  @inline(__always)
  static func hash(_ number: PageNumber) -> Int {
    Int(truncatingIfNeeded: (UInt64(number) &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }

  func find(_ number: PageNumber) -> FrameRef? {
    var index = Self.hash(number) & state.pointee.mask
    while let frame = state.pointee.slots[index] {
      if frame.pointee.number == number { return frame }
      index = (index &+ 1) & state.pointee.mask
    }
    return nil
  }

  @inline(never)
  private func load(_ number: PageNumber) throws(DatabaseError) -> FrameRef {
    guard number >= 1, number <= state.pointee.pageCount else {
      throw .corrupt("page number out of range", page: number)
    }
    try makeRoom()
    if spilled[number] != nil { return try loadSpilled(number) }
    if isTemporary || (isWriting && number > originalPageCount) {
      // Made in this transaction and given up clean: it holds zeros.
      let frame = newFrame(number, data: takePrivateBuffer())
      frame.pointee.data.initializeMemory(as: UInt8.self, repeating: 0, count: pageSize)
      frame.pointee.isDirty = true
      dirtyCount += 1
      frame.pointee.pins = 1
      return frame
    }
    let shared = try store.fetch(number, for: self)
    let frame = newFrame(number, data: shared.data)
    frame.pointee.shared = shared.page
    frame.pointee.pins = 1
    return frame
  }

  // MARK: Frames

  /// Enters a frame into the table.
  func newFrame(_ number: PageNumber, data: UnsafeMutableRawPointer) -> FrameRef {
    if (state.pointee.count + 1) * 2 > state.pointee.mask { growTable() }
    let frame = spareFrames.popLast() ?? FrameRef.allocate(capacity: 1)
    frame.initialize(to: Frame(data: data, number: number))
    frame.pointee.listIndex = Int32(truncatingIfNeeded: frames.count)
    frames.append(frame)
    place(frame)
    state.pointee.count += 1
    return frame
  }

  private func place(_ frame: FrameRef) {
    var index = Self.hash(frame.pointee.number) & state.pointee.mask
    while state.pointee.slots[index] != nil { index = (index &+ 1) & state.pointee.mask }
    state.pointee.slots[index] = frame
  }

  private func growTable() {
    let capacity = (state.pointee.mask + 1) * 2
    let old = state.pointee.slots
    let slots = UnsafeMutablePointer<FrameRef?>.allocate(capacity: capacity)
    slots.initialize(repeating: nil, count: capacity)
    state.pointee.slots = slots
    state.pointee.mask = capacity - 1
    for frame in frames { place(frame) }
    old.deallocate()
  }

  /// Takes a frame out of the table and frees it; its bytes go back to where they came from.
  func remove(_ frame: FrameRef) {
    let slots = state.pointee.slots
    let mask = state.pointee.mask
    var hole = Self.hash(frame.pointee.number) & mask
    while let candidate = slots[hole], candidate != frame { hole = (hole &+ 1) & mask }
    // Entries behind the hole move up unless they are at home between it and their place.
    var index = hole
    while true {
      index = (index &+ 1) & mask
      guard let candidate = slots[index] else { break }
      let home = Self.hash(candidate.pointee.number) & mask
      if (index &- home) & mask >= (index &- hole) & mask {
        slots[hole] = candidate
        hole = index
      }
    }
    slots[hole] = nil
    state.pointee.count -= 1
    let position = Int(frame.pointee.listIndex)
    if let last = frames.popLast(), last != frame {
      frames[position] = last
      last.pointee.listIndex = Int32(truncatingIfNeeded: position)
    }
    if frame.pointee.isDirty { dirtyCount -= 1 }
    if let shared = frame.pointee.shared {
      store.release(shared)
    } else {
      returnPrivateBuffer(frame.pointee.data)
    }
    spareFrames.append(frame)
  }

  /// Frames that this pager may hold: the store's budget.
  var frameLimit: Int { max(cacheBudget / max(pageSize, 1), 10) }

  /// Before a frame is added: gives up frames that nobody uses, clean ones first.
  func makeRoom() throws(DatabaseError) {
    let limit = isCrowded ? min(frameLimit, max(frames.count, 10)) : frameLimit
    guard frames.count >= limit else { return }
    // Beside other connections' frames a few steps are enough: the hand goes on at the next page.
    var steps = frames.count >= frameLimit ? frames.count * 2 : 64
    while frames.count >= limit, steps > 0 {
      steps -= 1
      if clockHand >= frames.count { clockHand = 0 }
      guard clockHand < frames.count else { break }
      let frame = frames[clockHand]
      if frame.pointee.pins > 0 || frame.pointee.isDirty {
        clockHand += 1
      } else if frame.pointee.wasUsed {
        frame.pointee.wasUsed = false
        clockHand += 1
      } else {
        remove(frame)
      }
    }
    if frames.count >= max(frameLimit, spillPages), spillsCache, isWriting || isTemporary { try spill() }
  }

  /// Forgets all frames. Nothing may be pinned or dirty.
  func dropFrames() {
    for frame in frames.reversed() where frame.pointee.pins <= 0 { remove(frame) }
  }

  func takePrivateBuffer() -> UnsafeMutableRawPointer {
    store.monitor.lock()
    defer { store.monitor.unlock() }
    return store.cache.takeBuffer()
  }

  func returnPrivateBuffer(_ buffer: UnsafeMutableRawPointer) {
    store.monitor.lock()
    defer { store.monitor.unlock() }
    store.cache.returnBuffer(buffer, size: pageSize)
  }
}
