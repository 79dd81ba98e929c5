import Apus
import Glibc

if CommandLine.arguments.dropFirst().first == "driver" {
  Driver.run()
  exit(0)
}
let connection = try Connection.open(CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : ":memory:")
while let line = readLine() {
  do throws(DatabaseError) {
    var text = line
    while true {
      let (statement, tail) = try connection.prepare(text)
      guard let statement else { break }
      while try statement.step() {
        var row: [String] = []
        for i in 0..<statement.columnCount {
          let cell = statement.row[i]
          switch cell.tag {
          case .null: row.append("NULL")
          case .integer: row.append("\(cell.integer)")
          case .real: row.append("\(cell.real)")
          default: row.append(String(decoding: cell.bytes, as: UTF8.self))
          }
        }
        print(row.joined(separator: "|"))
      }
      connection.finish(statement)
      text = String(decoding: Array(text.utf8).dropFirst(tail), as: UTF8.self)
    }
  } catch { print("error:", error.message, error.sqlOffset ?? -1) }
}
