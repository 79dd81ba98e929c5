/// What BEGIN locks at once.
public enum TransactionMode: Int32, Sendable {
  /// Nothing: the first read and the first write do.
  case deferred = 0
  /// The write lock.
  case immediate = 1
  /// The write lock, and readers are kept out where the journal mode allows it.
  case exclusive = 2
}
