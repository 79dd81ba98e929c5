/// The ways to print rows.
enum OutputMode: String, CaseIterable {
  case list, column, box, table, markdown, csv, json, line, quote, insert, html, tabs, ascii, tcl

  /// The mode that a word of the user names; a beginning of its name will do, as long as it is the first in the alphabet.
  static func named(_ word: String) -> OutputMode? {
    guard !word.isEmpty else { return nil }
    let order: [OutputMode] = [
      .line, .column, .list, .html, .tcl, .csv, .tabs, .insert, .quote, .ascii, .markdown, .table, .box,
      .json,
    ]
    return order.first { $0.rawValue == word } ?? order.first { $0.rawValue.hasPrefix(word) }
  }

  var isColumnar: Bool {
    switch self {
    case .column, .box, .table, .markdown: true
    default: false
    }
  }
}

/// What shapes the output of rows.
struct OutputFormat {
  var mode = OutputMode.list
  var showsHeaders = false
  /// The user said so; `.mode column` turns headers on only when not.
  var headersAreSet = false
  var nullValue = ""
  var columnSeparator = "|"
  var rowSeparator = "\n"
  /// Minimum widths of columns, negative for right-aligned; 0 is as wide as needed.
  var widths: [Int] = []
  var insertTable = "table"
  /// Columnar modes: the widest a column may get; 0 is any width.
  var wrap = 0
  /// What `.mode` sets `wrap` to unless it is told otherwise; options of the command line leave it 0, as SQLite does.
  static let standardWrap = 60
  var wrapsAtWords = false
  /// Columnar modes: values as SQL literals.
  var quotesValues = false

  /// Switches the mode, with the separators that belong to it.
  mutating func select(_ new: OutputMode) {
    mode = new
    switch new {
    case .list: (columnSeparator, rowSeparator) = ("|", "\n")
    case .csv: (columnSeparator, rowSeparator) = (",", "\r\n")
    case .tabs: columnSeparator = "\t"
    case .ascii: (columnSeparator, rowSeparator) = ("\u{1f}", "\u{1e}")
    case .quote: (columnSeparator, rowSeparator) = (",", "\n")
    case .tcl: (columnSeparator, rowSeparator) = (" ", "\n")
    case .line: rowSeparator = "\n"
    case .column:
      if !headersAreSet { showsHeaders = true }
      rowSeparator = "\n"
    case .box, .table, .markdown, .json, .insert, .html: break
    }
  }

  /// The printer for one statement's rows.
  func makePrinter(_ sink: OutputSink, _ values: ValueText) -> any RowPrinter {
    switch mode {
    case .list, .tabs, .ascii: ListPrinter(self, sink, values)
    case .csv: CSVPrinter(self, sink, values)
    case .quote: QuotePrinter(self, sink, values)
    case .tcl: TclPrinter(self, sink, values)
    case .line: LinePrinter(self, sink, values)
    case .json: JSONPrinter(self, sink, values)
    case .insert: InsertPrinter(self, sink, values)
    case .html: HTMLPrinter(self, sink, values)
    case .column: ColumnarPrinter(self, sink, values, style: ColumnStyle())
    case .box: ColumnarPrinter(self, sink, values, style: RuledStyle.box)
    case .table: ColumnarPrinter(self, sink, values, style: RuledStyle.table)
    case .markdown: ColumnarPrinter(self, sink, values, style: RuledStyle.markdown)
    }
  }
}
