import Synchronization

/// The request to stop what a connection is doing; the one part of a connection that other threads may touch.
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A running statement is to end with "interrupted".
  @inline(__always)
  public var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Makes every statement that runs now end with `.interrupt`, soon.
  public func request() { flag.store(true, ordering: .relaxed) }

  func clear() { flag.store(false, ordering: .relaxed) }
}
