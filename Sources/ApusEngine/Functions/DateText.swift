/// Writes dates and times.
enum DateText {
  /// `value` in at least `width` digits; a minus sign takes one of them.
  static func append(_ value: Int, width: Int, padding: UInt8 = 0x30, to output: inout ByteBuffer) {
    output.reserve(output.count &+ 32)
    if value < 0 { output.append(0x2d) }
    var digits = value < 0 ? 2 : 1
    var rest = value.magnitude
    while rest >= 10 {
      rest /= 10
      digits &+= 1
    }
    while digits < width {
      output.append(padding)
      digits &+= 1
    }
    output.count &+= NumericText.write(
      magnitude: UInt64(value.magnitude), to: output.base.unsafelyUnwrapped + output.count)
  }

  /// YYYY-MM-DD, with a minus sign in front of four digits before the year 0.
  static func appendDate(_ moment: DateTime, to output: inout ByteBuffer) {
    if moment.year < 0 { output.append(0x2d) }
    append(abs(moment.year), width: 4, to: &output)
    output.append(0x2d)
    append(moment.month, width: 2, to: &output)
    output.append(0x2d)
    append(moment.day, width: 2, to: &output)
  }

  /// HH:MM:SS, with milliseconds if they are to be shown.
  static func appendTime(_ moment: DateTime, to output: inout ByteBuffer) {
    appendHourMinute(moment, to: &output)
    output.append(0x3a)
    guard moment.showsFraction else {
      append(Int(moment.second), width: 2, to: &output)
      return
    }
    let milliseconds = Int(1000 * moment.second + 0.5)
    append(milliseconds / 1000 % 100, width: 2, to: &output)
    output.append(0x2e)
    append(milliseconds % 1000, width: 3, to: &output)
  }

  private static func appendHourMinute(_ moment: DateTime, to output: inout ByteBuffer) {
    append(moment.hour, width: 2, to: &output)
    output.append(0x3a)
    append(moment.minute, width: 2, to: &output)
  }

  /// ±YYYY-MM-DD HH:MM:SS.SSS.
  static func appendSpan(
    _ moment: DateTime, isForward: Bool, years: Int, months: Int, to output: inout ByteBuffer
  ) {
    output.append(isForward ? 0x2b : 0x2d)
    append(years, width: 4, to: &output)
    output.append(0x2d)
    append(months, width: 2, to: &output)
    output.append(0x2d)
    append(moment.day - 1, width: 2, to: &output)
    output.append(0x20)
    appendHourMinute(moment, to: &output)
    output.append(0x3a)
    appendSeconds(moment.second, to: &output)
  }

  /// SS.SSS.
  private static func appendSeconds(_ seconds: Double, to output: inout ByteBuffer) {
    let digits = DecimalDigits(seconds, .decimals(3), maximum: 16)
    var value = 0
    for index in 0..<max(digits.pointPosition + 3, 0) { value = value * 10 + Int(digits[index] - 0x30) }
    append(value / 1000, width: 2, to: &output)
    output.append(0x2e)
    append(value % 1000, width: 3, to: &output)
  }

  /// One conversion of strftime(); false when there is none of that letter.
  static func append(_ letter: UInt8, _ moment: DateTime, to output: inout ByteBuffer) -> Bool {
    switch letter {
    case 0x64: append(moment.day, width: 2, to: &output)  // d
    case 0x65: append(moment.day, width: 2, padding: 0x20, to: &output)  // e
    case 0x66: appendSeconds(min(moment.second, 59.999), to: &output)  // f
    case 0x46:  // F
      append(moment.year, width: 4, to: &output)
      output.append(0x2d)
      append(moment.month, width: 2, to: &output)
      output.append(0x2d)
      append(moment.day, width: 2, to: &output)
    case 0x47: append(moment.thursday.year, width: 4, to: &output)  // G
    case 0x67: append(moment.thursday.year % 100, width: 2, to: &output)  // g
    case 0x48: append(moment.hour, width: 2, to: &output)  // H
    case 0x6b: append(moment.hour, width: 2, padding: 0x20, to: &output)  // k
    case 0x49, 0x6c:  // I l
      let hour = moment.hour > 12 ? moment.hour - 12 : moment.hour == 0 ? 12 : moment.hour
      append(hour, width: 2, padding: letter == 0x49 ? 0x30 : 0x20, to: &output)
    case 0x6a: append(moment.daysAfterNewYear + 1, width: 3, to: &output)  // j
    case 0x4a: appendJulianDay(moment, to: &output)  // J
    case 0x6d: append(moment.month, width: 2, to: &output)  // m
    case 0x4d: append(moment.minute, width: 2, to: &output)  // M
    case 0x70: output.append(moment.hour >= 12 ? "PM" : "AM")  // p
    case 0x50: output.append(moment.hour >= 12 ? "pm" : "am")  // P
    case 0x52: appendHourMinute(moment, to: &output)  // R
    case 0x73: appendEpochSeconds(moment, to: &output)  // s
    case 0x53: append(Int(moment.second), width: 2, to: &output)  // S
    case 0x54:  // T
      appendHourMinute(moment, to: &output)
      output.append(0x3a)
      append(Int(moment.second), width: 2, to: &output)
    case 0x75: append(moment.daysAfterSunday == 0 ? 7 : moment.daysAfterSunday, width: 1, to: &output)  // u
    case 0x77: append(moment.daysAfterSunday, width: 1, to: &output)  // w
    case 0x55: append((moment.daysAfterNewYear - moment.daysAfterSunday + 7) / 7, width: 2, to: &output)  // U
    case 0x56: append(moment.thursday.daysAfterNewYear / 7 + 1, width: 2, to: &output)  // V
    case 0x57: append((moment.daysAfterNewYear - moment.daysAfterMonday + 7) / 7, width: 2, to: &output)  // W
    case 0x59: append(moment.year, width: 4, to: &output)  // Y
    case 0x25: output.append(0x25)
    default: return false
    }
    return true
  }

  /// The Julian day number to 16 digits, without zeros at the end.
  private static func appendJulianDay(_ moment: DateTime, to output: inout ByteBuffer) {
    let start = output.count
    NumericText.append(Double(moment.julian) / 86_400_000, significant: 16, to: &output)
    // ".0" at the end stands for a whole day.
    let bytes = output.bytes
    if output.count >= start + 2, bytes[output.count - 1] == 0x30, bytes[output.count - 2] == 0x2e {
      output.count -= 2
    }
  }

  private static func appendEpochSeconds(_ moment: DateTime, to output: inout ByteBuffer) {
    let milliseconds = moment.julian - DateTime.epoch
    guard moment.showsFraction else {
      append(Int(moment.julian / 1000 - DateTime.epoch / 1000), width: 1, to: &output)
      return
    }
    if milliseconds < 0 { output.append(0x2d) }
    let magnitude = Int(milliseconds.magnitude)
    append(magnitude / 1000, width: 1, to: &output)
    output.append(0x2e)
    append(magnitude % 1000, width: 3, to: &output)
  }
}
