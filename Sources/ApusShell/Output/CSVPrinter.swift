import Apus

/// `csv`: values in quotation marks where they need them.
final class CSVPrinter: RowPrinter {
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
      line(names.map { field(Array($0.utf8)) })
      needsHeader = false
    }
    line(
      names.indices.map { index in
        cells[index].isNull ? Array(format.nullValue.utf8) : field(values.plain(cells[index], null: ""))
      })
  }

  func finish() {}

  private func line(_ fields: [[UInt8]]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { sink.write(format.columnSeparator) }
      sink.append(field)
    }
    sink.write(format.rowSeparator)
  }

  private func field(_ text: [UInt8]) -> [UInt8] {
    let isPlain = text.allSatisfy {
      $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
    }
    if isPlain, !text.isEmpty, !Self.contains(text, Array(format.columnSeparator.utf8)) { return text }
    var result: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text {
      if byte == UInt8(ascii: "\"") { result.append(byte) }
      result.append(byte)
    }
    result.append(UInt8(ascii: "\""))
    return result
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return part.isEmpty }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
