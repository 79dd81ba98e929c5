import Foundation

@_spi(Testing) import ApusEngine

/// Runs processes on threads of which one runs at a time. At every yield the policy says which goes on, so that a schedule is its policy.
final class Scheduler: @unchecked Sendable {
  // @unchecked: everything belongs to the thread that runs; semaphores pass it on.

  /// Which process goes on.
  enum Policy {
    /// The present one, but for these steps, at which another one takes over.
    case preempt([Int: Int])
    /// Priorities that change at some steps (Burckhardt et al., A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs, 2010).
    case priorities([Int], changes: Set<Int>)
  }

  private let turns: [DispatchSemaphore]
  private let allDone = DispatchSemaphore(value: 0)
  private var policy: Policy
  private var running: Int
  private var isFinished: [Bool]
  private(set) var steps = 0
  /// Steps after which a run counts as one that does not end.
  static let limit = 400_000

  init(count: Int, first: Int, policy: Policy) {
    turns = (0..<count).map { _ in DispatchSemaphore(value: 0) }
    isFinished = Array(repeating: false, count: count)
    running = first
    self.policy = policy
  }

  /// Runs each body to its end.
  func run(_ bodies: [() -> Void]) {
    struct Job: @unchecked Sendable { let body: () -> Void }
    ScheduleHook.yield = { self.yield(waits: $0) }
    for (number, body) in bodies.enumerated() {
      let job = Job(body: body)
      ProcessThreads.shared.submit(number) {
        self.turns[number].wait()
        job.body()
        self.finish()
      }
    }
    turns[running].signal()
    allDone.wait()
    ScheduleHook.yield = { _ in }
  }

  private func yield(waits: Bool) {
    steps += 1
    if steps > Self.limit { giveUp() }
    pass(to: next(waits: waits))
  }

  /// The threads of such a run cannot be ended: the program is over.
  private func giveUp() -> Never {
    say("\(ScheduledRun.present): it does not end")
    say(Thread.callStackSymbols.filter { $0.contains("Apus") }.joined(separator: "\n"))
    exit(1)
  }

  private func pass(to next: Int) {
    guard next != running else { return }
    let me = running
    running = next
    turns[next].signal()
    turns[me].wait()
  }

  private func next(waits: Bool) -> Int {
    switch policy {
    case .preempt(let preemptions):
      if let wanted = preemptions[steps], !isFinished[wanted] { return wanted }
      return waits ? another(after: running) : running
    case .priorities(var order, let changes):
      if waits || changes.contains(steps) {
        // The lowest from here on.
        order.removeAll { $0 == running }
        order.append(running)
        policy = .priorities(order, changes: changes)
      }
      return order.first { !isFinished[$0] } ?? running
    }
  }

  private func another(after process: Int) -> Int {
    for distance in 1..<max(turns.count, 2) {
      let candidate = (process + distance) % turns.count
      if !isFinished[candidate] { return candidate }
    }
    return process
  }

  private func finish() {
    isFinished[running] = true
    let next = another(after: running)
    if isFinished[next] {
      allDone.signal()
    } else {
      running = next
      turns[next].signal()
    }
  }
}

/// Threads that wait for jobs, one job at a time each.
final class ProcessThreads: @unchecked Sendable {
  // @unchecked: a job is handed over by a semaphore.
  static let shared = ProcessThreads()
  private var threads: [ProcessThread] = []

  func submit(_ number: Int, _ job: @escaping () -> Void) {
    while threads.count <= number { threads.append(ProcessThread()) }
    threads[number].run(job)
  }
}

private final class ProcessThread: @unchecked Sendable {
  private let hasJob = DispatchSemaphore(value: 0)
  private let isIdle = DispatchSemaphore(value: 1)
  private var job: () -> Void = {}

  init() {
    let thread = Thread { [self] in
      while true {
        hasJob.wait()
        job()
        job = {}
        isIdle.signal()
      }
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  func run(_ job: @escaping () -> Void) {
    isIdle.wait()
    self.job = job
    hasJob.signal()
  }
}
