// The core scalar functions (https://www.sqlite.org/lang_corefunc.html).

extension BuiltinFunctions {
  /// SQLITE_LIMIT_FUNCTION_ARG.
  static let maximumArguments = 1000

  static let scalars: [FunctionDefinition] = strings + values + bytes + connection

  private static let strings: [FunctionDefinition] = [
    .init(scalar: "char", arguments: 0...maximumArguments) {
      StringFunctions.char($0.callContext, .init($1, $2))
    },
    .init(scalar: "concat", arguments: 1...maximumArguments) {
      StringFunctions.concat($0.callContext, .init($1, $2))
    },
    .init(scalar: "concat_ws", arguments: 2...maximumArguments) {
      StringFunctions.concatWithSeparator($0.callContext, .init($1, $2))
    },
    .init(scalar: "format", arguments: 0...maximumArguments) {
      PrintfFunction.printf($0.callContext, .init($1, $2))
    },
    .init(scalar: "printf", arguments: 0...maximumArguments) {
      PrintfFunction.printf($0.callContext, .init($1, $2))
    },
    .init(scalar: "glob", arguments: 2...2, flags: [.deterministic, .isLike]) {
      LikeFunctions.glob($0.callContext, .init($1, $2))
    },
    // What the operator MATCH calls where no virtual table knows better.
    .init(scalar: "match", arguments: 2...2, flags: []) { context, _, _ in
      context.callContext.pointee.fail("unable to use function MATCH in the requested context")
    },
    .init(scalar: "like", arguments: 2...3, flags: [.deterministic, .isLike]) {
      LikeFunctions.like($0.callContext, .init($1, $2))
    },
    .init(scalar: "instr", arguments: 2...2) { StringFunctions.instr($0.callContext, .init($1, $2)) },
    .init(scalar: "length", arguments: 1...1) { StringFunctions.length($0.callContext, .init($1, $2)) },
    .init(scalar: "octet_length", arguments: 1...1, flags: [.deterministic, .storedText]) {
      StringFunctions.octetLength($0.callContext, .init($1, $2))
    },
    .init(scalar: "lower", arguments: 1...1) {
      StringFunctions.changeCase($0.callContext, .init($1, $2), toUpper: false)
    },
    .init(scalar: "upper", arguments: 1...1) {
      StringFunctions.changeCase($0.callContext, .init($1, $2), toUpper: true)
    },
    .init(scalar: "ltrim", arguments: 1...2) { StringFunctions.trim($0.callContext, .init($1, $2), .left) },
    .init(scalar: "rtrim", arguments: 1...2) { StringFunctions.trim($0.callContext, .init($1, $2), .right) },
    .init(scalar: "trim", arguments: 1...2) { StringFunctions.trim($0.callContext, .init($1, $2), .both) },
    .init(scalar: "replace", arguments: 3...3) { StringFunctions.replace($0.callContext, .init($1, $2)) },
    .init(scalar: "substr", arguments: 2...3) { StringFunctions.substring($0.callContext, .init($1, $2)) },
    .init(scalar: "substring", arguments: 2...3) { StringFunctions.substring($0.callContext, .init($1, $2)) },
    .init(scalar: "unicode", arguments: 1...1) { StringFunctions.unicode($0.callContext, .init($1, $2)) },
  ]

  private static let values: [FunctionDefinition] = [
    .init(
      scalar: "coalesce", arguments: 2...maximumArguments, flags: [.deterministic, .inlined, .storedText]
    ) {
      ValueFunctions.coalesce($0.callContext, .init($1, $2))
    },
    .init(scalar: "ifnull", arguments: 2...2, flags: [.deterministic, .inlined, .storedText]) {
      ValueFunctions.coalesce($0.callContext, .init($1, $2))
    },
    .init(scalar: "if", arguments: 2...maximumArguments, flags: [.deterministic, .inlined, .storedText]) {
      ValueFunctions.iif($0.callContext, .init($1, $2))
    },
    .init(scalar: "iif", arguments: 2...maximumArguments, flags: [.deterministic, .inlined, .storedText]) {
      ValueFunctions.iif($0.callContext, .init($1, $2))
    },
    .init(scalar: "likely", arguments: 1...1, flags: [.deterministic, .inlined, .storedText]) {
      ValueFunctions.first($0.callContext, .init($1, $2))
    },
    .init(scalar: "unlikely", arguments: 1...1, flags: [.deterministic, .inlined, .storedText]) {
      ValueFunctions.first($0.callContext, .init($1, $2))
    },
    .init(scalar: "likelihood", arguments: 2...2, flags: [.deterministic, .inlined, .storedText]) {
      ValueFunctions.first($0.callContext, .init($1, $2))
    },
    .init(
      scalar: "min", arguments: 2...maximumArguments, flags: [.deterministic, .usesCollation, .storedText]
    ) {
      ValueFunctions.minimum($0.callContext, .init($1, $2))
    },
    .init(
      scalar: "max", arguments: 2...maximumArguments, flags: [.deterministic, .usesCollation, .storedText]
    ) {
      ValueFunctions.maximum($0.callContext, .init($1, $2))
    },
    .init(scalar: "nullif", arguments: 2...2, flags: [.deterministic, .usesCollation, .storedText]) {
      ValueFunctions.nullif($0.callContext, .init($1, $2))
    },
    .init(scalar: "typeof", arguments: 1...1, flags: [.deterministic, .inlined, .storedText]) {
      ValueFunctions.typeof($0.callContext, .init($1, $2))
    },
    .init(scalar: "subtype", arguments: 1...1, flags: [.deterministic, .readsSubtypes]) {
      ValueFunctions.subtype($0.callContext, .init($1, $2))
    },
  ]

  private static let bytes: [FunctionDefinition] = [
    .init(scalar: "hex", arguments: 1...1, flags: [.deterministic, .storedText]) {
      BlobFunctions.hex($0.callContext, .init($1, $2))
    },
    .init(scalar: "unhex", arguments: 1...2) { BlobFunctions.unhex($0.callContext, .init($1, $2)) },
    .init(scalar: "quote", arguments: 1...1) {
      BlobFunctions.quote($0.callContext, .init($1, $2), escapesControls: false)
    },
    .init(scalar: "unistr", arguments: 1...1) { BlobFunctions.unistr($0.callContext, .init($1, $2)) },
    .init(scalar: "unistr_quote", arguments: 1...1) {
      BlobFunctions.quote($0.callContext, .init($1, $2), escapesControls: true)
    },
    .init(scalar: "zeroblob", arguments: 1...1) { BlobFunctions.zeroblob($0.callContext, .init($1, $2)) },
    .init(scalar: "randomblob", arguments: 1...1, flags: []) {
      BlobFunctions.randomblob($0.callContext, .init($1, $2))
    },
    .init(scalar: "random", arguments: 0...0, flags: []) {
      BlobFunctions.random($0.callContext, .init($1, $2))
    },
  ]

  private static let connection: [FunctionDefinition] = [
    .init(scalar: "changes", arguments: 0...0, flags: []) {
      ConnectionFunctions.changes($0.callContext, .init($1, $2))
    },
    .init(scalar: "total_changes", arguments: 0...0, flags: []) {
      ConnectionFunctions.totalChanges($0.callContext, .init($1, $2))
    },
    .init(scalar: "last_insert_rowid", arguments: 0...0, flags: []) {
      ConnectionFunctions.lastInsertRowID($0.callContext, .init($1, $2))
    },
    .init(scalar: "sqlite_version", arguments: 0...0, flags: [.constantPerStatement]) { context, _, _ in
      context.callContext.result(ConnectionFunctions.version)
    },
    .init(scalar: "sqlite_source_id", arguments: 0...0, flags: [.constantPerStatement]) { context, _, _ in
      context.callContext.result(ConnectionFunctions.sourceID)
    },
    .init(scalar: "sqlite_compileoption_get", arguments: 1...1, flags: [.constantPerStatement]) {
      ConnectionFunctions.compileOption($0.callContext, .init($1, $2))
    },
    .init(scalar: "sqlite_compileoption_used", arguments: 1...1, flags: [.constantPerStatement]) {
      ConnectionFunctions.isCompileOptionUsed($0.callContext, .init($1, $2))
    },
    // Writes to a log that this library does not keep.
    .init(scalar: "sqlite_log", arguments: 2...2, flags: []) { _, _, _ in },
  ]
}
