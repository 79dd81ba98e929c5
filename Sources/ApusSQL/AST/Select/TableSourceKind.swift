// What a FROM clause may hold.

/// The kind of a table source.
@frozen
public enum TableSourceKind: Sendable, Equatable {
  /// A table, view or common table expression.
  case table(schema: Name?, name: Name)
  /// A table-valued function.
  case function(schema: Name?, name: Name, arguments: NodeList<ExprID>)
  /// `(SELECT …)`
  case subquery(SelectID)
  /// A parenthesised join.
  case group(NodeList<TableSource>)
}
