/// How many foreign keys are violated that are looked at when the transaction commits. Counts may pass below zero: a row
/// that was stored while foreign keys were off can be repaired without ever having been counted.
struct DeferredViolations: BitwiseCopyable {
  /// Of constraints declared INITIALLY DEFERRED.
  var declared: Int64 = 0
  /// Of immediate constraints, counted here because of `PRAGMA defer_foreign_keys`.
  var postponed: Int64 = 0

  var total: Int64 { declared &+ postponed }
}
