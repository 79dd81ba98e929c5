/// Values for a statement's parameters: in order, or by name without or with the `:`, `@` or `$`.
///
///     try tx.execute("INSERT INTO user(name, age) VALUES (?, ?)", ["Ada", 36])
///     try tx.execute("INSERT INTO user(name, age) VALUES (:name, :age)", ["name": "Ada", "age": nil])
public struct Arguments: Sendable {
  private enum Storage: Sendable {
    case positional([Value])
    case named([(name: String, value: Value)])
  }

  private let storage: Storage

  public init() { storage = .positional([]) }
  public init(_ values: [(any ColumnValue)?]) {
    storage = .positional(values.map { $0?.databaseValue ?? .null })
  }
  public init(_ values: [String: (any ColumnValue)?]) {
    storage = .named(values.map { ($0.key, $0.value?.databaseValue ?? .null) })
  }

  private init(named: [(name: String, value: Value)]) { storage = .named(named) }

  public var isEmpty: Bool {
    switch storage {
    case .positional(let values): values.isEmpty
    case .named(let values): values.isEmpty
    }
  }

  /// Sets all parameters of a statement.
  /// - Throws: `.range` when there are too few or too many values or a name is unknown or missing.
  func bind(to statement: PreparedStatement) throws(DatabaseError) {
    switch storage {
    case .positional(let values):
      guard values.count == statement.parameterCount else {
        throw DatabaseError(
          .range, "the statement has \(statement.parameterCount) parameters, not \(values.count)")
      }
      for index in values.indices { try statement.bind(index + 1, value: values[index]) }
    case .named(let values):
      for (position, name) in statement.program.parameterNames.enumerated() {
        guard let name else { throw DatabaseError(.range, "parameter \(position + 1) has no name") }
        let isGiven = values.contains { $0.name == name || $0.name == name.dropFirst() }
        if !isGiven { throw DatabaseError(.range, "no value for parameter \(name)") }
      }
      for entry in values { try statement.bind(named: entry.name, value: entry.value) }
    }
  }
}

extension Arguments: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: (any ColumnValue)?...) { self.init(elements) }
}

extension Arguments: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, (any ColumnValue)?)...) {
    self.init(named: elements.map { ($0.0, $0.1?.databaseValue ?? .null) })
  }
}

extension PreparedStatement {
  func bind(_ index: Int, value: Value) throws(DatabaseError) {
    switch value {
    case .null: try bind(index, .null)
    case .integer(let value): try bind(index, integer: value)
    case .real(let value): try bind(index, .real(value))
    case .text(let text): try bind(index, text: text)
    case .blob(let bytes):
      let result = bytes.withUnsafeBytes { buffer -> Result<Void, DatabaseError> in
        do throws(DatabaseError) {
          return .success(try bind(index, .blob(buffer.baseAddress, count: buffer.count)))
        } catch {
          return .failure(error)
        }
      }
      try result.get()
    }
  }

  func bind(named name: String, value: Value) throws(DatabaseError) {
    let names = program.parameterNames
    let position = names.firstIndex { $0 == name } ?? names.firstIndex { $0?.dropFirst() == name[...] }
    guard let position else { throw DatabaseError(.range, "no such parameter: \(name)") }
    try bind(position + 1, value: value)
  }
}
