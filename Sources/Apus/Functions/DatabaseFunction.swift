/// A function of the program that SQL can call. `Database.Configuration.functions` makes it known to every connection;
/// `Connection.register` to one.
///
///     configuration.functions.append(
///       .scalar("initials", arguments: 1...1, options: .deterministic) { arguments in
///         let name = try arguments[0, as: String.self]
///         return String(name.split(separator: " ").compactMap(\.first))
///       })
public struct DatabaseFunction: Sendable {
  /// What may be assumed of a function, and who may call it (https://www.sqlite.org/c3ref/c_deterministic.html).
  public struct Options: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The same arguments give the same answer always: it may be used in indexes and generated columns, and is called once per statement
    /// where its arguments are constant.
    public static let deterministic = Options(rawValue: 1)
    /// Views and triggers may not call it, unless they are temporary: it has effects, or tells something that the author of a file has no right
    /// to. The statement is "unsafe use of x()".
    public static let directOnly = Options(rawValue: 2)
    /// It may be called from anywhere, also when `PRAGMA trusted_schema` is off.
    public static let innocuous = Options(rawValue: 4)

    fileprivate var flags: FunctionDefinition.Flags {
      var flags: FunctionDefinition.Flags = []
      if contains(.deterministic) { flags.insert(.deterministic) }
      if contains(.directOnly) { flags.insert(.directOnly) }
      if contains(.innocuous) { flags.insert(.innocuous) }
      return flags
    }
  }

  let definition: FunctionDefinition

  /// A function of one row.
  /// - Parameters:
  ///   - name: in any case; an own function takes the place of a built-in one with these arguments.
  ///   - arguments: how many it takes.
  ///   - body: its answer, nil for NULL. What it throws makes the statement fail: a ``DatabaseError`` as it is, anything else with the code
  ///     `.error` and its description.
  public static func scalar(
    _ name: String, arguments: ClosedRange<Int>, options: Options = [],
    _ body: @escaping @Sendable (FunctionValues) throws -> (any ColumnValue)?
  ) -> DatabaseFunction {
    DatabaseFunction(
      definition: FunctionDefinition(scalar: name, arguments: arguments, flags: options.flags) {
        context, arguments throws(DatabaseError) in
        context.result(
          try DatabaseError.wrapping { try body(FunctionValues(arguments))?.databaseValue ?? .null })
      })
  }

  /// A function of the rows of a group.
  /// - Parameter makeState: the state before the first row; called for every group.
  public static func aggregate<State: AggregateFunction>(
    _ name: String, arguments: ClosedRange<Int>, options: Options = [],
    _ makeState: @escaping @Sendable () -> State
  ) -> DatabaseFunction {
    DatabaseFunction(
      definition: FunctionDefinition(aggregate: name, arguments: arguments, flags: options.flags) {
        AggregateBox(makeState())
      })
  }

  /// A function of the rows of a group that can also be called with OVER, whatever the frame.
  /// - Parameter makeState: the state before the first row; called for every group and partition.
  public static func window<State: WindowFunction>(
    _ name: String, arguments: ClosedRange<Int>, options: Options = [],
    _ makeState: @escaping @Sendable () -> State
  ) -> DatabaseFunction {
    DatabaseFunction(
      definition: FunctionDefinition(
        aggregate: name, arguments: arguments, flags: options.flags, isWindow: true
      ) {
        WindowBox(makeState())
      })
  }
}

/// The arguments of a call, valid during the call.
public struct FunctionValues {
  private let arguments: FunctionArguments

  init(_ arguments: FunctionArguments) { self.arguments = arguments }

  public var count: Int { arguments.count }

  /// A copy of an argument, from 0; NULL when the call has fewer.
  public subscript(index: Int) -> Value { Value(copying: index < 0 ? .null : arguments[index]) }

  /// An argument as a Swift type.
  /// - Throws: `.mismatch` for a value that `T` cannot hold, NULL included unless `T` is optional.
  public subscript<T: ColumnValue>(index: Int, as type: T.Type) -> T {
    get throws(DatabaseError) {
      guard let value = T(index < 0 ? .null : arguments[index]) else {
        throw DatabaseError(.mismatch, "argument \(index + 1) is no \(type)")
      }
      return value
    }
  }
}

/// The rows of one group that an aggregate has seen.
public protocol AggregateFunction: SendableMetatype {
  /// Adds a row.
  mutating func step(_ arguments: FunctionValues) throws
  /// The value of the rows so far, nil for NULL. It may be asked for more than once, and when a statement ends early.
  func value() throws -> (any ColumnValue)?
}

/// An aggregate that can take rows out again.
public protocol WindowFunction: AggregateFunction {
  /// Takes out the row that came in first.
  mutating func inverse(_ arguments: FunctionValues) throws
}

private class AggregateBox<State: AggregateFunction>: AggregateState {
  var state: State

  init(_ state: State) { self.state = state }

  func step(_ arguments: FunctionArguments) throws(DatabaseError) {
    try DatabaseError.wrapping { try state.step(FunctionValues(arguments)) }
  }

  func result(_ context: CallContext) throws(DatabaseError) {
    context.result(try DatabaseError.wrapping { try state.value()?.databaseValue ?? .null })
  }
}

private final class WindowBox<State: WindowFunction>: AggregateBox<State>, WindowState {
  func inverse(_ arguments: FunctionArguments) throws(DatabaseError) {
    try DatabaseError.wrapping { try state.inverse(FunctionValues(arguments)) }
  }
}

extension DatabaseError {
  /// Runs `body`; an error of another type becomes one with the code `.error` and its description.
  static func wrapping<T>(_ body: () throws -> T) throws(DatabaseError) -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw error
    } catch {
      throw DatabaseError(.error, String(describing: error))
    }
  }
}
