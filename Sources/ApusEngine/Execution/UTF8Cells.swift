/// Cells of a UTF-16 database for those who want UTF-8: functions, modules of virtual tables, the application. Texts that are not
/// the same in UTF-8 (`WTF8.isUTF8`) are converted in copies; the registers stay as they are.
struct UTF8Cells: BitwiseCopyable {
  private var cells: UnsafeMutablePointer<Cell>?
  private var capacity = 0
  private var bytes = ByteBuffer()

  /// `source` itself where all its texts are UTF-8, else copies that are valid until the next call.
  /// - Parameter ownsBytes: the copies borrow nothing from where the source's bytes lie.
  @inline(__always)
  mutating func view(
    _ source: UnsafePointer<Cell>, count: Int, ownsBytes: Bool = false
  ) -> UnsafePointer<Cell> {
    for index in 0..<count where source[index].tag == .text && !WTF8.isUTF8(source[index].bytes) {
      return copy(source, count, ownsBytes)
    }
    return source
  }

  @inline(never)
  private mutating func copy(
    _ source: UnsafePointer<Cell>, _ count: Int, _ ownsBytes: Bool
  ) -> UnsafePointer<Cell> {
    if capacity < count || cells == nil {
      cells?.deallocate()
      cells = .allocate(capacity: count)
      capacity = count
    }
    let target = cells.unsafelyUnwrapped
    // The memory must not move under the cells.
    var total = 16
    for index in 0..<count where source[index].hasBytes { total &+= Int(source[index].count) &+ 4 }
    bytes.count = 0
    bytes.reserve(total)
    for index in 0..<count {
      var cell = source[index]
      let isConverted = cell.tag == .text && !WTF8.isUTF8(cell.bytes)
      if cell.hasBytes, isConverted || ownsBytes {
        let start = bytes.count
        if isConverted {
          TextTranscoder.appendUTF8(ofWTF8: cell.bytes, to: &bytes)
        } else {
          bytes.append(cell.bytes)
        }
        cell.bits = UInt64(UInt(bitPattern: bytes.base.map { $0 + start }))
        cell.count = UInt32(truncatingIfNeeded: bytes.count &- start)
      }
      target[index] = cell
    }
    return UnsafePointer(target)
  }

  mutating func deallocate() {
    cells?.deallocate()
    cells = nil
    capacity = 0
    bytes.deallocate()
  }
}
