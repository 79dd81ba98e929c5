/// What the analysis of CREATE statements may ask the connection: collations and functions by name.
///
/// While a schema is read from a file nothing is refused: a name that nobody knows yet is an error only in the
/// statement that needs it.
public struct SchemaLookup: Sendable {
  /// The statement is being executed by a user, not read from a file.
  public var isStrict: Bool
  /// An unknown name in double quotes is a string.
  var allowsDoubleQuotedStrings = true
  public var findCollation: @Sendable (_ name: String) -> Collation?
  /// Whether a function of that name takes so many arguments; nil: functions are not looked up.
  public var findFunction: (@Sendable (_ name: String, _ argumentCount: Int) -> FunctionLookup)?

  /// What is known of a function by name and number of arguments.
  public enum FunctionLookup: Sendable {
    case scalar(isDeterministic: Bool)
    case aggregate
    case wrongArgumentCount
    case unknown
  }

  public init(
    isStrict: Bool, findCollation: @escaping @Sendable (String) -> Collation?,
    findFunction: (@Sendable (String, Int) -> FunctionLookup)? = nil
  ) {
    self.isStrict = isStrict
    self.findCollation = findCollation
    self.findFunction = findFunction
  }

  /// For reading schemas from files, with the built-in collations alone.
  public static let lenient = SchemaLookup(isStrict: false, findCollation: { Collation.builtin(named: $0) })

  /// For statements that users run, with the built-in collations and functions.
  static let statement = SchemaLookup(
    isStrict: true, findCollation: { Collation.builtin(named: $0) },
    findFunction: { name, count in
      if let function = WindowFunction.named(name) {
        return function.argumentCounts.contains(count) ? .aggregate : .wrongArgumentCount
      }
      return switch BuiltinFunctions.find(name, argumentCount: count) {
      case .found(let function):
        function.isAggregate
          ? .aggregate : .scalar(isDeterministic: function.flags.contains(.deterministic))
      case .wrongArgumentCount: .wrongArgumentCount
      // SQLite has it: the schema may name it, and whoever evaluates it gets the error that names the feature.
      case .unsupported: .scalar(isDeterministic: true)
      case .unknown: .unknown
      }
    })

  /// The collation of that name, `Collation.missing` when a file's schema names one that is not registered.
  func collation(named name: String) throws(DatabaseError) -> Collation {
    if let found = findCollation(name) { return found }
    guard isStrict else { return .missing(name) }
    throw MissingCollation.error(name, code: ResultCode(rawValue: 257))
  }
}
