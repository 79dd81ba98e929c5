/// The page numbers of one payload's overflow chain, as far as somebody followed it: plain data.
struct OverflowChain: BitwiseCopyable {
  private var pages: UnsafeMutablePointer<PageNumber>?
  /// Known pages; 0 forgets the chain.
  var count = 0
  private var capacity = 0

  subscript(position: Int) -> PageNumber { pages.unsafelyUnwrapped[position] }

  mutating func append(_ page: PageNumber) {
    if count == capacity { grow() }
    pages.unsafelyUnwrapped[count] = page
    count += 1
  }

  private mutating func grow() {
    let fresh = UnsafeMutablePointer<PageNumber>.allocate(capacity: max(16, capacity * 2))
    if let pages {
      fresh.update(from: pages, count: count)
      pages.deallocate()
    }
    capacity = max(16, capacity * 2)
    pages = fresh
  }

  mutating func deallocate() {
    pages?.deallocate()
    pages = nil
    count = 0
    capacity = 0
  }
}
