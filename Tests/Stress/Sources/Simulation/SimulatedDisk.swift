/// What a disk holds: of each file the bytes that are durable, and the changes since, which a crash may lose, reorder and tear.
/// A value: a copy is a picture of the moment.
struct SimulatedDisk {
  enum Change {
    case write(offset: Int, bytes: [UInt8])
    case truncate(size: Int)
  }

  struct File {
    /// As of the last sync.
    var durable: [UInt8] = []
    /// As the running system sees it.
    var live: [UInt8] = []
    /// From `durable` to `live`.
    var pending: [Change] = []
  }

  static let sectorSize = 512
  static let maximumFileSize = 64 << 20

  var files: [Int: File] = [:]
  /// Names as the running system sees them, and as of the last sync of the directory.
  var names: [String: Int] = [:]
  var durableNames: [String: Int] = [:]
  private var nextFile = 1

  mutating func create(_ name: String) -> Int {
    let number = nextFile
    nextFile += 1
    files[number] = File()
    names[name] = number
    return number
  }

  mutating func write(_ file: Int, _ bytes: UnsafeRawBufferPointer, at offset: Int) {
    files[file]?.pending.append(.write(offset: offset, bytes: Array(bytes)))
    files[file]?.live.overlay(bytes, at: offset)
  }

  mutating func truncate(_ file: Int, to size: Int) {
    files[file]?.pending.append(.truncate(size: size))
    files[file]?.live.resize(to: size)
  }

  mutating func sync(_ file: Int) {
    guard let live = files[file]?.live else { return }
    files[file]?.durable = live
    files[file]?.pending = []
  }

  mutating func syncDirectory() { durableNames = names }

  // MARK: Crash

  /// How much of what was not synced a crash keeps.
  private enum Survival { case nothing, everything, prefix, sectors }

  /// The disk after the power has failed: changes since the last syncs are there or not, sector by sector.
  func crashed(_ random: inout Random) -> SimulatedDisk {
    var disk = SimulatedDisk()
    disk.nextFile = nextFile
    disk.names = namesAfterCrash(&random)
    let used = Set(disk.names.values)
    for (number, file) in files.sorted(by: { $0.key < $1.key }) where used.contains(number) {
      let bytes = Self.bytesAfterCrash(file, &random)
      disk.files[number] = File(durable: bytes, live: bytes)
    }
    disk.durableNames = disk.names
    return disk
  }

  private func namesAfterCrash(_ random: inout Random) -> [String: Int] {
    if random.oneIn(3) { return random.oneIn(2) ? names : durableNames }
    var result: [String: Int] = [:]
    for name in Set(names.keys).union(durableNames.keys).sorted() {
      let kept = random.oneIn(2) ? names[name] : durableNames[name]
      if let kept { result[name] = kept }
    }
    return result
  }

  private static func bytesAfterCrash(_ file: File, _ random: inout Random) -> [UInt8] {
    guard !file.pending.isEmpty else { return file.live }
    switch random.pick([Survival.nothing, .everything, .prefix, .sectors, .sectors, .sectors]) {
    case .nothing: return file.durable
    case .everything: return file.live
    case .prefix:
      var bytes = file.durable
      for change in file.pending.prefix(random.below(file.pending.count + 1)) {
        apply(change, to: &bytes, &random, torn: false)
      }
      return bytes
    case .sectors:
      var bytes = file.durable
      for change in file.pending { apply(change, to: &bytes, &random, torn: true) }
      return bytes
    }
  }

  private static func apply(_ change: Change, to bytes: inout [UInt8], _ random: inout Random, torn: Bool) {
    switch change {
    case .truncate(let size):
      if !torn || random.oneIn(2) { bytes.resize(to: size) }
    case .write(let offset, let written):
      guard torn else {
        written.withUnsafeBytes { bytes.overlay($0, at: offset) }
        return
      }
      // Some writes are lost as a whole, some survive, the others sector by sector.
      let fate = random.below(4)
      if fate == 0 { return }
      var start = 0
      while start < written.count {
        let end = min(written.count, start + sectorSize - (offset + start) % sectorSize)
        if fate == 1 || random.oneIn(2) {
          written[start..<end].withUnsafeBytes { bytes.overlay($0, at: offset + start) }
        }
        start = end
      }
    }
  }
}

extension [UInt8] {
  /// Writes at an offset; what lies between the end and the offset becomes zeros.
  mutating func overlay(_ source: UnsafeRawBufferPointer, at offset: Int) {
    if count < offset + source.count { resize(to: offset + source.count) }
    withUnsafeMutableBytes { target in
      guard let base = target.baseAddress, let from = source.baseAddress else { return }
      (base + offset).copyMemory(from: from, byteCount: source.count)
    }
  }

  mutating func resize(to size: Int) {
    if size < count {
      removeLast(count - size)
    } else {
      append(contentsOf: repeatElement(0, count: size - count))
    }
  }
}
