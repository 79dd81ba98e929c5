/// Memory that the JSON functions of a connection share: documents parsed lately, and buffers that keep their capacity
/// from call to call. One thread at a time.
///
/// A parsed document stays valid until `documentCount` others were parsed.
struct JSONWorkspace {
  /// A text and its JSONB.
  private struct Document {
    var text = ByteBuffer()
    var blob = ByteBuffer()
    var errorOffset = 0
    var isNonstandard = false
    var isValid = false
    /// When it was asked for last.
    var use: UInt64 = 0
  }

  private static let documentCount = 4
  /// Buffers larger than this do not outlive the statement.
  private static let keptCapacity = 1 << 16

  private let documents: UnsafeMutablePointer<Document>
  private var clock: UInt64 = 0
  private var hasLargeBuffers = false
  var levels = ByteBuffer()
  var document = ByteBuffer()
  var ancestors = ByteBuffer()
  var scratch = ByteBuffer()
  /// A value to insert.
  var value = ByteBuffer()
  /// Text on its way to become JSONB.
  var text = ByteBuffer()

  init() {
    documents = .allocate(capacity: Self.documentCount)
    documents.initialize(repeating: Document(), count: Self.documentCount)
  }

  mutating func deallocate() {
    for index in 0..<Self.documentCount {
      documents[index].text.deallocate()
      documents[index].blob.deallocate()
    }
    documents.deallocate()
    forEachBuffer { $0.deallocate() }
  }

  /// Frees what is too large to be kept for the next statement.
  @inline(__always)
  mutating func trim() {
    if hasLargeBuffers { trimBuffers() }
  }

  @inline(never)
  private mutating func trimBuffers() {
    hasLargeBuffers = false
    for index in 0..<Self.documentCount where documents[index].blob.capacity > Self.keptCapacity {
      documents[index].text.deallocate()
      documents[index].blob.deallocate()
      documents[index].use = 0
    }
    forEachBuffer { if $0.capacity > Self.keptCapacity { $0.deallocate() } }
  }

  private mutating func forEachBuffer(_ body: (inout ByteBuffer) -> Void) {
    body(&levels)
    body(&document)
    body(&ancestors)
    body(&scratch)
    body(&value)
    body(&text)
  }

  /// Remembers that buffers may have become large.
  @inline(__always)
  mutating func noteSize(_ count: Int) {
    if count > Self.keptCapacity / 4 { hasLargeBuffers = true }
  }

  // MARK: Parsing

  struct Parsed {
    /// The JSONB; nil when the text is not JSON.
    let view: JSONBView?
    let isNonstandard: Bool
    let errorOffset: Int
  }

  /// The JSONB of a text; nil inside when it is not JSON. Texts seen lately are not parsed again.
  @inline(__always)
  mutating func parse(_ bytes: UnsafeRawBufferPointer) -> Parsed {
    clock &+= 1
    var oldest = 0
    for index in 0..<Self.documentCount {
      if documents[index].use != 0, Self.isSame(documents[index].text, bytes) {
        documents[index].use = clock
        return answer(index)
      }
      if documents[index].use < documents[oldest].use { oldest = index }
    }
    let place = documents + oldest
    noteSize(bytes.count)
    Self.copy(bytes, to: &place.pointee.text)
    place.pointee.blob.count = 0
    let parser = Self.parse(place.pointee.text, into: &place.pointee.blob, &levels)
    place.pointee.isValid = parser.isValid
    place.pointee.errorOffset = parser.errorOffset
    place.pointee.isNonstandard = parser.isNonstandard
    place.pointee.use = clock
    return answer(oldest)
  }

  private func answer(_ index: Int) -> Parsed {
    let document = documents + index
    return Parsed(
      view: document.pointee.isValid ? JSONBView(document.pointee.blob.bytes) : nil,
      isNonstandard: document.pointee.isNonstandard, errorOffset: document.pointee.errorOffset)
  }

  @inline(__always)
  private static func isSame(_ text: ByteBuffer, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard text.count == bytes.count else { return false }
    guard let base = text.base else { return bytes.isEmpty }
    var index = 0
    while index &+ 8 <= bytes.count {
      if base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        != bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      {
        return false
      }
      index &+= 8
    }
    while index < bytes.count {
      if base.load(fromByteOffset: index, as: UInt8.self) != bytes[index] { return false }
      index &+= 1
    }
    return true
  }

  /// Copies a text and puts the parser's padding behind it.
  private static func copy(_ bytes: UnsafeRawBufferPointer, to buffer: inout ByteBuffer) {
    buffer.count = 0
    buffer.reserve(bytes.count &+ JSONTextParser.padding)
    buffer.append(bytes)
    guard let base = buffer.base else { return }
    (base + buffer.count).initializeMemory(as: UInt8.self, repeating: 0, count: JSONTextParser.padding)
  }

  private static func parse(
    _ text: ByteBuffer, into output: inout ByteBuffer, _ levels: inout ByteBuffer
  ) -> (isValid: Bool, errorOffset: Int, isNonstandard: Bool) {
    guard let base = text.base else { return (false, 0, false) }
    var parser = JSONTextParser(
      base.assumingMemoryBound(to: UInt8.self), text.count, output: output, levels: levels)
    let isValid = parser.parse()
    output = parser.output
    levels = parser.levels
    return (isValid, parser.errorOffset, parser.isNonstandard)
  }

  /// Appends the JSONB of a text to `value`; false when it is not JSON.
  mutating func appendValue(parsing bytes: UnsafeRawBufferPointer) -> Bool {
    noteSize(bytes.count)
    Self.copy(bytes, to: &text)
    return Self.parse(text, into: &value, &levels).isValid
  }

  /// Turns JSON text in `buffer` into JSONB there; false when it is not JSON.
  mutating func translate(_ buffer: inout ByteBuffer) -> Bool {
    noteSize(buffer.count)
    Self.copy(buffer.bytes, to: &text)
    buffer.count = 0
    return Self.parse(text, into: &buffer, &levels).isValid
  }
}
