/// group_concat(X [, SEPARATOR]) and string_agg(X, SEPARATOR): the values that are not NULL, joined.
///
/// As a window function, rows leave from the front: `start` moves on, and with it the separator before the next value,
/// whose length is remembered as long as it is not the same for all.
enum GroupConcatFunction {
  /// Plain data that begins as zeros.
  struct State: BitwiseCopyable {
    var text: ByteBuffer
    /// Where the oldest value begins in `text`.
    var start: Int
    /// Values within.
    var rows: Int
    /// Length of the separator of the first value, which is not written, and, while `lengths` is empty, of all that follow.
    var separatorLength: Int
    /// Lengths of all separators, as `UInt32`, once they differ.
    var lengths: ByteBuffer
    /// Separators that have left `lengths`.
    var separatorsGone: Int
    /// Nothing but empty texts is left within: SQLite writes no separator before the next value then.
    var isFirstAgain: Bool
  }

  static func add(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    guard value.tag != .null else { return }
    let state = AggregateFunctions.state(context, as: State.self)
    if state.pointee.rows == 0 || state.pointee.isFirstAgain {
      state.pointee.isFirstAgain = false
      state.pointee.separatorLength =
        arguments.count == 1 ? 1 : firstLength(arguments[1], context)
    } else if arguments.count == 1 {
      recordSeparator(state, 1)
      state.pointee.text.append(0x2c)
    } else {
      let before = state.pointee.text.count
      guard append(arguments[1], state, context) else { return }
      recordSeparator(state, state.pointee.text.count &- before)
    }
    guard append(value, state, context) else { return }
    state.pointee.rows &+= 1
  }

  /// As in SQLite a blob counts with its own bytes, also where its text in UTF-8 has others.
  private static func firstLength(_ separator: Cell, _ context: CallContext) -> Int {
    separator.tag == .blob ? Int(separator.count) : context.withText(of: separator) { $0.count }
  }

  @inline(__always)
  private static func append(
    _ value: Cell, _ state: UnsafeMutablePointer<State>, _ context: CallContext
  ) -> Bool {
    context.withText(of: value) { text in
      guard fits(text.count, state, context) else { return false }
      state.pointee.text.append(text)
      return true
    }
  }

  private static func fits(_ more: Int, _ state: UnsafeMutablePointer<State>, _ context: CallContext) -> Bool
  {
    if state.pointee.text.count &- state.pointee.start &+ more <= context.environment.lengthLimit {
      return true
    }
    context.failTooBig()
    return false
  }

  private static func recordSeparator(_ state: UnsafeMutablePointer<State>, _ length: Int) {
    if state.pointee.lengths.count == 0 {
      if length == state.pointee.separatorLength { return }
      for _ in 0..<state.pointee.rows &- 1 { appendLength(state, state.pointee.separatorLength) }
    }
    appendLength(state, length)
  }

  private static func appendLength(_ state: UnsafeMutablePointer<State>, _ length: Int) {
    var number = UInt32(truncatingIfNeeded: length)
    withUnsafeBytes(of: &number) { state.pointee.lengths.append($0) }
  }

  static func remove(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    let state = AggregateFunctions.state(context, as: State.self)
    guard value.tag != .null, state.pointee.rows > 0 else { return }
    var gone = context.withText(of: value) { $0.count }
    if state.pointee.rows > 1 {
      var separator = state.pointee.separatorLength
      let offset = state.pointee.separatorsGone &* 4
      if let base = state.pointee.lengths.base, offset &+ 4 <= state.pointee.lengths.count {
        separator = Int(base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        state.pointee.separatorsGone &+= 1
      }
      gone &+= separator
    }
    state.pointee.rows &-= 1
    state.pointee.start = min(state.pointee.start &+ gone, state.pointee.text.count)
    if state.pointee.rows == 0 || state.pointee.start == state.pointee.text.count {
      state.pointee.text.count = 0
      state.pointee.start = 0
      state.pointee.lengths.count = 0
      state.pointee.separatorsGone = 0
      state.pointee.isFirstAgain = true
    } else if state.pointee.start > 4096, state.pointee.start > state.pointee.text.count / 2 {
      // Mostly gone: move what is left to the front.
      let left = state.pointee.text.count &- state.pointee.start
      if let base = state.pointee.text.base {
        base.copyMemory(from: base + state.pointee.start, byteCount: left)
      }
      state.pointee.text.count = left
      state.pointee.start = 0
    }
  }

  /// The text, copied to the output: the state stays.
  static func value(_ context: CallContext) {
    let state = AggregateFunctions.state(context, as: State.self)
    guard state.pointee.rows > 0 else { return }
    let start = state.pointee.start
    let text = UnsafeRawBufferPointer(rebasing: state.pointee.text.bytes[start...])
    if text.isEmpty {
      // A window over nothing but empty texts: SQLite gives a text of one NUL.
      guard context.append(0) else { return }
    } else {
      guard context.append(text) else { return }
    }
    context.pointee.returnOutput(as: .text)
  }

  /// The text without a copy: the state's buffer becomes the output.
  static func finish(_ context: CallContext) {
    let state = AggregateFunctions.state(context, as: State.self)
    if state.pointee.rows > 0 {
      if state.pointee.start > 0 {
        value(context)
      } else {
        swap(&context.pointee.output, &state.pointee.text)
        context.pointee.returnOutput(as: .text)
      }
    }
    state.pointee.rows = 0
    state.pointee.text.deallocate()
    state.pointee.lengths.deallocate()
  }
}
