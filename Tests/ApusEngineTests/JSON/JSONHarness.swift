@testable import ApusEngine

/// Calls SQL functions without SQL: arguments and answers are plain values.
final class JSONHarness {
  enum Value: Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
  }

  enum Answer: Equatable {
    case value(Value)
    case error(String)
  }

  private let connection: Connection
  let context: UnsafeMutablePointer<FunctionContext>

  init() throws {
    connection = try makeTestConnection()
    context = .allocate(capacity: 1)
    context.initialize(to: FunctionContext(environment: connection.environment))
  }

  deinit {
    context.pointee.output.deallocate()
    context.deallocate()
  }

  /// The answer, or the message of the error.
  func call(_ name: String, _ arguments: [Value]) -> Answer {
    guard case .found(let definition) = BuiltinFunctions.find(name, argumentCount: arguments.count) else {
      return .error("no such function: \(name)")
    }
    var state = [UInt64](repeating: 0, count: definition.stateSize / 8 + 1)
    return withCells(arguments) { cells in
      begin()
      let raw = UnsafeMutableRawPointer(context)
      return cells.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return .value(.null) }
        if let scalar = definition.scalar {
          scalar(raw, base, Int32(arguments.count))
          return answer()
        }
        return state.withUnsafeMutableBytes { memory in
          context.pointee.state = memory.baseAddress
          definition.step?(raw, base, Int32(arguments.count))
          let failure = context.pointee.takeError()
          begin()
          context.pointee.state = memory.baseAddress
          definition.finalize?(raw)
          context.pointee.state = nil
          if let failure { return .error(failure.message) }
          return answer()
        }
      }
    }
  }

  /// The rows of a table-valued function, all columns but `json`.
  func rows(_ table: JSONTable, _ json: Value, path: Value?) -> Result<[[Value]], DatabaseError> {
    withCells([json, path ?? .null]) { cells in
      begin()
      table.start(context, json: cells[0], path: path == nil ? nil : cells[1])
      var rows: [[Value]] = []
      while true {
        if let error = context.pointee.takeError() { return .failure(error) }
        if table.isAtEnd { return .success(rows) }
        var row: [Value] = []
        for number in 0..<8 {
          guard let column = JSONTable.Column(rawValue: number) else { continue }
          begin()
          table.column(column, context)
          switch answer() {
          case .value(let value): row.append(value)
          case .error(let message): return .failure(DatabaseError(.error, message))
          }
        }
        rows.append(row)
        begin()
        table.step(context)
      }
    }
  }

  private func begin() {
    context.pointee.result = .null
    context.pointee.output.count = 0
  }

  private func answer() -> Answer {
    if let error = context.pointee.takeError() { return .error(error.message) }
    let cell = context.pointee.result
    switch cell.tag {
    case .null: return .value(.null)
    case .integer: return .value(.integer(cell.integer))
    case .real: return .value(.real(cell.real))
    case .text: return .value(.text(String(decoding: cell.bytes, as: UTF8.self)))
    case .blob: return .value(.blob([UInt8](cell.bytes)))
    }
  }

  /// The bytes of arguments stand alone, so that the address sanitizer sees who reads too far.
  private func withCells<Answer>(_ values: [Value], _ body: ([Cell]) -> Answer) -> Answer {
    var memory: [UnsafeMutableRawPointer] = []
    defer { for block in memory { block.deallocate() } }
    func copy(_ bytes: [UInt8]) -> UnsafeMutableRawPointer {
      let block = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
      block.copyMemory(from: bytes, byteCount: bytes.count)
      memory.append(block)
      return block
    }
    let cells = values.map { value -> Cell in
      switch value {
      case .null: return .null
      case .integer(let number): return .integer(number)
      case .real(let number): return .real(number)
      case .text(let text): return .text(copy([UInt8](text.utf8)), count: text.utf8.count)
      case .blob(let bytes): return .blob(copy(bytes), count: bytes.count)
      }
    }
    return body(cells)
  }
}
