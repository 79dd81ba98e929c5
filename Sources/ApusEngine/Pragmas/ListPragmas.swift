/// Pragmas that list what the engine has: collations, functions, pragmas, modules, compile options.
enum ListPragmas {
  static let all: [PragmaDefinition] = [
    PragmaDefinition("collation_list", columns: ["seq", "name"]) { _, _, rows throws(DatabaseError) in
      for (number, name) in ["RTRIM", "NOCASE", "BINARY"].enumerated() {
        rows.append(.init(number), .text(name))
      }
    },
    PragmaDefinition("function_list", columns: ["name", "builtin", "type", "enc", "narg", "flags"]) {
      _, connection, rows throws(DatabaseError) in
      functionList(connection, &rows)
    },
    PragmaDefinition("module_list", columns: ["name"]) { _, connection, rows throws(DatabaseError) in
      for name in connection.modules.names.sorted() { rows.append(.text(name)) }
    },
    PragmaDefinition("pragma_list", columns: ["name"]) { _, _, rows throws(DatabaseError) in
      for name in PragmaRegistry.sortedNames { rows.append(.text(name)) }
    },
    PragmaDefinition("compile_options") { _, _, rows throws(DatabaseError) in
      for option in compileOptions { rows.append(.text(option)) }
    },
  ]

  /// The limits and defaults of this engine under SQLite's names, in alphabetical order.
  private static let compileOptions = [
    "DEFAULT_CACHE_SIZE=-16000", "DEFAULT_FILE_FORMAT=4", "DEFAULT_JOURNAL_SIZE_LIMIT=-1",
    "DEFAULT_MMAP_SIZE=0", "DEFAULT_PAGE_SIZE=4096", "DEFAULT_SYNCHRONOUS=2",
    "DEFAULT_WAL_AUTOCHECKPOINT=1000", "DEFAULT_WAL_SYNCHRONOUS=2", "DEFAULT_WORKER_THREADS=0",
    "ENABLE_COLUMN_METADATA", "ENABLE_MATH_FUNCTIONS", "LIKE_DOESNT_MATCH_BLOBS", "MAX_ATTACHED=10",
    "MAX_COLUMN=2000", "MAX_COMPOUND_SELECT=500", "MAX_EXPR_DEPTH=1000", "MAX_FUNCTION_ARG=1000",
    "MAX_LENGTH=1000000000", "MAX_LIKE_PATTERN_LENGTH=50000", "MAX_PAGE_COUNT=0xfffffffe",
    "MAX_PAGE_SIZE=65536", "MAX_SQL_LENGTH=1000000000", "MAX_TRIGGER_DEPTH=1000",
    "MAX_VARIABLE_NUMBER=32766", "OMIT_LOAD_EXTENSION", "OMIT_SHARED_CACHE", "TEMP_STORE=1", "THREADSAFE=1",
  ]

  /// Flag bits of SQLite's function_list that have a meaning here.
  private static let deterministicFlag: Int64 = 0x800
  private static let innocuousFlag: Int64 = 0x20_0000

  /// The numbers of arguments as SQLite lists them: one by one, or for any number from n on -n - 2, -1 for n = 0.
  private static func argumentCounts(of function: FunctionDefinition) -> [Int] {
    let least = function.minimumArguments
    if function.maximumArguments - least < 10 { return Array(least...function.maximumArguments) }
    return [least == 0 ? -1 : -least - 2]
  }

  private static func functionList(_ connection: Connection, _ rows: inout PragmaRows) {
    for function in BuiltinFunctions.all.sorted(by: {
      ($0.name, $0.argumentCount) < ($1.name, $1.argumentCount)
    }) {
      var flags = innocuousFlag
      if function.flags.contains(.deterministic), !function.isAggregate { flags |= deterministicFlag }
      let kind: PragmaRows.Value = function.isAggregate ? (function.value != nil ? "w" : "a") : "s"
      for count in argumentCounts(of: function) {
        rows.append(.text(function.name), 1, kind, "utf8", .init(count), .integer(flags))
      }
    }
  }
}
