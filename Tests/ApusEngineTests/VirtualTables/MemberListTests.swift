import Testing

@testable import ApusEngine

@Suite struct MemberListTests {
  /// A program's function may give a blob of its own the subtype of a list.
  @Test(arguments: [0, 1, 15, 16, 17, 40])
  func aForgedListEndsWithItsBytes(_ count: Int) throws {
    // One byte before them, so that nothing is aligned.
    let bytes = [UInt8](repeating: UInt8(Cell.Tag.text.rawValue), count: count + 1)
    try bytes.withUnsafeBytes { whole in
      let start = try #require(whole.baseAddress) + 1
      let cell = Cell(
        bits: UInt64(UInt(bitPattern: start)), count: UInt32(count), tag: .blob, subtype: MemberList.subtype)
      let list = try #require(MemberList(cell))
      for member in list { #expect(member.bytes.count <= count) }
    }
  }
}
