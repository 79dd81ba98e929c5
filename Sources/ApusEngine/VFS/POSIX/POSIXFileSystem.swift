// The POSIX implementation of the VFS. All system calls of the engine are in this folder.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
  /// Files of the operating system.
  public final class POSIXFileSystem: VFS {
    public static let shared = POSIXFileSystem()

    /// `-shm` files are opened for reading only, as if they were another user's.
    private let opensSharedMemoryReadOnly: Bool

    public init() { opensSharedMemoryReadOnly = false }

    @_spi(Testing)
    public init(opensSharedMemoryReadOnly: Bool) {
      self.opensSharedMemoryReadOnly = opensSharedMemoryReadOnly
    }

    public func open(_ path: String, _ options: OpenOptions) throws(DatabaseError) -> any VFSFile {
      var flags = O_CLOEXEC
      flags |= options.contains(.readWrite) ? O_RDWR : O_RDONLY
      if options.contains(.create) { flags |= O_CREAT }
      if options.contains(.deleteOnClose) { flags |= O_EXCL }
      var descriptor = SystemCall.open(path, flags, 0o644)
      var isReadOnly = !options.contains(.readWrite)
      if descriptor < 0, options.contains(.readOnlyFallback) {
        let reason = errno
        if reason == EACCES || reason == EROFS || reason == EPERM {
          descriptor = SystemCall.open(path, O_RDONLY | O_CLOEXEC, 0)
          isReadOnly = true
          if descriptor < 0 { errno = reason }
        }
      }
      guard descriptor >= 0 else {
        let reason = errno
        if options.contains(.journal), reason == EACCES || reason == EROFS, access(path, F_OK) != 0 {
          throw DatabaseError(
            .readOnlyDirectory, "attempt to write a readonly database", systemError: reason)
        }
        throw Self.openError(path, reason)
      }
      var info = stat()
      guard fstat(descriptor, &info) == 0 else {
        let reason = errno
        _ = SystemCall.close(descriptor)
        throw DatabaseError(.ioErrorStat, "disk I/O error", systemError: reason)
      }
      if info.st_mode & S_IFMT == S_IFDIR {
        _ = SystemCall.close(descriptor)
        throw DatabaseError(.cannotOpenIsDirectory, "unable to open database file", systemError: EISDIR)
      }
      if options.contains(.deleteOnClose) { _ = unlink(path) }
      let identity = FileIdentity(device: UInt64(info.st_dev), inode: UInt64(info.st_ino))
      return POSIXFile(descriptor: descriptor, identity: identity, isReadOnly: isReadOnly)
    }

    private static func openError(_ path: String, _ reason: Int32) -> DatabaseError {
      switch reason {
      case EISDIR:
        DatabaseError(.cannotOpenIsDirectory, "unable to open database file", systemError: reason)
      case ENOSPC, EDQUOT: DatabaseError(.full, "database or disk is full", systemError: reason)
      default: DatabaseError(.cannotOpen, "unable to open database file", systemError: reason)
      }
    }

    public func delete(_ path: String, syncDirectory: Bool) throws(DatabaseError) {
      if unlink(path) != 0 {
        if errno == ENOENT { return }
        throw DatabaseError(.ioErrorDelete, "disk I/O error", systemError: errno)
      }
      if syncDirectory { try self.syncDirectory(of: path) }
    }

    public func exists(_ path: String) throws(DatabaseError) -> Bool {
      var info = stat()
      if stat(path, &info) == 0 { return true }
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw DatabaseError(.ioErrorStat, "disk I/O error", systemError: errno)
    }

    public func fullPath(_ path: String) -> String {
      if let resolved = realpath(path, nil) {
        defer { free(resolved) }
        return String(cString: resolved)
      }
      if path.hasPrefix("/") { return path }
      guard let directory = getcwd(nil, 0) else { return path }
      defer { free(directory) }
      return String(cString: directory) + "/" + path
    }

    public func syncDirectory(of path: String) throws(DatabaseError) {
      let directory = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      let descriptor = SystemCall.open(directory.isEmpty ? "/" : directory, O_RDONLY | O_CLOEXEC, 0)
      // A directory that cannot be opened cannot be synced; SQLite goes on as well.
      guard descriptor >= 0 else { return }
      defer { _ = SystemCall.close(descriptor) }
      if SystemCall.fullSync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP {
        throw DatabaseError(.ioErrorDirectorySync, "disk I/O error", systemError: errno)
      }
    }

    public func openSharedMemory(
      _ path: String, for file: any VFSFile
    ) throws(DatabaseError) -> (any VFSSharedMemory)? {
      try POSIXSharedMemory(
        path: path, mode: (file as? POSIXFile)?.permissions ?? 0o644, readOnly: opensSharedMemoryReadOnly)
    }

    public func temporaryPath() -> String {
      var directory = "/tmp"
      for name in ["SQLITE_TMPDIR", "TMPDIR"] {
        if let value = getenv(name), value.pointee != 0 {
          directory = String(cString: value)
          break
        }
      }
      return directory + "/apus_" + String(randomBits(), radix: 16)
    }

    public func randomBits() -> UInt64 {
      var generator = SystemRandomNumberGenerator()
      return generator.next()
    }

    public func currentTimeMilliseconds() -> Int64 {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      return Int64(now.tv_sec) &* 1000 &+ Int64(now.tv_nsec) / 1_000_000
    }

    public func localOffsetSeconds(at seconds: Int64) -> Int64 {
      var time = time_t(truncatingIfNeeded: seconds)
      var parts = tm()
      guard localtime_r(&time, &parts) != nil else { return 0 }
      return Int64(parts.tm_gmtoff)
    }

    public func sleep(milliseconds: Int) {
      var left = timespec()
      left.tv_sec = time_t(milliseconds / 1000)
      left.tv_nsec = (milliseconds % 1000) * 1_000_000
      var rest = timespec()
      while nanosleep(&left, &rest) != 0, errno == EINTR { left = rest }
    }
  }
#endif
