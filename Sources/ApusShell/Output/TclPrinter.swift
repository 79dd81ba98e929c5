import Apus

/// `tcl`: values as Tcl's list elements, which are C's string literals.
final class TclPrinter: RowPrinter {
  private let format: OutputFormat
  private let sink: OutputSink
  private let values: ValueText
  private var needsHeader: Bool

  init(_ format: OutputFormat, _ sink: OutputSink, _ values: ValueText) {
    self.format = format
    self.sink = sink
    self.values = values
    needsHeader = format.showsHeaders
  }

  func row(_ cells: UnsafePointer<Cell>, _ names: [String]) {
    if needsHeader {
      line(names.map { Array($0.utf8) })
      needsHeader = false
    }
    line(names.indices.map { values.plain(cells[$0], null: format.nullValue) })
  }

  func finish() {}

  private func line(_ fields: [[UInt8]]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { sink.write(format.columnSeparator) }
      sink.append(Self.quoted(field))
    }
    sink.write(format.rowSeparator)
  }

  /// A C string literal.
  static func quoted(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""): result += [UInt8(ascii: "\\"), byte]
      case 9: result += Array("\\t".utf8)
      case 10: result += Array("\\n".utf8)
      case 13: result += Array("\\r".utf8)
      case 0x20..<0x7f: result.append(byte)
      default:
        let octal = String(byte, radix: 8)
        result += Array(("\\" + String(repeating: "0", count: 3 - octal.count) + octal).utf8)
      }
    }
    result.append(UInt8(ascii: "\""))
    return result
  }

  static func quoted(_ text: String) -> String { String(decoding: quoted(Array(text.utf8)), as: UTF8.self) }
}
