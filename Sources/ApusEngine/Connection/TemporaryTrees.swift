/// The ephemeral tables and indexes of one running statement: trees in a private database that no journal protects.
/// It starts in memory and spills to a temporary file under the pager's budget.
final class TemporaryTrees {
  let pager: Pager
  let tree: BTree

  init(pager: Pager) throws(DatabaseError) {
    self.pager = pager
    tree = BTree(pager: pager)
    try pager.beginTemporary()
    try tree.initializeNewDatabase(autoVacuum: .none)
  }

  deinit { pager.endTemporary() }

  func create(isIndex: Bool) throws(DatabaseError) -> PageNumber {
    try tree.createTree(isIndex ? .index : .table)
  }

  func clear(_ root: PageNumber, isIndex: Bool) throws(DatabaseError) {
    _ = try tree.clearTree(root, isIndex ? .index : .table)
  }
}
