// INSERT and REPLACE.

/// `INSERT [OR x] INTO …`; `REPLACE INTO` is `INSERT OR REPLACE`.
@frozen
public struct InsertStatement: Sendable, Equatable {
  /// WITH.
  public var with: WithID?
  /// OR x.
  public var conflict: ConflictAction
  /// The database.
  public var schema: Name?
  /// The table.
  public var table: Name
  /// AS.
  public var alias: Name?
  /// The column names, if written.
  public var columns: NodeList<Name>
  /// The rows.
  public var source: InsertSource
  /// ON CONFLICT clauses in order.
  public var upserts: NodeList<UpsertClause>
  /// RETURNING.
  public var returning: NodeList<ResultColumn>

  /// Makes a node from its parts.
  @inlinable
  public init(
    with: WithID? = nil, conflict: ConflictAction = .unspecified, schema: Name? = nil, table: Name,
    alias: Name? = nil, columns: NodeList<Name> = .empty, source: InsertSource,
    upserts: NodeList<UpsertClause> = .empty, returning: NodeList<ResultColumn> = .empty
  ) {
    self.with = with
    self.conflict = conflict
    self.schema = schema
    self.table = table
    self.alias = alias
    self.columns = columns
    self.source = source
    self.upserts = upserts
    self.returning = returning
  }
}
