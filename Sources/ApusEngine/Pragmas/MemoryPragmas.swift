/// Pragmas about memory and threads. What this engine does not do, it reports as off, whatever is asked for.
enum MemoryPragmas {
  static let all: [PragmaDefinition] = [
    constant("soft_heap_limit", 0),
    constant("hard_heap_limit", 0),
    PragmaDefinition("threads") { call, connection, rows throws(DatabaseError) in
      // Helper threads of sorts: as many as are asked for are used as need be.
      if let wanted = call.argument.flatMap({ PragmaArgument.integer64($0) }), wanted >= 0 {
        connection.settings.pragmas.threads = min(wanted & 0x7fff_ffff, 8)
      }
      rows.append(.integer(connection.settings.pragmas.threads))
    },
    PragmaDefinition("mmap_size") { call, connection, rows throws(DatabaseError) in
      // (Files are never mapped: the limit is what it is.)
      if try !connection.database(call.database).filePath.isEmpty { rows.append(0) }
    },
    PragmaDefinition("shrink_memory", columns: []) { _, _, _ throws(DatabaseError) in },
    PragmaDefinition("secure_delete") { call, connection, rows throws(DatabaseError) in
      if let argument = call.argument {
        let level: SecureDeletion =
          argument.equalsIgnoringCase("fast") ? .fast : PragmaArgument.boolean(argument) ? .full : .off
        for index in call.databases(of: connection) {
          try connection.database(index).btree.secureDeletion = level
        }
      }
      rows.append(.init(Int(try connection.database(call.database).btree.secureDeletion.rawValue)))
    },
    PragmaDefinition("cache_spill", answersAssignment: false, needs: .schema) {
      call, connection, rows throws(DatabaseError) in
      let database = try connection.database(call.database)
      if let argument = call.argument {
        let pages = PragmaArgument.wholeInteger32(argument)
        if let pages, pages != 0 { database.setSpillSize(Int(pages)) }
        connection.settings.pragmas.spillsCache = PragmaArgument.boolean(
          argument, otherwise: pages.map { $0 != 0 } ?? true)
        for index in connection.databases.indices {
          try connection.database(index).pager.spillsCache = connection.settings.pragmas.spillsCache
        }
        return
      }
      let size = max(database.cachePages, database.pager.spillPages, 1)
      rows.append(.init(connection.settings.pragmas.spillsCache ? size : 0))
    },
  ]

  private static func constant(_ name: String, _ value: Int64) -> PragmaDefinition {
    PragmaDefinition(name) { _, _, rows throws(DatabaseError) in rows.append(.integer(value)) }
  }
}
