import Testing

@testable import ApusEngine

@Suite struct PageFormatTests {
  @Test func varintsRoundTrip() {
    var values: [UInt64] = [0, 1, 127, 128, 16383, 16384, UInt64.max, UInt64.max >> 1]
    for shift in 0..<64 { values += [1 << UInt64(shift), (1 << UInt64(shift)) - 1] }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 1)
    defer { memory.deallocate() }
    for value in values {
      let length = CellVarint.write(value, to: memory)
      #expect(length == CellVarint.size(value))
      var position = UnsafeRawPointer(memory)
      #expect(CellVarint.read(&position) == value)
      #expect(UnsafeRawPointer(memory).distance(to: position) == length)
      position = UnsafeRawPointer(memory)
      CellVarint.skip(&position)
      #expect(UnsafeRawPointer(memory).distance(to: position) == length)
    }
  }

  @Test func localSizesFollowTheFormat() {
    let geometry = PageGeometry(pageSize: 4096, usableSize: 4096)
    #expect(geometry.maxTableLocal == 4061)
    #expect(geometry.maxIndexLocal == 1002)
    #expect(geometry.minLocal == 489)
    #expect(geometry.localSize(payload: 4061, maxLocal: 4061) == 4061)
    #expect(geometry.localSize(payload: 4062, maxLocal: 4061) == 489)
    // 489 + (5000 - 489) % 4092
    #expect(geometry.localSize(payload: 5000, maxLocal: 4061) == 908)
    #expect(geometry.overflowPageCount(payload: 5000, local: 908) == 1)
  }

  @Test func pointerMapPagesAreWhereTheFormatPutsThem() {
    let geometry = PageGeometry(pageSize: 1024, usableSize: 1024)
    #expect(geometry.pointerMapPage(for: 1) == 0)
    #expect(geometry.isPointerMapPage(2))
    #expect(geometry.pointerMapPage(for: 3) == 2)
    #expect(geometry.pointerMapPage(for: 206) == 2)
    #expect(geometry.isPointerMapPage(207))
    #expect(geometry.lockBytePage == 1_048_577)
  }

  @Test func freeSpaceIsReusedAndAccountedFor() throws {
    let geometry = PageGeometry(pageSize: 512, usableSize: 512)
    let pager = try TreeFixture.pager(pageSize: 512)
    let page = BTreePage(try pager.newPage(2))
    let scratch = UnsafeMutableRawPointer.allocate(byteCount: 1024, alignment: 16)
    let words = UnsafeMutablePointer<UInt32>.allocate(capacity: 1024)
    defer {
      scratch.deallocate()
      words.deallocate()
      pager.unpin(page.frame)
    }
    page.format(.tableLeaf, geometry)
    var random = SeededRandom(5)
    var sizes: [Int] = []
    for _ in 0..<3000 {
      let size = 4 + random.below(40)
      if random.below(2) == 0, page.freeSpace >= size + 2 {
        // A table leaf cell of exactly `size` bytes: length, key, payload.
        var cell = [UInt8](repeating: 1, count: size)
        cell[0] = UInt8(size - 2)
        let index = random.below(sizes.count + 1)
        try cell.withUnsafeBytes {
          try page.insertCell($0.baseAddress!, size: size, at: index, geometry, scratch: scratch)
        }
        sizes.insert(size, at: index)
      } else if !sizes.isEmpty {
        let index = random.below(sizes.count)
        page.removeCell(index, size: sizes.remove(at: index), geometry)
      }
      #expect(page.cellCount == sizes.count)
      let free = page.freeSpace
      #expect(free == 512 - 8 - sizes.reduce(0) { $0 + $1 + 2 })
      #expect(page.fragmentedBytes <= 60)
      try page.check(geometry)
      try page.checkSpace(geometry, scratch: words)
      #expect(page.freeSpace == free)
    }
  }
}
