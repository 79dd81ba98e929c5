// A stack of trivial elements without the checks of Array: it has one owner, so nothing is counted or copied.
//
// Invariant: `count <= capacity`, and the first `count` elements are initialised.

/// A growable stack owned by one parser.
struct ScratchStack<Element: BitwiseCopyable>: ~Copyable {
  /// nil until the first element comes: most statements need few of the parser's stacks.
  private var base: UnsafeMutablePointer<Element>?
  private var capacity = 0
  /// Number of elements.
  private(set) var count = 0

  init() {}

  deinit { base?.deallocate() }

  /// Puts an element on top.
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    (base.unsafelyUnwrapped + count).initialize(to: element)
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let wanted = max(capacity * 2, 16)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    if let base {
      larger.moveInitialize(from: base, count: count)
      base.deallocate()
    }
    base = larger
    capacity = wanted
  }

  /// The element at a position below `count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count)
    return base.unsafelyUnwrapped[index]
  }

  /// Takes the top element off.
  @inline(__always)
  mutating func popLast() -> Element? {
    if count == 0 { return nil }
    count &-= 1
    return base.unsafelyUnwrapped[count]
  }

  /// Takes off all elements from `mark` on.
  @inline(__always)
  mutating func truncate(to mark: Int) { if mark < count { count = max(0, mark) } }

  /// The elements from `mark` on; valid until the stack changes.
  @inline(__always)
  func elements(from mark: Int) -> UnsafeBufferPointer<Element> {
    let mark = min(max(0, mark), count)
    return UnsafeBufferPointer(start: base.map { $0 + mark }, count: count &- mark)
  }
}
