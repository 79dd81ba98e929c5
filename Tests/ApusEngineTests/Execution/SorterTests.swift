import Testing

@testable import ApusEngine

@Suite("The sorter")
struct SorterTests {
  /// Sorts (key, sequence) pairs through a program and returns the rows.
  private func sort(
    _ keys: [ProgramBuilder.Constant], field: KeyInfo.Field = .init(), limit: Int32 = 0, memory: Int? = nil
  ) throws -> [[TestValue]] {
    let harness = try ProgramHarness()
    if let memory { harness.connection.settings.sorterMemory = memory }
    return try harness.run { builder in
      let sorter = builder.newCursor()
      let pseudo = builder.newCursor()
      let key = try builder.keyInfo([field], encoding: .utf8)
      let r = builder.newRegisters(5)
      builder.emit(.integer, limit, r + 4)
      builder.emit(.sorterOpen, sorter, 2, limit > 0 ? r + 4 : 0, p4: key)
      for (index, value) in keys.enumerated() {
        builder.emit(.constant, builder.constant(value), r)
        builder.emit(.integer, Int32(index), r + 1)
        builder.emit(.makeRecord, r, 2, r + 2)
        builder.emit(.sorterInsert, sorter, r + 2)
      }
      builder.emit(.openPseudo, pseudo, r + 3, 2)
      let end = builder.newLabel()
      builder.emit(.sorterSort, sorter, end.placeholder)
      let top = builder.address
      builder.emit(.sorterData, sorter, r + 3, pseudo)
      builder.emit(.column, pseudo, 0, r)
      builder.emit(.column, pseudo, 1, r + 1)
      builder.emit(.resultRow, r, 2)
      builder.emit(.sorterNext, sorter, top)
      builder.place(end)
    }
  }

  @Test("All storage classes in SQLite's order, ties in insertion order")
  func classes() throws {
    let rows = try sort([
      .text(Array("b".utf8)), .integer(5), .null, .real(4.5), .blob([1]), .text(Array("a".utf8)), .integer(5),
      .null,
      .integer(-7), .text(Array("aaaaaaaab".utf8)), .text(Array("aaaaaaaaa".utf8)),
    ])
    #expect(rows.map { $0[1] } == [2, 7, 8, 3, 1, 6, 5, 10, 9, 0, 4])
  }

  @Test("Descending order and NULLS LAST")
  func directions() throws {
    let keys: [ProgramBuilder.Constant] = [.integer(1), .null, .integer(3), .integer(2), .null]
    #expect(try sort(keys, field: .init(isDescending: true)).map { $0[1] } == [2, 3, 0, 1, 4])
    #expect(try sort(keys, field: .init(nullsReversed: true)).map { $0[1] } == [0, 3, 2, 1, 4])
    #expect(
      try sort(keys, field: .init(isDescending: true, nullsReversed: true)).map { $0[1] } == [1, 4, 2, 3, 0])
  }

  @Test("A bound keeps the first rows, ties in insertion order")
  func bound() throws {
    let keys = (0..<500).map { ProgramBuilder.Constant.integer(Int64($0 * 37 % 100)) }
    let all = try sort(keys)
    #expect(try sort(keys, limit: 12) == Array(all.prefix(12)))
    let texts = (0..<300).map { ProgramBuilder.Constant.text(Array("key number \($0 * 37 % 100)".utf8)) }
    #expect(try sort(texts, limit: 7) == Array(try sort(texts).prefix(7)))
  }

  @Test("Runs spilled under a small budget merge to the same order")
  func spill() throws {
    let keys = (0..<20_000).map { index -> ProgramBuilder.Constant in
      let value = index &* 7_919 % 5_003
      return index % 3 == 0
        ? .integer(Int64(value)) : .text(Array("\(value) some padding that makes it longer".utf8))
    }
    let large = try sort(keys)
    let small = try sort(keys, memory: 1 << 18)
    #expect(large.count == keys.count)
    #expect(large == small)
  }
}
