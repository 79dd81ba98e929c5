import Apus

/// `line`: a line for each value, an empty one between rows.
final class LinePrinter: RowPrinter {
  private let format: OutputFormat
  private let sink: OutputSink
  private let values: ValueText
  private var isFirst = true

  init(_ format: OutputFormat, _ sink: OutputSink, _ values: ValueText) {
    self.format = format
    self.sink = sink
    self.values = values
  }

  func row(_ cells: UnsafePointer<Cell>, _ names: [String]) {
    if !isFirst { sink.write(format.rowSeparator) }
    isFirst = false
    let width = max(5, names.map { $0.utf8.count }.max() ?? 0)
    for (index, name) in names.enumerated() {
      sink.write(String(repeating: " ", count: width - name.utf8.count) + name + " = ")
      sink.append(values.plain(cells[index], null: format.nullValue))
      sink.write(format.rowSeparator)
    }
  }

  func finish() {}
}
