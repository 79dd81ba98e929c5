#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
  /// The `-shm` file, mapped, with SQLite's lock bytes.
  final class POSIXSharedMemory: VFSSharedMemory, @unchecked Sendable {
    // @unchecked: used inside the store's monitor.
    private var descriptor: Int32
    private let path: String
    let isReadOnly: Bool
    private(set) var isLeftOver = false
    private var blocks: [UnsafeMutableRawPointer] = []
    /// Bytes of the file that are known to be there.
    private var size: Int64 = 0

    private static let blockSize = SharedMemoryLayout.blockSize
    /// Disk space is taken in pieces of this size, so that a full disk is an error here and not a signal later.
    private static let extent: Int64 = 4096

    /// Opens or makes the file and joins its users.
    /// - Parameter mode: permissions of a new file.
    /// - Throws: `.cannotOpen`; `.busy` while another process clears what was left over;
    ///   I/O errors.
    init(path: String, mode: mode_t, readOnly: Bool = false) throws(DatabaseError) {
      self.path = path
      var descriptor: Int32 = -1
      if !readOnly {
        descriptor = SystemCall.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
      }
      var isReadOnly = false
      if descriptor < 0, readOnly || (errno != ENOSPC && errno != EDQUOT) {
        descriptor = SystemCall.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0)
        isReadOnly = true
      }
      guard descriptor >= 0 else {
        let reason = errno
        if reason == ENOSPC || reason == EDQUOT {
          throw DatabaseError(.full, "database or disk is full", systemError: reason)
        }
        throw DatabaseError(.cannotOpen, "unable to open database file", systemError: reason)
      }
      self.descriptor = descriptor
      self.isReadOnly = isReadOnly
      do throws(DatabaseError) {
        try join()
      } catch {
        _ = SystemCall.close(descriptor)
        self.descriptor = -1
        throw error
      }
    }

    deinit { close(removing: false) }

    private func join() throws(DatabaseError) {
      let byte = SharedMemoryLayout.deadManByte
      guard let isUsed = SystemCall.isLocked(descriptor, byte, 1) else { throw failed(.ioErrorLock) }
      if !isUsed {
        // Without the lock: who comes next must see that nobody keeps it up, and clear it.
        if isReadOnly {
          isLeftOver = true
          return
        }
        guard SystemCall.lock(descriptor, SystemCall.writeLock, byte, 1) else { throw busy() }
        // Not to nothing, so that a mapping of another kind of system never meets an empty file.
        guard SystemCall.truncate(descriptor, 3) == 0 else { throw failed(.ioErrorSharedMemory) }
      }
      guard SystemCall.lock(descriptor, SystemCall.readLock, byte, 1) else { throw busy() }
    }

    func joinUsers() throws(DatabaseError) -> Bool {
      guard isLeftOver else { return true }
      let byte = SharedMemoryLayout.deadManByte
      guard let isUsed = SystemCall.isLocked(descriptor, byte, 1) else { throw failed(.ioErrorLock) }
      guard isUsed, SystemCall.lock(descriptor, SystemCall.readLock, byte, 1) else { return false }
      isLeftOver = false
      return true
    }

    private func busy() -> DatabaseError {
      errno == EACCES || errno == EAGAIN
        ? DatabaseError(.busyRecovery, "database is locked") : failed(.ioErrorLock)
    }

    private func failed(_ code: ResultCode) -> DatabaseError {
      DatabaseError(code, "disk I/O error", systemError: errno)
    }

    func block(_ index: Int, extends: Bool) throws(DatabaseError) -> UnsafeMutableRawPointer? {
      while blocks.count <= index {
        let end = Int64(blocks.count + 1) * Int64(Self.blockSize)
        if size < end {
          guard let present = SystemCall.size(descriptor) else { throw failed(.ioErrorSharedMemory) }
          size = present
        }
        if size < end {
          guard extends, !isReadOnly else { return nil }
          try grow(to: end)
        }
        let protection = isReadOnly ? PROT_READ : PROT_READ | PROT_WRITE
        guard
          let address = SystemCall.map(descriptor, Self.blockSize, protection, end - Int64(Self.blockSize))
        else { throw failed(.ioErrorSharedMemory) }
        blocks.append(address)
      }
      return blocks[index]
    }

    private func grow(to end: Int64) throws(DatabaseError) {
      var zero: UInt8 = 0
      var offset = size / Self.extent * Self.extent
      while offset < end {
        if SystemCall.write(descriptor, &zero, 1, off_t(offset + Self.extent - 1)) != 1 {
          let reason = errno
          if reason == ENOSPC || reason == EDQUOT {
            throw DatabaseError(.full, "database or disk is full", systemError: reason)
          }
          throw failed(.ioErrorSharedMemory)
        }
        offset += Self.extent
      }
      size = end
    }

    func lock(_ slots: Range<Int>, _ kind: SharedMemoryLock) throws(DatabaseError) -> Bool {
      let first = SharedMemoryLayout.firstLockByte + Int64(slots.lowerBound)
      let type = kind == .shared ? SystemCall.readLock : SystemCall.writeLock
      if SystemCall.lock(descriptor, type, first, Int64(slots.count)) { return true }
      if errno == EACCES || errno == EAGAIN || (isReadOnly && errno == EBADF) { return false }
      throw failed(.ioErrorLock)
    }

    func unlock(_ slots: Range<Int>) {
      let first = SharedMemoryLayout.firstLockByte + Int64(slots.lowerBound)
      _ = SystemCall.lock(descriptor, SystemCall.unlocked, first, Int64(slots.count))
    }

    func close(removing: Bool) {
      guard descriptor >= 0 else { return }
      for block in blocks { SystemCall.unmap(block, Self.blockSize) }
      blocks.removeAll()
      if removing { _ = unlink(path) }
      _ = SystemCall.close(descriptor)
      descriptor = -1
    }
  }
#endif
