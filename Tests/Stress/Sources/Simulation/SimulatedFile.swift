import Apus
@_spi(Testing) import ApusEngine

/// A file of the simulated disk, with a user's lock on it.
final class SimulatedFile: VFSFile, @unchecked Sendable {
  // @unchecked: a simulation runs on one thread.
  private let system: SimulatedFileSystem
  private let number: Int
  private let path: String
  private var level = LockLevel.none
  private var me: ObjectIdentifier { ObjectIdentifier(self) }

  init(_ system: SimulatedFileSystem, _ number: Int, _ path: String) {
    self.system = system
    self.number = number
    self.path = path
  }

  let isReadOnly = false
  /// None: each user has a store of its own, as processes have.
  let identity: FileIdentity? = nil

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) -> Int {
    let fault = system.begin(isChange: false)
    if fault == .ioError { throw DatabaseError(.ioErrorRead, "simulated") }
    let bytes = system.disk.files[number]?.live ?? []
    var count = max(0, min(target.count, bytes.count - Int(offset)))
    if fault == .shortRead { count /= 2 }
    if count > 0, let base = target.baseAddress {
      bytes.withUnsafeBytes { source in
        if let from = source.baseAddress { base.copyMemory(from: from + Int(offset), byteCount: count) }
      }
    }
    return count
  }

  func write(_ source: UnsafeRawBufferPointer, at offset: Int64) throws(DatabaseError) {
    try checkSize(Int(offset) + source.count)
    system.trace("write \(path.suffix(8)) \(source.count) bytes at \(offset)")
    switch system.begin(isChange: true) {
    case .ioError: throw DatabaseError(.ioErrorWrite, "simulated")
    case .full:
      // Some of it fits.
      let fitting = UnsafeRawBufferPointer(rebasing: source[..<(source.count / 2)])
      if fitting.count > 0 { system.disk.write(number, fitting, at: Int(offset)) }
      throw DatabaseError(.full, "simulated")
    default: system.disk.write(number, source, at: Int(offset))
    }
  }

  /// A damaged size must not fill the memory.
  private func checkSize(_ size: Int) throws(DatabaseError) {
    guard size <= SimulatedDisk.maximumFileSize else {
      throw DatabaseError(.full, "database or disk is full")
    }
  }

  func truncate(to size: Int64) throws(DatabaseError) {
    try checkSize(Int(size))
    system.trace("truncate \(path.suffix(8)) to \(size)")
    if system.begin(isChange: true) == .ioError { throw DatabaseError(.ioErrorTruncate, "simulated") }
    system.disk.truncate(number, to: Int(size))
  }

  func sync() throws(DatabaseError) {
    system.trace("sync \(path.suffix(8))")
    if system.begin(isChange: false, isSync: true) != nil { throw DatabaseError(.ioErrorSync, "simulated") }
    if let ending = system.lies.ignoresSyncOf, path.hasSuffix(ending) { return }
    system.disk.sync(number)
  }

  func size() throws(DatabaseError) -> Int64 { Int64(system.disk.files[number]?.live.count ?? 0) }

  // MARK: Locks

  func lock(_ wanted: LockLevel) throws(DatabaseError) -> Bool {
    ScheduleHook.yield?(false)
    guard wanted > level else { return true }
    let locks = system.locks[number] ?? SimulatedLocks()
    system.locks[number] = locks
    let others = locks.others(me)
    if level == .none {
      guard others.allSatisfy({ $0 < .pending }) else { return false }
      set(.shared, locks)
      if wanted == .shared { return true }
    }
    if wanted == .reserved {
      guard others.allSatisfy({ $0 < .reserved }) else { return false }
      set(.reserved, locks)
      return true
    }
    guard others.allSatisfy({ $0 < .pending }) else { return false }
    set(.pending, locks)
    if wanted == .pending { return true }
    guard others.allSatisfy({ $0 == .none }) else { return false }
    set(.exclusive, locks)
    return true
  }

  private func set(_ level: LockLevel, _ locks: SimulatedLocks) {
    self.level = level
    locks.levels[me] = level == .none ? nil : level
  }

  func unlock(to wanted: LockLevel) throws(DatabaseError) {
    ScheduleHook.yield?(false)
    guard wanted < level, let locks = system.locks[number] else { return }
    set(wanted, locks)
  }

  func isReservedElsewhere() throws(DatabaseError) -> Bool {
    system.locks[number]?.others(me).contains { $0 >= .reserved } ?? false
  }

  func close() { system.locks[number]?.levels[me] = nil }
}

/// A temporary file, which no crash leaves anything of.
final class ScratchFile: VFSFile, @unchecked Sendable {
  private var bytes: [UInt8] = []
  let isReadOnly = false
  let identity: FileIdentity? = nil

  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DatabaseError) -> Int {
    let count = max(0, min(target.count, bytes.count - Int(offset)))
    guard count > 0, let base = target.baseAddress else { return 0 }
    bytes.withUnsafeBytes { source in
      if let from = source.baseAddress { base.copyMemory(from: from + Int(offset), byteCount: count) }
    }
    return count
  }

  func write(_ source: UnsafeRawBufferPointer, at offset: Int64) throws(DatabaseError) {
    bytes.overlay(source, at: Int(offset))
  }

  func truncate(to size: Int64) throws(DatabaseError) { bytes.resize(to: Int(size)) }
  func sync() throws(DatabaseError) {}
  func size() throws(DatabaseError) -> Int64 { Int64(bytes.count) }
  func lock(_ level: LockLevel) throws(DatabaseError) -> Bool { true }
  func unlock(to level: LockLevel) throws(DatabaseError) {}
  func isReservedElsewhere() throws(DatabaseError) -> Bool { false }
  func close() { bytes = [] }
}
