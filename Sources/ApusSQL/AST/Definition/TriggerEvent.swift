// What fires a trigger.

/// DELETE, INSERT or UPDATE.
@frozen
public enum TriggerEvent: Sendable, Equatable {
  /// `DELETE`
  case delete
  /// `INSERT`
  case insert
  /// `UPDATE [OF columns]`
  case update(NodeList<Name>)
}
