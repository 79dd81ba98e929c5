/// A temporary file for page images of savepoints that do not fit the memory budget.
final class SavepointSpill {
  private let vfs: any VFS
  private var file: (any VFSFile)?
  private var end: Int64 = 0

  init(_ vfs: any VFS) { self.vfs = vfs }

  deinit { file?.close() }

  func append(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) -> Int64 {
    let open: any VFSFile
    if let file {
      open = file
    } else {
      open = try vfs.open(vfs.temporaryPath(), [.readWrite, .create, .deleteOnClose])
      file = open
    }
    try open.write(bytes, at: end)
    defer { end += Int64(bytes.count) }
    return end
  }

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) {
    guard let file, try file.read(into: target, at: offset) == target.count else {
      throw DatabaseError(.ioErrorShortRead, "disk I/O error")
    }
  }
}
