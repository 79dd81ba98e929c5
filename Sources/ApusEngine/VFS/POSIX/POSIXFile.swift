#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
  /// An open file descriptor with SQLite's byte-range locks: PENDING at 2^30, RESERVED behind it, then 510 bytes of which readers
  /// share-lock all and a writer locks all exclusively.
  final class POSIXFile: VFSFile, @unchecked Sendable {
    // @unchecked: the descriptor is immutable until close; the lock level is changed under the store's lock only.
    private static let pendingByte: Int64 = 0x4000_0000
    private static let reservedByte: Int64 = 0x4000_0001
    private static let sharedFirst: Int64 = 0x4000_0002
    private static let sharedSize: Int64 = 510

    private var descriptor: Int32
    private let fileIdentity: FileIdentity
    let isReadOnly: Bool
    private var level = LockLevel.none

    init(descriptor: Int32, identity: FileIdentity, isReadOnly: Bool) {
      self.descriptor = descriptor
      fileIdentity = identity
      self.isReadOnly = isReadOnly
    }

    deinit { close() }

    var identity: FileIdentity? { fileIdentity }

    /// Who may read and write it.
    var permissions: mode_t {
      var info = stat()
      return fstat(descriptor, &info) == 0 ? info.st_mode & 0o777 : 0o644
    }

    func close() {
      guard descriptor >= 0 else { return }
      _ = SystemCall.close(descriptor)
      descriptor = -1
    }

    func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) -> Int {
      guard let base = target.baseAddress else { return 0 }
      var done = 0
      while done < target.count {
        let count = SystemCall.read(descriptor, base + done, target.count - done, off_t(offset) + off_t(done))
        if count < 0 { throw DatabaseError(.ioErrorRead, "disk I/O error", systemError: errno) }
        if count == 0 { break }
        done += count
      }
      return done
    }

    func write(_ source: UnsafeRawBufferPointer, at offset: Int64) throws(DatabaseError) {
      guard let base = source.baseAddress else { return }
      var done = 0
      while done < source.count {
        let count = SystemCall.write(
          descriptor, base + done, source.count - done, off_t(offset) + off_t(done))
        if count < 0 {
          let reason = errno
          if reason == ENOSPC || reason == EDQUOT {
            throw DatabaseError(.full, "database or disk is full", systemError: reason)
          }
          throw DatabaseError(.ioErrorWrite, "disk I/O error", systemError: reason)
        }
        if count == 0 { throw DatabaseError(.full, "database or disk is full") }
        done += count
      }
    }

    func truncate(to size: Int64) throws(DatabaseError) {
      if SystemCall.truncate(descriptor, off_t(size)) != 0 {
        throw DatabaseError(.ioErrorTruncate, "disk I/O error", systemError: errno)
      }
    }

    func sync() throws(DatabaseError) {
      if SystemCall.sync(descriptor) != 0 {
        throw DatabaseError(.ioErrorSync, "disk I/O error", systemError: errno)
      }
    }

    func size() throws(DatabaseError) -> Int64 {
      var info = stat()
      guard fstat(descriptor, &info) == 0 else {
        throw DatabaseError(.ioErrorStat, "disk I/O error", systemError: errno)
      }
      return Int64(info.st_size)
    }

    func lock(_ wanted: LockLevel) throws(DatabaseError) -> Bool {
      if wanted <= level { return true }
      if level == .none {
        // PENDING keeps new readers out while a writer waits for the old ones: pass through it.
        guard SystemCall.lock(descriptor, SystemCall.readLock, Self.pendingByte, 1) else {
          return try refused()
        }
        let shared = SystemCall.lock(descriptor, SystemCall.readLock, Self.sharedFirst, Self.sharedSize)
        _ = SystemCall.lock(descriptor, SystemCall.unlocked, Self.pendingByte, 1)
        guard shared else { return try refused() }
        level = .shared
        if wanted == .shared { return true }
      }
      if wanted == .reserved {
        guard SystemCall.lock(descriptor, SystemCall.writeLock, Self.reservedByte, 1) else {
          return try refused()
        }
        level = .reserved
        return true
      }
      if level < .pending {
        guard SystemCall.lock(descriptor, SystemCall.writeLock, Self.pendingByte, 1) else {
          return try refused()
        }
        level = .pending
        if wanted == .pending { return true }
      }
      guard SystemCall.lock(descriptor, SystemCall.writeLock, Self.sharedFirst, Self.sharedSize) else {
        return try refused()
      }
      level = .exclusive
      return true
    }

    private func refused() throws(DatabaseError) -> Bool {
      let reason = errno
      if reason == EACCES || reason == EAGAIN { return false }
      throw DatabaseError(.ioErrorLock, "disk I/O error", systemError: reason)
    }

    func unlock(to wanted: LockLevel) throws(DatabaseError) {
      guard wanted < level else { return }
      if wanted == .shared {
        if level == .exclusive,
          !SystemCall.lock(descriptor, SystemCall.readLock, Self.sharedFirst, Self.sharedSize)
        {
          throw DatabaseError(.ioErrorUnlock, "disk I/O error", systemError: errno)
        }
        _ = SystemCall.lock(descriptor, SystemCall.unlocked, Self.pendingByte, 2)
        level = .shared
        return
      }
      _ = SystemCall.lock(descriptor, SystemCall.unlocked, Self.pendingByte, Self.sharedSize + 2)
      level = .none
    }

    func isReservedElsewhere() throws(DatabaseError) -> Bool {
      if level >= .reserved { return false }
      guard let locked = SystemCall.isLocked(descriptor, Self.reservedByte, 1) else {
        throw DatabaseError(.ioErrorLock, "disk I/O error", systemError: errno)
      }
      return locked
    }
  }
#endif
