#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the threads did and what went wrong.
final class Tally: @unchecked Sendable {
  // @unchecked: guarded by the mutex.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var counts: [String: Int] = [:]
  private var messages: [String] = []

  init() {
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  private func locked<T>(_ body: () -> T) -> T {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  func add(_ name: String, _ count: Int = 1) { locked { counts[name, default: 0] += count } }
  func fail(_ message: String) { locked { messages.append(message) } }

  var failures: [String] { locked { messages } }
  var figures: [(name: String, count: Int)] {
    locked { counts.sorted { $0.key < $1.key }.map { (name: $0.key, count: $0.value) } }
  }
  func count(_ name: String) -> Int { locked { counts[name] ?? 0 } }
}
