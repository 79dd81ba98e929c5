/// The values of the row before, where equal rows come one after the other and but one of each counts.
struct LastRow {
  private let generator: CodeGenerator
  private let first: Int32
  private let hasRow: Int32
  private let count: Int
  private let keyInfo: UInt16

  /// - Parameter keyInfo: how the values are compared.
  init(_ generator: CodeGenerator, count: Int, keyInfo: UInt16) {
    self.generator = generator
    self.count = count
    self.keyInfo = keyInfo
    first = generator.newRegisters(count)
    hasRow = generator.newRegister()
    reset()
  }

  /// No row has come.
  func reset() { generator.builder.emit(.integer, 0, hasRow) }

  /// Jumps when the values in registers from `row` equal those of the row before; else they take their place.
  func jumpIfSame(_ row: Int32, to label: ProgramBuilder.Label) {
    let isNew = generator.builder.newLabel()
    generator.builder.emit(.ifNot, hasRow, isNew.placeholder, 1)
    generator.builder.emit(.compareRegisters, first, row, Int32(count), p4: keyInfo)
    generator.builder.emit(.compareJump, isNew.placeholder, label.placeholder, isNew.placeholder)
    generator.builder.place(isNew)
    generator.builder.emit(.copy, row, first, Int32(count - 1))
    generator.builder.emit(.integer, 1, hasRow)
  }
}
