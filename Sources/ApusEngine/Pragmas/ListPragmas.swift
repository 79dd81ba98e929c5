/// Pragmas that list what the engine has: collations, functions, pragmas, modules, compile options.
enum ListPragmas {
  static let all: [PragmaDefinition] = [
    PragmaDefinition("collation_list", columns: ["seq", "name"]) {
      _, connection, rows throws(DatabaseError) in
      let own = connection.collations.values.map(\.name).sorted()
      for (number, name) in (own + ["RTRIM", "NOCASE", "BINARY"]).enumerated() {
        rows.append(.init(number), .text(name))
      }
    },
    PragmaDefinition("function_list", columns: ["name", "builtin", "type", "enc", "narg", "flags"]) {
      _, connection, rows throws(DatabaseError) in
      for function in connection.functions.all.sorted(by: { $0.name < $1.name }) { append(function, &rows) }
      for function in BuiltinFunctions.all { append(function, &rows) }
      for function in WindowFunction.allCases {
        for count in function.argumentCounts {
          rows.append(.text(function.name), .init(true), "w", "utf8", .init(count), .integer(innocuousFlag))
        }
      }
    },
    PragmaDefinition("module_list", columns: ["name"]) { _, connection, rows throws(DatabaseError) in
      for name in connection.modules.names.sorted() { rows.append(.text(name)) }
    },
    PragmaDefinition("pragma_list", columns: ["name"]) { _, _, rows throws(DatabaseError) in
      for name in PragmaRegistry.sortedNames { rows.append(.text(name)) }
    },
    PragmaDefinition("compile_options") { _, _, rows throws(DatabaseError) in
      for option in ConnectionFunctions.compileOptions { rows.append(.text(option.description)) }
    },
  ]

  /// Flag bits of SQLite's function_list that have a meaning here.
  private static let deterministicFlag: Int64 = 0x800
  private static let innocuousFlag: Int64 = 0x20_0000
  private static let directOnlyFlag: Int64 = 0x8_0000

  /// A row for each number of arguments; a function of any number has one.
  private static func append(_ function: FunctionDefinition, _ rows: inout PragmaRows) {
    // (Of MATCH without a table SQLite has but a name that refuses.)
    let isBuiltin = function.closure == nil && function.name != "match"
    var flags = function.name.hasPrefix("percentile") || function.name == "median" ? 0 : innocuousFlag
    if !isBuiltin { flags = function.flags.contains(.innocuous) ? innocuousFlag : 0 }
    if function.flags.contains(.directOnly) { flags |= directOnlyFlag }
    // (Dates are called deterministic, although some texts mean the present.)
    let isClock = function.name.hasPrefix("current_")
    if !function.isAggregate,
      function.flags.contains(.deterministic) || function.flags.contains(.constantPerStatement) && !isClock
    {
      flags |= deterministicFlag
    }
    let kind: PragmaRows.Value = function.isAggregate ? (function.value != nil ? "w" : "a") : "s"
    let counts: [Int]
    if function.maximumArguments < BuiltinFunctions.maximumArguments {
      counts = Array(function.minimumArguments...function.maximumArguments)
    } else if isBuiltin, function.name == "min" || function.name == "max" {
      // With one argument they are aggregates.
      counts = [-3]
    } else {
      // -1: any number; -2 - n: n and more.
      counts = [function.minimumArguments == 0 ? -1 : -2 - function.minimumArguments]
    }
    for count in counts {
      rows.append(.text(function.name), .init(isBuiltin), kind, "utf8", .init(count), .integer(flags))
    }
  }
}
