/// What an auto-vacuum database knows about a page: what it is and which page points to it
/// (https://www.sqlite.org/fileformat2.html#pointer_map_or_ptrmap_pages).
struct PointerMapEntry: Equatable, BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    case root = 1
    case free = 2
    /// The first page of an overflow chain; the parent is the page that holds the cell.
    case firstOverflow = 3
    /// A later page of a chain; the parent is the page before it.
    case laterOverflow = 4
    /// A B-tree page that is not a root.
    case btree = 5
  }

  var kind: Kind
  var parent: PageNumber
}
