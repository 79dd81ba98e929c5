import Apus
import Foundation

/// A directory that is removed with this value.
final class TemporaryDirectory {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "apus-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

/// Counts what several threads do.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var value = 0
  func add(_ amount: Int = 1) { lock.withLock { value += amount } }
  var count: Int { lock.withLock { value } }
}

/// Runs `body` on so many threads and waits for all.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for index in 0..<count {
    group.enter()
    Thread.detachNewThread {
      body(index)
      group.leave()
    }
  }
  group.wait()
}

/// The code of the DatabaseError that `body` throws, nil when it throws none.
func errorCode(_ body: () throws -> Void) -> ResultCode? {
  do {
    try body()
    return nil
  } catch {
    return (error as? DatabaseError)?.code
  }
}
