// CREATE VIEW.

/// `CREATE [TEMP] VIEW [IF NOT EXISTS] name [(columns)] AS SELECT …`
@frozen
public struct CreateViewStatement: Sendable, Equatable {
  /// TEMP.
  public var isTemporary: Bool
  /// IF NOT EXISTS.
  public var ifNotExists: Bool
  /// The database.
  public var schema: Name?
  /// The view.
  public var name: Name
  /// The column names, if written.
  public var columns: NodeList<Name>
  /// The body; its range is in the SELECT node.
  public var select: SelectID

  /// Makes a node from its parts.
  @inlinable
  public init(
    isTemporary: Bool = false, ifNotExists: Bool = false, schema: Name? = nil, name: Name,
    columns: NodeList<Name> = .empty, select: SelectID
  ) {
    self.isTemporary = isTemporary
    self.ifNotExists = ifNotExists
    self.schema = schema
    self.name = name
    self.columns = columns
    self.select = select
  }
}
