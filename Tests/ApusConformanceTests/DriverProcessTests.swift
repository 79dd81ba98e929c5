import Foundation
import Testing

@testable import ApusConformance

@Suite struct DriverProcessTests {
  private func driver(_ script: String, timeout: Double = 10) -> DriverProcess {
    DriverProcess(
      command: DriverCommand(words: ["/bin/sh", "-c", script]), folder: NSTemporaryDirectory(),
      timeout: timeout)
  }

  @Test func requestsArePipelined() {
    let driver = driver(#"while read line; do echo '{"rows":[[1]],"columns":["a"]}'; done"#)
    defer { driver.stop() }
    let requests = [Request.open(":memory:")] + Array(repeating: Request.sql("SELECT 1"), count: 5000)
    let replies = driver.exchange(requests)
    #expect(replies.count == 5001)
    #expect(replies.allSatisfy { $0 == .rows([[.integer(1)]], columns: ["a"]) })
  }

  @Test func aDriverThatEndsLosesOnlyWhatItOwes() {
    let driver = driver(#"read a; echo '{"ok":true}'; read b; echo '{"error":"no"}'; exit 3"#)
    defer { driver.stop() }
    let replies = driver.exchange([.open(":memory:"), .sql("a"), .sql("b"), .sql("c")])
    #expect(replies[0] == .opened)
    #expect(replies[1] == .failure(message: "no", code: nil))
    #expect(replies[2] == .died("ended with status 3"))
    #expect(replies[3] == .died("ended with status 3"))
    #expect(driver.ask(.sql("d")).isDeath)
    #expect(driver.ask(.open(":memory:")) == .opened)
    #expect(driver.starts == 2)
  }

  @Test func aSilentDriverIsEnded() {
    let driver = driver(#"read a; echo '{"ok":true}'; sleep 60"#, timeout: 0.2)
    defer { driver.stop() }
    #expect(driver.ask(.open(":memory:")) == .opened)
    #expect(driver.ask(.sql("a")).isDeath)
  }

  @Test func aSignalIsNamed() {
    let driver = driver(#"read a; echo '{"ok":true}'; kill -SEGV $$"#)
    defer { driver.stop() }
    let replies = driver.exchange([.open(":memory:"), .sql("a")])
    #expect(replies[1] == .died("ended by signal 11"))
  }

  @Test func linesThatAreNoRepliesEndTheDriver() {
    let driver = driver(#"while read line; do echo hello; done"#)
    defer { driver.stop() }
    #expect(driver.ask(.open(":memory:")).isDeath)
  }

  @Test func commandsAreSplitAsByAShell() throws {
    #expect(
      try DriverCommand(#"python3 'a b.py' -x "c \"d\"" e\ f"#).words == [
        "python3", "a b.py", "-x", "c \"d\"", "e f",
      ])
    #expect(throws: ConformanceError.self) { try DriverCommand("a 'b") }
    #expect(throws: ConformanceError.self) { try DriverCommand(" ") }
  }

  @Test func requestsAreLinesOfJSON() {
    #expect(
      String(decoding: Request.sql("a\"\n\u{7f}é").line, as: UTF8.self)
        == "{\"sql\":\"a\\\"\\u000a\\u007fé\"}\n")
    #expect(String(decoding: Request.sql([0xff]).line, as: UTF8.self) == "{\"sql\":{\"text_hex\":\"ff\"}}\n")
  }

  /// What it writes when its input ends, such as a profile, is not lost.
  @Test func aDriverThatOwesNothingEndsByItself() throws {
    let path = NSTemporaryDirectory() + "/apus-end-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let driver = driver("while read line; do echo '{\"ok\":true}'; done; sleep 0.05; echo end >'\(path)'")
    #expect(driver.ask(.open(":memory:")) == .opened)
    driver.stop()
    #expect(FileManager.default.fileExists(atPath: path))
  }
}
