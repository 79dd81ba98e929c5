import Testing

@testable import ApusEngine

/// Damaged files: refused with a typed error, never trapped on, and found by the integrity check.
@Suite struct DamageTests {
  /// A sound file with a table tree, an index tree, overflow chains and a freelist, as bytes.
  struct Sample {
    var image: [[UInt8]]
    var table: PageNumber
    var index: PageNumber
    var reserved: Int

    init(pageSize: Int, reserved: Int, autoVacuum: AutoVacuumMode, seed: UInt64) throws {
      let tree = try TreeFixture.database(pageSize: pageSize, reserved: reserved, autoVacuum: autoVacuum)
      let rows = try TreeModel(tree, .table, seed: seed, keyRange: 400, maxPayload: pageSize * 3)
      let entries = try TreeModel(tree, .index, seed: seed + 1, keyRange: 400, maxPayload: pageSize * 3)
      for _ in 0..<500 {
        try rows.step()
        try entries.step()
      }
      for key in 0..<100 { try rows.remove(Int64(key), keepPosition: false) }
      image = try TreeFixture.image(of: tree.pager)
      table = rows.root
      index = entries.root
      self.reserved = reserved
    }

    func open(_ image: [[UInt8]]? = nil) throws -> BTree {
      BTree(pager: try TreeFixture.pager(image: image ?? self.image, reserved: reserved))
    }

    func check(_ image: [[UInt8]]) throws -> [String] {
      try IntegrityChecker(try open(image)).check(roots: [.init(1), .init(table), .init(index)]).messages
    }
  }

  @Test(arguments: [AutoVacuumMode.none, .full, .incremental])
  func randomDamageNeverTraps(_ mode: AutoVacuumMode) throws {
    for (pageSize, reserved) in [(512, 0), (1024, 16), (4096, 0)] {
      let sample = try Sample(
        pageSize: pageSize, reserved: reserved, autoVacuum: mode, seed: UInt64(pageSize))
      var random = SeededRandom(UInt64(pageSize) + UInt64(mode.rawValue))
      for _ in 0..<25 {
        var image = sample.image
        for _ in 0...random.below(4) { damage(&image, &random) }
        try exercise(try sample.open(image), sample, &random, mode)
      }
    }
  }

  private func damage(_ image: inout [[UInt8]], _ random: inout SeededRandom) {
    let page = random.below(image.count)
    let size = image[page].count
    let header = page == 0 ? 100 : 0
    let noise = UInt8(truncatingIfNeeded: random.next())
    switch random.below(5) {
    case 0: image[page][random.below(size)] = noise
    case 1: image[page][header + random.below(12)] = noise
    case 2: image[page][header + 8 + random.below(40)] = noise
    case 3: if page > 0 { image[page] = image[1 + random.below(image.count - 1)] }
    default:
      let place = (header + random.below(size - 104)) & ~1
      let number = random.below(image.count) + 1
      image[page].replaceSubrange(place..<place + 4, with: [0, 0, UInt8(number >> 8), UInt8(number & 255)])
    }
  }

  /// Reads and writes a damaged file; every failure must be a typed error, and no pin may be left.
  private func exercise(
    _ tree: BTree, _ sample: Sample, _ random: inout SeededRandom, _ mode: AutoVacuumMode
  ) throws {
    let keyInfo = UnsafeMutablePointer<KeyInfo>.allocate(capacity: 1)
    keyInfo.initialize(to: KeyInfo([.init(), .init()], encoding: .utf8))
    let rows = UnsafeMutablePointer<BTreeCursor>.allocate(capacity: 3)
    let entries = rows + 1
    let reader = rows + 2
    BTreeCursor.open(at: rows, tree: tree, root: sample.table, keyInfo: nil, isWritable: true)
    BTreeCursor.open(at: entries, tree: tree, root: sample.index, keyInfo: keyInfo, isWritable: true)
    BTreeCursor.open(at: reader, tree: tree, root: sample.table, keyInfo: nil, isWritable: false)
    var buffer = ByteBuffer()
    defer {
      for position in 0..<3 { rows[position].close() }
      rows.deallocate()
      buffer.deallocate()
      keyInfo.pointee.deallocate()
      keyInfo.deallocate()
    }
    func attempt(_ body: () throws -> Void) throws {
      do {
        try body()
      } catch let error as DatabaseError {
        #expect(error.code == .corrupt || error.code == .misuse, "\(error.message)")
        if error.code == .corrupt { #expect(error.page != nil && error.pageOffset != nil, "\(error)") }
      }
    }
    try attempt { _ = try IntegrityChecker(tree).check(roots: [.init(1), .init(sample.table)]) }
    for cursor in [rows, entries] {
      try attempt {
        var steps = 0
        var has = try cursor.pointee.first()
        while has, steps < 5000 {
          _ = try cursor.pointee.record(&buffer)
          has = try cursor.pointee.next()
          steps += 1
        }
      }
      try attempt {
        var steps = 0
        var has = try cursor.pointee.last()
        while has, steps < 5000 {
          has = try cursor.pointee.previous()
          steps += 1
        }
      }
    }
    try attempt { _ = try tree.entryCount(sample.table) + tree.entryCount(sample.index) }
    for round in 0..<40 {
      let key = Int64(random.below(500))
      let blob = [UInt8](repeating: 7, count: random.below(8) == 0 ? random.below(1500) : random.below(60))
      let record = TreeModel.record(key, blob)
      var cell = Cell.integer(key)
      try attempt {
        switch round % 3 {
        case 0: try record.withUnsafeBytes { try rows.pointee.insert(rowID: key, payload: $0) }
        case 1:
          guard try rows.pointee.seek(rowID: key) == 0 else { return }
          try rows.pointee.delete(keepPosition: true)
          _ = try rows.pointee.next()
        default:
          _ = try reader.pointee.seek(rowID: key)
          if reader.pointee.isValid { _ = try reader.pointee.record(&buffer) }
        }
      }
      try attempt {
        if round % 2 == 0 {
          try record.withUnsafeBytes { try entries.pointee.insert(record: $0) }
        } else if try entries.pointee.seek(key: &cell, count: 1, bias: 0) == 0 {
          try entries.pointee.delete(keepPosition: true)
          _ = try entries.pointee.next()
        }
      }
    }
    try attempt { _ = try tree.createTree(.table) }
    try attempt {
      if mode == .full {
        try tree.prepareCommit()
      } else {
        for _ in 0..<5 where try !tree.vacuumLastPage() { break }
      }
    }
    try attempt { try tree.clearTree(sample.index, .index) }
    try attempt { _ = try tree.dropTree(sample.table) }
  }

  // MARK: Planted damage

  @Test func plantedDamageIsNamed() throws {
    let sample = try Sample(pageSize: 1024, reserved: 0, autoVacuum: .none, seed: 77)
    #expect(try sample.check(sample.image) == [])

    // The freelist's length.
    var image = sample.image
    let free = image[0][36..<40].reduce(0) { $0 << 8 | Int($1) }
    #expect(free > 0)
    image[0].replaceSubrange(36..<40, with: [0, 0, UInt8((free + 1) >> 8), UInt8((free + 1) & 255)])
    #expect(try sample.check(image).contains("Freelist: size is \(free) but should be \(free + 1)"))

    // An extra page at the end.
    image = sample.image
    image.append([UInt8](repeating: 0, count: 1024))
    #expect(try sample.check(image) == ["Page \(image.count): never used"])

    // A cell pointer beyond the page.
    image = sample.image
    let root = Int(sample.table)
    let content = Int(image[root - 1][5]) << 8 | Int(image[root - 1][6])
    image[root - 1].replaceSubrange(12..<14, with: [0x7f, 0xff])
    #expect(
      try sample.check(image).contains(
        "Tree \(root) page \(root) cell 0: Offset 32767 out of range \(content)..1020"))

    // The fragment count.
    image = sample.image
    let fragments = Int(image[root - 1][7])
    image[root - 1][7] = UInt8(fragments + 3)
    #expect(
      try sample.check(image) == [
        "Fragmentation of \(fragments) bytes reported as \(fragments + 3) on page \(root)"
      ])

    // A child used twice, the other one lost.
    image = sample.image
    let cell = Int(image[root - 1][12]) << 8 | Int(image[root - 1][13])
    let child = image[root - 1][cell..<cell + 4].reduce(0) { $0 << 8 | Int($1) }
    let right = image[root - 1][8..<12].reduce(0) { $0 << 8 | Int($1) }
    image[root - 1].replaceSubrange(8..<12, with: image[root - 1][cell..<cell + 4])
    let messages = try sample.check(image)
    #expect(messages.contains("Tree \(root) page \(root) cell 0: 2nd reference to page \(child)"))
    #expect(messages.contains("Page \(right): never used"))

    // Not a B-tree page.
    image = sample.image
    image[child - 1][0] = 0x77
    #expect(
      try sample.check(image).contains("Tree \(root) page \(child): btreeInitPage() returns error code 11"))
  }

  @Test func messagesStopAtTheLimit() throws {
    let sample = try Sample(pageSize: 512, reserved: 0, autoVacuum: .none, seed: 5)
    let report = try IntegrityChecker(try sample.open(), limit: 7).check(roots: [.init(1)])
    #expect(report.messages.count == 7)
  }
}
