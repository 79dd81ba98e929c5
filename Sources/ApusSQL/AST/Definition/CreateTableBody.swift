// Columns or a SELECT.

/// What a new table is made of.
@frozen
public enum CreateTableBody: Sendable, Equatable {
  /// Column definitions and table constraints.
  case columns(NodeList<ColumnDefinition>, NodeList<TableConstraint>)
  /// `AS SELECT …`
  case select(SelectID)
}
