/// How long a statement takes, for `.timer`.
struct StatementClock {
  private let start = Self.now()
  private let usage = Self.usage()

  /// Wall-clock, user and system time since it was made.
  func report() -> String {
    let used = Self.usage()
    let real = Self.decimal(Self.now() - start, digits: 3)
    let user = Self.decimal(used.user - usage.user, digits: 6)
    let system = Self.decimal(used.system - usage.system, digits: 6)
    return "Run Time: real \(real) user \(user) sys \(system)\n"
  }

  /// Microseconds.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000
  }

  private static func usage() -> (user: Int, system: Int) {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    func microseconds(_ time: timeval) -> Int { Int(time.tv_sec) * 1_000_000 + Int(time.tv_usec) }
    return (microseconds(usage.ru_utime), microseconds(usage.ru_stime))
  }

  private static func decimal(_ microseconds: Int, digits: Int) -> String {
    var fraction = String(max(0, microseconds) % 1_000_000)
    fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
    return "\(max(0, microseconds) / 1_000_000).\(fraction.prefix(digits))"
  }
}
