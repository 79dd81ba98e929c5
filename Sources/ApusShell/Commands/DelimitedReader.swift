/// Reads rows of fields: CSV as RFC 4180 has it, with any separators, or the fields of `ascii` mode.
struct DelimitedReader {
  private var bytes: ByteSource
  private let column: UInt8
  private let row: UInt8
  private let isASCII: Bool
  /// The line that the next row begins on, from 1.
  private(set) var line = 1

  /// nil when the file cannot be opened.
  init?(_ file: String, column: UInt8, row: UInt8, isASCII: Bool) {
    guard let bytes = ByteSource(file) else { return nil }
    self.bytes = bytes
    self.column = column
    self.row = row
    self.isASCII = isASCII
    // A byte order mark is no part of the first field.
    if !isASCII { self.bytes.skip([0xef, 0xbb, 0xbf]) }
  }

  /// The next row, nil at the end.
  mutating func next() -> [[UInt8]]? {
    guard bytes.peek() != nil else { return nil }
    var fields: [[UInt8]] = []
    while true {
      let (field, end) = isASCII ? asciiField() : field()
      fields.append(field)
      switch end {
      case .column: continue
      case .row, .input: return fields
      }
    }
  }

  private enum End { case column, row, input }

  private mutating func asciiField() -> ([UInt8], End) {
    var field: [UInt8] = []
    while let byte = bytes.next() {
      if byte == column { return (field, .column) }
      if byte == row {
        line += 1
        return (field, .row)
      }
      field.append(byte)
    }
    return (field, .input)
  }

  private mutating func field() -> ([UInt8], End) {
    guard bytes.peek() == UInt8(ascii: "\"") else { return plainField() }
    _ = bytes.next()
    var field: [UInt8] = []
    while let byte = bytes.next() {
      if byte == UInt8(ascii: "\"") {
        guard bytes.peek() == byte else { break }
        _ = bytes.next()
      }
      if byte == 10 { line += 1 }
      field.append(byte)
    }
    // What follows the closing mark up to the separator is kept.
    let (rest, end) = plainField()
    return (field + rest, end)
  }

  private mutating func plainField() -> ([UInt8], End) {
    var field: [UInt8] = []
    while let byte = bytes.next() {
      if byte == column { return (field, .column) }
      if byte == row {
        line += 1
        if row == 10, field.last == 13 { field.removeLast() }
        return (field, .row)
      }
      field.append(byte)
    }
    return (field, .input)
  }
}

/// The bytes of a file, or of the output of a command when the name begins with `|`.
struct ByteSource {
  private final class Handle {
    let stream: UnsafeMutablePointer<FILE>
    let isPipe: Bool
    init(_ stream: UnsafeMutablePointer<FILE>, isPipe: Bool) {
      self.stream = stream
      self.isPipe = isPipe
    }
    deinit {
      if isPipe { pclose(stream) } else { fclose(stream) }
    }
  }

  private let handle: Handle
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var position = 0
  private var end = 0

  init?(_ name: String) {
    let isPipe = name.hasPrefix("|")
    guard let stream = isPipe ? popen(String(name.dropFirst()), "r") : fopen(name, "rb") else { return nil }
    handle = Handle(stream, isPipe: isPipe)
  }

  mutating func peek() -> UInt8? {
    if position == end {
      end = fread(&buffer, 1, buffer.count, handle.stream)
      position = 0
    }
    return position < end ? buffer[position] : nil
  }

  mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    return byte
  }

  /// Skips these bytes if they are what comes.
  mutating func skip(_ prefix: [UInt8]) {
    guard peek() != nil, buffer[position..<end].starts(with: prefix) else { return }
    position += prefix.count
  }
}
