import Apus

// .parameter

extension DotCommand {
  static let parameterCommands: [DotCommand] = [
    DotCommand(
      "parameter", "CMD ...", "Manage SQL parameter bindings",
      details: [
        "clear           Erase all bindings",
        "init            Accepted; the bindings need no table",
        "list            List the current parameter bindings",
        "set PARAMETER VALUE",
        "                Given SQL parameter PARAMETER a value of VALUE",
        "                PARAMETER should start with one of: $ : @ ?",
        "unset PARAMETER Remove PARAMETER from the binding table",
      ], count: 0...1000
    ) { shell, arguments in shell.changeParameters(arguments) }
  ]
}

extension Shell {
  fileprivate func changeParameters(_ arguments: [String]) -> Outcome {
    switch (arguments.first, arguments.count) {
    case ("clear", 1): parameters.removeAll()
    case ("init", 1): break
    case ("list", 1): listParameters()
    case ("unset", 2): parameters.removeAll { $0.name == arguments[1] }
    case ("set", 3):
      parameters.removeAll { $0.name == arguments[1] }
      parameters.append((arguments[1], evaluate(arguments[2])))
      parameters.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    default:
      if let command = DotCommand.named("parameter") { sink.write(HelpText.full(command)) }
      return .failure
    }
    return .success
  }

  private func listParameters() {
    let width = parameters.map { $0.name.count }.max() ?? 0
    for parameter in parameters {
      let blanks = String(repeating: " ", count: width - parameter.name.count)
      sink.write(parameter.name + blanks + " " + literal(parameter.value) + "\n")
    }
  }

  private func literal(_ value: Value) -> String {
    switch value {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .real(let number): String(decoding: values.plain(.real(number), null: "NULL"), as: UTF8.self)
    case .text(let text): ValueText.quoted(text)
    case .blob(let bytes): String(decoding: ValueText.hex(bytes, isUpper: true), as: UTF8.self)
    }
  }

  /// The value of an SQL expression; a text that is none is taken as it stands.
  private func evaluate(_ text: String) -> Value {
    do throws(DatabaseError) {
      let connection = try connection()
      guard let statement = try connection.prepare("SELECT \(text)\n").statement else { return .text(text) }
      defer { connection.finish(statement) }
      guard statement.columnCount == 1, try statement.step() else { return .text(text) }
      return Value(copying: statement.row[0])
    } catch {
      return .text(text)
    }
  }
}
