#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines of a file descriptor.
package struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0

  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its LF; nil at the end.
  package mutating func next() -> [UInt8]? {
    var scanned = start
    while true {
      if let end = buffer[scanned...].firstIndex(of: 10) {
        let line = Array(buffer[start..<end])
        start = end + 1
        if start == buffer.count {
          buffer.removeAll(keepingCapacity: true)
          start = 0
        }
        return line
      }
      if start > 0 {
        buffer.removeSubrange(..<start)
        start = 0
      }
      scanned = buffer.count
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 {
        guard !buffer.isEmpty else { return nil }
        defer { buffer.removeAll() }
        return buffer
      }
      buffer.append(contentsOf: chunk[..<count])
    }
  }
}
