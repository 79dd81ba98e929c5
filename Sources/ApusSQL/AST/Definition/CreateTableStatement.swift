// CREATE TABLE.

/// `CREATE [TEMP] TABLE [IF NOT EXISTS] …`
@frozen
public struct CreateTableStatement: Sendable, Equatable {
  /// TEMP.
  public var isTemporary: Bool
  /// IF NOT EXISTS.
  public var ifNotExists: Bool
  /// The database.
  public var schema: Name?
  /// The table.
  public var name: Name
  /// What it is made of.
  public var body: CreateTableBody
  /// STRICT.
  public var isStrict: Bool
  /// WITHOUT ROWID.
  public var isWithoutRowid: Bool
  /// The token behind the last column definition: the comma before the table constraints, or the parenthesis.
  public var columnsEnd: SourceRange

  /// Makes a node from its parts.
  @inlinable
  public init(
    isTemporary: Bool = false, ifNotExists: Bool = false, schema: Name? = nil, name: Name,
    body: CreateTableBody, isStrict: Bool = false, isWithoutRowid: Bool = false,
    columnsEnd: SourceRange = .none
  ) {
    self.isTemporary = isTemporary
    self.ifNotExists = ifNotExists
    self.schema = schema
    self.name = name
    self.body = body
    self.isStrict = isStrict
    self.isWithoutRowid = isWithoutRowid
    self.columnsEnd = columnsEnd
  }
}
