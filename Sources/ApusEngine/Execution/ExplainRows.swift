/// The rows of EXPLAIN and EXPLAIN QUERY PLAN.
final class ExplainRows {
  let columns: [ResultColumn]
  let count: Int
  private let file: RegisterFile
  private let width: Int

  init(_ program: Program) {
    if program.explain == .queryPlan {
      columns = ["id", "parent", "notused", "detail"].map { ResultColumn(name: $0) }
      width = 4
      count = program.queryPlan.count
      file = RegisterFile(count: max(count * width, 1))
      for (index, row) in program.queryPlan.enumerated() {
        file.cells[index * 4] = .integer(Int64(row.id))
        file.cells[index * 4 + 1] = .integer(Int64(row.parent))
        file.cells[index * 4 + 2] = .integer(0)
        Self.set(row.detail, index * 4 + 3, file)
      }
      return
    }
    columns = ["addr", "opcode", "p1", "p2", "p3", "p4", "p5", "comment"].map { ResultColumn(name: $0) }
    width = 8
    // The program, then its trigger programs, each once.
    var programs: [Program] = [program]
    var next = 0
    while next < programs.count {
      for child in programs[next].subprograms where !programs.contains(where: { $0 === child }) {
        programs.append(child)
      }
      next += 1
    }
    count = programs.reduce(0) { $0 + $1.instructionCount }
    file = RegisterFile(count: max(count * width, 1))
    var row = 0
    for program in programs {
      for address in 0..<program.instructionCount {
        let instruction = program.instructions[address]
        let first = row * width
        file.cells[first] = .integer(Int64(address))
        Self.set("\(instruction.opcode)", first + 1, file)
        file.cells[first + 2] = .integer(Int64(instruction.p1))
        file.cells[first + 3] = .integer(Int64(instruction.p2))
        file.cells[first + 4] = .integer(Int64(instruction.p3))
        if let text = Self.describeP4(instruction, program) { Self.set(text, first + 5, file) }
        file.cells[first + 6] = .integer(Int64(instruction.p5))
        if let text = Self.comment(instruction, program) { Self.set(text, first + 7, file) }
        row += 1
      }
    }
  }

  deinit { file.deallocate() }

  func row(_ index: Int) -> UnsafePointer<Cell> { UnsafePointer(file.cells + max(index, 0) * width) }

  private static func set(_ text: String, _ index: Int, _ file: RegisterFile) {
    var copy = text
    copy.withUTF8 { file.set(index, bytes: UnsafeRawPointer($0.baseAddress), count: $0.count, tag: .text) }
  }

  private static func describeP4(_ instruction: Instruction, _ program: Program) -> String? {
    guard instruction.p4 != Instruction.noP4 else { return nil }
    let index = Int(instruction.p4)
    switch instruction.opcode {
    case .function, .aggregateStep, .aggregateFinal:
      let function = program.functions[index]
      return "\(function.name)(\(function.argumentCount))"
    case .affinity, .makeRecord, .typeCheck:
      return String(decoding: program.affinities[index], as: UTF8.self)
    case .openRead, .openWrite, .openEphemeral, .sorterOpen, .compareRegisters:
      return "k(\(program.keyInfos[index].fieldCount))"
    case .program: return "program"
    case .native: return program.nativeCalls[index].name
    case .savepoint, .column: return describe(program.constants[index])
    default: return String(index)
    }
  }

  private static func comment(_ instruction: Instruction, _ program: Program) -> String? {
    switch instruction.opcode {
    case .constant:
      return "r[\(instruction.p2)]=\(describe(program.constants[Int(instruction.p1)]))"
    case .integer: return "r[\(instruction.p2)]=\(instruction.p1)"
    case .resultRow: return "output=r[\(instruction.p1)..<\(instruction.p1 + instruction.p2)]"
    case .column: return "r[\(instruction.p3)]=cursor \(instruction.p1) column \(instruction.p2)"
    case .rowID: return "r[\(instruction.p2)]=rowid of \(instruction.p1)"
    case .goto, .`init`: return "to \(instruction.p2)"
    default: return nil
    }
  }

  private static func describe(_ cell: Cell) -> String {
    switch cell.tag {
    case .null: "NULL"
    case .integer: String(cell.integer)
    case .real: String(cell.real)
    case .text: "'\(String(decoding: cell.bytes, as: UTF8.self))'"
    case .blob: "blob(\(cell.count))"
    }
  }
}
