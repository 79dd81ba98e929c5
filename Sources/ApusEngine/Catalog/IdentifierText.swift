/// How identifiers compare and how they are quoted: ASCII letters fold, all other bytes stand for themselves.
extension String {
  /// ASCII capitals become small letters; the catalog's keys are made so.
  var lowercasedASCII: String {
    var copy = self
    let hasCapital = copy.withUTF8 { bytes in bytes.contains { $0 >= 0x41 && $0 <= 0x5a } }
    guard hasCapital else { return self }
    return String(unsafeUninitializedCapacity: utf8.count) { target in
      var count = 0
      for byte in utf8 {
        target[count] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }

  /// Equal for texts that are equal without ASCII case, and mostly different for others: what is looked at before two names are compared.
  var foldedHash: UInt32 {
    func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
      // Letters and the signs that share their low bits fold alike: that makes no difference to equal names.
      bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1 | 0x20)) &* 16_777_619 }
    }
    return utf8.withContiguousStorageIfAvailable { hash($0) } ?? hash(utf8)
  }

  /// Equality without ASCII case.
  func equalsIgnoringCase(_ other: String) -> Bool {
    if self == other { return true }
    guard utf8.count == other.utf8.count else { return false }
    for (left, right) in zip(utf8, other.utf8) where left != right {
      let folded = left | 0x20
      guard folded == right | 0x20, folded >= 0x61, folded <= 0x7a else { return false }
    }
    return true
  }

  func hasPrefixIgnoringCase(_ prefix: String) -> Bool {
    guard utf8.count >= prefix.utf8.count else { return false }
    for (left, right) in zip(utf8, prefix.utf8) where left != right {
      let folded = left | 0x20
      guard folded == right | 0x20, folded >= 0x61, folded <= 0x7a else { return false }
    }
    return true
  }
}

extension UInt8 {
  /// What SQL counts as white space.
  var isSQLSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0d) }
}

extension String {
  /// Without white space at both ends.
  var trimmedSQLSpace: String {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !$0.isSQLSpace }),
      let last = bytes.lastIndex(where: { !$0.isSQLSpace })
    else { return "" }
    return String(self[first...last])
  }
}
