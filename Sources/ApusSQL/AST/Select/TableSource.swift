// One member of a FROM clause and how it joins the members on its left. `a JOIN b JOIN c` is the flat list of
// three; joins associate to the left.

/// A table source.
@frozen
public struct TableSource: Sendable, Equatable {
  /// How it joins the sources before it; empty for the first.
  public var join: JoinType
  /// What it is.
  public var kind: TableSourceKind
  /// The name behind AS.
  public var alias: Name?
  /// INDEXED BY.
  public var index: IndexHint
  /// ON.
  public var on: ExprID?
  /// USING.
  public var using: NodeList<Name>
  /// The span of the table and alias.
  public var range: SourceRange

  /// Makes a node from its parts.
  @inlinable
  public init(
    join: JoinType = [], kind: TableSourceKind, alias: Name? = nil, index: IndexHint = .none,
    on: ExprID? = nil, using: NodeList<Name> = .empty, range: SourceRange = .none
  ) {
    self.join = join
    self.kind = kind
    self.alias = alias
    self.index = index
    self.on = on
    self.using = using
    self.range = range
  }
}
