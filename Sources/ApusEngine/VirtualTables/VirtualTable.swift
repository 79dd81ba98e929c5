/// A table whose rows a module makes, as one connection sees it.
public protocol VirtualTable: AnyObject {
  /// Chooses how to come to the rows that a query wants. Called several times for a statement, with more or fewer constraints usable.
  /// - Returns: the plan; nil when there is none with these constraints, because a parameter without which there are no rows is not usable.
  /// - Throws: what makes the statement fail.
  func plan(_ query: IndexQuery) throws(DatabaseError) -> IndexPlan?

  /// A cursor that stands nowhere yet.
  func open() throws(DatabaseError) -> any VirtualTableCursor

  /// DROP TABLE: removes what `VirtualTableModule.create` made. The table is not used any more.
  /// - Throws: what makes DROP TABLE fail.
  func destroy() throws(DatabaseError)

  /// ALTER TABLE RENAME: gives what the table keeps its new name.
  /// - Throws: what makes the statement fail.
  func rename(to name: String) throws(DatabaseError)
}

extension VirtualTable {
  public func destroy() throws(DatabaseError) {}
  public func rename(to name: String) throws(DatabaseError) {}
}

/// A place in a virtual table. It lives from the opening of a loop to the end of its statement, and is filtered as often as the loop begins.
public protocol VirtualTableCursor: AnyObject {
  /// Begins at the first row of a plan.
  /// - Parameters:
  ///   - scan: number and text of the plan, as `VirtualTable.plan` gave them.
  ///   - arguments: values of the constraints that the plan uses, in its order. Their bytes are gone when the call returns.
  /// - Returns: whether there is a row.
  func filter(_ scan: IndexScan, _ arguments: Arguments) throws(DatabaseError) -> Bool

  /// Goes to the next row.
  /// - Returns: whether there is one.
  func next() throws(DatabaseError) -> Bool

  /// Gives a column of the row. Without a result it is NULL.
  func column(_ column: Int, _ result: CallContext) throws(DatabaseError)

  /// The row's number, for tables that are not declared WITHOUT ROWID.
  var rowID: Int64 { get throws(DatabaseError) }
}
