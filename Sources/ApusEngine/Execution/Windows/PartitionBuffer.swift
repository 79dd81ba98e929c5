/// The rows of one partition: fixed-size chunks of cells, of which those that do not fit the memory limit lie in a temporary
/// file.
///
/// Text and blobs lie in the chunk's own bytes; the `bits` of their cells are offsets, so that a chunk may move. Invariants:
/// - A cell that `cell(_:_:)` gives is valid until the next call for a chunk that is not in memory: with two rows at hand, read
///   the first one again after the second (at least `leastResident` chunks stay).
/// - The newest chunk is always in memory.
struct PartitionBuffer: BitwiseCopyable {
  static let rowsPerChunk = 256
  private static let shift = 8
  private static let leastResident = 8

  struct Chunk: BitwiseCopyable {
    /// `rowsPerChunk` rows of cells, then a byte per row: 1 where a new group of peers begins. nil while it lies in the file.
    var memory: UnsafeMutableRawPointer?
    var bytes = ByteBuffer()
    /// Where it lies in the file, -1 as long as it was never written; bytes that it takes there beside the cells.
    var position: Int64 = -1
    var byteCount = 0
  }

  let fieldCount: Int
  /// Fields before this one lose their subtypes.
  private let lateStart: Int
  private let cellBytes: Int
  private let memoryLimit: Int
  private let file: Unmanaged<SpillOwner>
  private var chunks: UnsafeMutablePointer<Chunk>
  private var chunkCapacity = 16
  /// Chunks that hold rows, and those that were ever made: the rest is kept for the next partition.
  private var chunkCount = 0
  private var chunksMade = 0
  private(set) var count = 0
  /// Bytes of memory in use.
  private var resident = 0
  private var residentChunks = 0
  /// The chunk to look at first for one to write out.
  private var hand = 0
  private(set) var hasSpilled = false

  init(fieldCount: Int, lateStart: Int, memoryLimit: Int, file: SpillOwner) {
    self.fieldCount = fieldCount
    self.lateStart = lateStart
    cellBytes = Self.rowsPerChunk * max(fieldCount, 1) * MemoryLayout<Cell>.stride
    self.memoryLimit = memoryLimit
    self.file = .passUnretained(file)
    chunks = .allocate(capacity: chunkCapacity)
    chunks.initialize(repeating: Chunk(), count: chunkCapacity)
  }

  mutating func deallocate() {
    for index in 0..<chunksMade {
      chunks[index].memory?.deallocate()
      chunks[index].bytes.deallocate()
    }
    chunks.deallocate()
  }

  /// Forgets all rows. Memory is kept for the next partition, as long as it fits the limit.
  mutating func removeAll() {
    if hasSpilled {
      for index in 0..<chunksMade {
        chunks[index].memory?.deallocate()
        chunks[index].bytes.deallocate()
        chunks[index] = Chunk()
      }
      chunksMade = 0
      resident = 0
      residentChunks = 0
      hand = 0
      hasSpilled = false
    } else {
      for index in 0..<chunkCount { chunks[index].bytes.count = 0 }
    }
    chunkCount = 0
    count = 0
  }

  // MARK: Reading

  @inline(__always)
  private func memory(_ index: Int) -> UnsafeMutableRawPointer? { (chunks + index).pointee.memory }

  /// A field of a row, its bytes where they lie in the chunk.
  @inline(__always)
  mutating func cell(_ row: Int, _ field: Int) throws(DatabaseError) -> Cell {
    let chunk = chunks + (row &>> Self.shift)
    let memory: UnsafeMutableRawPointer
    if let present = chunk.pointee.memory { memory = present } else { memory = try load(row &>> Self.shift) }
    let cells = memory.assumingMemoryBound(to: Cell.self)
    var cell = cells[(row & (Self.rowsPerChunk &- 1)) &* fieldCount &+ field]
    if cell.hasBytes { cell.bits = cell.bits &+ UInt64(UInt(bitPattern: chunk.pointee.bytes.base)) }
    return cell
  }

  /// Copies `fields` fields of a row from `first` on to `target`.
  @inline(__always)
  mutating func copyCells(
    _ row: Int, from first: Int, count fields: Int, to target: UnsafeMutablePointer<Cell>, flags: UInt8
  ) throws(DatabaseError) {
    let chunk = chunks + (row &>> Self.shift)
    let memory: UnsafeMutableRawPointer
    if let present = chunk.pointee.memory { memory = present } else { memory = try load(row &>> Self.shift) }
    let cells =
      memory.assumingMemoryBound(to: Cell.self) + ((row & (Self.rowsPerChunk &- 1)) &* fieldCount &+ first)
    for field in 0..<fields {
      var cell = cells[field]
      if cell.hasBytes {
        cell.bits = cell.bits &+ UInt64(UInt(bitPattern: chunk.pointee.bytes.base))
        cell.flags = flags
      }
      target[field] = cell
    }
  }

  /// Fails when an interrupt was asked for.
  func checkInterrupt() throws(DatabaseError) { try file.takeUnretainedValue().checkInterrupt() }

  /// A group of peers begins at the row.
  @inline(__always)
  mutating func beginsGroup(_ row: Int) throws(DatabaseError) -> Bool {
    let memory: UnsafeMutableRawPointer
    if let present = self.memory(row &>> Self.shift) {
      memory = present
    } else {
      memory = try load(row &>> Self.shift)
    }
    return memory.load(fromByteOffset: cellBytes &+ (row & (Self.rowsPerChunk &- 1)), as: UInt8.self) != 0
  }

  // MARK: Adding

  /// Adds a row.
  @inline(__always)
  mutating func append(
    _ row: UnsafePointer<Cell>, beginsGroup: Bool
  ) throws(DatabaseError) {
    let place = count & (Self.rowsPerChunk &- 1)
    if place == 0 { try addChunk() }
    let chunk = chunks + (chunkCount &- 1)
    guard let memory = chunk.pointee.memory else { return }
    let cells = memory.assumingMemoryBound(to: Cell.self) + place &* fieldCount
    for field in 0..<fieldCount {
      var cell = row[field]
      cell.flags = 0
      if field < lateStart { cell.subtype = 0 }
      if cell.hasBytes {
        let offset = chunk.pointee.bytes.count
        let before = chunk.pointee.bytes.capacity
        chunk.pointee.bytes.append(cell.bytes)
        chunk.pointee.bytes.reserve(1)
        resident &+= chunk.pointee.bytes.capacity &- before
        cell.bits = UInt64(offset)
      }
      cells[field] = cell
    }
    memory.storeBytes(of: beginsGroup ? 1 : 0, toByteOffset: cellBytes &+ place, as: UInt8.self)
    count &+= 1
  }

  @inline(never)
  private mutating func addChunk() throws(DatabaseError) {
    if chunkCount == chunkCapacity {
      let wanted = chunkCapacity * 2
      let fresh = UnsafeMutablePointer<Chunk>.allocate(capacity: wanted)
      fresh.initialize(from: chunks, count: chunkCapacity)
      (fresh + chunkCapacity).initialize(repeating: Chunk(), count: wanted - chunkCapacity)
      chunks.deallocate()
      chunks = fresh
      chunkCapacity = wanted
    }
    try makeRoom(sparing: chunkCount - 1)
    if chunkCount == chunksMade {
      allocate(chunkCount)
      chunksMade += 1
    }
    chunkCount += 1
  }

  private mutating func allocate(_ index: Int) {
    let size = cellBytes + Self.rowsPerChunk
    chunks[index].memory = .allocate(byteCount: size, alignment: 16)
    resident += size
    residentChunks += 1
  }

  // MARK: Spilling

  /// Writes chunks out while too much is in memory; the one with number `spared` stays, and the newest too.
  private mutating func makeRoom(sparing spared: Int) throws(DatabaseError) {
    while resident > memoryLimit, chunksMade > chunkCount {
      // Left over from a larger partition.
      chunksMade -= 1
      release(chunksMade)
    }
    while resident > memoryLimit, residentChunks > Self.leastResident {
      if hand >= chunkCount - 1 { hand = 0 }
      if hand != spared, chunks[hand].memory != nil { try writeOut(hand) }
      hand += 1
    }
  }

  private mutating func writeOut(_ index: Int) throws(DatabaseError) {
    guard let memory = chunks[index].memory else { return }
    if chunks[index].position < 0 {
      // Full chunks do not change: they are written once.
      let spill = try file.takeUnretainedValue().spillFile()
      chunks[index].position = spill.size
      chunks[index].byteCount = chunks[index].bytes.count
      try spill.append(UnsafeRawBufferPointer(start: memory, count: cellBytes + Self.rowsPerChunk))
      try spill.append(chunks[index].bytes.bytes)
    }
    hasSpilled = true
    release(index)
  }

  private mutating func release(_ index: Int) {
    guard let memory = chunks[index].memory else { return }
    resident -= cellBytes + Self.rowsPerChunk + chunks[index].bytes.capacity
    residentChunks -= 1
    memory.deallocate()
    chunks[index].memory = nil
    chunks[index].bytes.deallocate()
  }

  @inline(never)
  private mutating func load(_ index: Int) throws(DatabaseError) -> UnsafeMutableRawPointer {
    try makeRoom(sparing: index)
    let spill = try file.takeUnretainedValue().spillFile()
    allocate(index)
    guard let memory = chunks[index].memory else { throw DatabaseError(.internal, "no memory") }
    let size = cellBytes + Self.rowsPerChunk
    try spill.read(
      into: UnsafeMutableRawBufferPointer(start: memory, count: size), at: chunks[index].position)
    let byteCount = chunks[index].byteCount
    if byteCount > 0 {
      chunks[index].bytes.reserve(byteCount)
      try spill.read(
        into: UnsafeMutableRawBufferPointer(start: chunks[index].bytes.base, count: byteCount),
        at: chunks[index].position + Int64(size))
      chunks[index].bytes.count = byteCount
      resident += chunks[index].bytes.capacity
    }
    return memory
  }
}

/// Who opens the temporary file when the first chunk has to leave the memory.
final class SpillOwner {
  private unowned let connection: Connection
  private var file: SpillFile?

  init(_ connection: Connection) { self.connection = connection }

  func spillFile() throws(DatabaseError) -> SpillFile {
    if let file { return file }
    let file = try connection.makeSpillFile()
    self.file = file
    return file
  }

  func checkInterrupt() throws(DatabaseError) { try connection.checkInterrupt() }

  /// The file's content is of no use any more.
  func discard() { file = nil }
}
