/// The catalogs of all databases of a connection at one moment, and SQLite's rules for finding a name in them.
///
/// Names without a schema are looked up in temp first, then main, then the attached databases in the order of their
/// attachment. Names compare without ASCII case.
public struct CatalogSet: Sendable {
  public struct Entry: Sendable {
    /// "main", "temp" or the name given to ATTACH.
    public var name: String
    public var catalog: Catalog

    public init(name: String, catalog: Catalog) {
      self.name = name
      self.catalog = catalog
    }
  }

  /// What a table name can stand for.
  public enum Relation: Sendable {
    case table(TableDefinition)
    case view(ViewDefinition)
    case virtual(VirtualTableDefinition)

    public var database: Int {
      switch self {
      case .table(let table): table.database
      case .view(let view): view.database
      case .virtual(let table): table.database
      }
    }

    /// As messages call it.
    var kind: String {
      switch self {
      case .table: "table"
      case .view: "view"
      case .virtual: "virtual table"
      }
    }

    public var name: String {
      switch self {
      case .table(let table): table.name
      case .view(let view): view.name
      case .virtual(let table): table.name
      }
    }
  }

  /// By database number: 0 main, 1 temp, 2… attached.
  public let entries: [Entry]
  /// The databases of the tables that temp triggers watch which name none, by the triggers' names in lower case: where the table was
  /// found first. A namesake in a database that is searched before it changes nothing.
  private(set) var watchedDatabases: [String: String] = [:]

  public init(_ entries: [Entry]) { self.entries = entries }

  /// Notes where the tables of temp triggers are.
  /// - Parameter known: `watchedDatabases` of the catalogs before these.
  mutating func noteWatchedTables(known: [String: String]) {
    guard let triggers = self[1]?.triggers, !triggers.isEmpty else { return }
    for (key, trigger) in triggers where trigger.tableSchema == nil {
      guard let name = known[key] ?? findRelation(trigger.tableName).map({ entries[$0.database].name }) else {
        continue
      }
      watchedDatabases[key] = name
    }
  }

  public subscript(database: Int) -> Catalog? {
    entries.indices.contains(database) ? entries[database].catalog : nil
  }

  /// Database numbers in the order in which names without a schema are looked up.
  public var searchOrder: [Int] {
    guard entries.count > 1 else { return Array(entries.indices) }
    return [1, 0] + Array(entries.indices.dropFirst(2))
  }

  /// The number of the database with that name; "main" always means database 0.
  public func database(named name: String) -> Int? {
    for (index, entry) in entries.enumerated().reversed() where entry.name.equalsIgnoringCase(name) {
      return index
    }
    return name.equalsIgnoringCase("main") && !entries.isEmpty ? 0 : nil
  }

  /// The number of a database that must exist, else "unknown database x".
  public func requireDatabase(named name: String, sqlOffset: Int? = nil) throws(DatabaseError) -> Int {
    if let index = database(named: name) { return index }
    throw DatabaseError(.error, "unknown database \(name)", sqlOffset: sqlOffset)
  }

  public func name(ofDatabase database: Int) -> String {
    entries.indices.contains(database) ? entries[database].name : "?"
  }

  // MARK: Tables and views

  /// The table or view that `name` means, nil when there is none (or no such schema).
  public func findRelation(_ name: String, schema: String? = nil) -> Relation? {
    if let schema {
      guard let database = database(named: schema) else { return nil }
      if let found = relation(name, in: database) { return found }
      return schemaTable(name.lowercasedASCII, in: database).map { .table($0) }
    }
    // In the order of `searchOrder`, without making a list of it.
    if entries.count > 1, let found = relation(name, in: 1) { return found }
    if let found = relation(name, in: 0) { return found }
    for database in entries.indices.dropFirst(2) {
      if let found = relation(name, in: database) { return found }
    }
    if name.equalsIgnoringCase("sqlite_schema") { return relation("sqlite_master", in: 0) }
    if name.equalsIgnoringCase("sqlite_temp_schema") { return relation("sqlite_temp_master", in: 1) }
    return nil
  }

  public func findTable(_ name: String, schema: String? = nil) -> TableDefinition? {
    if case .table(let table)? = findRelation(name, schema: schema) { return table }
    return nil
  }

  public func findView(_ name: String, schema: String? = nil) -> ViewDefinition? {
    if case .view(let view)? = findRelation(name, schema: schema) { return view }
    return nil
  }

  /// The table or view of that name, else SQLite's "no such table: x" or "no such table: main.x".
  public func requireRelation(
    _ name: String, schema: String? = nil, sqlOffset: Int? = nil
  ) throws(DatabaseError) -> Relation {
    if let found = findRelation(name, schema: schema) { return found }
    throw Self.missing("table", name, schema: schema, sqlOffset: sqlOffset)
  }

  private func relation(_ name: String, in database: Int) -> Relation? {
    entries.indices.contains(database) ? entries[database].catalog.relations[name] : nil
  }

  /// The schema table of `database` under one of its other names.
  private func schemaTable(_ key: String, in database: Int) -> TableDefinition? {
    guard let catalog = self[database] else { return nil }
    if database == 1 {
      switch key {
      case "sqlite_temp_schema", "sqlite_schema", "sqlite_master": return catalog.tables["sqlite_temp_master"]
      default: return nil
      }
    }
    return key == "sqlite_schema" ? catalog.tables["sqlite_master"] : nil
  }

  // MARK: Indexes

  public func findIndex(_ name: String, schema: String? = nil) -> IndexDefinition? {
    let key = name.lowercasedASCII
    if let schema {
      return database(named: schema).flatMap { self[$0]?.indexes[key] }
    }
    for database in searchOrder {
      if let index = self[database]?.indexes[key] { return index }
    }
    return nil
  }

  /// The index of that name, else SQLite's "no such index: x".
  public func requireIndex(_ name: String, schema: String? = nil) throws(DatabaseError) -> IndexDefinition {
    if let found = findIndex(name, schema: schema) { return found }
    throw Self.missing("index", name, schema: schema)
  }

  /// All indexes of a table, the newest first as SQLite lists them; the own tree of a WITHOUT ROWID table included.
  public func indexes(of table: TableDefinition) -> [IndexDefinition] {
    self[table.database]?.indexesOfTables[table.name] ?? []
  }

  // MARK: Triggers

  public func findTrigger(_ name: String, schema: String? = nil) -> TriggerDefinition? {
    let key = name.lowercasedASCII
    if let schema {
      return database(named: schema).flatMap { self[$0]?.triggers[key] }
    }
    for database in searchOrder {
      if let trigger = self[database]?.triggers[key] { return trigger }
    }
    return nil
  }

  /// The triggers on a table or view, temp triggers on it included, in the order in which they fire: temp triggers
  /// first, and within a schema the newest first.
  public func triggers(on relation: Relation) -> [TriggerDefinition] {
    triggers(onName: relation.name, database: relation.database)
  }

  public func triggers(onName name: String, database: Int) -> [TriggerDefinition] {
    let key = name.lowercasedASCII
    var found: [TriggerDefinition] = []
    if database != 1, let temporary = self[1]?.triggersByTable[key] {
      found = temporary.filter { targetDatabase(of: $0) == database }
    }
    if let own = self[database]?.triggersByTable[key] {
      found += database == 1 ? own.filter { targetDatabase(of: $0) == 1 } : own
    }
    return found
  }

  /// The database of the table that a trigger watches: its own, except for temp triggers.
  public func targetDatabase(of trigger: TriggerDefinition) -> Int? {
    guard trigger.database == 1 else { return trigger.database }
    if let schema = trigger.tableSchema ?? watchedDatabases[trigger.name.lowercasedASCII] {
      return database(named: schema)
    }
    return findRelation(trigger.tableName)?.database
  }

  // MARK: Errors

  /// "no such table: main.x" and its likes.
  public static func missing(
    _ kind: String, _ name: String, schema: String?, sqlOffset: Int? = nil
  ) -> DatabaseError {
    let qualified = schema.map { "\($0).\(name)" } ?? name
    return DatabaseError(.error, "no such \(kind): \(qualified)", sqlOffset: sqlOffset)
  }
}
