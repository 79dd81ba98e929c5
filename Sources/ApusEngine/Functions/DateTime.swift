/// A moment as the date functions compute with it: a Julian day number in milliseconds, or year to second, or both,
/// each computed from the other when it is asked for. The calendar is the Gregorian one for all times.
///
/// Conversions after J. Meeus, "Astronomical Algorithms". Invariants: a field counts only while its `has…` flag is set;
/// years lie within -4713…9999 whenever `julian` is valid, else the moment is in error.
struct DateTime {
  /// Julian day number · 86,400,000.
  var julian: Int64 = 0
  var year = 0
  var month = 0
  var day = 0
  var hour = 0
  var minute = 0
  var second: Double = 0
  /// Minutes east of Greenwich still to be subtracted.
  var zone = 0
  var hasJulian = false
  var hasDate = false
  var hasTime = false
  /// `second` is a bare number that may be a Julian day or seconds since 1970.
  var isRaw = false
  var isError = false
  /// Show milliseconds.
  var showsFraction = false
  var isUTC = false
  var isLocal = false
  /// Days by which the day lies behind the end of its month.
  var overflowDays = 0

  static let millisecondsPerDay: Int64 = 86_400_000
  /// 1970-01-01 00:00 as `julian`.
  static let epoch: Int64 = 210_866_760_000_000
  /// 9999-12-31 23:59:59.999.
  static let lastJulian: Int64 = 464_269_060_799_999

  static func isValid(julian: Int64) -> Bool { julian >= 0 && julian <= lastJulian }

  mutating func fail() {
    self = DateTime()
    isError = true
  }

  mutating func forgetFields() {
    hasDate = false
    hasTime = false
    zone = 0
  }

  /// Takes a number of unknown meaning.
  mutating func setRaw(_ value: Double) {
    second = value
    isRaw = true
    if value >= 0, value < 5_373_484.5 {
      julian = Int64(value * 86_400_000 + 0.5)
      hasJulian = true
    }
  }

  mutating func setNow(milliseconds: Int64) -> Bool {
    let (now, overflow) = milliseconds.addingReportingOverflow(Self.epoch)
    guard !overflow, now > 0 else { return false }
    julian = now
    hasJulian = true
    isUTC = true
    isLocal = false
    forgetFields()
    return true
  }

  mutating func computeJulian() {
    guard !hasJulian else { return }
    var y = 2000
    var m = 1
    var d = 1
    if hasDate {
      y = year
      m = month
      d = day
    }
    guard y >= -4713, y <= 9999, !isRaw else {
      fail()
      return
    }
    if m <= 2 {
      y -= 1
      m += 12
    }
    let century = (y + 4800) / 100
    let leap = 38 - century + century / 4
    let yearDays = 36_525 * (y + 4716) / 100
    let monthDays = 306_001 * (m + 1) / 10_000
    // Day numbers begin at noon: half a day off.
    julian = Int64((Double(yearDays + monthDays + d + leap) - 1524.5) * 86_400_000)
    hasJulian = true
    if hasTime {
      julian += Int64(hour) * 3_600_000 + Int64(minute) * 60_000 + Int64(second * 1000 + 0.5)
      if zone != 0 {
        julian -= Int64(zone) * 60_000
        forgetFields()
        isUTC = true
        isLocal = false
      }
    }
  }

  mutating func computeDate() {
    guard !hasDate else { return }
    if !hasJulian {
      year = 2000
      month = 1
      day = 1
    } else {
      guard Self.isValid(julian: julian) else {
        fail()
        return
      }
      let number = Int((julian + 43_200_000) / Self.millisecondsPerDay)
      let alpha = Int((Double(number) + 32_044.75) / 36_524.25) - 52
      let a = number + 1 + alpha - (alpha + 100) / 4 + 25
      let b = a + 1524
      let c = Int((Double(b) - 122.1) / 365.25)
      let d = 36_525 * (c & 32_767) / 100
      let e = Int(Double(b - d) / 30.6001)
      day = b - d - Int(30.6001 * Double(e))
      month = e < 14 ? e - 1 : e - 13
      year = month > 2 ? c - 4716 : c - 4715
    }
    hasDate = true
  }

  mutating func computeTime() {
    guard !hasTime else { return }
    computeJulian()
    let milliseconds = Int((julian + 43_200_000) % Self.millisecondsPerDay)
    second = Double(milliseconds % 60_000) / 1000
    let minutes = milliseconds / 60_000
    minute = minutes % 60
    hour = minutes / 60
    isRaw = false
    hasTime = true
  }

  mutating func computeAll() {
    computeDate()
    computeTime()
  }

  /// Brings the month into 1…12 by moving the year.
  mutating func normalizeMonth() {
    let years = month > 0 ? (month - 1) / 12 : (month - 12) / 12
    year += years
    month -= years * 12
  }

  /// Notes by how many days the day lies behind the end of its month.
  mutating func computeOverflow() {
    switch month {
    case _ where day <= 28: overflowDays = 0
    case 1, 3, 5, 7, 8, 10, 12: overflowDays = 0
    case 2: overflowDays = day - (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0) ? 28 : 29)
    default: overflowDays = day == 31 ? 1 : 0
    }
  }

  // MARK: Days counted from elsewhere; the Julian day must be valid

  var daysAfterNewYear: Int {
    var newYear = self
    newYear.hasJulian = false
    newYear.month = 1
    newYear.day = 1
    newYear.computeJulian()
    return Int((julian - newYear.julian + 43_200_000) / Self.millisecondsPerDay)
  }

  var daysAfterMonday: Int { Int((julian + 43_200_000) / Self.millisecondsPerDay % 7) }
  var daysAfterSunday: Int { Int((julian + 129_600_000) / Self.millisecondsPerDay % 7) }

  /// The Thursday of the same week, whose year the week counts to.
  var thursday: DateTime {
    var other = self
    other.julian += Int64(3 - daysAfterMonday) * Self.millisecondsPerDay
    other.hasDate = false
    other.computeDate()
    return other
  }

  // MARK: Local time

  /// Moves from UTC to local time. `offset` gives the seconds to add at a UTC time in seconds since 1970.
  mutating func moveToLocal(_ offset: (Int64) -> Int64) {
    computeJulian()
    guard hasJulian, Self.isValid(julian: julian) else {
      moveBeginningToLocal(offset)
      return
    }
    var probe = self
    // Outside 1970…2037 the rules of a year of like kind within are used.
    if julian < 2_108_667_600 * 100_000 || julian > 2_130_141_456 * 100_000 {
      probe.computeAll()
      probe.year = 2000 + probe.year % 4
      probe.hasJulian = false
      probe.computeJulian()
    }
    let seconds = probe.julian / 1000 - Self.epoch / 1000
    let shift = min(max(offset(seconds), -200_000), 200_000)
    julian += shift * 1000
    computeFieldsAfresh()
    hasJulian = false
    isRaw = false
    isError = false
    zone = 0
  }

  /// What lies outside of all years becomes local as the beginning of the year 0, and what never was a moment as that of 2000.
  private mutating func moveBeginningToLocal(_ offset: (Int64) -> Int64) {
    var beginning = DateTime()
    beginning.computeJulian()
    let shift = min(max(offset((beginning.julian - Self.epoch) / 1000), -200_000), 200_000)
    beginning.julian += shift * 1000
    beginning.computeAll()
    year = hasJulian ? beginning.year - 2000 : beginning.year
    month = beginning.month
    day = beginning.day
    hour = beginning.hour
    minute = beginning.minute
    second = beginning.second + (hasJulian ? Double(julian % 1000) / 1000 : 0)
    hasDate = true
    hasTime = true
    hasJulian = false
    isRaw = false
    isError = false
    zone = 0
  }

  private mutating func computeFieldsAfresh() {
    hasJulian = true
    forgetFields()
    computeAll()
  }

  /// Moves from local time to UTC: looks for the time whose local time this one is.
  mutating func moveToUTC(_ offset: (Int64) -> Int64) {
    computeJulian()
    let wanted = julian
    var guess = julian
    var error: Int64 = 0
    var tries = 0
    repeat {
      guess &-= error
      var local = DateTime()
      local.julian = guess
      local.hasJulian = true
      local.moveToLocal(offset)
      local.computeJulian()
      error = local.julian &- wanted
      tries += 1
    } while error != 0 && tries <= 3
    self = DateTime()
    julian = guess
    hasJulian = true
    isUTC = true
  }
}
