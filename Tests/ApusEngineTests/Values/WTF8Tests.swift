import Testing

@testable import ApusEngine

@Suite("Text of UTF-16 databases in registers")
struct WTF8Tests {
  private static let units: [UInt16] = [
    0, 0x20, 0x41, 0x61, 0x7f, 0x80, 0xe9, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xd83d, 0xdbff, 0xdc00, 0xde00,
    0xdfff, 0xe000, 0xfffd, 0xfffe,
    0xffff,
  ]

  private static func text(
    _ random: inout SystemRandomNumberGenerator, _ encoding: TextEncoding, length: ClosedRange<Int> = 0...6
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: length, using: &random) {
      guard let unit = units.randomElement(using: &random) else { continue }
      let stored = encoding == .utf16BigEndian ? unit.bigEndian : unit.littleEndian
      withUnsafeBytes(of: stored) { bytes += $0 }
    }
    if Bool.random(using: &random) { bytes.append(UInt8.random(in: 0...255, using: &random)) }
    return bytes
  }

  private static func converted(
    _ text: [UInt8], _ body: (UnsafeRawBufferPointer, inout ByteBuffer) -> Void
  ) -> [UInt8] {
    var buffer = ByteBuffer()
    defer { buffer.deallocate() }
    text.withUnsafeBytes { body($0, &buffer) }
    return [UInt8](buffer.bytes)
  }

  private static func held(_ stored: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    stored.withUnsafeBytes { WTF8.text(stored: $0, encoding) }
  }

  private static func sign(_ number: Int) -> Int { number < 0 ? -1 : number > 0 ? 1 : 0 }

  @Test(
    "Whatever a file holds comes back, and looks in UTF-8 as it does from UTF-16",
    arguments: [
      TextEncoding.utf16LittleEndian, .utf16BigEndian,
    ])
  func roundTrip(_ encoding: TextEncoding) {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let stored = Self.text(&random, encoding)
      let held = Self.held(stored, encoding)
      let back = Self.converted(held) { TextTranscoder.appendUTF16($0, encoding: encoding, to: &$1) }
      let utf8 = Self.converted(stored) { TextTranscoder.appendUTF8($0, encoding: encoding, to: &$1) }
      let shown = Self.converted(held) { TextTranscoder.appendUTF8(ofWTF8: $0, to: &$1) }
      let isUTF8 = held.withUnsafeBytes { WTF8.isUTF8($0) }
      #expect(back == stored)
      #expect(shown == utf8)
      #expect(held.withUnsafeBytes { UTF16Units.byteCount($0) } == stored.count)
      #expect(held.withUnsafeBytes { WTF8.oddByte($0) } == (stored.count % 2 == 1 ? stored.last : nil))
      // (A surrogate at the end is the same in both, and yet none of UTF-8.)
      #expect(!isUTF8 || utf8 == held)
    }
  }

  @Test(
    "BINARY is the order of the stored bytes",
    arguments: [
      TextEncoding.utf16LittleEndian, .utf16BigEndian,
    ])
  func order(_ encoding: TextEncoding) {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let left = Self.text(&random, encoding, length: 0...2)
      let right = Self.text(&random, encoding, length: 0...2)
      let stored = left.withUnsafeBytes { left in
        right.withUnsafeBytes { ValueRules.compareBytes(left, $0) }
      }
      let a = Self.held(left, encoding)
      let b = Self.held(right, encoding)
      let held = a.withUnsafeBytes { a in
        b.withUnsafeBytes { UTF16Order.compare(a, $0, .binary, encoding: encoding) }
      }
      #expect(Self.sign(held) == Self.sign(stored), "\(left) \(right)")
    }
  }

  @Test("Bytes from outside are accepted exactly if the way through UTF-16 leaves them as they are")
  func foreign() {
    var random = SystemRandomNumberGenerator()
    let bytes: [UInt8] = [
      0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbd, 0xbe, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe2, 0xed, 0xef,
      0xf0, 0xf3, 0xf4, 0xf5, 0xf8,
      0xfd, 0xff,
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        bytes.randomElement(using: &random) ?? 0
      }
      let held = Self.converted(text) { TextTranscoder.appendWTF8(ofUTF8: $0, to: &$1) }
      let isAccepted = text.withUnsafeBytes { WTF8.accepts($0) }
      let isSettled = held.withUnsafeBytes { WTF8.accepts($0) && WTF8.isUTF8($0) }
      #expect(isAccepted == (held == text), "\(text)")
      #expect(isSettled, "\(text)")
    }
  }
}
