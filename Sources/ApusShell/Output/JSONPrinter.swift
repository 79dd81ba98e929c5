import Apus

/// `json`: an array of objects.
final class JSONPrinter: RowPrinter {
  private let sink: OutputSink
  private let values: ValueText
  private var isFirst = true

  init(_ format: OutputFormat, _ sink: OutputSink, _ values: ValueText) {
    self.sink = sink
    self.values = values
  }

  func row(_ cells: UnsafePointer<Cell>, _ names: [String]) {
    sink.write(isFirst ? "[{" : ",\n{")
    isFirst = false
    for (index, name) in names.enumerated() {
      if index > 0 { sink.write(",") }
      sink.append(Self.string(name.utf8))
      sink.write(":")
      sink.append(value(cells[index]))
    }
    sink.write("}")
  }

  func finish() {
    if !isFirst { sink.write("]\n") }
  }

  private func value(_ cell: Cell) -> [UInt8] {
    switch cell.tag {
    case .null: return Array("null".utf8)
    case .integer: return Array(String(cell.integer).utf8)
    case .real:
      // JSON has no infinity; readers take this for it.
      if cell.real.isInfinite { return Array((cell.real < 0 ? "-1e999" : "1e999").utf8) }
      return values.exact(cell.real)
    case .text, .blob: return Self.string(cell.bytes)
    }
  }

  private static func string(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 8: result += Array("\\b".utf8)
      case 9: result += Array("\\t".utf8)
      case 10: result += Array("\\n".utf8)
      case 12: result += Array("\\f".utf8)
      case 13: result += Array("\\r".utf8)
      case 0..<32:
        let digits = String(byte, radix: 16)
        result += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
    return result
  }
}
