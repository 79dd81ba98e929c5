import Apus

/// `list`, `tabs` and `ascii`: values between separators.
final class ListPrinter: RowPrinter {
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
      sink.write(names.joined(separator: format.columnSeparator))
      sink.write(format.rowSeparator)
      needsHeader = false
    }
    for index in names.indices {
      if index > 0 { sink.write(format.columnSeparator) }
      sink.append(values.plain(cells[index], null: format.nullValue))
    }
    sink.write(format.rowSeparator)
  }

  func finish() {}
}
