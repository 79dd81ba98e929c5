/// Ends leases of read marks in time, also of stores that nobody uses any more: a job that runs while there are any.
final class ReadLockKeeper: @unchecked Sendable {
  // @unchecked: mutable members are guarded by `monitor`. Order of locks: a store's monitor, then this one.
  static let shared = ReadLockKeeper()

  /// Half of what a lease may last at most, so that a tick that comes late is still in time.
  private static let milliseconds = 25

  private let monitor = Monitor()
  private var stores: [Store] = []
  private var isRunning = false

  /// Ticks for a store until it has no lease any more. Called inside the store's monitor.
  func watch(_ store: Store) {
    monitor.lock()
    defer { monitor.unlock() }
    stores.append(store)
    // (A test that orders all that happens has no time that passes.)
    guard !isRunning, ScheduleHook.yield == nil else { return }
    isRunning = true
    WorkerThreads.shared.submit { self.run() }
  }

  private func run() {
    monitor.lock()
    while !stores.isEmpty {
      monitor.wait(milliseconds: Self.milliseconds)
      var watched: [Store] = []
      swap(&watched, &stores)
      monitor.unlock()
      // A store that nobody else has any more goes here, without the lock: its end may ask for more.
      watched = watched.filter { $0.leaseTick() }
      monitor.lock()
      stores += watched
    }
    isRunning = false
    monitor.unlock()
  }
}
