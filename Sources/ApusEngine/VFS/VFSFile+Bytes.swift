// Reading and writing arrays and whole buffers.

extension VFSFile {
  /// Fills `target`.
  /// - Throws: `.ioErrorShortRead` when the file has fewer bytes there, or gives fewer.
  func readWhole(
    into target: UnsafeMutableRawBufferPointer, at offset: Int64, page: PageNumber? = nil
  ) throws(DatabaseError) {
    guard try read(into: target, at: offset) == target.count else {
      throw DatabaseError(.ioErrorShortRead, "disk I/O error", page: page)
    }
  }

  /// Exactly `count` bytes.
  /// - Throws: `.ioErrorShortRead` when the file has fewer bytes there, or gives fewer.
  func bytes(_ count: Int, at offset: Int64) throws(DatabaseError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let result = bytes.withUnsafeMutableBytes { target -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try readWhole(into: target, at: offset))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    return bytes
  }

  /// Writes all bytes.
  func write(_ bytes: [UInt8], at offset: Int64) throws(DatabaseError) {
    let result = bytes.withUnsafeBytes { source -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try write(source, at: offset))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}
