// One expression node. Trivial data of at most 20 bytes: children are identifiers into the same arena.
// Parentheses leave no node; the source ranges in `AST.range(_:)` tell where a node stood.

/// An expression.
@frozen
public enum ExprNode: Sendable, Equatable {
  /// `NULL`
  case null
  /// An integer literal that fits 64 bits; hexadecimal literals are two's complement.
  case integer(Int64)
  /// A numeric literal with a point or exponent, or a decimal or hexadecimal integer that does not fit 64
  /// bits; the digits without separators. SQLite refuses such a hexadecimal literal when it generates code
  /// (`hex literal too big`). `9223372036854775808` under a minus sign is the smallest integer.
  case real(Text)
  /// A string literal, dequoted.
  case string(Text)
  /// A blob literal, decoded.
  case blob(Text)
  /// `CURRENT_DATE` and its siblings.
  case current(CurrentTimeKind)
  /// A bind parameter.
  case parameter(ParameterID)
  /// A bare name: a column, or `TRUE`/`FALSE`, or a string if double-quoted and unknown.
  case column(Name)
  /// `table.column` or `schema.table.column`.
  case qualifiedColumn(QualifiedNameID)
  /// A prefix operator or null test.
  case unary(UnaryOperator, ExprID)
  /// An infix operator.
  case binary(BinaryOperator, ExprID, ExprID)
  /// `x COLLATE name`
  case collate(ExprID, CollationID)
  /// `text [NOT] LIKE pattern [ESCAPE escape]`: the text first.
  case pattern(ExprID, ExprID, escape: ExprID?, PatternOperator, negated: Bool)
  /// `x [NOT] BETWEEN low AND high`
  case between(ExprID, low: ExprID, high: ExprID, negated: Bool)
  /// `x [NOT] IN (a, b, …)`; the list may be empty.
  case inList(ExprID, NodeList<ExprID>, negated: Bool)
  /// `x [NOT] IN (SELECT …)`
  case inSelect(ExprID, SelectID, negated: Bool)
  /// `x [NOT] IN table` or `x [NOT] IN function(…)`
  case inTable(ExprID, TableReferenceID, negated: Bool)
  /// `EXISTS (SELECT …)`
  case exists(SelectID)
  /// `(SELECT …)` as a value or row value.
  case subquery(SelectID)
  /// `CASE … END`
  case caseWhen(CaseID)
  /// `CAST(x AS type)`
  case cast(ExprID, type: TypeNameID)
  /// A function call, aggregate and window functions included.
  case function(FunctionID)
  /// A row value `(a, b, …)` of at least two elements.
  case row(NodeList<ExprID>)
  /// `RAISE(…)`
  case raise(RaiseAction, message: ExprID?)
}
