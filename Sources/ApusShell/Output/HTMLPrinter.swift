import Apus

/// `html`: rows of a table.
final class HTMLPrinter: RowPrinter {
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
      line("TH", names.map { Array($0.utf8) })
      needsHeader = false
    }
    line("TD", names.indices.map { values.plain(cells[$0], null: format.nullValue) })
  }

  func finish() {}

  private func line(_ tag: String, _ fields: [[UInt8]]) {
    sink.write("<TR>")
    for field in fields {
      sink.write("<\(tag)>")
      sink.append(Self.escaped(field))
      sink.write("</\(tag)>\n")
    }
    sink.write("</TR>\n")
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: ">"): Array("&gt;".utf8)
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      case UInt8(ascii: "'"): Array("&#39;".utf8)
      default: [byte]
      }
    }
  }
}
