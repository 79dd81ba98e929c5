// From text to prepared statements.

extension Connection {
  /// Compiles the first statement of `sql`.
  /// - Returns: the statement, nil when there is only white space and comments, and the offset of what follows it.
  /// - Throws: `.tooBig` above the length limit, `.misuse` without a compiler, and what compiling throws.
  public func prepare(
    _ sql: UnsafeBufferPointer<UInt8>
  ) throws(DatabaseError) -> (statement: PreparedStatement?, tail: Int) {
    let key = StatementCache.key(for: sql)
    if let known = statementCache.take(sql, key: key) { return (known, sql.count) }
    let compiled = try compile(sql)
    guard let program = compiled.program else { return (nil, compiled.tail) }
    let text = [UInt8](UnsafeBufferPointer(rebasing: sql[..<min(max(compiled.tail, 0), sql.count)]))
    let isWhole = compiled.isCacheable && text.count == sql.count
    let statement = PreparedStatement(
      connection: self, text: text, program: program, cacheKey: isWhole ? key : nil)
    return (statement, compiled.tail)
  }

  /// Compiles the first statement of `sql`.
  public func prepare(_ sql: String) throws(DatabaseError) -> (statement: PreparedStatement?, tail: Int) {
    var copy = sql
    let result = copy.withUTF8 { bytes -> Result<(PreparedStatement?, Int), DatabaseError> in
      do throws(DatabaseError) {
        return .success(try prepare(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Gives a statement back that is not needed any more; its program may serve the same text again.
  public func finish(_ statement: PreparedStatement) {
    statement.reset()
    guard let key = statement.cacheKey else { return }
    statement.clearBindings()
    statementCache.put(statement, text: statement.text, key: key, limit: settings.statementCacheSize)
  }

  func compile(_ text: [UInt8]) throws(DatabaseError) -> CompiledStatement {
    let result = text.withUnsafeBufferPointer { bytes -> Result<CompiledStatement, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try compile(bytes))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func compile(_ sql: UnsafeBufferPointer<UInt8>) throws(DatabaseError) -> CompiledStatement {
    guard sql.count <= settings.sqlLengthLimit else { throw DatabaseError(.tooBig, "string or blob too big") }
    guard let compiler else { throw DatabaseError(.misuse, "the connection has no compiler") }
    do throws(DatabaseError) {
      return try compiler.compile(sql, connection: self)
    } catch {
      if let name = MissingCollation.name(in: error), try provideCollation(named: name) {
        return try compile(sql)
      }
      // It may be right under a schema that another connection or process has made since.
      guard error.code == .error, (try? rereadCatalogs()) == true else { throw error }
      return try compiler.compile(sql, connection: self)
    }
  }
}
