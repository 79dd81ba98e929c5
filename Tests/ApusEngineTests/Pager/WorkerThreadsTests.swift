import ApusEngine
import Dispatch
import Testing

@Suite("Threads for work that blocks")
struct WorkerThreadsTests {
  /// Its end gives the threads another job, as that of a connection does that closes its files.
  private final class Resubmitting: Sendable {
    let done: DispatchSemaphore
    init(_ done: DispatchSemaphore) { self.done = done }
    deinit {
      let done = done
      WorkerThreads.shared.submit { done.signal() }
    }
  }

  @Test("What a job holds may end with it, and submit another one")
  func jobsThatSubmitWhenTheyEnd() {
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<20 {
      let object = Resubmitting(done)
      WorkerThreads.shared.submit { withExtendedLifetime(object) {} }
    }
    for _ in 0..<20 { #expect(done.wait(timeout: .now() + 20) == .success) }
  }
}
