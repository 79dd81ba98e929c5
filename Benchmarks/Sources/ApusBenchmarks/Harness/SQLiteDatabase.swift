import CSQLite

struct SQLiteFailure: Error, CustomStringConvertible {
  let description: String
}

/// A connection to the C library.
final class SQLiteDatabase {
  let handle: OpaquePointer

  init(_ path: String) throws {
    var opened: OpaquePointer?
    guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else {
      throw SQLiteFailure(description: "cannot open \(path)")
    }
    handle = opened
  }

  deinit { sqlite3_close(handle) }

  var failure: SQLiteFailure { SQLiteFailure(description: String(cString: sqlite3_errmsg(handle))) }

  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// The caller finalizes the statement.
  func prepare(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      throw failure
    }
    return statement
  }

  static var version: String { String(cString: sqlite3_libversion()) }
}
