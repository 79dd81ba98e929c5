/// Pragmas about memory and threads. What this engine does not do, it reports as off, whatever is asked for.
enum MemoryPragmas {
  static let all: [PragmaDefinition] = [
    constant("soft_heap_limit", 0),
    constant("hard_heap_limit", 0),
    constant("threads", 0),
    constant("mmap_size", 0),
    PragmaDefinition("shrink_memory", columns: []) { _, _, _ throws(DatabaseError) in },
    PragmaDefinition("optimize") { _, _, _ throws(DatabaseError) in },
    PragmaDefinition("secure_delete") { _, _, rows throws(DatabaseError) in rows.append(0) },
    PragmaDefinition("cache_spill", answersAssignment: false) {
      call, connection, rows throws(DatabaseError) in
      guard let argument = call.argument else {
        rows.append(.init(connection.settings.pragmas.cacheSpill))
        return
      }
      connection.settings.pragmas.cacheSpill = PragmaArgument.boolean(argument, otherwise: true) ? 1 : 0
    },
  ]

  private static func constant(_ name: String, _ value: Int64) -> PragmaDefinition {
    PragmaDefinition(name) { _, _, rows throws(DatabaseError) in rows.append(.integer(value)) }
  }
}
