/// What one page of a tree holds, or all of them.
struct PageStatistics {
  enum Kind {
    case interior, leaf, overflow, corrupted

    var text: StaticString {
      switch self {
      case .interior: "internal"
      case .leaf: "leaf"
      case .overflow: "overflow"
      case .corrupted: "corrupted"
      }
    }
  }

  var page: PageNumber = 0
  /// From the root: `/`, `/000/`, and for the first overflow page of cell 1 of that child `/000/001+000000`.
  var path = ""
  var kind = Kind.leaf
  var cells = 0
  /// Bytes of records on this page.
  var payload = 0
  var unused = 0
  /// The longest record, overflow pages included.
  var largestPayload = 0
  var pageCount = 1
}

/// Goes over the pages of one tree: each before those below it, with the overflow pages of a cell before its child.
struct PageWalk {
  private enum Step {
    case child(PageNumber, index: Int)
    case overflow(PageNumber, cell: Int, payload: Int)
  }

  private struct Level {
    var path: String
    /// In reverse.
    var steps: [Step]
  }

  private struct Chain {
    var path: String
    var next: PageNumber
    var index: Int
    var rest: Int
  }

  private let tree: BTree
  private let root: PageNumber
  private var hasBegun = false
  private var levels: [Level] = []
  private var chain: Chain?
  /// Pages so far. A sound tree has each page of the file once at most: what has more is damaged, and could have more than anybody can walk.
  private var visited: UInt32 = 0

  /// Trees that are deeper are damaged.
  private static let deepest = 32

  init(tree: BTree, root: PageNumber) {
    self.tree = tree
    self.root = root
  }

  /// All pages as one.
  func total() throws(DatabaseError) -> PageStatistics {
    var walk = self
    var sum = PageStatistics(page: 0, pageCount: 0)
    while let page = try walk.next() {
      sum.pageCount += 1
      sum.cells += page.cells
      sum.payload += page.payload
      sum.unused += page.unused
      sum.largestPayload = max(sum.largestPayload, page.largestPayload)
    }
    return sum
  }

  /// The next page, nil after the last.
  /// - Throws: `.corrupt` when the tree has more pages than the file; what reading pages throws.
  mutating func next() throws(DatabaseError) -> PageStatistics? {
    guard let page = try step() else { return nil }
    visited += 1
    guard visited <= tree.pager.pageCount else { throw .corrupt("tree without end", page: page.page) }
    return page
  }

  private mutating func step() throws(DatabaseError) -> PageStatistics? {
    guard hasBegun else {
      hasBegun = true
      return try enter(root, path: "/")
    }
    if let page = try nextOfChain() { return page }
    while let step = levels.last?.steps.last, let path = levels.last?.path {
      levels[levels.count - 1].steps.removeLast()
      switch step {
      case .child(let page, let index):
        if levels[levels.count - 1].steps.isEmpty { levels.removeLast() }
        return try enter(page, path: path + Self.hexadecimal(index, digits: 3) + "/")
      case .overflow(let page, let cell, let payload):
        chain = Chain(path: path + Self.hexadecimal(cell, digits: 3), next: page, index: 0, rest: payload)
        if levels[levels.count - 1].steps.isEmpty { levels.removeLast() }
        if let found = try nextOfChain() { return found }
      }
    }
    return nil
  }

  private mutating func nextOfChain() throws(DatabaseError) -> PageStatistics? {
    guard var chain, chain.rest > 0 else { return nil }
    guard chain.next >= 1, chain.next <= tree.pager.pageCount else {
      throw .corrupt("overflow page \(chain.next)", page: chain.next)
    }
    let capacity = tree.geometry.overflowCapacity
    let held = min(chain.rest, capacity)
    let found = PageStatistics(
      page: chain.next, path: chain.path + "+" + Self.hexadecimal(chain.index, digits: 6), kind: .overflow,
      payload: held, unused: capacity - held)
    let frame = try tree.pager.page(chain.next)
    chain.next = frame.pointee.data.be32(0)
    tree.pager.unpin(frame)
    chain.rest -= held
    chain.index += 1
    self.chain = chain
    return found
  }

  private mutating func enter(_ number: PageNumber, path: String) throws(DatabaseError) -> PageStatistics {
    // (Each step that is left of the levels above has its own level: the path says how deep this one is.)
    guard path.utf8.count <= 1 + 4 * Self.deepest else { throw .corrupt("tree without end", page: number) }
    let page: BTreePage
    do throws(DatabaseError) {
      page = try tree.loadPage(number)
    } catch {
      guard error.code.primary == .corrupt else { throw error }
      return PageStatistics(page: number, path: path, kind: .corrupted)
    }
    defer { tree.pager.unpin(page.frame) }
    let kind = page.kind
    var found = PageStatistics(
      page: number, path: path, kind: kind.isLeaf ? .leaf : .interior, cells: page.cellCount)
    found.unused = unused(of: page)
    var steps: [Step] = []
    for index in 0..<page.cellCount {
      if kind != .tableInterior {
        let cell = tree.geometry.parse(page.cell(index), kind)
        found.payload += cell.localSize
        found.largestPayload = max(found.largestPayload, cell.payloadSize)
        if cell.hasOverflow {
          steps.append(
            .overflow(cell.overflowPage, cell: index, payload: cell.payloadSize - cell.localSize))
        }
      }
      if !kind.isLeaf { steps.append(.child(page.child(index), index: index)) }
    }
    if !kind.isLeaf { steps.append(.child(page.rightChild, index: page.cellCount)) }
    if !steps.isEmpty { levels.append(Level(path: path, steps: steps.reversed())) }
    return found
  }

  /// Free bytes: between the pointers and the cells, in freeblocks and fragments.
  private func unused(of page: BTreePage) -> Int {
    var bytes = page.contentStart - (page.cellOffset + 2 * page.cellCount) + page.fragmentedBytes
    var block = page.firstFreeblock
    // Freeblocks stand in ascending order; what does not is damage, and ends the list.
    while block != 0, block <= tree.geometry.usableSize - 4 {
      bytes += page.data.be16(block + 2)
      let next = page.data.be16(block)
      guard next > block else { break }
      block = next
    }
    return bytes
  }

  private static func hexadecimal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(digits - text.count, 0)) + text
  }
}
