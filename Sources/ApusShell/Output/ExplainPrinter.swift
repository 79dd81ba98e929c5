import Apus

/// The rows of EXPLAIN in columns of fixed widths, printed as they come.
final class ExplainPrinter: RowPrinter {
  private static let widths = [4, 13, 4, 4, 4, 13, 2, 13]
  private let format: OutputFormat
  private let sink: OutputSink
  private let values: ValueText
  private var needsHeader = true

  init(_ format: OutputFormat, _ sink: OutputSink, _ values: ValueText) {
    self.format = format
    self.sink = sink
    self.values = values
  }

  func row(_ cells: UnsafePointer<Cell>, _ names: [String]) {
    if needsHeader {
      line(names.map { Array($0.utf8) })
      line(names.indices.map { [UInt8](repeating: UInt8(ascii: "-"), count: width($0)) })
      needsHeader = false
    }
    line(names.indices.map { values.plain(cells[$0], null: format.nullValue) })
  }

  func finish() {}

  private func width(_ column: Int) -> Int { column < Self.widths.count ? Self.widths[column] : 10 }

  private func line(_ fields: [[UInt8]]) {
    for (index, field) in fields.enumerated() {
      sink.append(field)
      if index + 1 < fields.count {
        let blanks = max(0, width(index) - TextWrapping.width(field))
        sink.write(String(repeating: " ", count: blanks + 2))
      }
    }
    sink.write("\n")
  }
}
