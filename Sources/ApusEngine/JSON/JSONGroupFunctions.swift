/// json_group_array(X), json_group_object(LABEL, VALUE) and their jsonb_ forms: JSON text that grows row by row.
///
/// As window functions, rows leave from the front: `start` moves behind the first element and its comma.
enum JSONGroupFunctions {
  /// Plain data that begins as zeros.
  struct State: BitwiseCopyable {
    /// The elements with commas between them, behind one byte that becomes the opening bracket.
    var text: ByteBuffer
    /// Bytes behind the first that have left.
    var start: Int
  }

  enum Kind: UInt8 {
    case array = 0x5b
    case object = 0x7b
    var closing: UInt8 { rawValue &+ 2 }
  }

  static func addToArray(_ context: CallContext, _ arguments: Arguments) {
    let state = AggregateFunctions.state(context, as: State.self)
    beginElement(state)
    _ = context.appendJSON(arguments[0], to: &state.pointee.text)
  }

  /// Rows without a label count for nothing.
  static func addToObject(_ context: CallContext, _ arguments: Arguments) {
    let state = AggregateFunctions.state(context, as: State.self)
    let label = arguments[0]
    if label.tag == .null {
      if state.pointee.text.count == 0 { state.pointee.text.append(0) }
      return
    }
    beginElement(state)
    context.withText(of: label) { JSONText.append($0.untilNUL, to: &state.pointee.text) }
    state.pointee.text.append(0x3a)
    _ = context.appendJSON(arguments[1], to: &state.pointee.text)
  }

  @inline(__always)
  private static func beginElement(_ state: UnsafeMutablePointer<State>) {
    if state.pointee.text.count == 0 {
      state.pointee.text.append(0)
    } else if state.pointee.text.count > state.pointee.start &+ 1 {
      state.pointee.text.append(0x2c)
    }
  }

  /// Takes the first element out again: also for a row without a label, which has none, as SQLite does.
  static func remove(_ context: CallContext, _ arguments: Arguments) {
    let state = AggregateFunctions.state(context, as: State.self)
    let text = state.pointee.text.bytes
    var index = state.pointee.start &+ 1
    var depth = 0
    var isInText = false
    while index < text.count {
      let byte = text[index]
      if isInText {
        if byte == 0x5c { index &+= 1 } else if byte == 0x22 { isInText = false }
      } else if byte == 0x22 {
        isInText = true
      } else if byte == 0x7b || byte == 0x5b {
        depth &+= 1
      } else if byte == 0x7d || byte == 0x5d {
        depth &-= 1
      } else if byte == 0x2c, depth == 0 {
        break
      }
      index &+= 1
    }
    if index >= text.count {
      state.pointee.text.count = min(1, text.count)
      state.pointee.start = 0
      return
    }
    // The comma's byte is where the opening bracket will be.
    state.pointee.start = index
    guard index > 4096, index > text.count / 2, let base = state.pointee.text.base else { return }
    base.copyMemory(from: base + index, byteCount: text.count &- index)
    state.pointee.text.count = text.count &- index
    state.pointee.start = 0
  }

  /// The answer; the state stays.
  static func value(_ context: CallContext, _ kind: Kind, _ form: JSONForm) {
    let state = AggregateFunctions.state(context, as: State.self)
    if state.pointee.text.count == 0 { return empty(context, kind) }
    let first = state.pointee.start &+ 1
    let text = state.pointee.text.bytes
    guard context.reserve(max(text.count &- first, 0) &+ 2) else { return }
    context.pointee.output.append(kind.rawValue)
    if text.count > first { context.pointee.output.append(text.part(first, text.count &- first)) }
    context.pointee.output.append(kind.closing)
    context.returnJSON(form)
  }

  /// A group without a row: text in both forms, as in SQLite.
  private static func empty(_ context: CallContext, _ kind: Kind) {
    context.pointee.output.append(kind.rawValue)
    context.pointee.output.append(kind.closing)
    context.returnJSON(.text)
  }

  /// The answer without a copy: the state's buffer becomes the output.
  static func finish(_ context: CallContext, _ kind: Kind, _ form: JSONForm) {
    let state = AggregateFunctions.state(context, as: State.self)
    if state.pointee.start > 0 || state.pointee.text.count == 0 {
      value(context, kind, form)
    } else {
      state.pointee.text.base?.storeBytes(of: kind.rawValue, as: UInt8.self)
      state.pointee.text.append(kind.closing)
      swap(&context.pointee.output, &state.pointee.text)
      context.returnJSON(form)
    }
    state.pointee.text.deallocate()
  }
}
