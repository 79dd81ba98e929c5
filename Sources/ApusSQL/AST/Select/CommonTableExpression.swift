// One member of a WITH clause.

/// `name [(columns)] AS [[NOT] MATERIALIZED] (SELECT …)`
@frozen
public struct CommonTableExpression: Sendable, Equatable {
  /// The name.
  public var name: Name
  /// The column names, if written.
  public var columns: NodeList<Name>
  /// The hint.
  public var materialization: Materialization
  /// The body.
  public var select: SelectID

  /// Makes a node from its parts.
  @inlinable
  public init(
    name: Name, columns: NodeList<Name> = .empty, materialization: Materialization = .unspecified,
    select: SelectID
  ) {
    self.name = name
    self.columns = columns
    self.materialization = materialization
    self.select = select
  }
}
