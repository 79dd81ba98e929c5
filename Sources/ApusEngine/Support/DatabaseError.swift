/// The one error type of the engine and of the public API.
///
/// It is one word wide (a reference to immutable storage), so that `throws(DatabaseError)` costs a
/// register on the path where nothing is thrown.
public struct DatabaseError: Error, Sendable {
  private final class Storage: Sendable {
    let code: ResultCode
    let message: String
    let page: UInt32?
    let pageOffset: Int?
    let sqlOffset: Int?
    let constraint: ConstraintViolation?
    let systemError: Int32?
    let detail: String?
    let statement: String?

    init(
      code: ResultCode, message: String, page: UInt32?, pageOffset: Int?, sqlOffset: Int?,
      constraint: ConstraintViolation?, systemError: Int32?, detail: String?, statement: String?
    ) {
      self.code = code
      self.message = message
      self.page = page
      self.pageOffset = pageOffset
      self.sqlOffset = sqlOffset
      self.constraint = constraint
      self.systemError = systemError
      self.detail = detail
      self.statement = statement
    }
  }

  private let storage: Storage

  public init(
    _ code: ResultCode, _ message: String, page: UInt32? = nil, pageOffset: Int? = nil,
    sqlOffset: Int? = nil, constraint: ConstraintViolation? = nil, systemError: Int32? = nil,
    detail: String? = nil, statement: String? = nil
  ) {
    storage = Storage(
      code: code, message: message, page: page, pageOffset: pageOffset, sqlOffset: sqlOffset,
      constraint: constraint, systemError: systemError, detail: detail, statement: statement)
  }

  /// The primary or extended result code, numbered as SQLite numbers it.
  public var code: ResultCode { storage.code }
  /// The text that `sqlite3_errmsg()` gives for the same failure.
  public var message: String { storage.message }
  /// For `.corrupt`: the number of the damaged page, from 1.
  public var page: UInt32? { storage.page }
  /// For `.corrupt`: the byte offset of the damage within its page.
  public var pageOffset: Int? { storage.pageOffset }
  /// The byte offset into the statement's UTF-8 text at which the error was found.
  public var sqlOffset: Int? { storage.sqlOffset }
  /// What was violated, when `code.primary` is `.constraint`.
  public var constraint: ConstraintViolation? { storage.constraint }
  /// `errno` of the failing system call, for errors of the operating system.
  public var systemError: Int32? { storage.systemError }
  /// What exactly is wrong, in words of Apus; `message` alone is SQLite's text.
  public var detail: String? { storage.detail }
  /// The SQL text that was given with the failing statement; `sqlOffset` counts in it. nil for errors outside
  /// statements.
  public var statement: String? { storage.statement }

  /// A damaged file: names the page and the byte offset in it. Without an offset the page as a whole is meant, and the
  /// place is that of its B-tree header. Who decodes bytes without knowing where they come from leaves both out; who
  /// gave it the bytes adds them with `located`.
  @inline(never)
  public static func corrupt(_ what: String, page: UInt32? = nil, offset: Int? = nil) -> DatabaseError {
    DatabaseError(
      .corrupt, "database disk image is malformed", page: page,
      pageOffset: offset ?? page.map { DamagePlace(page: $0).offset }, detail: what.isEmpty ? nil : what)
  }

  /// The same error with a place; an error that has one, or is not about damage, stays as it is.
  @inline(never)
  func located(_ place: DamagePlace) -> DatabaseError {
    guard code.primary == .corrupt, page == nil else { return self }
    return DatabaseError(
      code, message, page: place.page, pageOffset: place.offset, sqlOffset: sqlOffset,
      constraint: constraint, systemError: systemError, detail: detail, statement: statement)
  }
}

/// Where in a database file something stands.
public struct DamagePlace: Sendable, Hashable {
  /// From 1.
  public var page: UInt32
  /// Bytes from the page's start.
  public var offset: Int

  public init(page: UInt32, offset: Int) {
    self.page = page
    self.offset = offset
  }

  /// A page as a whole: its B-tree header, which on page 1 stands behind the file's.
  public init(page: UInt32) { self.init(page: page, offset: page == 1 ? DatabaseHeader.size : 0) }
}

extension DatabaseError {
  /// Rows without a parent are left at the end of a statement or transaction.
  /// - Parameter violation: which ones, when that is known.
  static func countedForeignKeyViolation(_ violation: ConstraintViolation? = nil) -> DatabaseError {
    DatabaseError(
      .constraintForeignKey, "FOREIGN KEY constraint failed",
      constraint: violation ?? ConstraintViolation(kind: .foreignKey, table: ""))
  }
}

extension DatabaseError: CustomStringConvertible {
  /// The message, then where and what exactly.
  public var description: String {
    var text = message
    if let page {
      text += ": page \(page)"
      if let pageOffset { text += ", offset \(pageOffset)" }
    }
    if let detail { text += " (\(detail))" }
    return text
  }
}
