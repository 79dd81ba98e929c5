/// Opens the connections of one `Database`.
enum ConnectionSource: Sendable {
  case file(String, Database.Configuration)
  case memory(SharedMemory, Database.Configuration)

  var configuration: Database.Configuration {
    switch self {
    case .file(_, let configuration), .memory(_, let configuration): configuration
    }
  }

  /// A new connection for one kind of access.
  func open(_ kind: ConnectionPool.Kind) throws -> Connection {
    let configuration = self.configuration
    var options = OpenConfiguration()
    options.busyTimeout = configuration.busyTimeout
    options.keepsReadLock = configuration.keepsReadLock
    options.isReadOnly = configuration.isReadOnly
    options.isImmutable = configuration.isImmutable
    options.creates = configuration.createsFile
    options.allowsURI = configuration.allowsURI
    let connection: Connection
    var isFile = false
    switch self {
    case .file(let path, _):
      connection = try Connection.open(path, options)
      isFile = true
    case .memory(let memory, _): connection = try Connection.open(memory, options)
    }
    do {
      try Self.prepare(connection, kind, isFile: isFile, configuration)
    } catch {
      connection.close()
      throw error
    }
    return connection
  }

  private static func prepare(
    _ connection: Connection, _ kind: ConnectionPool.Kind, isFile: Bool,
    _ configuration: Database.Configuration
  ) throws {
    for function in configuration.functions { try connection.register(function.definition) }
    for collation in configuration.collations { try connection.register(collation) }
    for (name, module) in configuration.modules { connection.register(module, named: name) }
    connection.collationNeeded = configuration.collationNeeded
    if let size = configuration.cacheSize {
      try connection.run("PRAGMA cache_size = \(-max(size / 1024, 1))")
    }
    if let durability = configuration.durability {
      try connection.run("PRAGMA synchronous = \(durability.rawValue)")
    }
    if kind == .writer && isFile {
      // Reading the page count reads the header: what is wrong with the file shows now.
      let isNew = try connection.firstInteger("PRAGMA page_count") == 0
      if let mode = configuration.journalMode ?? (isNew ? .wal : nil), !configuration.refusesWrites {
        try connection.run("PRAGMA journal_mode = \(mode.rawValue)")
      }
    }
    for (limit, value) in configuration.limits { connection.setLimit(limit, to: value) }
    connection.progressInterval = configuration.progressInterval
    connection.progressHandler = configuration.progressHandler
    configuration.hooks.install(on: connection)
    try configuration.prepareConnection?(connection)
    // Last: what opening does by itself is nobody's statement.
    if let authorizer = configuration.authorizer { connection.authorizer = authorizer }
    if kind == .reader || configuration.refusesWrites { connection.settings.isQueryOnly = true }
  }
}

extension Connection {
  /// Runs one statement whose rows nobody needs.
  func run(_ sql: String) throws(DatabaseError) {
    _ = try firstInteger(sql)
  }

  /// Runs one statement to its end.
  /// - Returns: the first column of the first row, when it is an integer.
  @discardableResult
  func firstInteger(_ sql: String) throws(DatabaseError) -> Int64? {
    guard let statement = try prepare(sql).statement else { return nil }
    defer { finish(statement) }
    guard try statement.step() else { return nil }
    let cell = statement.columnCount > 0 ? statement.row[0] : .null
    let result = cell.tag == .integer ? cell.integer : nil
    while try statement.step() {}
    return result
  }
}
