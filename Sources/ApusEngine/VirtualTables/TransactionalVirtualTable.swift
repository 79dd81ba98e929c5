/// A virtual table that keeps its rows outside the database, and takes part in the connection's transactions
/// (https://www.sqlite.org/vtab.html#the_xbegin_method). A table that keeps them in tables of the database needs none of this.
///
/// `begin` comes before the first change in a transaction, unless the transaction created the table; then at most one `sync` and
/// `commit`, or one `rollback`. Savepoints are numbered from 0, the outermost first; those of single statements are among them.
public protocol TransactionalVirtualTable: VirtualTable {
  func begin() throws(DatabaseError)
  /// The first of two phases of a commit: everything that can fail.
  /// - Throws: what makes COMMIT fail; the transaction is then rolled back unless the code is `.busy`.
  func sync() throws(DatabaseError)
  func commit()
  func rollback()

  /// Savepoint `number` begins here.
  func savepoint(_ number: Int) throws(DatabaseError)
  /// Savepoint `number` and those within it are forgotten; what was done stays.
  func release(_ number: Int) throws(DatabaseError)
  /// Back to where savepoint `number` began; it stays, those within it are forgotten.
  func rollback(to number: Int) throws(DatabaseError)
}

extension TransactionalVirtualTable {
  public func sync() throws(DatabaseError) {}
  public func savepoint(_ number: Int) throws(DatabaseError) {}
  public func release(_ number: Int) throws(DatabaseError) {}
  public func rollback(to number: Int) throws(DatabaseError) {}
}
