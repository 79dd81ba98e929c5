// System calls that may be interrupted by a signal are repeated here.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
  enum SystemCall {
    static func open(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
      while true {
        #if canImport(Glibc)
          let result = Glibc.open(path, flags, mode)
        #elseif canImport(Musl)
          let result = Musl.open(path, flags, mode)
        #else
          let result = Darwin.open(path, flags, mode)
        #endif
        if result >= 0 || errno != EINTR {
          // Descriptors 0…2 belong to standard input and output: a stray print would write into the database.
          if result >= 0, result <= 2 {
            let moved = fcntl(result, F_DUPFD_CLOEXEC, 3)
            _ = close(result)
            return moved
          }
          return result
        }
      }
    }

    static func close(_ descriptor: Int32) -> Int32 {
      #if canImport(Glibc)
        Glibc.close(descriptor)
      #elseif canImport(Musl)
        Musl.close(descriptor)
      #else
        Darwin.close(descriptor)
      #endif
    }

    static func read(_ descriptor: Int32, _ target: UnsafeMutableRawPointer, _ count: Int, _ offset: off_t)
      -> Int
    {
      while true {
        let result = pread(descriptor, target, count, offset)
        if result >= 0 || errno != EINTR { return result }
      }
    }

    static func write(_ descriptor: Int32, _ source: UnsafeRawPointer, _ count: Int, _ offset: off_t) -> Int {
      while true {
        let result = pwrite(descriptor, source, count, offset)
        if result >= 0 || errno != EINTR { return result }
      }
    }

    static func truncate(_ descriptor: Int32, _ size: off_t) -> Int32 {
      while true {
        let result = ftruncate(descriptor, size)
        if result == 0 || errno != EINTR { return result }
      }
    }

    /// Data and what is needed to find it again.
    static func sync(_ descriptor: Int32) -> Int32 {
      #if canImport(Darwin)
        if fcntl(descriptor, F_BARRIERFSYNC) == 0 { return 0 }
        return fsync(descriptor)
      #else
        return fdatasync(descriptor)
      #endif
    }

    static func fullSync(_ descriptor: Int32) -> Int32 { fsync(descriptor) }

    /// Sets or clears a lock on a byte range without waiting. Locks belong to the open file on Linux, so that closing another descriptor of
    /// the same file does not drop them.
    static func lock(_ descriptor: Int32, _ type: Int32, _ start: Int64, _ length: Int64) -> Bool {
      var range = flock()
      range.l_type = Int16(truncatingIfNeeded: type)
      range.l_whence = Int16(SEEK_SET)
      range.l_start = off_t(start)
      range.l_len = off_t(length)
      range.l_pid = 0
      while true {
        if fcntl(descriptor, setLock, &range) == 0 { return true }
        if errno != EINTR { return false }
      }
    }

    /// Whether another owner has a lock that excludes a write lock on the range; nil on failure.
    static func isLocked(_ descriptor: Int32, _ start: Int64, _ length: Int64) -> Bool? {
      var range = flock()
      range.l_type = Int16(truncatingIfNeeded: writeLock)
      range.l_whence = Int16(SEEK_SET)
      range.l_start = off_t(start)
      range.l_len = off_t(length)
      range.l_pid = 0
      while true {
        if fcntl(descriptor, getLock, &range) == 0 { return Int32(range.l_type) != unlocked }
        if errno != EINTR { return nil }
      }
    }

    static func size(_ descriptor: Int32) -> Int64? {
      var info = stat()
      return fstat(descriptor, &info) == 0 ? Int64(info.st_size) : nil
    }

    /// Memory that is a part of a file, for all processes that map it.
    static func map(
      _ descriptor: Int32, _ count: Int, _ protection: Int32, _ offset: Int64
    ) -> UnsafeMutableRawPointer? {
      let address = mmap(nil, count, protection, MAP_SHARED, descriptor, off_t(offset))
      return address == MAP_FAILED ? nil : address
    }

    static func unmap(_ address: UnsafeMutableRawPointer, _ count: Int) { _ = munmap(address, count) }

    static var readLock: Int32 { Int32(F_RDLCK) }
    static var writeLock: Int32 { Int32(F_WRLCK) }
    static var unlocked: Int32 { Int32(F_UNLCK) }
    #if os(Linux) || os(Android)
      // F_OFD_GETLK and F_OFD_SETLK of the Linux ABI.
      private static let getLock: Int32 = 36
      private static let setLock: Int32 = 37
    #else
      private static let getLock: Int32 = F_GETLK
      private static let setLock: Int32 = F_SETLK
    #endif
  }
#endif
