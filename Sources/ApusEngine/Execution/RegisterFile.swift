/// The registers of one frame: 16-byte cells, and beside them one growable buffer per register that owns the
/// text or blob that an instruction produced there.
///
/// Invariants:
/// - A cell with bytes and neither `RegisterFlag.borrowed` nor `.fixed` points into its own register's buffer.
/// - A borrowed cell is valid until the cursor or register that it came from changes; whoever keeps it longer
///   calls `own`.
/// - Buffers keep their capacity from row to row, so that a loop allocates nothing after its first rows.
struct RegisterFile: BitwiseCopyable {
  let cells: UnsafeMutablePointer<Cell>
  let buffers: UnsafeMutablePointer<ByteBuffer>
  let count: Int

  /// Where the registers lie in a block that is being laid out.
  struct Place {
    fileprivate let cells: Int
    fileprivate let buffers: Int
    fileprivate let count: Int

    init(_ layout: inout BlockLayout, count: Int) {
      cells = layout.place(Cell.self, count)
      buffers = layout.place(ByteBuffer.self, count)
      self.count = count
    }
  }

  /// Registers, number 0 included, all NULL, at their place in a block that outlives them.
  init(in block: UnsafeMutableRawPointer, _ place: Place) {
    count = place.count
    cells = (block + place.cells).initializeMemory(as: Cell.self, repeating: .null, count: count)
    buffers = (block + place.buffers).initializeMemory(
      as: ByteBuffer.self, repeating: ByteBuffer(), count: count)
  }

  /// `count` registers in a block of their own.
  init(count: Int) {
    var layout = BlockLayout()
    let place = Place(&layout, count: count)
    self.init(in: layout.allocate(), place)
  }

  /// Frees what the registers own, not the registers.
  func releaseBuffers() {
    for index in 0..<count { buffers[index].deallocate() }
  }

  /// Frees registers that have a block of their own.
  func deallocate() {
    releaseBuffers()
    UnsafeMutableRawPointer(cells).deallocate()
  }

  /// Buffers larger than this do not survive a reset.
  static let keptCapacity = 1 << 16

  /// Makes every register NULL. Objects must have been released before.
  func clear() {
    cells.update(repeating: .null, count: count)
    for index in 0..<count where buffers[index].capacity > Self.keptCapacity { buffers[index].deallocate() }
  }

  // MARK: Storing

  /// r[index] = a copy of `bytes`.
  @inline(__always)
  func set(_ index: Int, bytes: UnsafeRawPointer?, count: Int, tag: Cell.Tag, subtype: UInt16 = 0) {
    let buffer = buffers + index
    buffer.pointee.reserve(count)
    let base = buffer.pointee.base.unsafelyUnwrapped
    if count > 0, let bytes { base.copyMemory(from: bytes, byteCount: count) }
    buffer.pointee.count = count
    cells[index] = Cell(
      bits: UInt64(UInt(bitPattern: base)), count: UInt32(truncatingIfNeeded: count), tag: tag, flags: 0,
      subtype: subtype)
  }

  /// r[index] = the bytes now in its own buffer.
  @inline(__always)
  func publishBuffer(_ index: Int, tag: Cell.Tag) {
    cells[index] = Cell(
      bits: UInt64(UInt(bitPattern: buffers[index].base)),
      count: UInt32(truncatingIfNeeded: buffers[index].count), tag: tag)
  }

  /// Copies the bytes of r[index] into its own buffer if they lie elsewhere and may go away.
  @inline(__always)
  func own(_ index: Int) {
    if cells[index].flags & RegisterFlag.borrowed != 0 { ownSlow(index) }
  }

  @inline(never)
  private func ownSlow(_ index: Int) {
    let cell = cells[index]
    guard cell.hasBytes else {
      cells[index].flags = 0
      return
    }
    set(
      index, bytes: UnsafeRawPointer(bitPattern: UInt(cell.bits)), count: Int(cell.count), tag: cell.tag,
      subtype: cell.subtype)
  }

  /// r[target] = r[source], with its own bytes unless they are fixed.
  @inline(__always)
  func copy(from source: Int, to target: Int) {
    let cell = cells[source]
    if cell.hasBytes && cell.flags & RegisterFlag.fixed == 0 {
      copyBytes(cell, to: target)
    } else {
      cells[target] = cell
    }
  }

  @inline(never)
  func copyBytes(_ cell: Cell, to target: Int) {
    // The source may lie in the target's own buffer (`shallowCopy` of it): copy through a fresh one then.
    let start = UInt(cell.bits)
    let own = UInt(bitPattern: buffers[target].base)
    if own != 0 && start >= own && start < own &+ UInt(buffers[target].capacity) {
      var fresh = ByteBuffer()
      fresh.append(cell.bytes)
      fresh.reserve(1)
      buffers[target].deallocate()
      buffers[target] = fresh
      publishBuffer(target, tag: cell.tag)
      cells[target].subtype = cell.subtype
      return
    }
    set(
      target, bytes: UnsafeRawPointer(bitPattern: start), count: Int(cell.count), tag: cell.tag,
      subtype: cell.subtype)
  }

  /// r[target] = r[source] and r[source] = NULL. Owned bytes change hands without being copied.
  @inline(__always)
  func move(from source: Int, to target: Int) {
    let cell = cells[source]
    if cell.hasBytes || cell.flags != 0 {
      moveSlow(cell, from: source, to: target)
    } else {
      cells[target] = cell
      cells[source] = .null
    }
  }

  @inline(never)
  private func moveSlow(_ cell: Cell, from source: Int, to target: Int) {
    guard source != target else { return }
    if cell.flags & RegisterFlag.foreign == 0 {
      let buffer = buffers[target]
      buffers[target] = buffers[source]
      buffers[source] = buffer
      cells[target] = cell
    } else if cell.flags & RegisterFlag.borrowed != 0 && cell.hasBytes {
      copyBytes(cell, to: target)
    } else {
      cells[target] = cell
    }
    cells[source] = .null
  }

  /// r[target] = r[source], whose bytes it borrows.
  @inline(__always)
  func shallowCopy(from source: Int, to target: Int) {
    var cell = cells[source]
    if cell.hasBytes && cell.flags & RegisterFlag.fixed == 0 { cell.flags = RegisterFlag.borrowed }
    cells[target] = cell
  }
}
