// date, time, datetime, julianday, unixepoch, strftime, timediff and the current times
// (https://www.sqlite.org/lang_datefunc.html). NULL for whatever is no moment.

enum DateFunctions {
  /// The moment that a time value and its modifiers mean; nil for none. Without arguments, now.
  static func moment(_ context: CallContext, _ arguments: Arguments) -> DateTime? {
    var moment = DateTime()
    guard begin(&moment, context, arguments) else { return nil }
    let environment = context.environment
    for index in 1..<max(arguments.count, 1) {
      let cell = arguments[index]
      guard cell.tag != .null else { return nil }
      if cell.tag == .text, DateModifier.readsTimeZone(cell.bytes.untilNUL) {
        context.pointee.isImpure = true
      }
      let applied = context.withText(of: cell) {
        DateModifier.apply($0.untilNUL, position: index, to: &moment, environment)
      }
      guard applied else { return nil }
    }
    moment.computeJulian()
    guard !moment.isError, DateTime.isValid(julian: moment.julian) else { return nil }
    // A day behind the end of its month moves into the next.
    if arguments.count == 1, moment.hasDate, moment.day > 28 { moment.hasDate = false }
    return moment
  }

  private static func begin(_ moment: inout DateTime, _ context: CallContext, _ arguments: Arguments) -> Bool
  {
    if arguments.count == 0 { return moment.setNow(milliseconds: now(context)) }
    let value = arguments[0]
    switch value.tag {
    case .null: return false
    case .integer, .real:
      moment.setRaw(context.real(of: value))
      return true
    case .text, .blob: return context.withText(of: value) { begin(&moment, context, $0.untilNUL) }
    }
  }

  private static func begin(
    _ moment: inout DateTime, _ context: CallContext, _ text: UnsafeRawBufferPointer
  ) -> Bool {
    if DateParser.date(text, into: &moment) { return true }
    var parser = DateParser(text)
    if parser.time(into: &moment) { return true }
    if text.equalsIgnoringCase("now") { return moment.setNow(milliseconds: now(context)) }
    let scan = NumericText.scan(text)
    if scan.form != .none, scan.isWhole {
      moment.setRaw(scan.real)
      return true
    }
    if text.equalsIgnoringCase("subsec") || text.equalsIgnoringCase("subsecond") {
      moment.showsFraction = true
      return moment.setNow(milliseconds: now(context))
    }
    return false
  }

  /// One time for the whole statement.
  private static func now(_ context: CallContext) -> Int64 {
    let environment = context.environment
    context.pointee.isImpure = true
    if let time = environment.statementTimeMilliseconds { return time }
    let time = environment.currentTimeMilliseconds()
    environment.statementTimeMilliseconds = time
    return time
  }

  static func julianday(_ context: CallContext, _ arguments: Arguments) {
    guard let moment = moment(context, arguments) else { return }
    context.result(Double(moment.julian) / 86_400_000)
  }

  static func unixepoch(_ context: CallContext, _ arguments: Arguments) {
    guard let moment = moment(context, arguments) else { return }
    if moment.showsFraction {
      context.result(Double(moment.julian - DateTime.epoch) / 1000)
    } else {
      context.result(moment.julian / 1000 - DateTime.epoch / 1000)
    }
  }

  static func date(_ context: CallContext, _ arguments: Arguments) {
    guard var moment = moment(context, arguments) else { return }
    moment.computeDate()
    guard context.reserve(16) else { return }
    DateText.appendDate(moment, to: &context.pointee.output)
    context.pointee.returnOutput(as: .text)
  }

  static func time(_ context: CallContext, _ arguments: Arguments) {
    guard var moment = moment(context, arguments) else { return }
    moment.computeTime()
    guard context.reserve(16) else { return }
    DateText.appendTime(moment, to: &context.pointee.output)
    context.pointee.returnOutput(as: .text)
  }

  static func datetime(_ context: CallContext, _ arguments: Arguments) {
    guard var moment = moment(context, arguments) else { return }
    moment.computeAll()
    guard context.reserve(32) else { return }
    DateText.appendDate(moment, to: &context.pointee.output)
    context.pointee.output.append(0x20)
    DateText.appendTime(moment, to: &context.pointee.output)
    context.pointee.returnOutput(as: .text)
  }

  /// strftime(FORMAT, …): NULL for a conversion that does not exist.
  static func strftime(_ context: CallContext, _ arguments: Arguments) {
    guard arguments.count > 0, arguments[0].tag != .null else { return }
    guard var moment = moment(context, arguments.dropFirst()) else { return }
    moment.computeAll()
    context.withText(of: arguments[0]) { bytes in
      let format = bytes.untilNUL
      var index = 0
      while index < format.count {
        let start = index
        while index < format.count, format[index] != 0x25 { index &+= 1 }
        guard context.append(format.part(start, index &- start)) else { return }
        if index == format.count { break }
        guard index &+ 1 < format.count, context.reserve(64),
          DateText.append(format[index &+ 1], moment, to: &context.pointee.output)
        else { return }
        index &+= 2
      }
      context.pointee.returnOutput(as: .text)
    }
  }

  /// timediff(A, B): what must be added to B to get A, as ±YYYY-MM-DD HH:MM:SS.SSS.
  static func timediff(_ context: CallContext, _ arguments: Arguments) {
    guard var a = moment(context, arguments.first), var b = moment(context, arguments.dropFirst()) else {
      return
    }
    a.computeAll()
    b.computeAll()
    let isForward = a.julian >= b.julian
    // Whole years and months bring B near A without passing it; what is left is a time span.
    var years = isForward ? a.year - b.year : b.year - a.year
    if years != 0 { move(&b) { $0.year = a.year } }
    var months = isForward ? a.month - b.month : b.month - a.month
    if months < 0 {
      years -= 1
      months += 12
    }
    if months != 0 { move(&b) { $0.month = a.month } }
    while isForward ? a.julian < b.julian : a.julian > b.julian {
      months -= 1
      if months < 0 {
        months = 11
        years -= 1
      }
      move(&b) { moment in
        moment.month += isForward ? -1 : 1
        moment.normalizeMonth()
      }
      if b.isError { return }
    }
    // Counted from a day 1, so that the days of the span can be read off.
    a.julian = (isForward ? a.julian - b.julian : b.julian - a.julian) + 148_699_540_800_000
    a.forgetFields()
    a.hasJulian = true
    a.computeAll()
    guard context.reserve(32) else { return }
    DateText.appendSpan(a, isForward: isForward, years: years, months: months, to: &context.pointee.output)
    context.pointee.returnOutput(as: .text)
  }

  private static func move(_ moment: inout DateTime, _ change: (inout DateTime) -> Void) {
    change(&moment)
    moment.hasJulian = false
    moment.computeJulian()
  }
}
