/// The functions that the application registered with one connection.
final class FunctionRegistry {
  /// By lower-case name.
  private var functions: [String: [FunctionDefinition]] = [:]

  var isEmpty: Bool { functions.isEmpty }
  var all: [FunctionDefinition] { functions.values.flatMap { $0 } }

  /// Takes the place of a function with that name and the same numbers of arguments.
  func register(_ function: FunctionDefinition) {
    remove(function.name, function.minimumArguments...function.maximumArguments)
    functions[function.name, default: []].append(function)
  }

  func remove(_ name: String, _ arguments: ClosedRange<Int>) {
    let key = name.lowercasedASCII
    functions[key]?.removeAll {
      $0.minimumArguments == arguments.lowerBound && $0.maximumArguments == arguments.upperBound
    }
    if functions[key]?.isEmpty ?? false { functions[key] = nil }
  }

  /// The function for so many arguments: one that takes no other number before one that takes several. nil: the built-in ones are asked.
  func find(_ name: String, argumentCount: Int) -> FunctionDefinition? {
    guard !functions.isEmpty, let candidates = functions[name.lowercasedASCII] else { return nil }
    return candidates.first { $0.argumentCount == argumentCount }
      ?? candidates.first { $0.minimumArguments <= argumentCount && argumentCount <= $0.maximumArguments }
  }

  func contains(_ name: String) -> Bool { functions[name.lowercasedASCII] != nil }
}

extension Connection {
  /// The longest name of a function, in bytes.
  static let functionNameLimit = 255

  /// Makes a function known to this connection. It takes the place of one with that name and the same numbers of arguments, built-in ones
  /// included. Statements that run keep the one that they began with.
  /// - Throws: `.misuse` for an empty or too long name, or numbers of arguments that no call can have.
  public func register(_ function: FunctionDefinition) throws(DatabaseError) {
    guard !function.name.isEmpty, function.name.utf8.count <= Self.functionNameLimit,
      function.minimumArguments >= 0, function.maximumArguments <= settings.functionArgumentLimit
    else { throw DatabaseError(.misuse, "bad parameter or other API misuse") }
    functions.register(function)
    environmentChanged()
  }

  /// Takes a function away that was registered with these numbers of arguments; a built-in one of that name is seen again.
  public func removeFunction(named name: String, arguments: ClosedRange<Int>) {
    functions.remove(name, arguments)
    environmentChanged()
  }

  /// The function that a call means.
  func findFunction(_ name: String, argumentCount: Int) -> BuiltinFunctions.Lookup {
    if let own = functions.find(name, argumentCount: argumentCount) { return .found(own) }
    let lookup = BuiltinFunctions.find(name, argumentCount: argumentCount)
    if case .unknown = lookup, functions.contains(name) { return .wrongArgumentCount }
    return lookup
  }
}
