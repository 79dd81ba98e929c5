/// The command line: options are `--name value`, the rest are names.
struct Options {
  private(set) var names: [String] = []
  private var values: [String: String] = [:]

  init(_ arguments: some Sequence<String>) {
    var iterator = arguments.makeIterator()
    while let argument = iterator.next() {
      if argument.hasPrefix("--"), let value = iterator.next() {
        values[String(argument.dropFirst(2))] = value
      } else {
        names.append(argument)
      }
    }
  }

  func text(_ name: String, default fallback: String) -> String { values[name] ?? fallback }

  func number(_ name: String, default fallback: Int) throws -> Int {
    guard let text = values[name] else { return fallback }
    guard let number = Int(text), number > 0 else {
      throw ApusFailure(description: "--\(name) wants a positive number, not \(text)")
    }
    return number
  }
}
