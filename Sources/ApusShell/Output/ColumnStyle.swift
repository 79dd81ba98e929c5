/// `column`: two blanks between columns, a line of hyphens under the header.
struct ColumnStyle: ColumnarStyle {
  func print(
    header: [[UInt8]], rows: [[[[UInt8]]]], _ layout: ColumnarLayout, _ format: OutputFormat,
    _ sink: OutputSink
  ) {
    if format.showsHeaders {
      line(header, layout, format, sink)
      line(layout.widths.map { [UInt8](repeating: UInt8(ascii: "-"), count: $0) }, layout, format, sink)
    }
    for (index, row) in rows.enumerated() {
      for cells in row { line(cells, layout, format, sink) }
      if layout.separatesRows, index + 1 < rows.count { sink.write(format.rowSeparator) }
    }
  }

  private func line(_ cells: [[UInt8]], _ layout: ColumnarLayout, _ format: OutputFormat, _ sink: OutputSink)
  {
    for (index, cell) in cells.enumerated() {
      if index > 0 { sink.write("  ") }
      sink.append(layout.padded(cell, index))
    }
    sink.write(format.rowSeparator)
  }
}
