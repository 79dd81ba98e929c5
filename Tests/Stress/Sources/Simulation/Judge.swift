import Apus
import Foundation

/// The real `sqlite3`: opens what a crash has left, and must see what Apus sees. One process for all.
final class Judge: @unchecked Sendable {
  // @unchecked: used by one thread.
  private let folder: String
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var received = Data()
  private static let mark = Data("-- end of answer --\n".utf8)

  /// - Returns: nil when there is no `sqlite3` on the path.
  init?() {
    let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      let found = paths.map({ "\($0)/sqlite3" }).first(where: FileManager.default.isExecutableFile(atPath:))
    else { return nil }
    let parent = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    folder = parent + "/apus-simulation-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: found)
    process.arguments = ["-batch"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    guard (try? process.run()) != nil else { return nil }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// - Throws: when SQLite finds the files unsound, or another content than `digest`.
  func compare(_ disk: SimulatedDisk, with digest: UInt64) throws {
    let name = (Workload.path as NSString).lastPathComponent
    for suffix in ["", "-wal", "-journal", "-shm"] {
      let path = "\(folder)/\(name)\(suffix)"
      try? FileManager.default.removeItem(atPath: path)
      guard let number = disk.names[Workload.path + suffix], let file = disk.files[number] else { continue }
      try Data(file.live).write(to: URL(fileURLWithPath: path))
    }
    _ = try run(".open \(folder)/\(name)")
    defer { _ = try? run(".open :memory:") }
    let check = try run("PRAGMA integrity_check;")
    guard check == "ok\n" else { throw Verifier.Violation(description: "sqlite3 says: \(check.prefix(300))") }
    let orphans = try run("PRAGMA foreign_key_check;")
    guard orphans.isEmpty else {
      throw Verifier.Violation(description: "sqlite3 sees links without rows: \(orphans.prefix(300))")
    }
    var found: UInt64 = 0
    let names = try run("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%';")
    for line in names.split(separator: "\n") {
      let parts = line.split(separator: "|")
      found &+= Model.hash(String(parts[1]))
      guard parts[0] == "table" else { continue }
      if parts[1] == "counts" || parts[1] == "link" {
        found &+= try contents(ofCountsOrLinks: String(parts[1]))
        continue
      }
      let wrong = try run(
        "SELECT id FROM \(parts[1]) WHERE size IS NOT length(value) OR half IS NOT seed / 2;")
      guard wrong.isEmpty else {
        throw Verifier.Violation(description: "sqlite3 sees other generated values in \(parts[1])")
      }
      let rows = try run("SELECT id, seed, hex(value) FROM \(parts[1]);")
      for row in rows.split(separator: "\n") {
        let cells = row.split(separator: "|", omittingEmptySubsequences: false)
        guard cells.count == 3, let id = Int(cells[0]), let seed = UInt64(cells[1]) else { continue }
        let model = Model.Row(seed: seed, length: cells[2].utf8.count / 2)
        guard Self.hex(Model.value(model)) == cells[2] else {
          throw Verifier.Violation(description: "sqlite3 sees another value in \(parts[1]) \(id)")
        }
        found &+= Model.hash(table: String(parts[1]), id: id, model)
      }
    }
    guard found == digest else { throw Verifier.Violation(description: "sqlite3 sees another content") }
  }

  private func contents(ofCountsOrLinks table: String) throws -> UInt64 {
    var found: UInt64 = 0
    for row in try run("SELECT * FROM \(table);").split(separator: "\n") {
      let cells = row.split(separator: "|")
      let numbers = cells.compactMap { Int($0) }
      if table == "link", numbers.count == 2 {
        found &+= Model.hash(link: numbers[0], parent: numbers[1])
      } else if cells.count == 4, numbers.count == 3 {
        let counts = Model.Counts(inserted: numbers[0], updated: numbers[1], deleted: numbers[2])
        found &+= Model.hash(counts: counts, of: String(cells[0]))
      }
    }
    return found
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What a line of input prints.
  private func run(_ line: String) throws -> String {
    input.fileHandleForWriting.write(Data((line + "\nSELECT '-- end of answer --';\n").utf8))
    while true {
      if let range = received.range(of: Self.mark) {
        let answer = String(decoding: received[..<range.lowerBound], as: UTF8.self)
        received = Data(received[range.upperBound...])
        return answer
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Verifier.Violation(description: "sqlite3 has ended") }
      received.append(more)
    }
  }
}
