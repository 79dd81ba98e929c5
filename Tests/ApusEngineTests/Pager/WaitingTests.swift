import Foundation
import Testing

@testable import ApusEngine

/// Waiting for other connections inside a store's monitor.
@Suite("Waiting")
struct WaitingTests {
  private let pager = Pager(
    store: Pager.memoryStore(vfs: MemoryFileSystem(clock: POSIXFileSystem.shared)), isReadOnly: false)

  /// Waits while another thread wakes the waiter every millisecond and sets the condition at last.
  private func wait(milliseconds: Int, setAfter: Int) -> Store.Waiting {
    let store = pager.store
    let thread = Thread {
      for tick in 1...600 {
        usleep(1000)
        store.monitor.lock()
        if tick == setAfter { store.walAutoCheckpoint = -7 }
        store.monitor.notifyAll()
        store.monitor.unlock()
      }
    }
    thread.start()
    store.monitor.lock()
    defer { store.monitor.unlock() }
    return store.wait(pager, milliseconds: milliseconds) { store.walAutoCheckpoint == -7 }
  }

  @Test("Being woken often does not use the time up")
  func wokenOften() { #expect(wait(milliseconds: 20_000, setAfter: 200) == .met) }

  @Test("The time ends")
  func ends() {
    let start = Monitor.milliseconds
    #expect(wait(milliseconds: 100, setAfter: 0) == .timedOut)
    #expect(Monitor.milliseconds - start >= 100)
  }

  @Test("An interrupt ends it")
  func interrupt() {
    pager.isInterrupted = { true }
    #expect(wait(milliseconds: 20_000, setAfter: 0) == .interrupted)
  }
}
