// The C library of the platform, for every file of the shell.

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#elseif canImport(Darwin)
  @_exported import Darwin
#endif

/// Writes a message to standard error, after what standard output has to say so far.
func complain(_ message: String) {
  var bytes = Array(message.utf8)
  bytes.append(UInt8(ascii: "\n"))
  _ = bytes.withUnsafeBytes { writeAll(2, $0) }
}

/// Writes all bytes to a file descriptor.
/// - Returns: false when that failed.
@discardableResult
func writeAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
  var offset = 0
  while offset < bytes.count, let base = bytes.baseAddress {
    let count = write(descriptor, base + offset, bytes.count - offset)
    if count < 0 && errno == EINTR { continue }
    if count <= 0 { return false }
    offset += count
  }
  return true
}
