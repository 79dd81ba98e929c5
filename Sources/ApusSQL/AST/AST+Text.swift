// Reading and adding the bytes of names and literals.
//
// Bytes are handed out as they are: a literal may hold invalid UTF-8 and bytes of value zero.

extension AST {
  /// Calls `body` with the bytes of a text.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    _ text: Text, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = Int(text.location & ~Text.ownTableBit)
    let end = start &+ Int(text.count)
    let table = text.location & Text.ownTableBit == 0 ? source : ownBytes
    guard end <= table.count else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    return try table.withUnsafeBufferPointer { bytes throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  /// A text as a `String`; invalid UTF-8 is repaired.
  public func string(_ text: Text) -> String {
    withBytes(text) { String(decoding: $0, as: UTF8.self) }
  }

  /// A name as a `String`; invalid UTF-8 is repaired.
  public func string(_ name: Name) -> String { string(name.text) }

  /// The bytes of a text.
  public func bytes(_ text: Text) -> [UInt8] { withBytes(text) { [UInt8]($0) } }

  /// The source text of a span, such as that of an unaliased result column.
  public func string(_ range: SourceRange) -> String { String(decoding: bytes(range), as: UTF8.self) }

  /// The bytes of a span of the source.
  public func bytes(_ range: SourceRange) -> [UInt8] {
    let start = Int(range.start)
    let end = min(Int(range.end), source.count)
    return start < end ? [UInt8](source[start..<end]) : []
  }

  /// Whether a name is `other`, letter case of ASCII aside.
  @inlinable
  public func equals(_ name: Name, _ other: StaticString) -> Bool {
    withBytes(name.text) { bytes in
      other.withUTF8Buffer { other in
        guard bytes.count == other.count else { return false }
        for index in 0..<bytes.count where AST.lowercased(bytes[index]) != AST.lowercased(other[index]) {
          return false
        }
        return true
      }
    }
  }

  /// Whether a text is `other`, byte for byte.
  public func isText(_ text: Text, _ other: String) -> Bool {
    guard Int(text.count) == other.utf8.count else { return false }
    return withBytes(text) { bytes in
      other.utf8.withContiguousStorageIfAvailable { other in
        for index in 0..<bytes.count where bytes[index] != other[index] { return false }
        return true
      } ?? bytes.elementsEqual(other.utf8)
    }
  }

  /// Adds bytes to the arena's own table.
  public mutating func addText(_ bytes: some Collection<UInt8>) -> Text {
    let start = ownBytes.count
    ownBytes.append(contentsOf: bytes)
    return Text(
      location: UInt32(truncatingIfNeeded: start) | Text.ownTableBit,
      count: UInt32(truncatingIfNeeded: ownBytes.count &- start))
  }

  /// Adds a name made in Swift: quoted if it must be when it is printed.
  public mutating func addName(_ name: String, quoting: Quoting = .none) -> Name {
    Name(text: addText(name.utf8), quoting: quoting)
  }

  /// Folds an ASCII letter to lower case.
  @inlinable
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
