/// The scalar JSON functions that read or make a value (https://sqlite.org/json1.html).
enum JSONFunctions {
  /// json(X), jsonb(X).
  static func json(_ context: CallContext, _ arguments: Arguments, _ form: JSONForm) {
    guard let view = context.document(arguments[0]) else { return }
    context.returnJSON(view, at: 0, form)
  }

  /// json_array(…), jsonb_array(…).
  static func array(_ context: CallContext, _ arguments: Arguments, _ form: JSONForm) {
    context.pointee.output.append(0x5b)
    for index in 0..<arguments.count {
      if index > 0 { context.pointee.output.append(0x2c) }
      guard context.appendJSON(arguments[index], to: &context.pointee.output) else { return }
    }
    context.pointee.output.append(0x5d)
    context.returnJSON(form)
    // Of both forms, as in SQLite.
    context.pointee.result.subtype = JSONSubtype.json
  }

  /// json_object(LABEL, VALUE, …), jsonb_object(LABEL, VALUE, …).
  static func object(_ context: CallContext, _ arguments: Arguments, _ form: JSONForm) {
    guard arguments.count.isMultiple(of: 2) else {
      context.pointee.fail("json_object() requires an even number of arguments")
      return
    }
    for index in stride(from: 0, to: arguments.count, by: 2) where arguments[index].tag != .text {
      context.pointee.fail("json_object() labels must be TEXT")
      return
    }
    context.pointee.output.append(0x7b)
    for index in stride(from: 0, to: arguments.count, by: 2) {
      if index > 0 { context.pointee.output.append(0x2c) }
      JSONText.append(arguments[index].bytes, to: &context.pointee.output)
      context.pointee.output.append(0x3a)
      guard context.appendJSON(arguments[index &+ 1], to: &context.pointee.output) else { return }
    }
    context.pointee.output.append(0x7d)
    context.returnJSON(form)
    context.pointee.result.subtype = JSONSubtype.json
  }

  /// json_quote(X): the value as JSON.
  static func quote(_ context: CallContext, _ arguments: Arguments) {
    guard context.appendJSON(arguments[0], to: &context.pointee.output) else { return }
    context.returnJSON(.text)
  }

  // MARK: Parts

  /// json_extract(X, PATH, …), jsonb_extract(X, PATH, …): the value at one path, an array of the values at several.
  static func extract(_ context: CallContext, _ arguments: Arguments, _ form: JSONForm) {
    guard arguments.count >= 2, let view = context.document(arguments[0]) else { return }
    if arguments.count > 2 { return extractMany(context, arguments, view, form) }
    let path = arguments[1]
    if path.tag == .text, let first = path.bytes.first, first == 0x24 {
      extract(context, view, path.bytes, form)
      return
    }
    guard path.tag != .null else { return }
    context.withText(of: path) { text in
      guard text.first == 0x24 else { return context.failBadJSONPath(text) }
      extract(context, view, text, form)
    }
  }

  @inline(__always)
  private static func extract(
    _ context: CallContext, _ view: JSONBView, _ path: UnsafeRawBufferPointer, _ form: JSONForm
  ) {
    let place = JSONPath(path.part(1, path.count &- 1)).find(in: view)
    if place.outcome == .found { return context.returnValue(view, at: place.offset, form) }
    _ = context.fail(place.outcome, path)
  }

  private static func extractMany(
    _ context: CallContext, _ arguments: Arguments, _ view: JSONBView, _ form: JSONForm
  ) {
    context.pointee.output.append(0x5b)
    for index in 1..<arguments.count {
      guard arguments[index].tag != .null else { return }
      let isGood = context.withText(of: arguments[index]) { path in
        guard path.first == 0x24 else {
          context.failBadJSONPath(path)
          return false
        }
        if index > 1 { context.pointee.output.append(0x2c) }
        let place = JSONPath(path.part(1, path.count &- 1)).find(in: view)
        if place.outcome == .found {
          return context.appendText(view, at: place.offset, to: &context.pointee.output)
        }
        context.pointee.output.append("null")
        return !context.fail(place.outcome, path)
      }
      guard isGood else { return }
    }
    context.pointee.output.append(0x5d)
    context.returnJSON(form)
  }

  /// X -> PATH as JSON, X ->> PATH as a value. A path may be short: a key, or the number of an element.
  static func arrow(_ context: CallContext, _ arguments: Arguments, asValue: Bool) {
    guard let view = context.document(arguments[0]) else { return }
    let path = arguments[1]
    guard path.tag != .null else { return }
    context.withText(of: path) { bytes in
      let text = bytes.untilNUL
      let place: JSONPathResult
      if text.first == 0x24 {
        place = JSONPath(text.part(1, text.count &- 1)).find(in: view)
      } else {
        expand(context, text, isInteger: path.tag == .integer)
        place = JSONPath(context.json.pointee.scratch.bytes).find(in: view)
      }
      guard place.outcome == .found else {
        _ = context.fail(place.outcome, text)
        return
      }
      if asValue {
        context.returnValue(view, at: place.offset, .text)
        context.pointee.result.subtype = 0
      } else {
        context.returnJSON(view, at: place.offset, .text)
      }
    }
  }

  /// Writes the path that a short one stands for into `scratch`.
  private static func expand(_ context: CallContext, _ text: UnsafeRawBufferPointer, isInteger: Bool) {
    let scratch = withUnsafeMutablePointer(to: &context.json.pointee.scratch) { $0 }
    scratch.pointee.count = 0
    if isInteger {
      scratch.pointee.append(text.first == 0x2d ? "[#" : "[")
      scratch.pointee.append(text)
      scratch.pointee.append(0x5d)
    } else if text.allSatisfy(JSONCharacter.isAlphanumeric) {
      scratch.pointee.append(0x2e)
      scratch.pointee.append(text)
    } else if text.first == 0x5b, text.count >= 3, text.last == 0x5d {
      scratch.pointee.append(text)
    } else {
      scratch.pointee.append(".\"")
      scratch.pointee.append(text)
      scratch.pointee.append(0x22)
    }
  }

  /// The offset of the optional path of json_type() and json_array_length(); nil for none, NULL, or an error.
  @inline(__always)
  private static func place(_ context: CallContext, _ arguments: Arguments, _ view: JSONBView) -> Int? {
    guard arguments.count > 1 else { return 0 }
    guard arguments[1].tag != .null else { return nil }
    return context.withText(of: arguments[1]) { path in
      guard path.first == 0x24 else {
        context.failBadJSONPath(path)
        return nil
      }
      let place = JSONPath(path.part(1, path.count &- 1)).find(in: view)
      if place.outcome == .found { return place.offset }
      _ = context.fail(place.outcome, path)
      return nil
    }
  }

  /// json_array_length(X [, PATH]): 0 for what is no array.
  static func arrayLength(_ context: CallContext, _ arguments: Arguments) {
    guard let view = context.document(arguments[0]), let offset = place(context, arguments, view) else {
      return
    }
    guard offset < view.count, view[offset] & 0x0f == JSONType.array, let array = view.element(at: offset)
    else { return context.result(0) }
    context.result(view.elementCount(of: array))
  }

  /// json_type(X [, PATH]).
  static func type(_ context: CallContext, _ arguments: Arguments) {
    guard let view = context.document(arguments[0]), let offset = place(context, arguments, view),
      offset < view.count
    else { return }
    context.result(JSONType.name(view[offset] & 0x0f))
  }

  // MARK: Checks

  /// json_valid(X [, FLAGS]).
  static func valid(_ context: CallContext, _ arguments: Arguments) {
    var flags: Int64 = 1
    if arguments.count > 1 {
      flags = context.integer(of: arguments[1])
      guard flags >= 1, flags <= 15 else {
        context.pointee.fail("FLAGS parameter to json_valid() must be between 1 and 15")
        return
      }
    }
    let value = arguments[0]
    if value.tag == .null { return }
    if value.tag == .blob, let view = JSONBView(value.bytes), view.root != nil {
      if flags & 4 != 0 { return context.result(true) }
      return context.result(flags & 8 != 0 && JSONValidity.firstError(in: view) == nil)
    }
    guard flags & 3 != 0 else { return context.result(false) }
    let parsed = context.parse(value)
    context.result(parsed.view != nil && (flags & 2 != 0 || !parsed.isNonstandard))
  }

  /// json_error_position(X): the first character, or byte of JSONB, that is wrong, from 1 on; 0 when all is well.
  static func errorPosition(_ context: CallContext, _ arguments: Arguments) {
    let value = arguments[0]
    if value.tag == .null { return }
    if value.tag == .blob, let view = JSONBView(value.bytes), view.root != nil {
      return context.result((JSONValidity.firstError(in: view) ?? -1) &+ 1)
    }
    let parsed = context.parse(value)
    if parsed.view != nil { return context.result(0) }
    let characters = context.withText(of: value) { text in
      var number = 0
      for byte in text.prefix(parsed.errorOffset) where byte & 0xc0 != 0x80 { number &+= 1 }
      return number
    }
    context.result(characters &+ 1)
  }

  /// json_pretty(X [, INDENT]).
  static func pretty(_ context: CallContext, _ arguments: Arguments) {
    guard let view = context.document(arguments[0]) else { return }
    let indent = arguments[1]
    if indent.tag == .null {
      let spaces: StaticString = "    "
      return pretty(
        context, view, UnsafeRawBufferPointer(start: spaces.utf8Start, count: spaces.utf8CodeUnitCount))
    }
    context.withText(of: indent) { pretty(context, view, $0.untilNUL) }
  }

  private static func pretty(_ context: CallContext, _ view: JSONBView, _ indent: UnsafeRawBufferPointer) {
    var writer = JSONPrettyWriter(
      output: context.pointee.output, levels: context.json.pointee.scratch,
      inner: context.json.pointee.levels, limit: context.environment.lengthLimit, indent: indent)
    let outcome = writer.write(view)
    context.pointee.output = writer.output
    context.json.pointee.scratch = writer.levels
    context.json.pointee.levels = writer.inner
    context.json.pointee.noteSize(max(writer.levels.capacity, writer.inner.capacity))
    guard context.check(outcome) else { return }
    context.pointee.returnOutput(as: .text)
  }
}
