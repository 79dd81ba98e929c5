// Waiting for other connections of this process, without polling.

extension Store {
  enum Waiting { case met, timedOut, interrupted }

  /// Waits inside the monitor, giving it up meanwhile, until a condition holds that other connections bring about.
  /// - Parameter milliseconds: how long at most, however often the condition is looked at.
  func wait(_ pager: Pager, milliseconds: Int, until condition: () -> Bool) -> Waiting {
    guard !condition() else { return .met }
    guard milliseconds > 0 else { return .timedOut }
    let end = Monitor.milliseconds + Int64(milliseconds)
    repeat {
      if pager.isInterrupted() { return .interrupted }
      let left = end - Monitor.milliseconds
      guard left > 0 else { return .timedOut }
      // An interrupt does not notify: it is looked for now and then.
      monitor.wait(milliseconds: Int(min(left, 50)))
    } while !condition()
    return .met
  }
}
