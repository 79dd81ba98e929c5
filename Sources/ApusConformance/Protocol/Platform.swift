// The C library and the few functions around it.

import Foundation

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#elseif canImport(Darwin)
  @_exported import Darwin
#endif

/// `printf` into a string.
func formatted(_ format: String, _ arguments: any CVarArg...) -> String {
  withVaList(arguments) { list in
    var buffer = [CChar](repeating: 0, count: 512)
    let count = Int(vsnprintf(&buffer, buffer.count, format, list))
    return String(
      decoding: buffer.prefix(max(0, min(count, 511))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Seconds of a clock that never goes back.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Writes a line to standard output at once, so that a long run shows what it has found.
func say(_ message: String) {
  FileHandle.standardOutput.write(Data((message + "\n").utf8))
}

/// Writes a message to standard error.
func complain(_ message: String) {
  FileHandle.standardError.write(Data((message + "\n").utf8))
}

/// A folder of its own for one worker, in memory where the system has such a place.
func makeScratchFolder() -> String {
  let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
  let path = base + "/apus-conformance-\(getpid())-\(UUID().uuidString)"
  try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  return path
}

/// Removes what a folder holds.
func emptyFolder(_ path: String) {
  for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
    try? FileManager.default.removeItem(atPath: path + "/" + name)
  }
}

/// The bytes of a file.
func readFile(_ path: String) throws -> [UInt8] {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw ConformanceError("\(path) cannot be read")
  }
  return [UInt8](data)
}

/// Something that ends the program, with a message for people.
struct ConformanceError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
