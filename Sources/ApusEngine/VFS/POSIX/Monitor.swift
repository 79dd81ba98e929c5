#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
  /// A mutual-exclusion lock with one condition that waiters wait for, without polling.
  package final class Monitor: @unchecked Sendable {
    // @unchecked: the POSIX objects are made for use by several threads.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    package init() {
      mutex.initialize(to: pthread_mutex_t())
      condition.initialize(to: pthread_cond_t())
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(condition, nil)
    }

    deinit {
      pthread_cond_destroy(condition)
      pthread_mutex_destroy(mutex)
      mutex.deallocate()
      condition.deallocate()
    }

    @inline(__always)
    package func lock() { pthread_mutex_lock(mutex) }

    @inline(__always)
    package func unlock() { pthread_mutex_unlock(mutex) }

    /// Wakes every waiter. The caller holds the lock.
    package func notifyAll() { pthread_cond_broadcast(condition) }

    /// Milliseconds since some moment, on a clock that nobody sets.
    static var milliseconds: Int64 {
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }

    /// Gives the lock up until notified or the time is over, then holds it again.
    package func wait(milliseconds: Int) {
      if let yield = ScheduleHook.yield { return yield(true) }
      var deadline = timespec()
      clock_gettime(CLOCK_REALTIME, &deadline)
      deadline.tv_sec += time_t(milliseconds / 1000)
      deadline.tv_nsec += (milliseconds % 1000) * 1_000_000
      if deadline.tv_nsec >= 1_000_000_000 {
        deadline.tv_nsec -= 1_000_000_000
        deadline.tv_sec += 1
      }
      pthread_cond_timedwait(condition, mutex, &deadline)
    }
  }

  /// A thread of this process; equal while both live.
  package struct ThreadIdentity: Hashable, Sendable {
    private let bits: UInt

    package static var current: ThreadIdentity {
      // A number or a pointer, as the platform likes it.
      withUnsafeBytes(of: pthread_self()) { ThreadIdentity(bits: $0.loadUnaligned(as: UInt.self)) }
    }
  }
#endif
