/// A temporary file of a sorter or window; removed when it is released.
final class SpillFile {
  private let file: any VFSFile
  private(set) var size: Int64 = 0

  init(_ file: any VFSFile) { self.file = file }

  deinit { file.close() }

  /// Writes behind what is there.
  func append(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) {
    guard !bytes.isEmpty else { return }
    try file.write(bytes, at: size)
    size += Int64(bytes.count)
  }

  func write(_ bytes: [UInt8], at offset: Int64) throws(DatabaseError) {
    let result = bytes.withUnsafeBytes { source -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try file.write(source, at: offset))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    size = max(size, offset + Int64(bytes.count))
  }

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) {
    guard try file.read(into: target, at: offset) == target.count else {
      throw DatabaseError(.ioErrorShortRead, "disk I/O error")
    }
  }
}
