/// A SQL function. A built-in one is plain data, called through C function pointers, so that a call costs neither
/// a closure context nor a retain; one of the application's is a closure (`FunctionClosure`).
///
/// The pointers take `(context, arguments, argumentCount)`: an `UnsafeMutablePointer<FunctionContext>` and an
/// `UnsafePointer<Cell>`, both passed raw because C function types admit no Swift structs.
public struct FunctionDefinition: Sendable {
  public typealias Call = @convention(c) (UnsafeMutableRawPointer, UnsafeRawPointer, Int32) -> Void
  public typealias Finish = @convention(c) (UnsafeMutableRawPointer) -> Void

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Same arguments, same answer: may be evaluated once per statement when its arguments are constant.
    public static let deterministic = Flags(rawValue: 1)
    /// `context.collation` must be set (min, max, nullif).
    public static let usesCollation = Flags(rawValue: 2)
    /// LIKE and GLOB: the operators call it with (pattern, text [, escape]).
    public static let isLike = Flags(rawValue: 4)
    /// min() and max() aggregates: bare columns come from the row that has the extreme value.
    public static let picksRow = Flags(rawValue: 8)
    /// The aggregate's `step` is called without arguments for `count(*)`.
    public static let isCount = Flags(rawValue: 16)
    /// Constant within one statement (current time), not across statements.
    public static let constantPerStatement = Flags(rawValue: 32)
    /// The code generator replaces the call: coalesce, iif, ifnull, likely, unlikely, likelihood, typeof …
    public static let inlined = Flags(rawValue: 64)
    /// The answer may carry a subtype: what leaves a subquery must lose it.
    public static let resultHasSubtype = Flags(rawValue: 128)
    /// Views, triggers and constraints that stand in files may not call it: it does something, or tells something that the author of a file has
    /// no right to.
    public static let directOnly = Flags(rawValue: 256)
    /// May be called from anywhere, also when `PRAGMA trusted_schema` is off: as built-in functions may.
    public static let innocuous = Flags(rawValue: 512)
    /// What it answers may depend on the subtypes of its arguments. Taken for granted of the application's functions.
    public static let readsSubtypes = Flags(rawValue: 1024)
    /// Looks at the text that a UTF-16 database stores, or hands an argument on: it gets and gives WTF-8. All others get and give UTF-8.
    static let storedText = Flags(rawValue: 2048)
  }

  /// Lower case.
  public let name: String
  /// -1: any number within `minimumArguments...maximumArguments`.
  public let argumentCount: Int
  public let minimumArguments: Int
  public let maximumArguments: Int
  public let flags: Flags
  /// Scalar: the function. Aggregate, and closure: nil.
  public let scalar: Call?
  /// Aggregate: adds one row to `context.state`.
  public let step: Call?
  /// Aggregate: puts the answer into `context.result` and frees what the state owns. Also called, and its result
  /// dropped, when a statement ends early.
  public let finalize: Finish?
  /// Aggregate used as a window function: the present value without ending the group; nil when unsupported.
  public let value: Finish?
  /// Aggregate used as a window function: takes a row out again.
  public let inverse: Call?
  /// Bytes of zeroed state per group.
  public let stateSize: Int

  /// The function is the application's.
  let closure: FunctionClosure?

  public var isAggregate: Bool { step != nil }

  public init(
    scalar name: String, arguments: ClosedRange<Int>, flags: Flags = [.deterministic], _ call: @escaping Call
  ) {
    self.name = name
    argumentCount = arguments.count == 1 ? arguments.lowerBound : -1
    minimumArguments = arguments.lowerBound
    maximumArguments = arguments.upperBound
    self.flags = flags
    scalar = call
    step = nil
    finalize = nil
    value = nil
    inverse = nil
    stateSize = 0
    closure = nil
  }

  /// A scalar function of the application.
  /// - Parameters:
  ///   - arguments: how many it takes.
  ///   - body: gives its answer to the context, NULL without one. The arguments' bytes are valid until it returns. It may run statements on the
  ///     connection.
  public init(
    scalar name: String, arguments: ClosedRange<Int>, flags: Flags = [],
    body: @escaping FunctionClosure.Scalar
  ) {
    self.init(name, arguments, flags, closure: FunctionClosure(scalar: body, makeState: nil))
  }

  /// An aggregate of the application, and a window function if the state is a `WindowState`.
  /// - Parameters:
  ///   - isWindow: the states can take rows out again.
  ///   - makeState: makes the state of a group without rows.
  public init(
    aggregate name: String, arguments: ClosedRange<Int>, flags: Flags = [], isWindow: Bool = false,
    makeState: @escaping @Sendable () -> any AggregateState
  ) {
    self.init(
      name, arguments, flags, stateSize: MemoryLayout<UnsafeRawPointer>.size,
      step: FunctionClosure.step, finalize: FunctionClosure.finalize,
      value: isWindow ? FunctionClosure.value : nil, inverse: isWindow ? FunctionClosure.inverse : nil,
      closure: FunctionClosure(scalar: nil, makeState: makeState))
  }

  private init(
    _ name: String, _ arguments: ClosedRange<Int>, _ flags: Flags, stateSize: Int = 0, step: Call? = nil,
    finalize: Finish? = nil, value: Finish? = nil, inverse: Call? = nil, closure: FunctionClosure
  ) {
    self.name = name.lowercasedASCII
    argumentCount = arguments.count == 1 ? arguments.lowerBound : -1
    minimumArguments = arguments.lowerBound
    maximumArguments = arguments.upperBound
    self.flags = flags
    scalar = nil
    self.step = step
    self.finalize = finalize
    self.value = value
    self.inverse = inverse
    self.stateSize = stateSize
    self.closure = closure
  }

  public init(
    aggregate name: String, arguments: ClosedRange<Int>, flags: Flags = [], stateSize: Int,
    step: @escaping Call, inverse: Call? = nil, value: Finish? = nil, finalize: @escaping Finish
  ) {
    self.name = name
    argumentCount = arguments.count == 1 ? arguments.lowerBound : -1
    minimumArguments = arguments.lowerBound
    maximumArguments = arguments.upperBound
    self.flags = flags
    scalar = nil
    self.step = step
    self.finalize = finalize
    self.value = value
    self.inverse = inverse
    self.stateSize = stateSize
    closure = nil
  }
}
