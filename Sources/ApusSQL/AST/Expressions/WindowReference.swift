// What stands behind OVER.

/// The window of a function call.
@frozen
public enum WindowReference: Sendable, Equatable {
  /// No OVER clause.
  case none
  /// `OVER name`
  case named(Name)
  /// `OVER (…)`
  case definition(WindowID)
}
