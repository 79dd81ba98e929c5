/// A file of a `FaultInjectingFileSystem`.
final class FaultInjectingFile: VFSFile, @unchecked Sendable {
  // @unchecked: closing comes after every use, or it is a mistake that is reported if it is seen.
  let base: any VFSFile
  private let system: FaultInjectingFileSystem
  private var isClosed = false

  init(_ base: any VFSFile, _ system: FaultInjectingFileSystem) {
    self.base = base
    self.system = system
  }

  var isReadOnly: Bool { base.isReadOnly }
  var identity: FileIdentity? { base.identity }

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) -> Int {
    try checkOpen()
    switch system.next(.read) {
    case nil: return try base.read(into: target, at: offset)
    case .shortRead:
      return try base.read(
        into: UnsafeMutableRawBufferPointer(rebasing: target[..<(target.count / 2)]), at: offset)
    case .some: throw DatabaseError(.ioErrorRead, "disk I/O error")
    }
  }

  func write(_ source: UnsafeRawBufferPointer, at offset: Int64) throws(DatabaseError) {
    try checkOpen()
    switch system.next(.write) {
    case nil: try base.write(source, at: offset)
    case .shortWrite:
      try base.write(UnsafeRawBufferPointer(rebasing: source[..<(source.count / 2)]), at: offset)
      throw DatabaseError(.ioErrorWrite, "disk I/O error")
    case .diskFull: throw DatabaseError(.full, "database or disk is full")
    case .some: throw DatabaseError(.ioErrorWrite, "disk I/O error")
    }
  }

  func truncate(to size: Int64) throws(DatabaseError) {
    try checkOpen()
    if system.next(.truncate) != nil { throw DatabaseError(.ioErrorTruncate, "disk I/O error") }
    try base.truncate(to: size)
  }

  func sync() throws(DatabaseError) {
    try checkOpen()
    if system.next(.sync) != nil { throw DatabaseError(.ioErrorSync, "disk I/O error") }
    try base.sync()
  }

  func size() throws(DatabaseError) -> Int64 {
    try checkOpen()
    if system.next(.inspect) != nil { throw DatabaseError(.ioErrorStat, "disk I/O error") }
    return try base.size()
  }

  func lock(_ level: LockLevel) throws(DatabaseError) -> Bool {
    if system.next(.lock) != nil { throw DatabaseError(.ioErrorLock, "disk I/O error") }
    return try base.lock(level)
  }

  func unlock(to level: LockLevel) throws(DatabaseError) { try base.unlock(to: level) }
  func isReservedElsewhere() throws(DatabaseError) -> Bool { try base.isReservedElsewhere() }
  func close() {
    isClosed = true
    base.close()
  }

  /// A file in memory goes on after it is closed; a real one does not.
  private func checkOpen() throws(DatabaseError) {
    if isClosed { throw DatabaseError(.misuse, "the file is closed") }
  }
}
