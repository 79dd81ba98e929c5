/// The first 8 bytes of a record's order: a number such that `prefix(a) < prefix(b)` implies a before b.
///
/// The first key field decides it. From the top: 3 bits of storage class, then 61 bits of value (integers and reals
/// by magnitude, text and blobs by their first bytes); a descending field is complemented. Equal prefixes say
/// nothing, unless the prefix is *exact*: the only key field is a small integer or NULL.
struct SortKey {
  let keyInfo: KeyInfo
  let isSingleField: Bool
  let field: KeyInfo.Field

  init(_ keyInfo: KeyInfo) {
    self.keyInfo = keyInfo
    isSingleField = keyInfo.fieldCount == 1
    field = keyInfo.fieldCount > 0 ? keyInfo.fields[0] : KeyInfo.Field()
  }

  private static let numberLimit: Int64 = 1 << 59

  /// The prefix of a record. `exact` becomes false when a tie needs a full comparison.
  @inline(__always)
  func prefix(of record: UnsafeRawBufferPointer, exact: inout Bool) -> UInt64 {
    guard keyInfo.fieldCount > 0, record.count >= 2, let start = record.baseAddress else {
      exact = false
      return 0
    }
    let headerSize = start.load(as: UInt8.self)
    let first = start.load(fromByteOffset: 1, as: UInt8.self)
    guard headerSize < 0x80, first < 0x80, Int(headerSize) < record.count || first == 0 || first >= 8 else {
      return slowPrefix(of: record, exact: &exact)
    }
    return prefix(UInt32(first), start + Int(headerSize), exact: &exact)
  }

  @inline(never)
  private func slowPrefix(of record: UnsafeRawBufferPointer, exact: inout Bool) -> UInt64 {
    guard let start = record.baseAddress else { return 0 }
    var header = start
    let end = start + record.count
    guard let headerSize = RecordVarint.read(&header, end: end), headerSize <= UInt64(record.count),
      let type = RecordVarint.read(&header, end: end), type <= UInt64(UInt32.max),
      Int(SerialTypes.length(UInt32(type))) <= record.count - Int(headerSize)
    else {
      exact = false
      return 0
    }
    return prefix(UInt32(type), start + Int(headerSize), exact: &exact)
  }

  @inline(__always)
  private func prefix(_ type: UInt32, _ value: UnsafeRawPointer, exact: inout Bool) -> UInt64 {
    var bits: UInt64
    if type == 0 {
      bits = field.nullsReversed ? 7 &<< 61 : 0
      if !isSingleField { exact = false }
    } else if type < 10 {
      var number: Int64
      if type == 7 {
        let real = Double(bitPattern: UInt64(bigEndian: value.loadUnaligned(as: UInt64.self)))
        exact = false
        number =
          real >= 576_460_752_303_423_488.0
          ? Self.numberLimit
          : real < -576_460_752_303_423_488.0 ? -Self.numberLimit : Int64(real.rounded(.down))
      } else {
        number = SerialTypes.cell(type, at: value).integer
        if !isSingleField || number >= Self.numberLimit || number <= -Self.numberLimit { exact = false }
        number = min(max(number, -Self.numberLimit), Self.numberLimit)
      }
      bits = 1 &<< 61 | UInt64(bitPattern: number &+ Self.numberLimit)
    } else {
      exact = false
      bits = bytesPrefix(type, value)
    }
    return field.isDescending ? ~bits : bits
  }

  @inline(__always)
  private func bytesPrefix(_ type: UInt32, _ value: UnsafeRawPointer) -> UInt64 {
    var count = Int((type &- 12) &>> 1)
    let isText = type & 1 != 0
    let head: UInt64 = (isText ? 2 : 3) &<< 61
    if isText {
      // Other encodings and registered collations have an order of their own.
      if keyInfo.encoding != .utf8 || field.collation.id > 2 { return head }
      if field.collation == .rightTrim {
        while count > 0 && value.load(fromByteOffset: count - 1, as: UInt8.self) == 0x20 { count -= 1 }
      }
    }
    var word: UInt64 = 0
    if count >= 8 {
      word = UInt64(bigEndian: value.loadUnaligned(as: UInt64.self))
    } else if count > 0 {
      word = UInt64(bigEndian: value.loadUnaligned(as: UInt64.self)) & ~(UInt64.max &>> UInt64(count &* 8))
    }
    if isText && field.collation == .noCase { word = Self.folded(Self.untilNUL(word)) }
    return head | word &>> 3
  }

  /// Nothing behind the first NUL: NOCASE ends there, and then the shorter text is first.
  @inline(__always)
  private static func untilNUL(_ word: UInt64) -> UInt64 {
    let low7 = word & 0x7f7f_7f7f_7f7f_7f7f
    let zeros = ~((low7 &+ 0x7f7f_7f7f_7f7f_7f7f) | word) & 0x8080_8080_8080_8080
    return zeros == 0 ? word : word & ~(UInt64.max &>> UInt64(zeros.leadingZeroBitCount))
  }

  /// ASCII upper case to lower case in 8 bytes at once.
  @inline(__always)
  private static func folded(_ word: UInt64) -> UInt64 {
    let low7 = word & 0x7f7f_7f7f_7f7f_7f7f
    let atLeastA = low7 &+ 0x3f3f_3f3f_3f3f_3f3f  // bit 7 set for bytes ≥ 'A'
    let aboveZ = low7 &+ 0x2525_2525_2525_2525  // bit 7 set for bytes > 'Z'
    let isUpper = atLeastA & ~aboveZ & ~word & 0x8080_8080_8080_8080
    return word | isUpper &>> 2
  }
}
