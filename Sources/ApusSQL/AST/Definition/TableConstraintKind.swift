// The constraints that a table definition may carry.

/// A table constraint.
@frozen
public enum TableConstraintKind: Sendable, Equatable {
  /// `PRIMARY KEY (…)`
  case primaryKey(NodeList<OrderingTerm>, autoincrement: Bool, conflict: ConflictAction)
  /// `UNIQUE (…)`
  case unique(NodeList<OrderingTerm>, conflict: ConflictAction)
  /// `CHECK (…)`; the conflict clause has no effect.
  case check(ExprID, text: SourceRange, conflict: ConflictAction)
  /// `FOREIGN KEY (…) REFERENCES …`
  case foreignKey(columns: NodeList<Name>, ForeignKeyClause)
  /// `CONSTRAINT name` with nothing behind it.
  case named
}
