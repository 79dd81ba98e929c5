import Foundation

@_spi(Testing) import ApusEngine

/// Tries schedules of a scenario: all with one preemption, as many with two as the budget allows, then by random priorities.
struct Explorer {
  let scenario: Scenario
  /// Schedules to try, at most.
  let budget: Int
  let seed: UInt64

  struct Outcome {
    var schedules = 0
    var steps = 0
    var commits = 0
    var refusals = 0
    /// All schedules with one preemption were tried.
    var isExhaustive = false
    var violation: String?
  }

  func explore() throws -> Outcome {
    var outcome = Outcome()
    let disk = try scenario.makeDisk()
    var random = Random(seed)
    var lengths: [Int] = []
    func attempt(_ first: Int, _ policy: Scheduler.Policy, _ name: @autoclosure () -> String) -> Int {
      ScheduledRun.present = "\(scenario.name), \(name())"
      let run = ScheduledRun(scenario, disk: disk, first: first, policy: policy)
      let (violation, steps) = run.run()
      outcome.schedules += 1
      outcome.steps += steps
      outcome.commits += run.commits
      outcome.refusals += run.refusals
      if let violation, outcome.violation == nil { outcome.violation = "\(name()): \(violation)" }
      return steps
    }
    let count = scenario.processes.count
    for first in 0..<count { lengths.append(attempt(first, .preempt([:]), "process \(first) first")) }
    // One preemption: at every step, by every other process.
    let single = lengths.reduce(0, +) * (count - 1)
    let stride = max(1, single * 2 / max(budget, 1))
    outcome.isExhaustive = stride == 1
    for first in 0..<count {
      for at in Swift.stride(from: 1 + random.below(stride), through: lengths[first], by: stride) {
        for other in 0..<count where other != first && outcome.violation == nil {
          _ = attempt(first, .preempt([at: other]), "process \(first) first, \(other) at step \(at)")
        }
      }
    }
    // Two, by lot, and priorities.
    while outcome.schedules < budget, outcome.violation == nil {
      let first = random.below(count)
      let length = lengths[first]
      if random.oneIn(2) {
        let one = 1 + random.below(length)
        let two = one + 1 + random.below(min(length, 120))
        let policy = Scheduler.Policy.preempt([one: random.below(count), two: random.below(count)])
        _ = attempt(first, policy, "process \(first) first, \(policy)")
      } else {
        var order = Array(0..<count)
        for index in order.indices { order.swapAt(index, random.below(count)) }
        let changes = Set((0..<1 + random.below(6)).map { _ in 1 + random.below(length) })
        _ = attempt(
          order[0], .priorities(order, changes: changes),
          "priorities \(order), changes at \(changes.sorted())")
      }
    }
    return outcome
  }

  /// The command `simulation schedules [--schedules N] [--plant BUG] [--scenario TEXT]`. Exits with 1 when there was a violation.
  static func main(_ arguments: Arguments) -> Never {
    // Also between runs: no time passes by itself.
    ScheduleHook.yield = { _ in }
    let start = Date()
    let budget = arguments.number("--schedules", 20_000)
    let scenarios = Scenario.all.filter { arguments.text("--scenario").map($0.name.contains) ?? true }
    var total = Outcome()
    var violations = 0
    for (number, scenario) in scenarios.enumerated() {
      do {
        let outcome = try Explorer(
          scenario: scenario, budget: budget / scenarios.count,
          seed: UInt64(arguments.number("--seed", 1) + number)
        ).explore()
        total.schedules += outcome.schedules
        total.steps += outcome.steps
        total.commits += outcome.commits
        total.refusals += outcome.refusals
        if let violation = outcome.violation {
          violations += 1
          say("\(scenario.name), \(violation)")
          if arguments.text("--plant") != nil { break }
        }
      } catch {
        violations += 1
        say("\(scenario.name): \(error)")
      }
    }
    say(
      """
      scenarios: \(scenarios.count)
      schedules: \(total.schedules)
      steps: \(total.steps)
      commits: \(total.commits)
      refused as busy: \(total.refusals)
      violations: \(violations)
      seconds: \(Int(Date().timeIntervalSince(start)))
      """)
    exit(violations == 0 ? 0 : 1)
  }
}
