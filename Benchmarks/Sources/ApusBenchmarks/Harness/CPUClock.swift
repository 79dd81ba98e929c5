#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The processor time of this process: on a shared machine it says more than the time on the wall.
enum CPUClock {
  /// Seconds of user and system time of all threads so far.
  static var now: Double {
    var time = timespec()
    guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else {
      fatalError("the processor clock cannot be read: \(errno)")
    }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
