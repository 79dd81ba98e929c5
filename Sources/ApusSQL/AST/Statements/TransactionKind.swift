// The word behind BEGIN.

/// How a transaction takes its locks.
@frozen
public enum TransactionKind: UInt8, Sendable, Equatable {
  /// Not written: deferred.
  case unspecified
  /// `DEFERRED`
  case deferred
  /// `IMMEDIATE`
  case immediate
  /// `EXCLUSIVE`
  case exclusive
}
