/// A named savepoint of a connection.
struct ConnectionSavepoint {
  let name: String
  /// Deferred foreign keys violated when it was set.
  let deferredForeignKeys: DeferredViolations
  /// The catalogs at that time, by database.
  var catalogs: [Catalog?]
}
