// REFERENCES and what follows it.

/// `REFERENCES table [(columns)] [ON …] [MATCH …] [DEFERRABLE …]`
@frozen
public struct ForeignKeyClause: Sendable, Equatable {
  /// The parent table.
  public var table: Name
  /// The parent columns, if written.
  public var columns: NodeList<Name>
  /// ON DELETE.
  public var onDelete: ForeignKeyAction
  /// ON UPDATE.
  public var onUpdate: ForeignKeyAction
  /// MATCH, which has no effect.
  public var match: Name?
  /// DEFERRABLE. A column constraint has it here as well, though it is a clause of its own in the grammar.
  public var deferral: Deferral

  /// Makes a node from its parts.
  @inlinable
  public init(
    table: Name, columns: NodeList<Name> = .empty, onDelete: ForeignKeyAction = .unspecified,
    onUpdate: ForeignKeyAction = .unspecified, match: Name? = nil, deferral: Deferral = .unspecified
  ) {
    self.table = table
    self.columns = columns
    self.onDelete = onDelete
    self.onUpdate = onUpdate
    self.match = match
    self.deferral = deferral
  }
}
