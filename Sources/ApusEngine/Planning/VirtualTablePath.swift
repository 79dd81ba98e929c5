/// A module's plan for one FROM item.
final class VirtualTablePath {
  /// A value that the cursor is filtered by.
  struct Argument {
    /// What the value is of the query.
    enum Role { case condition, limit, offset }

    let value: BoundExpression
    /// It is an IN: each member in turn is the value, or all at once.
    let isMembership: Bool
    /// Which term it is of; -1 for none, which stays to be tested.
    let term: Int
    let collation: Collation
    var role = Role.condition
    /// The cursor gets all members of the IN at once.
    var isWholeList = false
    /// The table makes sure of it.
    var isTestOmitted = false

    /// The loop runs once for each member.
    var isLoop: Bool { isMembership && !isWholeList }
  }

  let connected: ConnectedTable
  let scan: IndexScan
  let arguments: [Argument]
  /// The rows come in the order that the query wants.
  let isOrdered: Bool
  /// The register of an OFFSET that the table has obeyed; 0 for none.
  let offsetRegister: Int32

  init(
    connected: ConnectedTable, scan: IndexScan, arguments: [Argument], isOrdered: Bool, offsetRegister: Int32
  ) {
    self.connected = connected
    self.scan = scan
    self.arguments = arguments
    self.isOrdered = isOrdered
    self.offsetRegister = offsetRegister
  }
}
