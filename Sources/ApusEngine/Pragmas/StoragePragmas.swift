/// Pragmas about pages, the cache and auto-vacuum.
enum StoragePragmas {
  static let all: [PragmaDefinition] = [
    PragmaDefinition("page_size", answersAssignment: false, needs: .readTransaction) {
      call, connection, rows throws(DatabaseError) in
      let database = try connection.database(call.database)
      guard let argument = call.argument else {
        rows.append(.init(database.pager.pageSize))
        return
      }
      let size = Int(PragmaArgument.integer32(argument))
      guard size >= 512, size <= 65_536, size & (size - 1) == 0 else { return }
      connection.settings.nextPageSize = size
      database.choosePageSize(size)
    },
    PragmaDefinition("page_count", needs: .readTransaction) { call, connection, rows throws(DatabaseError) in
      rows.append(.init(Int(try connection.database(call.database).pager.pageCount)))
    },
    PragmaDefinition("max_page_count", needs: .readTransaction) {
      call, connection, rows throws(DatabaseError) in
      let database = try connection.database(call.database)
      if let wanted = call.argument.flatMap({ PragmaArgument.integer64($0) }), wanted > 0 {
        let limit = max(Int64(database.pager.pageCount), min(wanted, 0xffff_fffe))
        database.maximumPageCount = PageNumber(truncatingIfNeeded: limit)
      }
      rows.append(.init(Int(database.maximumPageCount)))
    },
    PragmaDefinition("cache_size", answersAssignment: false) { call, connection, rows throws(DatabaseError) in
      let database = try connection.database(call.database)
      guard let argument = call.argument else {
        rows.append(.init(database.cacheSize ?? database.defaultCacheSize))
        return
      }
      let size = Int(PragmaArgument.integer32(argument))
      database.cacheSize = size
      database.setCacheSize(size)
    },
    PragmaDefinition("auto_vacuum", answersAssignment: false, needs: .readTransaction) {
      call, connection, rows throws(DatabaseError) in
      try autoVacuum(call, connection, &rows)
    },
    PragmaDefinition("incremental_vacuum", needs: .writeTransaction) {
      call, connection throws(DatabaseError) in
      try connection.tree(call.database).vacuumLastPage()
    },
  ]

  private static func autoVacuum(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) throws(DatabaseError) {
    let database = try connection.database(call.database)
    guard let argument = call.argument else {
      rows.append(.init(Int(try database.autoVacuumMode.rawValue)))
      return
    }
    let mode: AutoVacuumMode
    switch argument.lowercasedASCII {
    case "full": mode = .full
    case "incremental": mode = .incremental
    default: mode = AutoVacuumMode(rawValue: UInt8(clamping: PragmaArgument.integer32(argument))) ?? .none
    }
    connection.settings.nextAutoVacuum = mode
    // A file without pages gets its first one, unless nothing has to be written there. One with content can only change between the two
    // modes that keep a pointer map; VACUUM does the rest.
    let isNew = database.pager.pageCount == 0
    if isNew { database.newAutoVacuum = mode }
    guard mode != .none else { return }
    if !isNew, try !database.btree.hasPointerMap { return }
    try connection.beginWrite(call.database)
    try database.btree.setMeta(.incrementalVacuum, mode == .incremental ? 1 : 0)
    // The program reads only; for the machine nothing has to be committed.
    if connection.isAutocommit { try connection.commitAll() }
  }
}
