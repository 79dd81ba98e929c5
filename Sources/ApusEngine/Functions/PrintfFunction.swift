/// printf(FORMAT, …), also named format (https://www.sqlite.org/printf.html). Numbers are in `PrintfFunction+Numbers.swift`.
///
/// Everything is written into the context's output; no conversion needs memory of its own.
enum PrintfFunction {
  static func printf(_ context: CallContext, _ arguments: Arguments) {
    guard arguments[0].tag != .null else { return }
    context.withText(of: arguments[0]) { text in
      var values = PrintfArguments(context, arguments.dropFirst())
      var isStarted = false
      guard write(text.untilNUL, &values, to: context, &isStarted) else {
        // SQLite answers NULL for a text that is too long, without an error.
        _ = context.pointee.takeError()
        return
      }
      // Where nothing was printed there is no text at all. SQLite wants one byte more than the text has.
      if isStarted, context.pointee.output.count < context.environment.lengthLimit {
        context.pointee.returnOutput(as: .text)
      }
    }
  }

  /// Appends the formatted text to the output. An unknown letter ends it. False after a failure.
  private static func write(
    _ format: UnsafeRawBufferPointer, _ arguments: inout PrintfArguments, to context: CallContext,
    _ isStarted: inout Bool
  ) -> Bool {
    var index = 0
    while index < format.count {
      if format[index] != 0x25 {
        let start = index
        while index < format.count, format[index] != 0x25 { index &+= 1 }
        guard context.append(format.part(start, index &- start)) else { return false }
        isStarted = true
        continue
      }
      index &+= 1
      if index == format.count {
        isStarted = true
        return context.append(0x25)
      }
      let directive = PrintfDirective(format, &index, &arguments)
      guard directive.width < context.environment.lengthLimit else { return false }
      switch directive.letter {
      case 0x25:
        guard pad(1, directive, context, { context.append(0x25) }) else { return false }
      case 0x64, 0x69, 0x75, 0x78, 0x58, 0x6f, 0x70, 0x72:  // d i u x X o p r
        guard integer(arguments.nextInteger(), directive, context) else { return false }
      case 0x66, 0x65, 0x45, 0x67, 0x47:  // f e E g G
        guard real(arguments.nextReal(), directive, context) else { return false }
      case 0x63:  // c
        guard character(arguments.next(), directive, context) else { return false }
      case 0x73, 0x7a:  // s z
        guard string(arguments.next(), directive, context) else { return false }
      case 0x71, 0x51, 0x77:  // q Q w
        guard escaped(arguments.next(), directive, context) else { return false }
      case 0x6e: break  // n
      default: return true
      }
      isStarted = true
    }
    return true
  }

  /// Puts spaces around what `body` writes, which is `length` bytes.
  static func pad(_ length: Int, _ directive: PrintfDirective, _ context: CallContext, _ body: () -> Bool)
    -> Bool
  {
    let spaces = directive.width &- length
    if !directive.isLeftAligned, !context.append(0x20, count: spaces) { return false }
    guard body() else { return false }
    return !directive.isLeftAligned || context.append(0x20, count: spaces)
  }

  /// %s, %z.
  private static func string(_ cell: Cell, _ directive: PrintfDirective, _ context: CallContext) -> Bool {
    context.withText(of: cell) { bytes in
      let text = bytes.untilNUL
      var length = text.count
      var directive = directive
      if directive.precision >= 0 {
        if directive.isPrecise {
          var left = directive.precision
          length = 0
          while left > 0, length < text.count {
            UTF8Text.skip(text, &length)
            left &-= 1
          }
        } else {
          length = min(length, directive.precision)
        }
      }
      let part = text.part(0, length)
      if directive.isPrecise { widen(&directive, for: part) }
      return pad(length, directive, context) { context.append(part) }
    }
  }

  /// Widths in characters: continuation bytes take no room.
  private static func widen(_ directive: inout PrintfDirective, for text: UnsafeRawBufferPointer) {
    guard directive.width > 0 else { return }
    for byte in text where byte & 0xc0 == 0x80 { directive.width &+= 1 }
  }

  /// %c: the first character; precision repeats it.
  private static func character(_ cell: Cell, _ directive: PrintfDirective, _ context: CallContext) -> Bool {
    context.withText(of: cell) { bytes in
      let text = bytes.untilNUL
      var length = 1
      if let first = text.first, first >= 0xc0 {
        while length < min(4, text.count), text[length] & 0xc0 == 0x80 { length &+= 1 }
      }
      func put() -> Bool { text.count == 0 ? context.append(0) : context.append(text.part(0, length)) }
      var directive = directive
      if directive.precision > 1 {
        directive.width &-= directive.precision &- 1
        if directive.width > 1, !directive.isLeftAligned {
          guard context.append(0x20, count: directive.width &- 1) else { return false }
          directive.width = 0
        }
        guard context.reserve((directive.precision &- 1) &* length) else { return false }
        for _ in 1..<directive.precision { guard put() else { return false } }
      }
      widen(&directive, for: text.part(0, min(length, text.count)))
      return pad(length, directive, context, put)
    }
  }

  /// %q doubles quotes, %Q encloses in quotes besides, %w doubles double quotes. Precision counts what is read.
  private static func escaped(_ cell: Cell, _ directive: PrintfDirective, _ context: CallContext) -> Bool {
    if cell.tag == .null {
      // NULL is not quoted.
      var plain = directive
      plain.letter = directive.letter == 0x51 ? 0x71 : directive.letter
      let text: StaticString = directive.letter == 0x51 ? "NULL" : "(NULL)"
      return escaped(.text(text.utf8Start, count: text.utf8CodeUnitCount), plain, context)
    }
    return context.withText(of: cell) { bytes in
      let all = bytes.untilNUL
      var length = 0
      var left = directive.precision
      while left != 0, length < all.count {
        if directive.isPrecise { UTF8Text.skip(all, &length) } else { length &+= 1 }
        left &-= 1
      }
      let text = all.part(0, length)
      let form = QuotedText(text, directive.letter, isAlternate: directive.isAlternate)
      var directive = directive
      if directive.isPrecise { widen(&directive, for: text) }
      return pad(form.length, directive, context) { form.append(to: context) }
    }
  }
}
