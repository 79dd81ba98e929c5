// The report as one HTML page without anything from outside. Every text that comes from a corpus or an engine is
// escaped.

enum HTMLReport {
  /// The page.
  /// - Parameter limit: failures shown for one topic.
  static func text(_ outcomes: [Outcome], _ table: TopicTable, driver: String, limit: Int = 50) -> [UInt8] {
    var page = head
    let total = table.total
    page += "<h1>Conformance</h1>\n<p>\(total.steps - total.bad) of \(total.steps) steps "
    page += "(\(formatted("%.2f", total.share)) %) and \(total.casesPassed) of \(total.cases) cases pass. "
    page += "Driver: <code>\(escape(driver))</code></p>\n"
    page += "<table>\n<tr><th>topic<th>cases<th>tests<th>steps<th>share<th>skipped</tr>\n"
    for (name, counts) in table.topics + [("TOTAL", total)] {
      page +=
        "<tr class=\"\(counts.bad == 0 ? "good" : "bad")\"><td><a href=\"#\(anchor(name))\">\(escape(name))</a>"
      page += "<td>\(counts.casesPassed)/\(counts.cases)<td>\(counts.testsPassed)/\(counts.tests)"
      page += "<td>\(counts.steps - counts.bad)/\(counts.steps)<td>\(formatted("%.2f", counts.share)) %"
      page += "<td>\(counts.skipped)</tr>\n"
    }
    page += "</table>\n"
    for (name, counts) in table.topics where counts.bad > 0 {
      page += "<h2 id=\"\(anchor(name))\">\(escape(name))</h2>\n"
      let failures = outcomes.filter { $0.topic == name }.flatMap(\.failures)
      for failure in failures.prefix(limit) {
        page +=
          "<details><summary>\(escape(failure.id)) at \(failure.place): \(escape(failure.reason))</summary>\n"
        page += "<pre>\(escape(failure.sql))</pre>\n"
        if let expected = failure.expected { page += "<p>expected</p><pre>\(escape(expected))</pre>\n" }
        if let got = failure.got { page += "<p>got</p><pre>\(escape(got))</pre>\n" }
        page += "</details>\n"
      }
      if failures.count > limit { page += "<p>\(failures.count - limit) more are not shown.</p>\n" }
    }
    page += "</body></html>\n"
    return Array(page.utf8)
  }

  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A name for a link: its bytes in hexadecimal digits where they are not letters or digits.
  private static func anchor(_ name: String) -> String {
    "t-"
      + name.utf8.map { byte in
        switch byte {
        case 48...57, 65...90, 97...122: String(UnicodeScalar(byte))
        default: "-" + hexadecimal([byte])
        }
      }.joined()
  }

  private static let head = """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Conformance</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>
    :root { color-scheme: light dark; }
    body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; }
    th, td { padding: .2rem .7rem; text-align: right; border-bottom: 1px solid #8884; }
    th:first-child, td:first-child { text-align: left; }
    tr.bad td:nth-child(5) { color: #c33; font-weight: 600; }
    pre { overflow-x: auto; background: #8882; padding: .5rem; }
    summary { cursor: pointer; }
    </style></head><body>

    """
}
