/// What a function of the application calls.
public final class FunctionClosure: Sendable {
  public typealias Scalar = @Sendable (CallContext, Arguments) throws(DatabaseError) -> Void

  let scalar: Scalar?
  let makeState: (@Sendable () -> any AggregateState)?

  init(scalar: Scalar?, makeState: (@Sendable () -> any AggregateState)?) {
    self.scalar = scalar
    self.makeState = makeState
  }

  /// Calls a scalar function; its error goes to the context.
  func call(_ context: CallContext, _ arguments: Arguments) {
    guard let scalar else { return context.pointee.fail("aggregate called as a function", code: .internal) }
    context.attempt { () throws(DatabaseError) in try scalar(context, arguments) }
  }

  // MARK: Aggregates

  /// Puts a new state into a group's memory.
  func begin(_ memory: UnsafeMutableRawPointer) {
    guard let makeState else { return }
    let box = Unmanaged.passRetained(StateBox(makeState()))
    memory.storeBytes(of: box.toOpaque(), as: UnsafeMutableRawPointer.self)
  }

  static let step: FunctionDefinition.Call = { context, arguments, count in
    let context = context.callContext
    guard let state = context.aggregateState else { return }
    context.attempt { () throws(DatabaseError) in try state.step(Arguments(arguments, count)) }
  }

  static let inverse: FunctionDefinition.Call = { context, arguments, count in
    let context = context.callContext
    guard let state = context.aggregateState as? any WindowState else { return }
    context.attempt { () throws(DatabaseError) in try state.inverse(Arguments(arguments, count)) }
  }

  static let value: FunctionDefinition.Finish = { context in
    let context = context.callContext
    guard let state = context.aggregateState else { return }
    context.attempt { () throws(DatabaseError) in try state.result(context) }
  }

  static let finalize: FunctionDefinition.Finish = { context in
    let context = context.callContext
    guard let memory = context.pointee.state,
      let address = memory.load(as: UnsafeMutableRawPointer?.self)
    else { return }
    memory.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
    let box = Unmanaged<StateBox>.fromOpaque(address).takeRetainedValue()
    context.attempt { () throws(DatabaseError) in try box.state.result(context) }
  }
}

/// The rows of one group that an aggregate of the application has seen.
public protocol AggregateState: AnyObject {
  /// Adds a row. The arguments' bytes are valid until the call returns.
  func step(_ arguments: Arguments) throws(DatabaseError)
  /// Gives the value of the rows so far, NULL without one. Called also, and its result dropped, when a statement ends early.
  func result(_ context: CallContext) throws(DatabaseError)
}

/// A state that can take rows out again: the aggregate can be a window function whose frame moves.
public protocol WindowState: AggregateState {
  /// Takes out the row that came in first.
  func inverse(_ arguments: Arguments) throws(DatabaseError)
}

private final class StateBox {
  let state: any AggregateState
  init(_ state: any AggregateState) { self.state = state }
}

extension UnsafeMutablePointer where Pointee == FunctionContext {
  fileprivate var aggregateState: (any AggregateState)? {
    guard let address = pointee.state?.load(as: UnsafeMutableRawPointer?.self) else { return nil }
    return Unmanaged<StateBox>.fromOpaque(address).takeUnretainedValue().state
  }

  /// Runs a part of the application; what it throws makes the statement fail.
  fileprivate func attempt(_ body: () throws(DatabaseError) -> Void) {
    do throws(DatabaseError) {
      try body()
    } catch {
      pointee.fail(error)
    }
  }
}
