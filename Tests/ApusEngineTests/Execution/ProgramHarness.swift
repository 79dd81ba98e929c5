@testable import ApusEngine

/// A value of a result row, for expectations.
enum TestValue: Equatable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral,
  ExpressibleByFloatLiteral
{
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  init(integerLiteral value: Int64) { self = .integer(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(floatLiteral value: Double) { self = .real(value) }
  init(nilLiteral: ()) { self = .null }

  init(_ cell: Cell) {
    switch cell.tag {
    case .null: self = .null
    case .integer: self = .integer(cell.integer)
    case .real: self = .real(cell.real)
    case .text: self = .text(String(decoding: cell.bytes, as: UTF8.self))
    case .blob: self = .blob(Array(cell.bytes))
    }
  }
}

/// A connection on an in-memory database, and ways to run hand-assembled programs on it.
final class ProgramHarness {
  let connection: Connection

  init() throws {
    connection = try makeTestConnection()
  }

  /// Runs a machine to its end.
  func rows(_ machine: VirtualMachine) throws -> [[TestValue]] {
    var result: [[TestValue]] = []
    while try machine.step() {
      result.append((0..<machine.columnCount).map { TestValue(machine.row[$0]) })
    }
    machine.reset()
    return result
  }

  /// Builds a program: `body` comes after `init`, `halt` is appended.
  func program(_ body: (inout ProgramBuilder) throws -> Void) throws -> Program {
    var builder = ProgramBuilder()
    let start = builder.emit(.`init`)
    builder.patchHere(start)
    try body(&builder)
    builder.emit(.halt, 0, 0, -1)
    return builder.finish()
  }

  func machine(_ body: (inout ProgramBuilder) throws -> Void) throws -> VirtualMachine {
    VirtualMachine(program: try program(body), connection: connection)
  }

  @discardableResult
  func run(_ body: (inout ProgramBuilder) throws -> Void) throws -> [[TestValue]] {
    try rows(machine(body))
  }

  /// Makes a table tree and returns its root page.
  func makeTable() throws -> Int32 {
    let result = try run { builder in
      let root = builder.newRegister()
      builder.emit(.transaction, 0, 1)
      builder.emit(.createTree, 0, root, 1)
      builder.emit(.resultRow, root, 1)
    }
    guard case .integer(let root) = result[0][0] else { return 0 }
    return Int32(root)
  }

  /// Inserts rows (rowid, values…) into a table.
  func insert(_ rows: [(Int64, [ProgramBuilder.Constant])], root: Int32) throws {
    try run { builder in
      builder.isWrite = true
      builder.emit(.transaction, 0, 1)
      let cursor = builder.newCursor()
      builder.emit(.openWrite, cursor, root, 0)
      for (rowID, values) in rows {
        let first = builder.newRegisters(values.count)
        let record = builder.newRegister()
        let key = builder.newRegister()
        for (index, value) in values.enumerated() {
          builder.emit(.constant, builder.constant(value), first + Int32(index))
        }
        builder.emit(.constant, builder.constant(.integer(rowID)), key)
        builder.emit(.makeRecord, first, Int32(values.count), record)
        builder.emit(
          .insert, cursor, record, key, p5: InstructionFlag.countChange | InstructionFlag.lastRowID)
      }
    }
  }

  /// All rows of a table: rowid and `columns` columns.
  func scan(root: Int32, columns: Int32) throws -> [[TestValue]] {
    try run { builder in
      builder.emit(.transaction, 0, 0)
      let cursor = builder.newCursor()
      let first = builder.newRegisters(Int(columns) + 1)
      builder.emit(.openRead, cursor, root, 0)
      let end = builder.newLabel()
      builder.emit(.rewind, cursor, end.placeholder)
      let top = builder.address
      builder.emit(.rowID, cursor, first)
      for column in 0..<columns { builder.emit(.column, cursor, column, first + 1 + column) }
      builder.emit(.resultRow, first, columns + 1)
      builder.emit(.next, cursor, top)
      builder.place(end)
    }
  }

  /// BEGIN, COMMIT, ROLLBACK.
  func begin(_ mode: TransactionMode = .deferred) throws {
    try run { $0.emit(.autoCommit, 0, 0, mode.rawValue) }
  }
  func commit() throws { try run { $0.emit(.autoCommit, 1, 0) } }
  func rollback() throws { try run { $0.emit(.autoCommit, 1, 1) } }

  /// SAVEPOINT (0), RELEASE (1), ROLLBACK TO (2).
  func savepoint(_ action: Int32, _ name: String) throws {
    try run { builder in
      builder.emit(.savepoint, action, 0, 0, p4: try builder.constantP4(.text(Array(name.utf8))))
    }
  }
}

/// The message of the error that `body` throws.
func failure(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return (error as? DatabaseError)?.message ?? "\(error)"
  }
}
