// The constraints that a column definition may carry.

/// A column constraint.
@frozen
public enum ColumnConstraintKind: Sendable, Equatable {
  /// `PRIMARY KEY`
  case primaryKey(order: SortOrder, conflict: ConflictAction, autoincrement: Bool)
  /// `NOT NULL`
  case notNull(conflict: ConflictAction)
  /// `NULL`, which has no effect.
  case null(conflict: ConflictAction)
  /// `UNIQUE`
  case unique(conflict: ConflictAction)
  /// `CHECK (…)` with the span of the expression inside the parentheses.
  case check(ExprID, text: SourceRange)
  /// `DEFAULT …` with the span of the value; for `DEFAULT (…)` the span inside the parentheses.
  case defaultValue(ExprID, text: SourceRange)
  /// `COLLATE name`
  case collate(Name)
  /// `REFERENCES …`
  case references(ForeignKeyClause)
  /// A DEFERRABLE clause that follows no REFERENCES directly.
  case deferrable(Deferral)
  /// `[GENERATED ALWAYS] AS (…)` with the span of the expression.
  case generated(ExprID, storage: GeneratedStorage, text: SourceRange)
  /// `CONSTRAINT name` with nothing behind it.
  case named
}
