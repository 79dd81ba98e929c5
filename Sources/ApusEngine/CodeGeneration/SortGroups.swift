/// Sorting of rows that come in the order of the first terms of their key: each run of rows that are equal in those terms is sorted and delivered
/// when it ends, so that the sorter holds one run and a LIMIT ends the loops.
struct SortGroups {
  /// How many terms the rows are ordered by.
  let count: Int
  private let sorter: SortOperator
  private let keyInfo: UInt16
  private let sorterKeys: UInt16
  private let limits: CodeGenerator.Limits
  /// The terms of the run that is being gathered.
  private let run: Int32
  private let hasRun: Int32
  private let returnAddress: Int32
  private let subroutine: ProgramBuilder.Label

  private var generator: CodeGenerator { sorter.generator }

  /// - Parameter keys: those of the terms that the rows are ordered by.
  init(
    _ sorter: SortOperator, keys: [KeyInfo.Field], limits: CodeGenerator.Limits
  ) throws(DatabaseError) {
    self.sorter = sorter
    self.limits = limits
    count = keys.count
    let generator = sorter.generator
    keyInfo = try generator.builder.keyInfo(keys, encoding: generator.context.encoding)
    sorterKeys = sorter.keyInfo
    run = generator.newRegisters(keys.count)
    hasRun = generator.newRegister()
    returnAddress = generator.newRegister()
    subroutine = generator.builder.newLabel()
    generator.builder.emit(.integer, 0, hasRun)
  }

  /// Generates, before a row is pushed whose key stands in registers from `row`: when it begins a run, the run before it is delivered.
  func arrive(_ row: Int32) {
    let begins = generator.builder.newLabel()
    let ends = generator.builder.newLabel()
    let goesOn = generator.builder.newLabel()
    generator.builder.emit(.ifNot, hasRun, begins.placeholder, 1)
    generator.builder.emit(.compareRegisters, run, row, Int32(truncatingIfNeeded: count), p4: keyInfo)
    generator.builder.emit(.compareJump, ends.placeholder, goesOn.placeholder, ends.placeholder)
    generator.builder.place(ends)
    generator.builder.emit(.gosub, returnAddress, subroutine.placeholder)
    generator.builder.place(begins)
    generator.builder.emit(.copy, row, run, Int32(truncatingIfNeeded: count - 1))
    generator.builder.emit(.integer, 1, hasRun)
    generator.builder.place(goesOn)
  }

  /// Generates, after the loops: the last run is delivered, too.
  func finish(_ drain: () throws(DatabaseError) -> Void) throws(DatabaseError) {
    let done = generator.builder.newLabel()
    generator.builder.emit(.gosub, returnAddress, subroutine.placeholder)
    generator.builder.emit(.goto, 0, done.placeholder)
    generator.builder.place(subroutine)
    try drain()
    sorter.open(keyInfo: sorterKeys, limits: limits)
    generator.builder.emit(.return, returnAddress)
    generator.builder.place(done)
  }
}
