#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
  /// Threads for work that blocks, which must not run on the threads of Swift's concurrency: there are only as many of
  /// those as cores. A job gets an idle thread or a new one; a thread ends when it has had nothing to do for a while.
  package final class WorkerThreads: @unchecked Sendable {
    // @unchecked: mutable members are guarded by `monitor`.
    package static let shared = WorkerThreads()

    private let monitor = Monitor()
    private var jobs: [@Sendable () -> Void] = []
    private var idle = 0

    private static let idleMilliseconds = 5000
    private static let stackSize = 8 << 20

    /// Runs `job` on one of the threads, soon.
    package func submit(_ job: @escaping @Sendable () -> Void) {
      monitor.lock()
      jobs.append(job)
      let needsThread = jobs.count > idle
      if !needsThread { monitor.notifyAll() }
      monitor.unlock()
      if needsThread && !startThread() {
        // No thread to be had: the job that waits longest runs here.
        monitor.lock()
        let first = jobs.isEmpty ? nil : jobs.removeFirst()
        monitor.unlock()
        first?()
      }
    }

    private func startThread() -> Bool {
      var attributes = pthread_attr_t()
      guard pthread_attr_init(&attributes) == 0 else { return false }
      defer { pthread_attr_destroy(&attributes) }
      pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
      pthread_attr_setstacksize(&attributes, Self.stackSize)
      #if canImport(Darwin)
        var thread: pthread_t?
      #else
        var thread = pthread_t()
      #endif
      let status = pthread_create(
        &thread, &attributes,
        { _ in
          WorkerThreads.shared.serve()
          return nil
        }, nil)
      return status == 0
    }

    /// Runs a job without the lock. What it holds is gone before the lock is taken again: the last use of a connection closes its files, and
    /// that may submit a job.
    private func run(_ job: consuming @escaping @Sendable () -> Void) {
      monitor.unlock()
      do {
        let own = consume job
        own()
      }
      monitor.lock()
    }

    private func serve() {
      monitor.lock()
      while true {
        var waited = false
        while jobs.isEmpty {
          if waited {
            monitor.unlock()
            return
          }
          idle += 1
          monitor.wait(milliseconds: Self.idleMilliseconds)
          idle -= 1
          waited = jobs.isEmpty
        }
        run(jobs.removeFirst())
      }
    }
  }
#endif
