/// What a compiler makes of the first statement of a text.
public struct CompiledStatement: Sendable {
  /// nil when there is nothing but white space and comments.
  public var program: Program?
  /// Where the rest of the text begins.
  public var tail: Int
  /// May be kept in the statement cache by its text: false for what must see the schema anew.
  public var isCacheable: Bool

  public init(program: Program?, tail: Int, isCacheable: Bool = true) {
    self.program = program
    self.tail = tail
    self.isCacheable = isCacheable
  }
}

/// The way from SQL text to a program: parser, binder, planner, code generator. The connection holds one.
public protocol StatementCompiler: Sendable {
  /// Compiles the first statement of `sql` against the connection's present catalogs.
  /// - Throws: syntax and binding errors with `sqlOffset` counted from the start of `sql`.
  func compile(
    _ sql: UnsafeBufferPointer<UInt8>, connection: Connection
  ) throws(DatabaseError) -> CompiledStatement
}
