// What DROP drops.

/// A kind of schema object.
@frozen
public enum SchemaObjectKind: UInt8, Sendable, Equatable {
  /// A table.
  case table
  /// An index.
  case index
  /// A view.
  case view
  /// A trigger.
  case trigger
}
