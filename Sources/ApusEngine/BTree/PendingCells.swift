/// Cells that belong on a page but do not fit: the reason for a balance.
///
/// At most four (a balance makes at most four dividers), with consecutive indices counted as if they were
/// on the page already. Their bytes live in the workspace.
struct PendingCells: BitwiseCopyable {
  private(set) var count = 0
  /// The index of the first.
  private(set) var first = 0
  private var pointers:
    (UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) =
      (nil, nil, nil, nil)
  private var sizes: (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)

  var isEmpty: Bool { count == 0 }

  mutating func append(_ cell: UnsafeMutableRawPointer, size: Int, at index: Int) {
    if count == 0 { first = index }
    let size = Int32(truncatingIfNeeded: size)
    switch count {
    case 0: (pointers.0, sizes.0) = (cell, size)
    case 1: (pointers.1, sizes.1) = (cell, size)
    case 2: (pointers.2, sizes.2) = (cell, size)
    default: (pointers.3, sizes.3) = (cell, size)
    }
    count += 1
  }

  subscript(index: Int) -> (cell: UnsafeMutableRawPointer, size: Int) {
    switch index {
    case 0: (pointers.0.unsafelyUnwrapped, Int(sizes.0))
    case 1: (pointers.1.unsafelyUnwrapped, Int(sizes.1))
    case 2: (pointers.2.unsafelyUnwrapped, Int(sizes.2))
    default: (pointers.3.unsafelyUnwrapped, Int(sizes.3))
    }
  }

  mutating func removeAll() { count = 0 }
}
