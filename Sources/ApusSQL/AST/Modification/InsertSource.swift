// Where inserted rows come from.

/// The rows of an INSERT.
@frozen
public enum InsertSource: Sendable, Equatable {
  /// `DEFAULT VALUES`
  case defaultValues
  /// A SELECT, or VALUES.
  case select(SelectID)
}
