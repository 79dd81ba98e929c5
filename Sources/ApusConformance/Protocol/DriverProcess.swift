// A process that speaks the driver protocol.
//
// Requests are pipelined: any number may be on their way. Both pipes are served by one poll loop, so neither side waits
// for the other with full buffers. A process that dies or is silent for too long is killed, and every request that it
// has not answered is answered with `.died`; the next `open` starts another.

import Foundation
import Synchronization

/// One driver and the pipes to it. For one thread at a time.
final class DriverProcess {
  let command: DriverCommand
  /// The process's working directory.
  let folder: String
  /// Seconds that a driver may be silent while it owes a reply.
  let timeout: Double
  private(set) var starts = 0

  private var process: pid_t = 0
  private var input: Int32 = -1
  private var output: Int32 = -1
  private var unsent: [UInt8] = []
  private var sent = 0
  private var received: [UInt8] = []
  private var consumed = 0
  /// No line ends before it.
  private var searched = 0
  private var owed = 0
  private var death: String?

  init(command: DriverCommand, folder: String, timeout: Double) {
    self.command = command
    self.folder = folder
    self.timeout = timeout
  }

  deinit { stop() }

  /// Sends requests and waits for all replies.
  func exchange(_ requests: [Request]) -> [Reply] {
    post(requests)
    return collect()
  }

  /// Sends one request and waits for its reply.
  func ask(_ request: Request) -> Reply { exchange([request]).first ?? .died("no reply") }

  /// Puts requests on their way without waiting for replies; `collect` brings them.
  func post(_ requests: [Request]) {
    if process == 0 {
      if case .open = requests.first {
        start()
      } else if death == nil {
        death = "the driver is not running"
      }
    }
    for request in requests { unsent.append(contentsOf: request.line) }
    owed += requests.count
    if process != 0 { sendWhatFits() }
  }

  /// Waits for the replies to everything that was posted.
  func collect() -> [Reply] {
    var replies: [Reply] = []
    replies.reserveCapacity(owed)
    while owed > 0 {
      if let line = takeLine() {
        let reply = Reply(line: line)
        replies.append(reply)
        owed -= 1
        if case .died(let reason) = reply { end(reason) }
        continue
      }
      if death != nil { break }
      serve()
    }
    if let death {
      replies += Array(repeating: .died(death), count: owed)
      owed = 0
      self.death = nil
      forgetBuffers()
    }
    return replies
  }

  /// Ends the process. One that owes nothing may end by itself when its input does, so that it can write down what it has
  /// measured, such as coverage; others are killed.
  func stop() {
    guard process != 0 else { return }
    close(input)
    close(output)
    var status: Int32 = 0
    var attempts = owed == 0 ? 500 : 0
    while attempts > 0, waitpid(process, &status, WNOHANG) == 0 {
      attempts -= 1
      usleep(2000)
    }
    if attempts == 0 {
      kill(process, SIGKILL)
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }
    process = 0
    forgetBuffers()
  }

  private func forgetBuffers() {
    unsent.removeAll(keepingCapacity: true)
    sent = 0
    received.removeAll(keepingCapacity: true)
    consumed = 0
    searched = 0
  }

  private func end(_ reason: String) {
    death = reason
    stop()
  }

  private func takeLine() -> ArraySlice<UInt8>? {
    guard let end = received[searched...].firstIndex(of: 10) else {
      if consumed > 0 {
        received.removeSubrange(..<consumed)
        consumed = 0
      }
      searched = received.count
      return nil
    }
    defer {
      consumed = end + 1
      searched = consumed
    }
    return received[consumed..<end]
  }

  private func sendWhatFits() {
    while sent < unsent.count {
      let count = unsent.withUnsafeBytes { bytes in
        write(input, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      sent += count
    }
    unsent.removeAll(keepingCapacity: true)
    sent = 0
  }

  /// Moves bytes in both directions once, or finds that the driver is dead.
  private func serve() {
    var descriptors = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
    if sent < unsent.count { descriptors.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
    let ready = poll(&descriptors, nfds_t(descriptors.count), Int32(timeout * 1000))
    if ready < 0 && errno == EINTR { return }
    if ready == 0 { return end("silent for \(timeout) s") }
    if descriptors.count > 1, descriptors[1].revents != 0 {
      if descriptors[1].revents & Int16(POLLERR) != 0, descriptors[0].revents == 0 { return ended() }
      sendWhatFits()
    }
    guard descriptors[0].revents != 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    let count = chunk.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
    if count < 0 && (errno == EINTR || errno == EAGAIN) { return }
    if count <= 0 { return ended() }
    received.append(contentsOf: chunk[..<count])
    if received.count - consumed > Self.longestReply { end("reply of more than \(Self.longestReply) bytes") }
  }

  /// The driver closed its output: says how it ended.
  private func ended() {
    var status: Int32 = 0
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    close(input)
    close(output)
    process = 0
    let signal = status & 0x7f
    death = signal == 0 ? "ended with status \((status >> 8) & 0xff)" : "ended by signal \(signal)"
  }

  /// What is longer is taken for endless.
  private static let longestReply = 1 << 28

  private static let spawning = Mutex(())

  private func start() {
    forgetBuffers()
    death = nil
    // Descriptors that another thread has just made must not leak into this child, or its end would go unnoticed.
    Self.spawning.withLock { _ in
      var toChild: [Int32] = [-1, -1]
      var fromChild: [Int32] = [-1, -1]
      guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else {
        death = "no pipe"
        return
      }
      for descriptor in [toChild[1], fromChild[0]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
      #else
        var actions = posix_spawn_file_actions_t()
      #endif
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
      posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
      posix_spawn_file_actions_addclose(&actions, toChild[0])
      posix_spawn_file_actions_addclose(&actions, fromChild[1])
      // The shell changes the folder, for which posix_spawn has no portable means, and becomes the driver.
      let words = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + command.words
      var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
      arguments.append(nil)
      var variables: [UnsafeMutablePointer<CChar>?] = ProcessInfo.processInfo.environment.map {
        strdup("\($0.key)=\($0.value)")
      }
      variables.append(nil)
      defer { for text in arguments + variables { free(text) } }
      let failure = posix_spawn(&process, words[0], &actions, nil, arguments, variables)
      close(toChild[0])
      close(fromChild[1])
      guard failure == 0 else {
        close(toChild[1])
        close(fromChild[0])
        process = 0
        death = "\(command.words[0]) cannot be started: \(String(cString: strerror(failure)))"
        return
      }
      input = toChild[1]
      output = fromChild[0]
      _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
      starts += 1
    }
  }
}
