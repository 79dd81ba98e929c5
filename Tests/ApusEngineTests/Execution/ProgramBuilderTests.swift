import Testing

@testable import ApusEngine

@Suite("Programs under construction")
struct ProgramBuilderTests {
  @Test("Root pages behind 2³¹ are no labels")
  func largeRoots() {
    var builder = ProgramBuilder()
    let root = Int32(bitPattern: 0x9000_0001)
    builder.emit(.openRead, 0, root, 0)
    builder.emit(.openWrite, 1, root, 0)
    let program = builder.finish()
    #expect(program.instructionCount == 2)
    #expect(program.instructions[0].p2 == root)
    #expect(program.instructions[1].p2 == root)
  }
}
