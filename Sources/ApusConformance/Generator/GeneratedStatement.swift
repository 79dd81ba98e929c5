/// A statement of the generator.
struct GeneratedStatement: Sendable, Equatable {
  enum Kind: String, Sendable {
    /// Gives rows and changes nothing.
    case query
    case change
    case definition
    case transaction
    /// Settings at the start.
    case setting
    /// A deliberate mistake.
    case mistake
  }

  var sql: String
  var kind: Kind
  /// Distinct tables that it touches.
  var tables: Int
  /// The generator must hear the outcome before it goes on.
  var needsOutcome = false
}
