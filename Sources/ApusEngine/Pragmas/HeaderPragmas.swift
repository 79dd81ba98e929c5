/// Pragmas that read and write fields of the database header.
enum HeaderPragmas {
  static let all: [PragmaDefinition] = [
    header("user_version", .userVersion),
    header("application_id", .applicationID),
    header("schema_version", .schemaCookie),
    PragmaDefinition("freelist_count", needs: .readTransaction) {
      call, connection, rows throws(DatabaseError) in
      rows.append(.integer(Int64(try connection.tree(call.database).meta(.freelistCount))))
    },
    PragmaDefinition("data_version", needs: .readTransaction) {
      call, connection, rows throws(DatabaseError) in
      rows.append(.integer(try connection.database(call.database).dataVersion))
    },
    PragmaDefinition("encoding", answersAssignment: false, needs: .schema) {
      call, connection, rows throws(DatabaseError) in
      try encoding(call, connection, &rows)
    },
  ]

  /// A 32-bit signed field: read without an argument, written with one.
  private static func header(_ name: String, _ field: HeaderField) -> PragmaDefinition {
    PragmaDefinition(name, answersAssignment: false, needs: .writeTransactionForArgument) {
      call, connection, rows throws(DatabaseError) in
      let tree = try connection.tree(call.database)
      guard let argument = call.argument else {
        rows.append(.integer(Int64(Int32(bitPattern: try tree.meta(field)))))
        return
      }
      try tree.setMeta(field, UInt32(bitPattern: PragmaArgument.integer32(argument)))
      if field == .schemaCookie { try connection.schemaCookieChanged(inDatabase: call.database) }
    }
  }

  private static func encoding(
    _ call: PragmaCall, _ connection: Connection, _ rows: inout PragmaRows
  ) throws(DatabaseError) {
    guard let argument = call.argument else {
      switch connection.encoding {
      case .utf8: rows.append("UTF-8")
      case .utf16LittleEndian: rows.append("UTF-16le")
      case .utf16BigEndian: rows.append("UTF-16be")
      }
      return
    }
    // Only a main database without content can still choose; SQLite ignores the pragma otherwise, wrong names too.
    guard try connection.canChooseEncoding else { return }
    let wanted: TextEncoding
    switch argument.lowercasedASCII {
    case "utf8", "utf-8": wanted = .utf8
    case "utf-16le", "utf16le": wanted = .utf16LittleEndian
    case "utf-16be", "utf16be": wanted = .utf16BigEndian
    case "utf-16", "utf16": wanted = .utf16LittleEndian
    default: throw DatabaseError(.error, "unsupported encoding: \(argument)")
    }
    try connection.chooseEncoding(wanted)
  }
}
