import Apus
@_spi(Testing) import ApusEngine

/// An operating system that is all in memory and does the same every time. Each file that is opened counts as another process's:
/// connections share nothing but the disk, its locks and its shared memory.
final class SimulatedFileSystem: VFS, @unchecked Sendable {
  // @unchecked: a simulation runs on one thread.

  /// Bugs of a system or a program above it, which the simulation must find.
  struct Lies {
    /// A sync of files with that ending does nothing.
    var ignoresSyncOf: String?
    var ignoresDirectorySync = false
    /// The first user of shared memory finds what was left over from before the power failed.
    var keepsLeftOverMemory = false
  }

  /// What an operation that is to fail fails with.
  enum Fault: CaseIterable { case ioError, full, failedSync, shortRead }

  var disk: SimulatedDisk
  var lies = Lies()
  /// Operations so far.
  private(set) var operations = 0
  /// Told before each operation that changes the disk or makes it durable.
  var observer: ((_ isSync: Bool) -> Void)?
  /// The operation with that number fails.
  var faultAt: Int?
  var fault = Fault.ioError
  private(set) var faultsGiven = 0
  private(set) var lastFaultAt = 0
  private var random: Random
  private var milliseconds: Int64 = 1_700_000_000_000
  private var temporaries = 0
  private var temporary: [String: SimulatedDisk.File] = [:]
  var locks: [Int: SimulatedLocks] = [:]
  var memories: [String: SimulatedMemory] = [:]

  init(disk: SimulatedDisk = SimulatedDisk(), seed: UInt64) {
    self.disk = disk
    random = Random(seed)
  }

  /// The last operations, for reports.
  private(set) var history: [String] = []
  var keepsHistory = false

  func trace(_ text: @autoclosure () -> String) {
    guard keepsHistory else { return }
    history.append("\(operations + 1) \(text())")
    if history.count > 400 { history.removeFirst(200) }
  }

  /// An operation begins.
  /// - Returns: the fault that it is to have.
  func begin(isChange: Bool, isSync: Bool = false) -> Fault? {
    ScheduleHook.yield?(false)
    operations += 1
    milliseconds += Int64(operations & 1)
    if isChange || isSync { observer?(isSync) }
    guard let faultAt, operations >= faultAt else { return nil }
    // A fault waits for an operation that can have it.
    switch fault {
    case .failedSync where !isSync, .full where !isChange, .shortRead where isChange || isSync: return nil
    default: break
    }
    self.faultAt = nil
    lastFaultAt = operations
    faultsGiven += 1
    return fault
  }

  func open(_ path: String, _ options: OpenOptions) throws(DatabaseError) -> any VFSFile {
    if options.contains(.deleteOnClose) { return ScratchFile() }
    if begin(isChange: false) == .ioError { throw DatabaseError(.cannotOpen, "simulated") }
    if let number = disk.names[path] { return SimulatedFile(self, number, path) }
    guard options.contains(.create) else { throw DatabaseError(.cannotOpen, "unable to open database file") }
    if begin(isChange: true) == .full { throw DatabaseError(.full, "simulated") }
    return SimulatedFile(self, disk.create(path), path)
  }

  func delete(_ path: String, syncDirectory: Bool) throws(DatabaseError) {
    trace("delete \(path.suffix(8))")
    if begin(isChange: true) == .ioError { throw DatabaseError(.ioErrorDelete, "simulated") }
    disk.names[path] = nil
    if syncDirectory { try self.syncDirectory(of: path) }
  }

  func exists(_ path: String) throws(DatabaseError) -> Bool { disk.names[path] != nil }
  func fullPath(_ path: String) -> String { path }

  func syncDirectory(of path: String) throws(DatabaseError) {
    trace("sync directory")
    if begin(isChange: false, isSync: true) != nil { throw DatabaseError(.ioErrorDirectorySync, "simulated") }
    if !lies.ignoresDirectorySync { disk.syncDirectory() }
  }

  func temporaryPath() -> String {
    temporaries += 1
    return "temporary-\(temporaries)"
  }

  func openSharedMemory(
    _ path: String, for file: any VFSFile
  ) throws(DatabaseError) -> (any VFSSharedMemory)? {
    let memory = memories[path] ?? SimulatedMemory()
    // What is left over from users that are gone is cleared by the first new one.
    if memory.users == 0, !lies.keepsLeftOverMemory { memory.clear() }
    memories[path] = memory
    return SimulatedSharedMemory(memory)
  }

  func randomBits() -> UInt64 { random.next() }
  func currentTimeMilliseconds() -> Int64 { milliseconds }
  func localOffsetSeconds(at seconds: Int64) -> Int64 { 0 }
  func sleep(milliseconds: Int) {
    ScheduleHook.yield?(true)
    self.milliseconds += Int64(milliseconds)
  }
}

/// The lock levels that the users of one file have.
final class SimulatedLocks {
  var levels: [ObjectIdentifier: LockLevel] = [:]

  func others(_ user: ObjectIdentifier) -> [LockLevel] {
    levels.filter { $0.key != user }.map(\.value)
  }
}
