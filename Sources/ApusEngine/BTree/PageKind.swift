/// The four kinds of B-tree pages, by the flag byte at the start of their header
/// (https://www.sqlite.org/fileformat2.html#b_tree_pages).
enum PageKind: UInt8, BitwiseCopyable {
  case indexInterior = 0x02
  case tableInterior = 0x05
  case indexLeaf = 0x0a
  case tableLeaf = 0x0d

  @inline(__always) var isLeaf: Bool { rawValue & 0x08 != 0 }
  @inline(__always) var isTable: Bool { rawValue & 0x01 != 0 }
  /// Bytes of the page header: 8, and 4 more for the rightmost child of an interior page.
  @inline(__always) var headerSize: Int { isLeaf ? 8 : 12 }
  /// The same tree's kind of leaf.
  var leaf: PageKind { isTable ? .tableLeaf : .indexLeaf }
  /// The same tree's kind of interior page.
  var interior: PageKind { isTable ? .tableInterior : .indexInterior }
}
