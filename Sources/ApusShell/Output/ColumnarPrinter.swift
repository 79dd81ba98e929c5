import Apus

/// `column`, `box`, `table` and `markdown`: all rows are read before the first is printed, for the widths.
final class ColumnarPrinter: RowPrinter {
  private let format: OutputFormat
  private let sink: OutputSink
  private let values: ValueText
  private let style: any ColumnarStyle
  private var names: [String] = []
  /// Rows of cells of lines, the header first.
  private var rows: [[[[UInt8]]]] = []
  private var hasLongCell = false

  init(_ format: OutputFormat, _ sink: OutputSink, _ values: ValueText, style: any ColumnarStyle) {
    self.format = format
    self.sink = sink
    self.values = values
    self.style = style
  }

  func row(_ cells: UnsafePointer<Cell>, _ names: [String]) {
    if rows.isEmpty {
      self.names = names
      rows.append(names.enumerated().map { lines(Array($0.element.utf8), column: $0.offset) })
      // A header never wraps: what does not fit is cut.
      rows[0] = rows[0].map { Array($0.prefix(1)) }
    }
    rows.append(
      names.indices.map { index in
        let text =
          format.quotesValues
          ? values.literal(cells[index], blobPrefix: "x", exact: false)
          : values.plain(cells[index], null: format.nullValue)
        let result = lines(text, column: index)
        if result.count > 1 { hasLongCell = true }
        return result
      })
  }

  private func width(column: Int) -> Int { column < format.widths.count ? format.widths[column] : 0 }

  private func lines(_ text: [UInt8], column: Int) -> [[UInt8]] {
    var limit = abs(width(column: column))
    if limit == 0 { limit = format.wrap }
    return TextWrapping.lines(text, width: limit == 0 ? 1_000_000 : limit, atWords: format.wrapsAtWords)
  }

  func finish() {
    guard !rows.isEmpty else { return }
    var widths = names.indices.map { abs(width(column: $0)) }
    for row in rows {
      for (index, cell) in row.enumerated() {
        for line in cell { widths[index] = max(widths[index], TextWrapping.width(line)) }
      }
    }
    let layout = ColumnarLayout(
      widths: widths, isRightAligned: names.indices.map { width(column: $0) < 0 },
      separatesRows: hasLongCell)
    let body = rows.dropFirst().map { row -> [[[UInt8]]] in
      let height = row.map { $0.count }.max() ?? 1
      return (0..<height).map { line in row.map { line < $0.count ? $0[line] : [] } }
    }
    style.print(header: rows[0].map { $0.first ?? [] }, rows: body, layout, format, sink)
  }
}

/// The measures of a result in columns.
struct ColumnarLayout {
  /// In characters.
  var widths: [Int]
  var isRightAligned: [Bool]
  /// Some cell has more than one line.
  var separatesRows: Bool

  /// A cell's line with the blanks that make it as wide as its column.
  func padded(_ text: [UInt8], _ column: Int) -> [UInt8] {
    let blanks = [UInt8](
      repeating: UInt8(ascii: " "), count: max(0, widths[column] - TextWrapping.width(text)))
    return isRightAligned[column] ? blanks + text : text + blanks
  }
}

/// How a columnar result looks.
protocol ColumnarStyle {
  /// - Parameter rows: rows of lines of cells.
  func print(
    header: [[UInt8]], rows: [[[[UInt8]]]], _ layout: ColumnarLayout, _ format: OutputFormat,
    _ sink: OutputSink)
}
