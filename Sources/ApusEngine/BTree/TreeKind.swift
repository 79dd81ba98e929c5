/// What a B-tree holds: rows under 64-bit keys, or records that are their own keys.
enum TreeKind: UInt8, BitwiseCopyable, Sendable {
  case table
  case index

  var leaf: PageKind { self == .table ? .tableLeaf : .indexLeaf }
}
