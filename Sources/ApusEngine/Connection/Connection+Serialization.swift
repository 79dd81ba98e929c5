// Databases as bytes (https://www.sqlite.org/c3ref/serialize.html).

extension Connection {
  /// The bytes that a database's file would have, as the connection sees the database now: what a transaction of its own has changed is in them,
  /// and so is what still stands in a log.
  /// - Returns: no bytes for a database without pages.
  /// - Throws: `.error` for an unknown database, `.busy`, `.corrupt`, I/O errors.
  /// Complexity: O(size of the database), in time and memory.
  public func serialize(_ name: String = "main") throws(DatabaseError) -> [UInt8] {
    guard let database = databases.first(where: { $0.name.equalsIgnoringCase(name) }) else {
      throw DatabaseError(.error, "unknown database \(name)")
    }
    let slot = slots + database.index
    let wasReading = slot.pointee.isReading
    if !wasReading { try beginRead(database.index) }
    defer { if !wasReading, counters.pointee.activeStatements == 0 { endRead(database.index) } }
    let pager = database.pager
    let pageCount = pager.pageCount
    var bytes: [UInt8] = []
    guard pageCount > 0 else { return bytes }
    bytes.reserveCapacity(Int(pageCount) * pager.pageSize)
    let lockPage = database.btree.geometry.lockBytePage
    for number in 1...pageCount {
      // The page of the lock bytes is never read.
      if number == lockPage {
        bytes.append(contentsOf: repeatElement(0, count: pager.pageSize))
        continue
      }
      let frame = try pager.page(number)
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: frame.pointee.data, count: pager.pageSize))
      pager.unpin(frame)
    }
    return bytes
  }

  /// Replaces the content of a database by that of a file's bytes, in one transaction.
  /// - Parameter image: what ``serialize(_:)`` gave, or the bytes of a database file without a log or journal beside it.
  /// - Throws: `.notADatabase` and `.corrupt` for bytes that are no sound database; `.readOnly` when the destination has content and cannot take
  ///   the page size of the image (in WAL mode, or in memory); `.error` for an unknown or temporary database; `.busy`, `.full`, I/O errors.
  /// Complexity: O(size of the image).
  public func deserialize(_ image: [UInt8], into name: String = "main") throws(DatabaseError) {
    let files = MemoryFileSystem(clock: storage.vfs)
    let file = try files.open("image", [.readWrite, .create])
    var image = image
    // Versions 2 mean a write-ahead log, which the image has not.
    if image.count >= 20 {
      for index in 18...19 where image[index] == 2 { image[index] = 1 }
    }
    let written = image.withUnsafeBytes { bytes -> Result<Void, DatabaseError> in
      do throws(DatabaseError) {
        return .success(try file.write(bytes, at: 0))
      } catch {
        return .failure(error)
      }
    }
    try written.get()
    let source = try Connection(path: "image", vfs: files)
    let backup = try Backup(from: source, to: self, destination: name)
    defer { backup.cancel() }
    while try backup.stepWaiting(pages: -1, milliseconds: settings.busyTimeout) {}
  }
}
