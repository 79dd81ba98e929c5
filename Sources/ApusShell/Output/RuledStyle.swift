/// `box`, `table` and `markdown`: rules around and between the columns.
struct RuledStyle: ColumnarStyle {
  /// Left end, stroke, crossing and right end of a rule.
  struct Rule {
    var left: String
    var stroke: String
    var cross: String
    var right: String
  }

  var top: Rule?
  var middle: Rule
  var bottom: Rule?
  /// Between rows when a cell has several lines.
  var separatesRows: Bool
  var edge: String

  static let box = RuledStyle(
    top: Rule(left: "┌", stroke: "─", cross: "┬", right: "┐"),
    middle: Rule(left: "├", stroke: "─", cross: "┼", right: "┤"),
    bottom: Rule(left: "└", stroke: "─", cross: "┴", right: "┘"), separatesRows: true, edge: "│")
  private static let plainRule = Rule(left: "+", stroke: "-", cross: "+", right: "+")
  static let table = RuledStyle(
    top: plainRule, middle: plainRule, bottom: plainRule, separatesRows: true, edge: "|")
  static let markdown = RuledStyle(
    top: nil, middle: Rule(left: "|", stroke: "-", cross: "|", right: "|"), bottom: nil, separatesRows: false,
    edge: "|")

  func print(
    header: [[UInt8]], rows: [[[[UInt8]]]], _ layout: ColumnarLayout, _ format: OutputFormat,
    _ sink: OutputSink
  ) {
    rule(top, layout, sink)
    line(header.enumerated().map { Self.centred($0.element, layout.widths[$0.offset]) }, sink)
    rule(middle, layout, sink)
    for (index, row) in rows.enumerated() {
      for cells in row { line(cells.enumerated().map { layout.padded($0.element, $0.offset) }, sink) }
      if separatesRows, layout.separatesRows, index + 1 < rows.count { rule(middle, layout, sink) }
    }
    rule(bottom, layout, sink)
  }

  private func rule(_ rule: Rule?, _ layout: ColumnarLayout, _ sink: OutputSink) {
    guard let rule else { return }
    let strokes = layout.widths.map { String(repeating: rule.stroke, count: $0 + 2) }
    sink.write(rule.left + strokes.joined(separator: rule.cross) + rule.right + "\n")
  }

  private func line(_ cells: [[UInt8]], _ sink: OutputSink) {
    for cell in cells {
      sink.write(edge + " ")
      sink.append(cell)
      sink.write(" ")
    }
    sink.write(edge + "\n")
  }

  private static func centred(_ text: [UInt8], _ width: Int) -> [UInt8] {
    let blanks = max(0, width - TextWrapping.width(text))
    let left = [UInt8](repeating: UInt8(ascii: " "), count: blanks / 2)
    let right = [UInt8](repeating: UInt8(ascii: " "), count: blanks - blanks / 2)
    return left + text + right
  }
}
