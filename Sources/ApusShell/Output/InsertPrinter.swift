import Apus

/// `insert`: INSERT statements.
final class InsertPrinter: RowPrinter {
  private let format: OutputFormat
  private let sink: OutputSink
  private let values: ValueText
  /// Line ends stay in the literals.
  private let keepsLineEnds: Bool

  init(_ format: OutputFormat, _ sink: OutputSink, _ values: ValueText, keepsLineEnds: Bool = false) {
    self.format = format
    self.sink = sink
    self.values = values
    self.keepsLineEnds = keepsLineEnds
  }

  func row(_ cells: UnsafePointer<Cell>, _ names: [String]) {
    var line = "INSERT INTO " + Identifier.quotedIfNeeded(format.insertTable)
    if format.showsHeaders {
      line += "(" + names.map { Identifier.quotedIfNeeded($0) }.joined(separator: ",") + ")"
    }
    sink.write(line + " VALUES(")
    for index in names.indices {
      if index > 0 { sink.write(",") }
      sink.append(literal(cells[index]))
    }
    sink.write(");\n")
  }

  func finish() {}

  /// Line ends are written as `replace(…)`, so that every statement is one line.
  private func literal(_ cell: Cell) -> [UInt8] {
    let plain = values.literal(cell)
    guard cell.tag == .text, !keepsLineEnds else { return plain }
    var text = plain
    var prefix: [UInt8] = []
    var suffix: [UInt8] = []
    for (byte, letter, code) in [(UInt8(10), "n", 10), (UInt8(13), "r", 13)] where cell.bytes.contains(byte) {
      let mark = Self.unused(letter, cell)
      let bytes = Array(mark.utf8)
      text = text.flatMap { $0 == byte ? bytes : [$0] }
      prefix = Array("replace(".utf8) + prefix
      suffix += Array(",'\(mark)',char(\(code)))".utf8)
    }
    return prefix + text + suffix
  }

  /// A mark for a line end that is no part of the text.
  private static func unused(_ letter: String, _ cell: Cell) -> String {
    let text = String(decoding: cell.bytes, as: UTF8.self)
    var candidate = "\\" + letter
    var number = 0
    while contains(text, candidate) {
      candidate = "(\\\(letter)\(number))"
      number += 1
    }
    return candidate
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
