import Apus

/// An SQL shell: a connection, settings, and where output goes.
final class Shell {
  static let version = "0.1.0"

  var path = ":memory:"
  var isReadOnly = false
  var format = OutputFormat()
  let sink = OutputSink()
  let values: ValueText

  var echoes = false
  var bails = false
  var showsChanges = false
  var showsTime = false
  var queryPlans = QueryPlanDisplay.off
  var explainsInColumns = ExplainDisplay.automatic
  var prompts = (main: "apusdb> ", more: "   ...> ")
  /// Statements come from a person.
  var isInteractive = false
  var parameters: [(name: String, value: Value)] = []
  /// Milliseconds to wait for locks.
  var busyTimeout = 0

  /// Files that are being read by `.read`, within each other.
  var readDepth = 0
  private var opened: Connection?

  enum QueryPlanDisplay: String { case off, on, trigger, full }
  enum ExplainDisplay: String { case off, on, automatic = "auto" }

  init() throws(DatabaseError) { values = try ValueText() }

  /// The connection; opens the database when it is first asked for.
  func connection() throws(DatabaseError) -> Connection {
    if let opened { return opened }
    var configuration = OpenConfiguration()
    configuration.isReadOnly = isReadOnly
    configuration.busyTimeout = busyTimeout
    configuration.allowsURI = true
    let connection = try Connection.open(path, configuration)
    opened = connection
    Interrupts.watch(connection.interruption)
    return connection
  }

  /// Closes the database and names another one.
  func use(_ path: String, isReadOnly: Bool = false) {
    closeDatabase()
    self.path = path
    self.isReadOnly = isReadOnly
  }

  func closeDatabase() {
    Interrupts.watch(nil)
    opened?.close()
    opened = nil
  }

  /// Opens the database now, and says so when that fails.
  func open() -> Bool {
    do throws(DatabaseError) {
      _ = try connection()
      return true
    } catch {
      report("Error: unable to open database \"\(path)\": \(error.message)")
      return false
    }
  }

  /// Prints an error behind what was printed before.
  func report(_ message: String) {
    sink.flush()
    complain(message)
  }

  /// The rows of a query that the shell itself asks; NULL is an empty text.
  func rows(_ sql: String, _ arguments: [String] = []) throws(DatabaseError) -> [[String]] {
    let connection = try connection()
    guard let statement = try connection.prepare(sql).statement else { return [] }
    defer { connection.finish(statement) }
    for (index, argument) in arguments.enumerated() { try statement.bind(index + 1, text: argument) }
    var result: [[String]] = []
    while try statement.step() {
      result.append(
        (0..<statement.columnCount).map { index in
          let cell = statement.row[index]
          return cell.hasBytes
            ? String(decoding: cell.bytes, as: UTF8.self)
            : String(decoding: values.plain(cell, null: ""), as: UTF8.self)
        })
    }
    return result
  }
}
