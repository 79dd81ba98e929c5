import Synchronization

/// The cancellation of one access: it interrupts the connection while the access has it, and never after.
final class Cancellation: Sendable {
  private struct State {
    var isRequested = false
    var interruption: Interruption?
  }

  private let state: Mutex<State>

  init(_ interruption: Interruption) { state = Mutex(State(interruption: interruption)) }

  var isRequested: Bool { state.withLock { $0.isRequested } }

  func request() {
    state.withLock {
      $0.isRequested = true
      $0.interruption?.request()
    }
  }

  /// The access is over; the connection belongs to others.
  func end() { state.withLock { $0.interruption = nil } }

  /// A statement's start clears the connection's own request, so that this one is looked at before each.
  func check() throws(DatabaseError) {
    if isRequested { throw DatabaseError(.interrupt, "interrupted") }
  }
}
