/// The modifiers of the date functions (https://www.sqlite.org/lang_datefunc.html#modifiers).
enum DateModifier {
  /// Applies one modifier, the `position`th from 1. False when there is none of that name or it does not apply.
  static func apply(
    _ text: UnsafeRawBufferPointer, position: Int, to moment: inout DateTime,
    _ environment: FunctionEnvironment
  ) -> Bool {
    guard let first = text.first else { return false }
    switch ValueRules.lowercased(first) {
    case 0x2b, 0x2d, 0x30...0x39: return applyShift(text, to: &moment)
    case 0x77: return applyWeekday(text, to: &moment)
    case 0x73 where text.hasPrefixIgnoringCase("start of "):
      return applyStart(text.part(9, text.count &- 9), to: &moment)
    default: return applyWord(text, position: position, to: &moment, environment)
    }
  }

  /// The modifier asks where the computer stands.
  static func readsTimeZone(_ text: UnsafeRawBufferPointer) -> Bool {
    text.equalsIgnoringCase("localtime") || text.equalsIgnoringCase("utc")
  }

  private static func applyWord(
    _ text: UnsafeRawBufferPointer, position: Int, to moment: inout DateTime,
    _ environment: FunctionEnvironment
  ) -> Bool {
    if text.equalsIgnoringCase("auto") {
      guard position == 1 else { return false }
      guess(&moment)
      return true
    }
    if text.equalsIgnoringCase("ceiling") {
      moment.computeJulian()
      moment.forgetFields()
      return true
    }
    if text.equalsIgnoringCase("floor") {
      moment.computeJulian()
      moment.julian &-= Int64(moment.overflowDays) &* DateTime.millisecondsPerDay
      moment.forgetFields()
      return true
    }
    if text.equalsIgnoringCase("julianday") {
      guard position == 1, moment.hasJulian, moment.isRaw else { return false }
      moment.isRaw = false
      return true
    }
    if text.equalsIgnoringCase("unixepoch") {
      guard moment.isRaw, position == 1 else { return false }
      let milliseconds = moment.second * 1000 + 210_866_760_000_000
      guard milliseconds >= 0, milliseconds < 464_269_060_800_000 else { return false }
      moment.forgetFields()
      moment.julian = Int64(milliseconds + 0.5)
      moment.hasJulian = true
      moment.isRaw = false
      return true
    }
    if text.equalsIgnoringCase("localtime") {
      if !moment.isLocal { moment.moveToLocal(environment.localOffsetSeconds) }
      moment.isUTC = false
      moment.isLocal = true
      return true
    }
    if text.equalsIgnoringCase("utc") {
      if !moment.isUTC { moment.moveToUTC(environment.localOffsetSeconds) }
      return true
    }
    if text.equalsIgnoringCase("subsec") || text.equalsIgnoringCase("subsecond") {
      moment.showsFraction = true
      return true
    }
    return false
  }

  /// A bare number that is no Julian day counts as seconds since 1970.
  private static func guess(_ moment: inout DateTime) {
    if !moment.isRaw || moment.hasJulian {
      moment.isRaw = false
    } else if moment.second >= -210_866_760_000, moment.second <= 253_402_300_799 {
      let milliseconds = moment.second * 1000 + 210_866_760_000_000
      moment.forgetFields()
      moment.julian = Int64(milliseconds + 0.5)
      moment.hasJulian = true
      moment.isRaw = false
    }
  }

  /// "weekday N": on to that day, 0 for Sunday, unless it is one.
  private static func applyWeekday(_ text: UnsafeRawBufferPointer, to moment: inout DateTime) -> Bool {
    guard text.hasPrefixIgnoringCase("weekday ") else { return false }
    let scan = NumericText.scan(text.part(8, text.count &- 8))
    guard scan.form != .none, scan.isWhole, scan.real >= 0, scan.real < 7,
      scan.real.rounded(.down) == scan.real
    else { return false }
    moment.computeAll()
    moment.zone = 0
    moment.hasJulian = false
    moment.computeJulian()
    let wanted = Int64(scan.real)
    var today = Int64(moment.daysAfterSunday)
    if today > wanted { today -= 7 }
    moment.julian += (wanted - today) * DateTime.millisecondsPerDay
    moment.forgetFields()
    return true
  }

  /// "start of month", "start of year", "start of day".
  private static func applyStart(_ unit: UnsafeRawBufferPointer, to moment: inout DateTime) -> Bool {
    guard moment.hasJulian || moment.hasDate || moment.hasTime else { return false }
    moment.computeDate()
    moment.hasTime = true
    moment.hour = 0
    moment.minute = 0
    moment.second = 0
    moment.isRaw = false
    moment.zone = 0
    moment.hasJulian = false
    if unit.equalsIgnoringCase("month") {
      moment.day = 1
    } else if unit.equalsIgnoringCase("year") {
      moment.month = 1
      moment.day = 1
    } else if !unit.equalsIgnoringCase("day") {
      return false
    }
    return true
  }

  /// ±NNN units, ±YYYY-MM-DD, ±HH:MM:SS, or the last two together.
  private static func applyShift(_ text: UnsafeRawBufferPointer, to moment: inout DateTime) -> Bool {
    var end = 1
    while end < text.count, text[end] != 0x3a, !NumericText.isSpace(text[end]) {
      if text[end] == 0x2d, end == 5 || end == 6, isYear(text, end &- 1) { break }
      end &+= 1
    }
    let scan = NumericText.scan(text.part(0, end))
    guard scan.form != .none, scan.isWhole else { return false }
    let separator = end < text.count ? text[end] : 0
    if separator == 0x2d { return applyDateShift(text, yearDigits: end &- 1, to: &moment) }
    if separator == 0x3a {
      let start = NumericText.isDigit(text[0]) ? 0 : 1
      return applyTimeShift(text.part(start, text.count &- start), isNegative: text[0] == 0x2d, to: &moment)
    }
    var start = end
    while start < text.count, NumericText.isSpace(text[start]) { start &+= 1 }
    return applyUnits(scan.real, text.part(start, text.count &- start), to: &moment)
  }

  /// After the first byte there are `count` digits that make a year.
  private static func isYear(_ text: UnsafeRawBufferPointer, _ count: Int) -> Bool {
    var parser = DateParser(text)
    parser.index = 1
    return parser.number(count, 0...14_712) != nil
  }

  private static func applyDateShift(
    _ text: UnsafeRawBufferPointer, yearDigits: Int, to moment: inout DateTime
  ) -> Bool {
    guard text[0] == 0x2b || text[0] == 0x2d else { return false }
    var parser = DateParser(text)
    parser.index = 1
    guard let years = parser.number(yearDigits, 0...14_712), parser.take(0x2d),
      let months = parser.number(2, 0...11),
      parser.take(0x2d), let days = parser.number(2, 0...30)
    else { return false }
    let isNegative = text[0] == 0x2d
    moment.computeAll()
    moment.hasJulian = false
    moment.year += isNegative ? -years : years
    moment.month += isNegative ? -months : months
    moment.normalizeMonth()
    moment.computeOverflow()
    moment.computeJulian()
    moment.hasTime = false
    moment.hasDate = false
    moment.julian += Int64(isNegative ? -days : days) * DateTime.millisecondsPerDay
    if parser.isAtEnd { return true }
    guard NumericText.isSpace(parser.byte()) else { return false }
    let rest = text.part(parser.index &+ 1, text.count &- parser.index &- 1)
    return applyTimeShift(rest, isNegative: isNegative, to: &moment)
  }

  private static func applyTimeShift(
    _ text: UnsafeRawBufferPointer, isNegative: Bool, to moment: inout DateTime
  ) -> Bool {
    var parser = DateParser(text)
    var time = DateTime()
    guard parser.time(into: &time) else { return false }
    time.computeJulian()
    // The time of day that was read: what is above midnight, whatever the date.
    let noon = time.julian - 43_200_000
    let milliseconds = noon % DateTime.millisecondsPerDay
    moment.computeJulian()
    moment.forgetFields()
    moment.julian += isNegative ? -milliseconds : milliseconds
    return true
  }

  private static func applyUnits(
    _ amount: Double, _ name: UnsafeRawBufferPointer, to moment: inout DateTime
  ) -> Bool {
    guard name.count >= 3, name.count <= 10 else { return false }
    let isPlural = ValueRules.lowercased(name[name.count &- 1]) == 0x73
    let unit = isPlural ? name.part(0, name.count &- 1) : name
    moment.computeJulian()
    moment.overflowDays = 0
    let limit: Float
    let seconds: Double
    var rest = amount
    if unit.equalsIgnoringCase("second") {
      (limit, seconds) = (4.6427e14, 1)
    } else if unit.equalsIgnoringCase("minute") {
      (limit, seconds) = (7.7379e12, 60)
    } else if unit.equalsIgnoringCase("hour") {
      (limit, seconds) = (1.2897e11, 3600)
    } else if unit.equalsIgnoringCase("day") {
      (limit, seconds) = (5_373_485, 86_400)
    } else if unit.equalsIgnoringCase("month") {
      (limit, seconds) = (176_546, 2_592_000)
    } else if unit.equalsIgnoringCase("year") {
      (limit, seconds) = (14_713, 31_536_000)
    } else {
      return false
    }
    guard amount > -Double(limit), amount < Double(limit) else { return false }
    if seconds >= 2_592_000 {
      // Months and years move in the calendar; their fraction counts 30 and 365 days.
      let whole = Int(amount)
      moment.computeAll()
      if seconds == 2_592_000 {
        moment.month += whole
        moment.normalizeMonth()
      } else {
        moment.year += whole
      }
      moment.computeOverflow()
      moment.hasJulian = false
      rest -= Double(whole)
    }
    moment.computeJulian()
    moment.julian += Int64(rest * 1000 * seconds + (amount < 0 ? -0.5 : 0.5))
    moment.forgetFields()
    return true
  }
}
