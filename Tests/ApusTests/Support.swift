import Apus
import Foundation
import Testing

/// A directory that is removed with this value, after the system's SQLite has judged every database in it.
final class TemporaryDirectory {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "apus-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] { Self.judge(file(name)) }
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  private static let sqlite = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3", "/opt/homebrew/bin/sqlite3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Runs SQLite's integrity check on a copy, since connections may still hold the file. A connection that is just being
  /// closed may write between two files' copies: then a later copy must be sound.
  private static func judge(_ file: String) {
    guard let sqlite, let header = FileManager.default.contents(atPath: file)?.prefix(16),
      header.elementsEqual("SQLite format 3\0".utf8)
    else { return }
    var answer = ""
    for attempt in 0..<20 where answer != "ok\n" {
      if attempt > 0 { Thread.sleep(forTimeInterval: 0.1) }
      answer = integrity(of: file, sqlite)
    }
    #expect(answer == "ok\n", "\(file)")
  }

  private static func integrity(of file: String, _ sqlite: String) -> String {
    let copy = file + "-copy"
    for suffix in ["", "-wal", "-journal"] {
      // Read and written whole: a copy by the system need not end while the file is being truncated.
      let url = URL(fileURLWithPath: copy + suffix)
      try? FileManager.default.removeItem(at: url)
      if let bytes = FileManager.default.contents(atPath: file + suffix) { try? bytes.write(to: url) }
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: sqlite)
    process.arguments = ["-batch", copy, "PRAGMA integrity_check"]
    process.standardOutput = output
    process.standardError = output
    do {
      try process.run()
      let answer = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: answer, as: UTF8.self)
    } catch {
      return String(describing: error)
    }
  }
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
