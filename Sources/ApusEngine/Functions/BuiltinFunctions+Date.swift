// The date and time functions (https://www.sqlite.org/lang_datefunc.html). They are constant for a statement, not for
// ever: "now" and local time enter through their arguments.

extension BuiltinFunctions {
  static let dates: [FunctionDefinition] = [
    .init(scalar: "date", arguments: 0...maximumArguments, flags: [.deterministic, .constantPerStatement]) {
      DateFunctions.date($0.callContext, .init($1, $2))
    },
    .init(scalar: "time", arguments: 0...maximumArguments, flags: [.deterministic, .constantPerStatement]) {
      DateFunctions.time($0.callContext, .init($1, $2))
    },
    .init(
      scalar: "datetime", arguments: 0...maximumArguments, flags: [.deterministic, .constantPerStatement]
    ) {
      DateFunctions.datetime($0.callContext, .init($1, $2))
    },
    .init(
      scalar: "julianday", arguments: 0...maximumArguments, flags: [.deterministic, .constantPerStatement]
    ) {
      DateFunctions.julianday($0.callContext, .init($1, $2))
    },
    .init(
      scalar: "unixepoch", arguments: 0...maximumArguments, flags: [.deterministic, .constantPerStatement]
    ) {
      DateFunctions.unixepoch($0.callContext, .init($1, $2))
    },
    .init(
      scalar: "strftime", arguments: 0...maximumArguments, flags: [.deterministic, .constantPerStatement]
    ) {
      DateFunctions.strftime($0.callContext, .init($1, $2))
    },
    .init(scalar: "timediff", arguments: 2...2, flags: [.deterministic, .constantPerStatement]) {
      DateFunctions.timediff($0.callContext, .init($1, $2))
    },
    .init(scalar: "current_date", arguments: 0...0, flags: [.constantPerStatement]) {
      DateFunctions.date($0.callContext, .init($1, $2))
    },
    .init(scalar: "current_time", arguments: 0...0, flags: [.constantPerStatement]) {
      DateFunctions.time($0.callContext, .init($1, $2))
    },
    .init(scalar: "current_timestamp", arguments: 0...0, flags: [.constantPerStatement]) {
      DateFunctions.datetime($0.callContext, .init($1, $2))
    },
  ]
}
