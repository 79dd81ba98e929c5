// Collations of the application.

extension Connection {
  /// Makes a collation known to this connection; it takes the place of one with that name. Indexes that were built with another order
  /// under that name have to be built anew (REINDEX).
  /// - Throws: `.busy` while statements of the connection run: their order must not change under them.
  public func register(_ collation: ApplicationCollation) throws(DatabaseError) {
    try replaceCollation(named: collation.name, by: collation)
  }

  /// Takes a collation away. What the schema sorts by it is "no such collation sequence" from then on.
  /// - Throws: `.busy` while statements of the connection run.
  public func removeCollation(named name: String) throws(DatabaseError) {
    try replaceCollation(named: name, by: nil)
  }

  /// Asks the application for a collation that nobody knows.
  /// - Returns: whether there is one of that name now.
  /// - Throws: `.busy` while statements of the connection run.
  func provideCollation(named name: String) throws(DatabaseError) -> Bool {
    guard let collationNeeded, collations[name.lowercasedASCII] == nil,
      let collation = runHook({ collationNeeded(name) }), collation.name.equalsIgnoringCase(name)
    else { return false }
    try register(collation)
    return true
  }

  private func replaceCollation(
    named name: String, by collation: ApplicationCollation?
  ) throws(DatabaseError) {
    guard counters.pointee.activeStatements == 0 else {
      throw DatabaseError(
        .busy, "unable to delete/modify collation sequence due to active statements")
    }
    let key = name.lowercasedASCII
    // Schemas and programs may still hold the old number: it stays taken while the connection lives.
    if let old = collations[key] { formerCollations.append(old) }
    collations[key] = collation
    let numbers = collations.mapValues(\.collation)
    schemaLookup = SchemaLookup(
      isStrict: false, findCollation: { numbers[$0.lowercasedASCII] ?? Collation.builtin(named: $0) })
    for database in databases {
      database.committedCatalog = nil
      database.statementCatalog = nil
      install(nil, in: database)
      database.verifiedSnapshot = nil
    }
    savepoints = savepoints.map {
      ConnectionSavepoint(
        name: $0.name, deferredForeignKeys: $0.deferredForeignKeys, catalogs: $0.catalogs.map { _ in nil })
    }
    environmentChanged()
  }

  /// What CREATE statements that users run may name.
  var statementLookup: SchemaLookup {
    let isLikeRedefined = environment.isLikeRedefined
    if collations.isEmpty, functions.isEmpty, !isLikeRedefined { return .statement }
    let numbers = collations.mapValues(\.collation)
    let known = functions.all
    return SchemaLookup(
      isStrict: true, findCollation: { numbers[$0.lowercasedASCII] ?? Collation.builtin(named: $0) },
      findFunction: { name, count in
        let own = known.filter { $0.name == name.lowercasedASCII }
        guard let found = own.first(where: { $0.minimumArguments <= count && count <= $0.maximumArguments })
        else {
          let builtin = SchemaLookup.statement.findFunction?(name, count) ?? .unknown
          if case .unknown = builtin, !own.isEmpty { return .wrongArgumentCount }
          if case .scalar = builtin, isLikeRedefined, name.equalsIgnoringCase("like") {
            return .scalar(isDeterministic: false)
          }
          return builtin
        }
        return found.isAggregate
          ? .aggregate : .scalar(isDeterministic: found.flags.contains(.deterministic))
      })
  }
}
