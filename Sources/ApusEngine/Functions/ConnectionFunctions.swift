// Functions that tell about the connection and the library.

enum ConnectionFunctions {
  /// The release of SQLite whose dialect and file format this library follows.
  static let version: StaticString = "3.51.3"
  static let sourceID: StaticString =
    "2026-03-13 10:38:09 737ae4a34738ffa0c3ff7f9bb18df914dd1cad163f28fd6b6e114a344fe6d618"

  static func changes(_ context: CallContext, _ arguments: Arguments) {
    context.result(context.environment.changes)
  }

  static func totalChanges(_ context: CallContext, _ arguments: Arguments) {
    context.result(context.environment.totalChanges)
  }

  static func lastInsertRowID(_ context: CallContext, _ arguments: Arguments) {
    context.result(context.environment.lastInsertRowID)
  }

  /// What `PRAGMA compile_options` lists, in its order.
  static let compileOptions: [StaticString] = [
    "DEFAULT_CACHE_SIZE=-16384",
    "DEFAULT_FILE_FORMAT=4",
    "DEFAULT_JOURNAL_SIZE_LIMIT=-1",
    "DEFAULT_MMAP_SIZE=0",
    "DEFAULT_PAGE_SIZE=4096",
    "DEFAULT_SYNCHRONOUS=2",
    "DEFAULT_WAL_AUTOCHECKPOINT=1000",
    "DEFAULT_WAL_SYNCHRONOUS=2",
    "DEFAULT_WORKER_THREADS=0",
    "ENABLE_COLUMN_METADATA",
    "ENABLE_MATH_FUNCTIONS",
    "ENABLE_PERCENTILE",
    "ENABLE_STAT4",
    "LIKE_DOESNT_MATCH_BLOBS",
    "MAX_ATTACHED=10",
    "MAX_COLUMN=2000",
    "MAX_COMPOUND_SELECT=500",
    "MAX_EXPR_DEPTH=1000",
    "MAX_FUNCTION_ARG=1000",
    "MAX_LENGTH=1000000000",
    "MAX_LIKE_PATTERN_LENGTH=50000",
    "MAX_PAGE_COUNT=0xfffffffe",
    "MAX_PAGE_SIZE=65536",
    "MAX_SQL_LENGTH=1000000000",
    "MAX_TRIGGER_DEPTH=1000",
    "MAX_VARIABLE_NUMBER=32766",
    "OMIT_LOAD_EXTENSION",
    "OMIT_SHARED_CACHE",
    "TEMP_STORE=1",
    "THREADSAFE=1",
  ]

  /// sqlite_compileoption_get(N): option N, NULL past the last.
  static func compileOption(_ context: CallContext, _ arguments: Arguments) {
    let number = Int32(truncatingIfNeeded: context.integer(of: arguments[0]))
    if compileOptions.indices.contains(Int(number)) { context.result(compileOptions[Int(number)]) }
  }

  /// sqlite_compileoption_used(NAME): with or without the prefix SQLITE_ and with or without the option's value.
  static func isCompileOptionUsed(_ context: CallContext, _ arguments: Arguments) {
    guard arguments[0].tag != .null else { return }
    context.withText(of: arguments[0]) { text in
      var name = text.untilNUL
      if name.hasPrefixIgnoringCase("SQLITE_") { name = name.part(7, name.count &- 7) }
      for option in compileOptions {
        let all = UnsafeRawBufferPointer(start: option.utf8Start, count: option.utf8CodeUnitCount)
        guard name.count <= all.count else { continue }
        let ends = name.count == all.count || !isNameByte(all[name.count])
        if ends,
          (0..<name.count).allSatisfy({ ValueRules.lowercased(name[$0]) == ValueRules.lowercased(all[$0]) })
        {
          context.result(true)
          return
        }
      }
      context.result(false)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5f || byte == 0x24 || NumericText.isDigit(byte)
      || ValueRules.lowercased(byte) &- 0x61 < 26
  }
}
