/// The virtual tables in a connection's transaction.
///
/// Invariant: a member has been told of the savepoints below its `depth`, and of no others. One that joins while savepoints are open is
/// told of all of them at once.
final class VirtualTableTransaction {
  private struct Member {
    var table: ConnectedTable
    var transactional: any TransactionalVirtualTable
    var depth: Int
  }

  private var members: [Member] = []

  var isEmpty: Bool { members.isEmpty }

  /// A table that this transaction has created.
  func add(_ table: ConnectedTable, depth: Int) throws(DatabaseError) {
    guard let transactional = table.transactional else { return }
    try add(table, transactional, depth)
  }

  /// Before a change.
  /// - Parameter depth: open savepoints, those of statements included.
  func begin(_ table: ConnectedTable, depth: Int) throws(DatabaseError) {
    guard let transactional = table.transactional, !members.contains(where: { $0.table === table }) else {
      return
    }
    try transactional.begin()
    try add(table, transactional, depth)
  }

  private func add(
    _ table: ConnectedTable, _ transactional: any TransactionalVirtualTable, _ depth: Int
  ) throws(DatabaseError) {
    members.append(Member(table: table, transactional: transactional, depth: depth))
    for number in 0..<depth { try transactional.savepoint(number) }
  }

  func remove(_ table: ConnectedTable) { members.removeAll { $0.table === table } }

  // MARK: Ending

  func sync() throws(DatabaseError) {
    for member in members { try member.transactional.sync() }
  }

  func commit() { end { $0.commit() } }
  func rollback() { end { $0.rollback() } }

  private func end(_ body: (any TransactionalVirtualTable) -> Void) {
    // What the tables do may begin the next transaction.
    let ended = members
    members = []
    for member in ended { body(member.transactional) }
  }

  // MARK: Savepoints

  func savepoint(_ number: Int) throws(DatabaseError) {
    for index in members.indices where members[index].depth <= number {
      members[index].depth = number + 1
      try members[index].transactional.savepoint(number)
    }
  }

  func release(_ number: Int) throws(DatabaseError) {
    for index in members.indices where members[index].depth > number {
      members[index].depth = number
      try members[index].transactional.release(number)
    }
  }

  func rollback(to number: Int) throws(DatabaseError) {
    for index in members.indices where members[index].depth > number {
      members[index].depth = number + 1
      try members[index].transactional.rollback(to: number)
    }
  }
}
