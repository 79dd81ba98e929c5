/// Where a test takes over the order in which processes run. Nothing else sets it.
@_spi(Testing)
public enum ScheduleHook {
  /// Called at every access to shared memory, and instead of waiting (`waits`).
  nonisolated(unsafe) public static var yield: ((_ waits: Bool) -> Void)?
}
